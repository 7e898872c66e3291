import { type Age, type Counts, type Keys, PopneedsError, type Sex, type Table, withStep } from "@popneeds/core";
import { type AgeAtDeathOptions, ageAtDeath, ageAtDeathInWords, ageAtDeathOf } from "./age-at-death.ts";
import { refuseAcross } from "./refuse-across.ts";
import { yearsForDeaths } from "./years-for-deaths.ts";

export interface WorkingYearsOptions extends AgeAtDeathOptions {
  /** The age at which working life starts. Default 16. */
  readonly from?: number;
  /** The age at which it ends, such as a state pension age; one for all, or one for each sex of the deaths. Default 65. */
  readonly until?: number | Readonly<Partial<Record<Sex, number>>>;
}

/**
 * Working years of life lost (WYLL): each death before the end of working life counts the working years that were ahead.
 *
 * years = deaths × (until − max(x, from)) for x below `until`, else 0, x being the age at which deaths of the band are taken to
 * happen. A child's death counts the whole working life. Nothing is assumed of who would have worked.
 *
 * @param deaths  one count by age, and by anything else; no band may lie across `from` or `until`
 * @param options `from`: default 16; `until`: default 65, or one for each sex; `ageAtDeath`, `openBandYears`
 * @returns years, a row for each of the deaths'; 0 without deaths and from `until` on; missing deaths pass their reason
 * @throws PopneedsError `age-across-limit` when a band lies on both sides of `from` or `until`; `invalid-option`, also when a
 * sex of the deaths has no age at which working life ends; `no-mean-age`; `one-measure`
 *
 * Source: Gardner JW, Sanborn JS. Years of potential life lost (YPLL): what does it measure? Epidemiology 1990;1:322–9.
 *
 * @example
 * workingYearsOfLifeLost(deaths, { until: 66 })
 */
export function workingYearsOfLifeLost<K extends Keys & { readonly age: Age }>(
  deaths: Table<K, Counts>,
  options: WorkingYearsOptions = {},
): Table<K, { readonly years: "years" }> {
  const { from = 16, until = 65 } = options;
  const untilOf = (sex: Sex | null) => (typeof until === "number" ? until : (until[sex ?? "all"] ?? Number.NaN));
  const sexes = ((deaths as unknown as Table).keys["sex"]?.values ?? [null]) as readonly (Sex | null)[];
  for (const sex of sexes)
    if (!(from >= 0 && untilOf(sex) > from && untilOf(sex) < 150))
      throw new PopneedsError({
        code: "invalid-option",
        message: `workingYearsOfLifeLost: until must be an age above from for every sex; found from ${from} until ${untilOf(sex)}${sex === null ? "" : ` for "${sex}"`}`,
        fix: "Give the ages at which working life starts and ends: { from: 16, until: 66 }.",
      });
  const convention = ageAtDeathOf("workingYearsOfLifeLost", options);
  refuseAcross("workingYearsOfLifeLost", deaths.keys.age.values, [from, ...sexes.map(untilOf)]);
  const end =
    typeof until === "number" ? `${until}` : sexes.map((sex) => `${untilOf(sex)} (${sex ?? "all"})`).join(" and ");
  return yearsForDeaths(
    "workingYearsOfLifeLost",
    deaths,
    (sex, band) => Math.max(0, untilOf(sex) - Math.max(from, ageAtDeath(band, convention, sex))),
    withStep(
      deaths.provenance,
      `working years of life lost: deaths × years of working life ahead, from age ${from} until ${end}, deaths taken ${ageAtDeathInWords(convention)}`,
    ),
  );
}
