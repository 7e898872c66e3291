import {
  type Age,
  type Counts,
  createTable,
  fromInputs,
  type Keys,
  type MeasureColumn,
  measureColumn,
  missingAt,
  PopneedsError,
  type Provenance,
  type Sex,
  sourcesOf,
  type Table,
  withStep,
} from "@popneeds/core";
import type { ReferenceLifeTable } from "@popneeds/population";
import { type AgeAtDeathOptions, ageAtDeath as ageAtDeathIn } from "./age-at-death.ts";
import { expectancyAt } from "./expectancy-at.ts";

/**
 * Years of life lost: each death counts the years that a person of that age could still expect by a reference life table.
 *
 * years = deaths × e(x), x being the age at which deaths of the band are taken to happen: its middle, and in the open band
 * five years above its first birthday, unless the options say otherwise. e(x) lies on the straight line between the ages of
 * the table. No discounting and no weighting by age. The result has one row for each of the deaths', and adds up: sum it over
 * age and sex for the years lost by all.
 *
 * Against another reference the years differ much; the step names it, and figures against two references are not to be
 * compared. They are years against an ideal, so they have no limits of their own.
 *
 * @param deaths    one count by sex and age, of deaths or of expected deaths; fractions are allowed
 * @param reference years that remain, by sex and exact age
 * @param options   `ageAtDeath`: `middle` (default) or `start`; `openBandYears`: default 5
 * @returns years of life lost, 0 where there are no deaths; missing or suppressed deaths pass their reason
 * @throws PopneedsError `no-expectancy` when the table lacks a sex; `one-measure`; `invalid-option`
 *
 * Source: Murray CJL et al. Lancet 2012;380:2063–6; World Health Organization. Methods and data sources for global burden
 * of disease estimates, 2013.
 * Reference: the worked example of the Australian Institute of Health and Welfare, 501.45 years, to the digits printed (0.01).
 *
 * @example
 * sumOver(yearsOfLifeLost(deaths, ukLifeTable), "age", "sex")
 */
export function yearsOfLifeLost<K extends Keys & { readonly sex: Sex; readonly age: Age }>(
  deaths: Table<K, Counts>,
  reference: ReferenceLifeTable,
  { ageAtDeath = "middle", openBandYears = 5 }: AgeAtDeathOptions = {},
): Table<K, { readonly years: "years" }> {
  if (!(openBandYears >= 0 && openBandYears < 50))
    throw new PopneedsError({
      code: "invalid-option",
      message: `yearsOfLifeLost: invalid openBandYears: ${openBandYears}`,
      fix: "Give the years above the open band's first birthday at which deaths are taken to happen, such as 5.",
    });
  const count = onlyCount(deaths);
  const convention = { ageAtDeath, openBandYears };
  const { sex, age } = deaths.keys;
  const years = sex.values.map((of) =>
    age.values.map((band) => expectancyAt(reference, of, ageAtDeathIn(band, convention))),
  );
  const lost = Array.from(
    { length: deaths.length },
    (_, i) => missingAt(count, i) ?? count.values[i]! * years[sex.codes[i]!]![age.codes[i]!]!,
  );
  return createTable({
    keys: deaths.keys,
    measures: { years: measureColumn("years", lost, { absent: count.absent }) },
    issues: deaths.issues,
    provenance: withStep(rests(deaths.provenance, reference), said(reference, convention)),
  });
}

function onlyCount({ measures }: Table<Keys, Counts>): MeasureColumn {
  const [first, ...others] = Object.entries<MeasureColumn>(measures);
  if (!first || others.length > 0)
    throw new PopneedsError({
      code: "one-measure",
      message: `yearsOfLifeLost: deaths must be the only measure; found ${Object.keys(measures).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "deaths").',
    });
  return first[1];
}

function rests(deaths: Provenance, { provenance }: ReferenceLifeTable): Provenance {
  return sourcesOf(provenance).length === 0 ? deaths : fromInputs([deaths, provenance]);
}

function said({ name }: ReferenceLifeTable, { ageAtDeath, openBandYears }: Required<AgeAtDeathOptions>): string {
  const where =
    ageAtDeath === "start"
      ? "at the first birthday of each band of ages"
      : `in the middle of each band of ages, in the open band ${openBandYears} years above its first birthday`;
  return `years of life lost against ${name}: deaths × years still to be expected, deaths taken ${where}; not discounted`;
}
