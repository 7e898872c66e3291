import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";

/**
 * A warning when ranks do not run from 1 to the number of zones, each given once: zones were lost, or their ranks changed.
 *
 * @param rank header of the ranks; thousands separators are read over
 */
export function ranksWithGaps({ file, header, rows }: RawTable, rank: string): readonly Issue[] {
  const at = header.indexOf(rank);
  const found = rows.map((row) => Number(row[at]?.replaceAll(",", "").trim() || "-"));
  const there = new Set(found);
  const last = found.reduce((most, one) => Math.max(most, one || 0), 0);
  const lacking: number[] = [];
  for (let one = 1; one <= last; one++) if (!there.has(one)) lacking.push(one);
  const twice = found.length - there.size;
  if (lacking.length === 0 && twice === 0) return [];
  const number = (value: number) => value.toLocaleString("en-GB");
  const said = [
    ...(lacking.length > 0
      ? [
          `${number(lacking.length)} ${lacking.length === 1 ? "is" : "are"} missing (${lacking.slice(0, 3).map(number).join(", ")}${lacking.length > 3 ? " …" : ""})`,
        ]
      : []),
    ...(twice > 0 ? [`${number(twice)} ${twice === 1 ? "is" : "are"} given again`] : []),
  ];
  return [
    {
      code: "ranks-with-gaps",
      severity: "warning",
      file,
      column: rank,
      message: `the ranks should run from 1 to ${number(last)}, each once: ${said.join("; ")}`,
      fix: "Compare the file with the publisher's: data zones were lost or are there twice.",
    },
  ];
}
