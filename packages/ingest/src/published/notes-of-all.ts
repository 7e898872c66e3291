import type { Issue } from "@popneeds/core";

const counted = /^([\d,]+) (row|figure)s? (.+)$/;

/**
 * The issues of a file's tables, with notes that each table gives of its own rows or figures said once, of all of them.
 *
 * Only notes that begin with a number of rows or figures, and go on with the same words, are put together; every other issue stays as it is.
 */
export function notesOfAll(issues: readonly Issue[]): readonly Issue[] {
  const sums = new Map<string, { readonly first: Issue; readonly unit: string; readonly rest: string; sum: number }>();
  const kept = issues.filter((issue) => {
    const found = issue.severity === "note" && issue.line === undefined ? counted.exec(issue.message) : null;
    if (!found) return true;
    const [, number, unit, rest] = found as unknown as [string, string, string, string];
    const times = Number(number.replaceAll(",", ""));
    const key = [issue.code, issue.file, unit, rest].join("\n");
    const before = sums.get(key);
    if (before) before.sum += times;
    else sums.set(key, { first: issue, unit, rest, sum: times });
    return before === undefined;
  });
  const whole = new Map([...sums.values()].map((found) => [found.first, found]));
  return kept.map((issue) => {
    const found = whole.get(issue);
    if (!found) return issue;
    const message = `${found.sum.toLocaleString("en-GB")} ${found.unit}${found.sum === 1 ? "" : "s"} ${found.rest}`;
    return message === issue.message ? issue : { ...issue, message };
  });
}
