import {
  type Derived,
  type Key,
  type KeyColumn,
  type MeasureColumn,
  type MeasureKind,
  measureColumn,
  type Table,
  takeRows,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import type { Interval } from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { type Figure, figureAt, orMissing } from "../shared/figure.ts";
import type { GroupsInOrder, OrderedGroups } from "./groups-in-order.ts";

/** Measures that a function of one set of groups gives, and the kind of each. */
export interface InequalityMeasures<M extends Readonly<Record<string, MeasureKind>>> {
  readonly kinds: M;
  readonly of: (groups: OrderedGroups) => { readonly [P in keyof M]: number };
}

/** A table with a row for each set of groups: its measures, or why it has none. */
export function inequalityTable<M extends Readonly<Record<string, MeasureKind>>>(
  table: Estimates,
  { names, first, groups, issues }: GroupsInOrder,
  { kinds, of }: InequalityMeasures<M>,
  step: string,
): Table {
  const rows = groups.map((one) => (one.missing === null ? of(one) : one.missing));
  const keys = takeRows(table as unknown as Table, first).keys as Readonly<Record<string, KeyColumn<Key>>>;
  const column = (name: string): Figure[] =>
    rows.map((row) => (typeof row === "string" ? row : orMissing(row[name]!, "not applicable")));
  const measures: Record<string, MeasureColumn> = {};
  for (const name of Object.keys(kinds)) measures[name] = measureColumn(kinds[name]!, column(name));
  return uncheckedTable({
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    measures,
    issues: [...table.issues, ...issues],
    provenance: withStep(table.provenance, step),
  });
}

/** The estimate of a row with its limits; NaN where one is missing. */
export function intervalAt({ measures }: Estimates, row: number): Interval {
  const number = (figure: Figure) => (typeof figure === "string" ? Number.NaN : figure);
  return {
    value: number(figureAt(measures.value, row)),
    lower: number(figureAt(measures.lower, row)),
    upper: number(figureAt(measures.upper, row)),
  };
}

/** The kind of the values of a table of estimates. */
export function kindOf(table: Estimates): Derived {
  return table.measures.value.kind;
}
