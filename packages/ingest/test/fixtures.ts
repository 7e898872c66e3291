import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeIssue, type Issue, PopneedsError } from "@popneeds/core";
import { afterAll } from "vitest";
import { age, area, count, type Fields, parseTable, period, type Schema, schema, sex, sourceOf } from "../src/index.ts";

/** A register of deaths as its publisher could print it; the figures are made up. */
export const deathsSchema = schema({
  area: area("zone"),
  period: period("year"),
  sex: sex("sex"),
  age: age("age"),
  deaths: count("deaths"),
});

export const header = "zone,year,sex,age,deaths\n";
export const goodRow = "01,2021,female,85-89,7\n";

/** Reads a text as the file deaths.csv. */
export function readText<F extends Fields>(text: string, by: Schema<F>, options: { delimiter?: string } = {}) {
  return parseTable(text, by, sourceOf("deaths.csv", "0".repeat(64), {}), options);
}

/** The issues of a table as `popneeds check` prints them. */
export function said({ issues }: { readonly issues: readonly Issue[] }): readonly string[] {
  return issues.map((issue) => `${issue.severity}: ${describeIssue(issue)}`);
}

/** The fault that a call or a promise ends in. */
export async function faultOf(attempt: () => unknown): Promise<PopneedsError> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof PopneedsError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** A folder that is removed after the tests of a file, and a way to put a file into it. */
export function temporaryFolder(): {
  readonly folder: string;
  readonly put: (name: string, bytes: string | Uint8Array) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), "popneeds-ingest-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, bytes: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  return { folder, put };
}
