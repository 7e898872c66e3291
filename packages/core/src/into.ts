import type { Age } from "./age.ts";
import { countBy } from "./count-by.ts";
import { recodeKeys } from "./key-column.ts";
import type { OnlyCounts } from "./only-counts.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { withStep } from "./provenance.ts";
import { type Keys, type Measures, refuseWithout, type Table, uncheckedTable } from "./table.ts";

/**
 * Sums counts into wider bands of ages. Every age of the table must lie wholly inside one of the bands.
 *
 * @param bands bands that do not overlap; ages of the table outside all of them are refused, never dropped
 * @throws PopneedsError `unknown-key` when the table has no key `age`
 * @throws PopneedsError `overlapping-bands` when two bands share an age
 * @throws PopneedsError `age-outside-bands` when an age lies in no band, or across two
 *
 * @example
 * into(people, ageBands(0, 16, 65, 75, 85))
 */
export function into<K extends Keys & { readonly age: Age }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  bands: readonly Age[],
): Table<K, M> {
  refuseWithout(table, "age", "into");
  refuseOverlap(bands);
  const column = table.keys.age;
  const astray = column.values.filter((age) => !bandOf(age, bands));
  if (astray.length > 0)
    throw new PopneedsError({
      code: "age-outside-bands",
      message: `into: every age must lie inside one band; ${astray.length} of ${column.values.length} do not:`,
      where: astray.map((age) => age.label),
      fix: `The bands are ${bands.map((band) => band.label).join(", ")}: use bands that start where ages of the table start, and leave other ages out with keep() first.`,
    });
  const recoded = uncheckedTable({
    ...table,
    keys: { ...table.keys, age: recodeKeys(column, (age) => bandOf(age, bands)!) },
  });
  return uncheckedTable({
    ...countBy(recoded as unknown as Table, Object.keys(table.keys)),
    provenance: withStep(table.provenance, `summed into ages ${bands.map((band) => band.label).join(", ")}`),
  }) as unknown as Table<K, M>;
}

function refuseOverlap(bands: readonly Age[]): void {
  const sorted = [...bands].sort((a, b) => a.from - b.from);
  const at = sorted.findIndex((band, i) => i > 0 && band.from < sorted[i - 1]!.to);
  if (at > 0)
    throw new PopneedsError({
      code: "overlapping-bands",
      message: `into: bands must not overlap; ${sorted[at - 1]!.label} and ${sorted[at]!.label} do`,
      fix: "Give bands each of which starts where the one before ends: ageBands(0, 16, 65).",
    });
}

function bandOf(age: Age, bands: readonly Age[]): Age | undefined {
  return bands.find((band) => band.from <= age.from && age.to <= band.to);
}
