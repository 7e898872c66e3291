import {
  type Age,
  type Counts,
  fromInputs,
  type Keys,
  PopneedsError,
  type Provenance,
  type Sex,
  sourcesOf,
  type Table,
  withStep,
} from "@popneeds/core";
import type { ReferenceLifeTable } from "@popneeds/population";
import { discountedYears, type YearWeights } from "@popneeds/stats";
import { type AgeAtDeathOptions, ageAtDeath as ageAtDeathIn, ageAtDeathInWords, ageAtDeathOf } from "./age-at-death.ts";
import { type AboveOldestAge, expectancyAt } from "./expectancy-at.ts";
import { onlyCount } from "./only-count.ts";
import { yearsForDeaths } from "./years-for-deaths.ts";

/** How years of life lost are counted. */
export interface YearsOfLifeLostOptions extends AgeAtDeathOptions, AboveOldestAge, YearWeights {}

/**
 * Years of life lost (YLL): each death counts the years that a person of that age could still expect by a reference life table.
 *
 * years = deaths × e(x), x being the age at which deaths of the band are taken to happen: its middle, and in the open band
 * five years above its first birthday, unless the options say otherwise. e(x) lies on the straight line between the ages of
 * the table. No discounting and no weighting by age, unless asked for to repeat older studies; then each death counts
 * `discountedYears(x, e(x))`. The result has one row for each of the deaths', and adds up: sum it over age and sex for the
 * years lost by all.
 *
 * Against another reference the years differ much; the step names it, and figures against two references are not to be
 * compared. They are years against an ideal, so they have no limits of their own.
 *
 * @param deaths    one count by sex and age, of deaths or of expected deaths; fractions are allowed
 * @param reference years that remain, by sex and exact age
 * @param options   `ageAtDeath`: `middle` (default), `start`, or the mean age at death in each band; `openBandYears`: default 5;
 * `aboveOldestAge`: `keep` (default), or the age at which nothing remains; `discount` (default 0 a year), `ageWeighting` (default
 * 0, none, to 1, all), `fall` and `constant` of the age weights (defaults 0.04 and 0.1658)
 * @returns years of life lost, 0 where there are no deaths; missing or suppressed deaths pass their reason
 * @throws PopneedsError `no-expectancy` when the table lacks a sex; `no-mean-age` when means are given and a band has none;
 * `one-measure`; `invalid-option`
 *
 * Source: Murray CJL et al. Lancet 2012;380:2063–6; World Health Organization. Methods and data sources for global burden
 * of disease estimates, 2013; Murray CJL, Lopez AD. The Global Burden of Disease, 1996.
 * Reference: the worked example of the Australian Institute of Health and Welfare, 501.45 years, to the digits printed (0.01).
 *
 * @example
 * sumOver(yearsOfLifeLost(deaths, ukLifeTable), "age", "sex")
 */
export function yearsOfLifeLost<K extends Keys & { readonly sex: Sex; readonly age: Age }>(
  deaths: Table<K, Counts>,
  reference: ReferenceLifeTable,
  options: YearsOfLifeLostOptions = {},
): Table<K, { readonly years: "years" }> {
  const convention = ageAtDeathOf("yearsOfLifeLost", options);
  const { aboveOldestAge = "keep" } = options;
  const weights = weightsOf(options);
  onlyCount("yearsOfLifeLost", deaths as unknown as Table<Keys, Counts>);
  const yearsOf = (sex: Sex | null, band: Age): number => {
    const age = ageAtDeathIn(band, convention, sex);
    return discountedYears(age, expectancyAt(reference, sex ?? "all", age, { aboveOldestAge }), weights);
  };
  const said =
    `years of life lost against ${reference.name}: deaths × years still to be expected, deaths taken ` +
    `${ageAtDeathInWords(convention)}${aboveOldestAge === "keep" ? "" : `, the years above the oldest age of the table falling to none at ${aboveOldestAge}`}; ${weightsInWords(weights)}`;
  return yearsForDeaths("yearsOfLifeLost", deaths, yearsOf, withStep(rests(deaths.provenance, reference), said));
}

function weightsOf({ discount = 0, ageWeighting = 0, fall = 0.04, constant = 0.1658 }: YearWeights) {
  const weights = { discount, ageWeighting, fall, constant };
  const invalid = [
    ...(discount >= 0 && discount < 1 ? [] : ["discount"]),
    ...(ageWeighting >= 0 && ageWeighting <= 1 ? [] : ["ageWeighting"]),
    ...(fall > 0 && fall < Number.POSITIVE_INFINITY ? [] : ["fall"]),
    ...(Number.isFinite(constant) ? [] : ["constant"]),
  ][0] as keyof typeof weights | undefined;
  if (invalid)
    throw new PopneedsError({
      code: "invalid-option",
      message: `yearsOfLifeLost: invalid ${invalid}: ${weights[invalid]}`,
      fix: "Give a yearly discount rate from 0 to below 1, such as 0.03; age weighting from 0 to 1; a fall above 0.",
    });
  return weights;
}

function weightsInWords({ discount, ageWeighting, fall, constant }: Required<YearWeights>): string {
  if (discount === 0 && ageWeighting === 0) return "not discounted";
  const discounted =
    discount === 0
      ? "not discounted"
      : `discounted by ${Number((discount * 100).toPrecision(12))}% a year, continuously`;
  if (ageWeighting === 0) return discounted;
  return `${discounted}; weighed by age, K = ${ageWeighting}, C = ${constant}, β = ${fall}`;
}

function rests(deaths: Provenance, { provenance }: ReferenceLifeTable): Provenance {
  return sourcesOf(provenance).length === 0 ? deaths : fromInputs([deaths, provenance]);
}
