import {
  type Age,
  type Counts,
  createTable,
  type Keys,
  measureColumn,
  missingAt,
  type Provenance,
  type Sex,
  type Table,
} from "@popneeds/core";
import { onlyCount } from "./only-count.ts";

/**
 * The deaths of each row times the years that one of them takes: what all ways of counting years lost have in common.
 *
 * The years of a death are worked out once for each sex and band of ages.
 *
 * @param yearsOf years that one death takes; the sex is `null` where deaths are not by sex
 */
export function yearsForDeaths<K extends Keys & { readonly age: Age }>(
  caller: string,
  deaths: Table<K, Counts>,
  yearsOf: (sex: Sex | null, band: Age) => number,
  provenance: Provenance,
): Table<K, { readonly years: "years" }> {
  const [, count] = onlyCount(caller, deaths as unknown as Table<Keys, Counts>);
  const age = deaths.keys.age;
  const sex = (deaths as unknown as Table).keys["sex"];
  const sexes = (sex?.values ?? [null]) as readonly (Sex | null)[];
  const known = new Map<number, number>();
  const yearsAt = (row: number): number => {
    const at = (sex?.codes[row] ?? 0) * age.values.length + age.codes[row]!;
    const years = known.get(at) ?? yearsOf(sexes[sex?.codes[row] ?? 0]!, age.values[age.codes[row]!]!);
    known.set(at, years);
    return years;
  };
  const lost = Array.from({ length: deaths.length }, (_, i) => {
    const years = yearsAt(i);
    return missingAt(count, i) ?? count.values[i]! * years;
  });
  return createTable({
    keys: deaths.keys,
    measures: { years: measureColumn("years", lost, { absent: count.absent }) },
    issues: deaths.issues,
    provenance,
  });
}
