import type { Issue } from "@popneeds/core";

/**
 * One issue for a fault that many rows have: how many, and on which lines the first three stand; none when no row has it.
 *
 * @param issue   its code, severity, file and fix, and the column if it is about one
 * @param lines   lines of the rows, in the order of the file
 * @param message what is the matter, given the number of rows in words: `3 rows`
 */
export function saidOnce(
  issue: Omit<Issue, "message" | "line">,
  lines: readonly number[],
  message: (rows: string) => string,
): readonly Issue[] {
  if (lines.length === 0) return [];
  const rows = `${lines.length.toLocaleString("en-GB")} ${lines.length === 1 ? "row" : "rows"}`;
  const first = lines.slice(0, 3).map((line) => line.toLocaleString("en-GB"));
  const more = lines.length - first.length;
  const where = `line${lines.length === 1 ? "" : "s"} ${first.join(", ")}${more > 0 ? ` and ${more.toLocaleString("en-GB")} more` : ""}`;
  return [{ ...issue, line: lines[0]!, message: `${message(rows)} (${where})` }];
}
