import { type Age, ageBand, type Keys, keep, type Measures, sumOver, type Table } from "@popneeds/core";

/** The bands of ages that plans are made for. They overlap: each is counted for itself. */
export const planningBands: readonly Age[] = [
  ageBand(0, 16),
  ageBand(16, 65),
  ageBand(65, 75),
  ageBand(75, 85),
  ageBand(65, Infinity),
  ageBand(75, Infinity),
  ageBand(85, Infinity),
];

/** One table for each band, summed over the ages in it. */
export function byBand<K extends Keys & { readonly age: Age }, M extends Measures>(
  table: Table<K, M>,
  bands: readonly Age[],
): readonly { readonly band: Age; readonly table: Table<{ readonly [P in Exclude<keyof K, "age">]: K[P] }, M> }[] {
  return bands.map((band) => ({
    band,
    table: sumOver(
      keep(table as unknown as Table<{ readonly age: Age }, { readonly people: "count" }>, {
        age: (age) => band.from <= age.from && age.to <= band.to,
      }),
      "age",
    ) as unknown as Table<{ readonly [P in Exclude<keyof K, "age">]: K[P] }, M>,
  }));
}
