import { type Age, type Counts, type Keys, PopneedsError, type Table, takeRows, withStep } from "@popneeds/core";
import { refuseAcross } from "./refuse-across.ts";

/**
 * Deaths before an age, 75 unless another is given: premature mortality, all causes or any.
 *
 * Set them over the people of the same ages for a rate; a rate over people of all ages would be another measure.
 *
 * @param deaths  one count or more by age; no band may lie across `until`
 * @param options `until`: the age, default 75
 * @returns the rows of deaths before that age
 * @throws PopneedsError `age-across-limit` when a band lies on both sides of `until`; `invalid-option`
 *
 * @example
 * directRate(over(prematureDeaths(deaths), keep(people, { … })), europeanStandard)
 */
export function prematureDeaths<K extends Keys & { readonly age: Age }, M extends Counts>(
  deaths: Table<K, M>,
  { until = 75 }: { readonly until?: number } = {},
): Table<K, M> {
  if (!(until > 0 && until < 150))
    throw new PopneedsError({
      code: "invalid-option",
      message: `prematureDeaths: until must be an age above 0; found ${until}`,
      fix: "Give the age below which a death is premature, such as 75.",
    });
  refuseAcross("prematureDeaths", deaths.keys.age.values, [until]);
  const { codes, values } = deaths.keys.age;
  const early = Array.from({ length: deaths.length }, (_, i) => i).filter((i) => values[codes[i]!]!.from < until);
  return takeRows(deaths, early, withStep(deaths.provenance, `kept deaths before age ${until}`));
}
