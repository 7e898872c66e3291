import {
  createTable,
  type Key,
  type KeyColumn,
  type Keys,
  type MeasureKind,
  type Measures,
  measureColumn,
  type Period,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { type Figure, figureAt } from "../shared/figure.ts";
import { onlyFigure } from "../shared/only-figure.ts";
import { pairedRows } from "./paired-rows.ts";

/** A figure at two times, and how far it moved. */
export type ChangeMeasures<Kind extends MeasureKind> = {
  readonly before: Kind;
  readonly after: Kind;
  readonly absolute: Kind;
  readonly percentage: "percentage";
};

/** The kind of the measure that a change is taken of: `value` where there is one, else the only measure. */
export type KindOf<M extends Measures> = M extends { readonly value: infer Kind extends MeasureKind }
  ? Kind
  : M[keyof M];

/**
 * How far a figure moved between two periods: absolute = after − before; percentage = absolute ÷ before × 100.
 *
 * It says what changed, not that the change is clear: counts in full have no limits; for estimates with limits use
 * `estimateChange`. Both periods must come from one series, since editions are not to be compared; the caller knows.
 *
 * @param table   figures by period: one measure, or estimates, whose `value` is taken
 * @param options `from`, `to`: labels of the two periods, `"2018"` or 2018
 * @returns by every key but the period: both figures, the change in their unit, and in per cent of the first. A figure
 * that is missing passes its reason; a group that has no row for one of the periods is `not available`, or 0 where an
 * absent row means zero; the percentage of a change from 0 is `not applicable`
 * @throws PopneedsError `unknown-period` when the table has no such period; `one-measure`
 *
 * @example
 * change(sumOver(people, "sex", "age"), { from: "2018", to: "2023" })
 */
export function change<K extends Keys & { readonly period: Period }, M extends Measures>(
  table: Table<K, M>,
  { from, to }: { readonly from: string | number; readonly to: string | number },
): Table<Omit<K, "period">, ChangeMeasures<KindOf<M>>> {
  const figure = onlyFigure("change", table);
  const [first, last] = [periodLabelled(table, String(from)), periodLabelled(table, String(to))];
  const pairs = pairedRows(table, "period", last, first);
  const at = (row: number | null): Figure =>
    row === null ? (figure.absent === "zero" ? 0 : "not available") : figureAt(figure, row);
  const rows = pairs.rows.map(([afterRow, beforeRow]) => {
    const [before, after] = [at(beforeRow), at(afterRow)];
    const absolute = combined(before, after, (a, b) => b - a);
    const percentage = combined(before, after, (a, b) => (a === 0 ? "not applicable" : ((b - a) / a) * 100));
    return { before, after, absolute, percentage };
  });
  const kind = figure.kind;
  const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
  return createTable({
    keys: pairs.keys as Readonly<Record<string, KeyColumn<Key>>>,
    measures: {
      before: measureColumn(kind, column("before")),
      after: measureColumn(kind, column("after")),
      absolute: measureColumn(kind, column("absolute")),
      percentage: measureColumn("percentage", column("percentage")),
    },
    issues: table.issues,
    provenance: withStep(table.provenance, `change from ${first.label} to ${last.label}, absolute and in per cent`),
  }) as unknown as Table<Omit<K, "period">, ChangeMeasures<KindOf<M>>>;
}

function combined(before: Figure, after: Figure, how: (before: number, after: number) => Figure): Figure {
  if (typeof before === "string") return before;
  return typeof after === "string" ? after : how(before, after);
}

/** The period of a table that has a label. */
export function periodLabelled(table: Table, label: string): Period {
  const periods = table.keys["period"]!.values as readonly Period[];
  const found = periods.find((period) => period.label === label);
  if (!found)
    throw new PopneedsError({
      code: "unknown-period",
      message: `unknown period "${label}"; the table has ${periods.map((period) => period.label).join(", ") || "none"}`,
      fix: "Name a period of the table.",
    });
  return found;
}
