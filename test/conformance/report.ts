import type { Outcome } from "./run-case.ts";

/** The outcomes of one file of cases. */
export interface Tally {
  readonly family: string;
  readonly path: string;
  readonly results: readonly { readonly name: string; readonly outcome: Outcome }[];
}

/** The line of a family, with the functions it still waits for, and under it each case that failed. */
export function familyReport({ family, path, results }: Tally): readonly string[] {
  const worst = Math.max(0, ...results.map(({ outcome }) => (outcome.status === "passed" ? outcome.worst : 0)));
  const waiting = new Set(results.map(({ outcome }) => (outcome.status === "not implemented" ? outcome.why : "")));
  waiting.delete("");
  const lines = [
    [
      `${family} (${path}): ${counts([...results])}`,
      ...(worst > 0 ? [`largest relative error ${worst.toExponential(1)}`] : []),
      ...(waiting.size > 0 ? [`waiting for ${[...waiting].join(", ")}`] : []),
    ].join("; "),
  ];
  for (const { name, outcome } of results) {
    if (outcome.status !== "failed") continue;
    lines.push(`  failed ${name}`);
    for (const { at, expected, found } of outcome.mismatches.slice(0, 3)) {
      lines.push(`    ${at === "" ? "result" : at}: expected ${shown(expected)}, found ${shown(found)}`);
    }
    if (outcome.mismatches.length > 3) lines.push(`    and ${outcome.mismatches.length - 3} more`);
  }
  return lines;
}

/** The closing line. */
export function totalLine(tallies: readonly Tally[]): string {
  return counts(tallies.flatMap(({ results }) => results));
}

function counts(results: Tally["results"]): string {
  const count = (status: Outcome["status"]) => results.filter(({ outcome }) => outcome.status === status).length;
  return `${count("passed")} passed, ${count("failed")} failed, ${count("not implemented")} not implemented`;
}

function shown(value: unknown): string {
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
