import { type CaseFamily, caseFamilies } from "./case-families.ts";
import type { CaseResult } from "./case-results.ts";
import { difference, table } from "./markdown.ts";

/** The table of families of cases: reference, how many, how they went, how close. */
export function caseSection(results: readonly CaseResult[], families: readonly CaseFamily[] = caseFamilies): string {
  const rest = new Set(results);
  const rows = families.map((family) => {
    const own = results.filter((one) => one.file === family.file && (family.function ?? one.function) === one.function);
    if (own.length === 0) throw new Error(`no cases of ${family.file} ${family.function ?? ""}`);
    for (const one of own) rest.delete(one);
    return [
      family.what,
      versioned(family.reference, own[0]!.about),
      family.under ?? "defaults",
      `${own.length}`,
      `${own.filter(passed).length}`,
      sum(own).toLocaleString("en-GB"),
      `${difference(worst(own))}${family.note === undefined ? "" : ` (${family.note})`}`,
    ];
  });
  if (rest.size > 0) throw new Error(`cases without a line in case-families.ts: ${[...rest].map(({ name }) => name)}`);
  const header = ["what", "against", "by", "cases", "passed", "values", "largest relative difference"];
  return [table(header, rows), exceptions(results)].join("\n\n");
}

function passed({ outcome }: CaseResult): boolean {
  return outcome.status === "passed";
}

/** How many values the cases that pass hold. */
function sum(results: readonly CaseResult[]): number {
  return results.reduce((n, { outcome }) => n + (outcome.status === "passed" ? outcome.compared : 0), 0);
}

function worst(results: readonly CaseResult[]): number {
  return Math.max(...results.map(({ outcome }) => (outcome.status === "passed" ? outcome.worst : 0)));
}

/** Puts in the versions: `R` and `PHE` become what the file of cases names. */
function versioned(reference: CaseFamily["reference"], about: string): string {
  const version = (of: RegExp) => of.exec(about)?.[1] ?? "";
  return reference
    .replace(/^R\b/, `R ${version(/R version ([\d.]+)/)}`.trim())
    .replace(/^PHE\b/, `PHEindicatormethods ${version(/PHEindicatormethods ([\d.]+)/)}`.trim());
}

/** Every case that does not pass, with what is missing. */
function exceptions(results: readonly CaseResult[]): string {
  const waiting = new Map<string, number>();
  const failed: string[] = [];
  for (const { name, outcome } of results)
    if (outcome.status === "failed") failed.push(`- ${name} differs at ${outcome.mismatches[0]!.at}`);
    else if (outcome.status === "not implemented") waiting.set(outcome.why, (waiting.get(outcome.why) ?? 0) + 1);
  const lines = [...failed, ...[...waiting].map(([why, cases]) => `- ${cases} cases wait for \`${why}\``)];
  const total = `${results.filter(passed).length} of ${results.length} cases pass.`;
  return lines.length === 0 ? `${total} There is no exception.` : `${total} The exceptions:\n\n${lines.join("\n")}`;
}
