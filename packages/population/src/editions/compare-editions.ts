import {
  countBy,
  fromInputs,
  type Keys,
  keep,
  keyText,
  type Measures,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  takeRows,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { onlyCount } from "../shared/require-counts.ts";
import { requireEditions } from "./take-edition.ts";

/** Two editions of the same figure. */
export type EditionMeasures = {
  readonly before: "count";
  readonly after: "count";
  /** after − before. */
  readonly difference: "count";
  /** 100 × difference ÷ before. */
  readonly change: "percentage";
};

/**
 * Sets two editions of the same figures against each other: both, their difference, and it in per cent of the first.
 *
 * difference = after − before; change = 100 × difference ÷ before. Rows are those that both editions have, and an issue says how
 * many only one has. Where a part is missing, so is the sum; of nobody there is no change in per cent (`no population`).
 *
 * @param table   one count with the key `edition`, as `populationEditions` makes it
 * @param before  the name of the first edition
 * @param after   the name of the second
 * @param options `by`: the keys to compare by, all else being summed over; default `area` and `period`
 * @throws PopneedsError `unknown-edition`; `unknown-key` when the table has no such key; `one-measure`, `not-additive`
 *
 * @example
 * compareEditions(editions, "small areas 2021", "rebased 2023")
 */
export function compareEditions<K extends Keys & { readonly edition: string }, M extends Measures>(
  table: Table<K, M>,
  before: string,
  after: string,
  { by }: { readonly by?: readonly (Exclude<keyof K, "edition"> & string)[] } = {},
): Table<{ readonly [P in Exclude<keyof K, "edition">]: K[P] }, EditionMeasures> {
  const plain = table as unknown as Table;
  requireEditions(plain, [before, after], "compareEditions");
  const [measure] = onlyCount(plain, "compareEditions");
  const names: readonly string[] = by ?? ["area", "period"];
  refuseUnknownKeys(plain, names);
  const summed = countBy(plain, [...names, "edition"]) as unknown as Table<{ readonly edition: string }>;
  const [first, second] = [before, after].map((edition) => keep(summed, { edition })) as unknown as [Table, Table];
  const rowOf = new Map(Array.from({ length: second.length }, (_, i) => [textOf(second, names, i), i]));
  const pairs = Array.from({ length: first.length }, (_, i) => [i, rowOf.get(textOf(first, names, i))] as const);
  const both = pairs.filter((pair): pair is readonly [number, number] => pair[1] !== undefined);
  const figures = both.map(([i, j]) => {
    const [a, b] = [figureAt(first, measure, i), figureAt(second, measure, j)];
    const difference = typeof a === "string" ? a : typeof b === "string" ? b : b - a;
    const change: number | Missing =
      typeof difference === "string" ? difference : a === 0 ? "no population" : (100 * difference) / (a as number);
    return { before: a, after: b, difference, change };
  });
  const kept = takeRows(
    first,
    both.map(([i]) => i),
  );
  const alone = first.length + second.length - 2 * both.length;
  return uncheckedTable({
    keys: Object.fromEntries(names.map((name) => [name, kept.keys[name]!])),
    measures: {
      before: measureColumn(
        "count",
        figures.map((row) => row.before),
      ),
      after: measureColumn(
        "count",
        figures.map((row) => row.after),
      ),
      difference: measureColumn(
        "count",
        figures.map((row) => row.difference),
      ),
      change: measureColumn(
        "percentage",
        figures.map((row) => row.change),
      ),
    },
    issues: [
      ...table.issues,
      ...(alone === 0
        ? []
        : [
            {
              code: "in-one-edition-only",
              severity: "note",
              message: `compareEditions: ${alone} rows stand in one of the editions only, and cannot be compared`,
              fix: "Compare the years and areas that both have.",
            } as const,
          ]),
    ],
    provenance: withStep(
      fromInputs([table.provenance]),
      `${after} set against ${before}, by ${names.join(" and ") || "nothing"}`,
    ),
  }) as unknown as Table<{ readonly [P in Exclude<keyof K, "edition">]: K[P] }, EditionMeasures>;
}

function figureAt(table: Table, measure: string, i: number): number | Missing {
  const column = table.measures[measure]!;
  return missingAt(column, i) ?? column.values[i]!;
}

function textOf({ keys }: Table, names: readonly string[], i: number): string {
  return names.map((name) => keyText(keys[name]!.values[keys[name]!.codes[i]!]!)).join("|");
}

function refuseUnknownKeys({ keys }: Table, names: readonly string[]): void {
  const astray = names.filter((name) => !(name in keys) || name === "edition");
  if (astray.length > 0)
    throw new PopneedsError({
      code: "unknown-key",
      message: `compareEditions: can only compare by keys of the table, other than edition; found ${astray.join(", ")}`,
      fix: `Name keys among ${Object.keys(keys)
        .filter((key) => key !== "edition")
        .join(", ")}: { by: ["period"] }.`,
    });
}
