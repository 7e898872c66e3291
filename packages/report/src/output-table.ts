import type { Source } from "@popneeds/core";
import type { Cell } from "./csv.ts";

/** A column of a table, as a data package describes it. */
export interface Field {
  readonly name: string;
  readonly type: "string" | "number" | "integer";
  readonly description: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly minimum?: number;
    readonly enum?: readonly string[];
  };
  /** Words for the values of a column of ids. */
  readonly categories?: readonly { readonly value: string; readonly label: string }[];
}

/** A table to be written: one file of `tables/`. */
export interface OutputTable {
  /** File name without `.csv`. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  /** In the order of their ids. */
  readonly rows: readonly (readonly Cell[])[];
  readonly sources: readonly Source[];
}

/** Orders by id, the same on every machine. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
