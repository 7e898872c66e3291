import { type Age, type Counts, type Keys, PopneedsError, type Table, withStep } from "@popneeds/core";
import { type AgeAtDeathOptions, ageAtDeath, ageAtDeathInWords, ageAtDeathOf } from "./age-at-death.ts";
import { refuseAcross } from "./refuse-across.ts";
import { yearsForDeaths } from "./years-for-deaths.ts";

export interface PotentialYearsOptions extends AgeAtDeathOptions {
  /** The exact age up to which years are counted, above `from`. Default 75. */
  readonly until?: number;
  /** The youngest completed age whose deaths count. Default 0, infants too; 1 leaves them out. */
  readonly from?: number;
}

/**
 * Potential years of life lost (PYLL): each death before an age counts the years up to it.
 *
 * years = deaths × (until − x) for deaths from `from` to below `until`, x being the age at which deaths of the band are taken to
 * happen, else 0. It needs no life table, and ignores all deaths from that age on: it is a measure of early death, and not of
 * all years lost. Publishers differ on infants: `from: 1` leaves them out, as Romeder and McWhinnie did.
 *
 * The result adds up; set it over people and use `directRate` for a rate to a standard.
 *
 * @param deaths  one count by age, and by anything else; no band may lie across `from` or `until`
 * @param options `until`: default 75; `from`: default 0; `ageAtDeath`: `middle` (default), `start`, or means; `openBandYears`
 * @returns years, a row for each of the deaths'; 0 without deaths and at other ages; missing deaths pass their reason
 * @throws PopneedsError `age-across-limit` when a band lies on both sides of `from` or `until`; `no-mean-age`; `one-measure`;
 * `invalid-option`
 *
 * Source: Romeder JM, McWhinnie JR. Potential years of life lost between ages 1 and 70. Int J Epidemiol 1977;6:143–51.
 *
 * @example
 * potentialYearsOfLifeLost(deaths, { from: 1 })
 */
export function potentialYearsOfLifeLost<K extends Keys & { readonly age: Age }>(
  deaths: Table<K, Counts>,
  options: PotentialYearsOptions = {},
): Table<K, { readonly years: "years" }> {
  const { until = 75, from = 0 } = options;
  if (!(from >= 0 && until > from && until < 150))
    throw new PopneedsError({
      code: "invalid-option",
      message: `potentialYearsOfLifeLost: until must be above from, and both be ages; found from ${from} until ${until}`,
      fix: "Give the age up to which years count, such as 75, and the youngest age whose deaths count, such as 0 or 1.",
    });
  const convention = ageAtDeathOf("potentialYearsOfLifeLost", options);
  refuseAcross("potentialYearsOfLifeLost", deaths.keys.age.values, [from, until]);
  return yearsForDeaths(
    "potentialYearsOfLifeLost",
    deaths,
    (sex, band) =>
      band.from < from || band.from >= until ? 0 : Math.max(0, until - ageAtDeath(band, convention, sex)),
    withStep(
      deaths.provenance,
      `potential years of life lost: deaths ${from === 0 ? "" : `from age ${from} `}before age ${until} × years up to it, deaths taken ${ageAtDeathInWords(convention)}`,
    ),
  );
}
