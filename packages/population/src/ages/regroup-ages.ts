import {
  type Age,
  describeRow,
  firstThree,
  type Issue,
  into,
  type Keys,
  type MeasureColumn,
  type Measures,
  measureColumn,
  missingAt,
  type OnlyCounts,
  PopneedsError,
  type Table,
  uncheckedTable,
} from "@popneeds/core";
import { agesInOrder } from "../shared/ages-in-order.ts";
import { requireKey } from "../shared/groups-beside.ts";
import { measureFrom } from "../shared/measure-from.ts";
import { requireCounts } from "../shared/require-counts.ts";

/**
 * Sums counts into wider bands of ages, and answers for every band being whole.
 *
 * Each count is the exact sum over the ages in its band. As `into`, but with two things more: a band that cuts through
 * an age of the table is named, and a band of which a group lacks an age is missing (`incomplete`), since the sum of the
 * others would be too small. An issue says where. Where an absent row means zero, as in a register of deaths, nothing is
 * lacking.
 *
 * An open band asked for (`85+`) needs the open band of the table; a closed one never takes it: `85-94` cuts through `90+`.
 *
 * @param table counts by age, of any keys beside
 * @param bands bands that do not overlap; every age of the table must lie in one
 * @returns the same keys, with the bands as ages
 * @throws PopneedsError `band-cut` when a band cuts through an age of the table, `overlapping-ages` when ages of the table
 * overlap; `unknown-key`, `overlapping-bands`, `age-outside-bands` and `not-additive` as `into`
 *
 * @example
 * regroupAges(people, ageBands(0, 16, 65, 75, 85))
 */
export function regroupAges<K extends Keys & { readonly age: Age }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  bands: readonly Age[],
): Table<K, M> {
  requireKey(table, "age", "regroupAges");
  requireCounts(table as unknown as Table, "regroupAges");
  const ages = agesInOrder(table.keys.age.values as readonly Age[], "regroupAges");
  refuseCut(ages, bands);
  const covered = measureColumn(
    "years",
    Array.from(table.keys.age.codes, (code) => yearsOf(table.keys.age.values[code]!)),
  );
  const summed = into(
    uncheckedTable({
      ...(table as unknown as Table),
      measures: { ...table.measures, [coverage]: covered },
    }) as unknown as Table<Keys & { readonly age: Age }, { readonly [name: string]: "count" }>,
    bands,
  ) as unknown as Table<Keys & { readonly age: Age }>;
  const { [coverage]: years, ...measures } = summed.measures;
  const lacking: number[] = [];
  const { codes, values } = summed.keys.age;
  for (let i = 0; i < summed.length; i++) if (years!.values[i] !== yearsOf(values[codes[i]!]!)) lacking.push(i);
  const whole = new Set(lacking);
  const needsAll = Object.values<MeasureColumn>(measures).some(({ absent }) => absent !== "zero");
  return uncheckedTable({
    ...summed,
    measures: Object.fromEntries(
      Object.entries<MeasureColumn>(measures).map(([name, column]) => [
        name,
        lacking.length === 0 || column.absent === "zero" ? column : withGaps(column, whole),
      ]),
    ),
    issues: needsAll && lacking.length > 0 ? [...summed.issues, notWhole(summed, lacking)] : summed.issues,
  }) as unknown as Table<K, M>;
}

const coverage = "years of age covered";

/** Years of a band; an open one is taken to end at 1,000, so that its years can be added to others. */
function yearsOf({ from, to }: Age): number {
  return Math.min(to, 1000) - from;
}

function withGaps(column: MeasureColumn, lacking: ReadonlySet<number>): MeasureColumn {
  return measureFrom(
    column,
    Array.from(column.values, (value, i) => missingAt(column, i) ?? (lacking.has(i) ? "incomplete" : value)),
  );
}

function notWhole(table: Table, lacking: readonly number[]): Issue {
  return {
    code: "band-not-whole",
    severity: "warning",
    message: `regroupAges: ${lacking.length} of ${table.length} bands lack one or more of their ages, and are missing: ${firstThree(lacking.map((i) => describeRow(table, i))).join("; ")}`,
    fix: "Give every age of the band, or ask for bands that the table has whole.",
  };
}

function refuseCut(ages: readonly Age[], bands: readonly Age[]): void {
  const cuts = bands.flatMap((band) =>
    ages
      .filter((age) => band.from < age.to && age.from < band.to && !(band.from <= age.from && age.to <= band.to))
      .map((age) => `${band.label} cuts through ${age.label}`),
  );
  if (cuts.length > 0)
    throw new PopneedsError({
      code: "band-cut",
      message: `regroupAges: bands must be made of whole ages of the table; ${cuts.length} cut through one:`,
      where: cuts,
      fix: 'Ask for bands that start and end where the table\'s do, or divide the table into single years first: ungroupAges(table, { method: "monotone" }).',
    });
}
