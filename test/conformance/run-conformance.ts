import { Misuse } from "./misuse.ts";
import { readCaseFiles } from "./read-case-files.ts";
import { references as ours } from "./references.ts";
import { familyReport, type Tally, totalLine } from "./report.ts";
import { type References, runCase } from "./run-case.ts";

/** Where the runner writes: its findings, and what is wrong with the call. */
export interface Output {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * Runs the cases of files and folders against our functions and prints what came of it.
 *
 * @returns the exit code: 0 if nothing failed, 1 if a case failed, 2 if the call cannot be carried out
 */
export function runConformance(
  paths: readonly string[],
  { print, complain }: Output,
  references: References = ours,
): 0 | 1 | 2 {
  try {
    const tallies: Tally[] = [];
    for (const { family, path, cases } of readCaseFiles(paths)) {
      const results = cases.map((one) => ({ name: one.name, outcome: runCase(one, references) }));
      const tally = { family, path, results };
      for (const line of familyReport(tally)) print(line);
      tallies.push(tally);
    }
    print(totalLine(tallies));
    return tallies.some(({ results }) => results.some(({ outcome }) => outcome.status === "failed")) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    complain(`conformance: ${error.message}`);
    return 2;
  }
}
