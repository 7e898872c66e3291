import {
  type Derived,
  describeRow,
  firstThree,
  type Issue,
  type Key,
  type KeyColumn,
  type MeasureColumn,
  type MeasureKind,
  type Missing,
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
  readonly of: (groups: OrderedGroups) => { readonly [P in keyof M]: number } | Missing;
}

/** A table with a row for each set of groups: its measures, or why it has none. */
export function inequalityTable<M extends Readonly<Record<string, MeasureKind>>>(
  table: Estimates,
  { names, first, groups, issues }: GroupsInOrder,
  { kinds, of }: InequalityMeasures<M>,
  step: string,
): Table {
  const rows = groups.map((one) => (one.missing === null ? of(one) : one.missing));
  const unfit = rows.flatMap((row, g) =>
    typeof row !== "string" && Object.values<number>(row).every(Number.isNaN) ? [groups[g]!.rows[0]!] : [],
  );
  const keys = takeRows(table as unknown as Table, first).keys as Readonly<Record<string, KeyColumn<Key>>>;
  const column = (name: string): Figure[] =>
    rows.map((row) => (typeof row === "string" ? row : orMissing(row[name]!, "not applicable")));
  const measures: Record<string, MeasureColumn> = {};
  for (const name of Object.keys(kinds)) measures[name] = measureColumn(kinds[name]!, column(name));
  return uncheckedTable({
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    measures,
    issues: [...table.issues, ...issues, ...unfitValues(table, unfit, groups.length)],
    provenance: withStep(table.provenance, step),
  });
}

function unfitValues(table: Estimates, rows: readonly number[], all: number): Issue[] {
  if (rows.length === 0) return [];
  const some = firstThree(rows.map((i) => describeRow(table as unknown as Table, i))).join("; ");
  return [
    {
      code: "values-unfit",
      severity: "warning",
      message: `${rows.length} of ${all} have values that the measure cannot be worked out from, such as 0 on a log scale or nothing at all: ${some}`,
      fix: "Use a linear scale, or bounds that hold all values, or take wider areas.",
    },
  ];
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
