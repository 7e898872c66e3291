import {
  createTable,
  type KeyColumn,
  type Keys,
  type Measures,
  type Missing,
  measureColumn,
  type Table,
} from "@popneeds/core";
import { disabilityAdjustedLifeYears } from "../disability/disability-adjusted-life-years.ts";
import type { Draws } from "./draws/draws-of.ts";

/** Rows of years lost and of years lived that go together. */
export interface PairedYears extends Pick<Table, "keys" | "issues" | "provenance"> {
  readonly length: number;
  /** For years lost and years lived the row of each pair; −1 where there is none, which counts 0. */
  readonly rows: readonly [Int32Array, Int32Array];
  readonly missing: readonly (Missing | null)[];
  readonly absent: "zero" | "unknown";
}

/** Years of either part: which rows are missing, and what they are. */
export type YearsPart = Pick<Draws, "keys" | "kind" | "missing" | "absent" | "issues" | "provenance">;

/**
 * Lays rows of years lived beside those of years lost as `disabilityAdjustedLifeYears` does: it is given numbers of rows in place of years, so that
 * one function decides which rows meet and what a row that is not there means.
 */
export function pairedYears(lost: YearsPart, lived: YearsPart): PairedYears {
  const sums = disabilityAdjustedLifeYears(rowNumbers(lost), rowNumbers(lived)) as unknown as Table<Keys, Measures>;
  const parts = [sums.measures["lost"]!, sums.measures["lived"]!] as const;
  const lacks = (row: number) => parts.some(({ values }) => Number.isNaN(values[row]));
  return {
    length: sums.length,
    keys: sums.keys as Readonly<Record<string, KeyColumn>>,
    rows: parts.map(({ values }) => Int32Array.from(values, (number) => (number > 0 ? number - 1 : -1))) as unknown as [
      Int32Array,
      Int32Array,
    ],
    missing: Array.from({ length: sums.length }, (_, row) => (lacks(row) ? "incomplete" : null)),
    absent: sums.measures["years"]!.absent,
    issues: sums.issues,
    provenance: sums.provenance,
  };
}

/** A table whose figures are the numbers of its rows, from 1, so that 0 is left for rows that are not there. */
function rowNumbers({ keys, kind, missing, absent, issues, provenance }: YearsPart) {
  const figures = missing.map((reason, row) => reason ?? row + 1);
  return createTable({
    keys,
    measures: { years: measureColumn(kind as "years", figures, { absent }) },
    issues,
    provenance,
  });
}
