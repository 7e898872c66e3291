import { basename } from "node:path";
import { readCaseFiles } from "../conformance/read-case-files.ts";
import { references } from "../conformance/references.ts";
import { type Outcome, runCase } from "../conformance/run-case.ts";

/** One case of a reference, and how it went. */
export interface CaseResult {
  /** Name of the file, without folder and ending. */
  readonly file: string;
  readonly function: string;
  readonly name: string;
  /** What the file says of where its numbers come from. */
  readonly about: string;
  readonly outcome: Outcome;
}

/** Runs every case of a folder. */
export function caseResults(folder: string): readonly CaseResult[] {
  return readCaseFiles([folder]).flatMap(({ path, about = "", cases }) =>
    cases.map((one) => ({
      file: basename(path, ".json"),
      function: one.function,
      name: one.name,
      about,
      outcome: runCase(one, references),
    })),
  );
}
