import {
  createTable,
  describeRow,
  firstThree,
  fromInputs,
  type Issue,
  type KeyColumn,
  type Keys,
  keyColumn,
  keyText,
  type MeasureColumn,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { onlyMeasure } from "../shared/only-measure.ts";

/** Both parts of the burden, and their sum. They are years, not counts: no limits of counts hold for them. */
export type LifeYears = { readonly lost: "years"; readonly lived: "years"; readonly years: "years" };

/**
 * Disability-adjusted life years (DALY): years of life lost to early death, and years lived with disability.
 *
 * Rows meet by what their keys mean. A row that one table does not have counts 0 there only where that table says that an absent row is
 * zero; else the sum is `incomplete`, and an issue says which part is missing and where. A DALY of deaths alone is never given.
 *
 * @param lost  one measure of years (`yearsOfLifeLost`)
 * @param lived one measure of years (`yearsLivedWithDisability`), by the same keys
 * @returns by the keys of both: `lost`, `lived`, and their sum `years`
 * @throws PopneedsError `different-keys` when the tables are not by the same keys; `not-years` when a measure is not of years;
 * `one-measure`
 *
 * Source: Murray CJL et al. Lancet 2012;380:2063–6.
 *
 * @example
 * disabilityAdjustedLifeYears(yearsOfLifeLost(deaths, reference), yearsLivedWithDisability(cases, weights))
 */
export function disabilityAdjustedLifeYears<K extends Keys>(
  lost: Table<K, { readonly years: "years" }>,
  lived: Table<K, { readonly years: "years" }>,
): Table<K, LifeYears> {
  const tables = [lost, lived] as unknown as readonly [Table, Table];
  const parts = tables.map((table, i) => onlyMeasure("disabilityAdjustedLifeYears", table, names[i]!));
  refuseOthers(tables, parts);
  const keys = Object.keys(lost.keys);
  const rowOf = new Map<string, [number, number]>();
  for (const [which, table] of tables.entries())
    for (let row = 0; row < table.length; row++) {
      const text = keys.map((name) => keyText(keyAt(table, name, row))).join("\u0000");
      const rows = rowOf.get(text) ?? [-1, -1];
      rows[which] = row;
      rowOf.set(text, rows);
    }
  const pairs = [...rowOf.values()];
  const columns = parts.map((part, which) => pairs.map((rows) => figureAt(part, rows[which]!)));
  const sums = pairs.map((_, i): number | Missing => {
    const [one, other] = [columns[0]![i]!, columns[1]![i]!];
    return typeof one === "number" && typeof other === "number" ? one + other : "incomplete";
  });
  const keyColumns = Object.fromEntries(
    keys.map((name) => [
      name,
      keyColumn(pairs.map(([a, b]) => (a >= 0 ? keyAt(tables[0], name, a) : keyAt(tables[1], name, b)))),
    ]),
  ) as Record<string, KeyColumn>;
  const absent = parts.every((part) => part.absent === "zero") ? "zero" : "unknown";
  const table = uncheckedTable({ keys: keyColumns, measures: {} }) as Table;
  return createTable({
    keys: keyColumns,
    measures: {
      lost: measureColumn("years", columns[0]!, { absent }),
      lived: measureColumn("years", columns[1]!, { absent }),
      years: measureColumn("years", sums, { absent }),
    },
    issues: [...lost.issues, ...lived.issues, ...columns.flatMap((column, i) => lackOf(table, column, names[i]!))],
    provenance: withStep(
      fromInputs([lost.provenance, lived.provenance]),
      "disability-adjusted life years: years of life lost and years lived with disability, added",
    ),
  }) as unknown as Table<K, LifeYears>;
}

const names = ["years of life lost", "years lived with disability"] as const;

function keyAt({ keys }: Table, name: string, row: number) {
  const { values, codes } = keys[name]!;
  return values[codes[row]!]!;
}

function figureAt(column: MeasureColumn, row: number): number | Missing {
  if (row === -1) return column.absent === "zero" ? 0 : "unknown";
  return missingAt(column, row) ?? column.values[row]!;
}

function lackOf(table: Table, column: readonly (number | Missing)[], name: string): Issue[] {
  const rows = column.flatMap((figure, row) => (typeof figure === "string" ? [row] : []));
  if (rows.length === 0) return [];
  return [
    {
      code: "incomplete-burden",
      severity: "warning",
      message: `disability-adjusted life years need both parts; ${name} are missing in ${rows.length} of ${column.length} rows, whose sum is incomplete: ${firstThree(rows.map((row) => describeRow(table, row))).join("; ")}`,
      fix: `Give ${name} for these rows, or show the other part alone under its own name.`,
    },
  ];
}

function refuseOthers(tables: readonly [Table, Table], parts: readonly MeasureColumn[]): void {
  const [one, other] = tables.map(({ keys }) => Object.keys(keys).sort().join(", "));
  if (one !== other)
    throw new PopneedsError({
      code: "different-keys",
      message: `disabilityAdjustedLifeYears: both parts must be by the same keys; years lost are by ${one}, years lived by ${other}`,
      fix: "Sum over the keys that only one of them has: sumOver(table, …).",
    });
  const odd = parts.findIndex(({ kind }) => kind !== "years");
  if (odd >= 0)
    throw new PopneedsError({
      code: "not-years",
      message: `disabilityAdjustedLifeYears: ${names[odd]} must be years; found a ${parts[odd]!.kind}`,
      fix: "Turn deaths and cases into years first: yearsOfLifeLost, yearsLivedWithDisability.",
    });
}
