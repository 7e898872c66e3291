import { lifeExpectancyDifference } from "@popneeds/burden";
import { parsePeriod, sumOver, withKey } from "@popneeds/core";
import { countryWanted, ofCountry } from "../../burden/country-wanted.ts";
import { deathsInGroups } from "../../burden/deaths-in-groups.ts";
import { deathInputs } from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";

const [earlier, later] = ["2000-2002", "2015-2017"] as const;

/** By how many years life expectancy rose, put down to groups of causes. */
export const lifeExpectancyChange = indicator({
  id: "life-expectancy-change",
  title: "Change in life expectancy by cause",
  domain: "Burden of disease and projected need",
  subject: "the change in life expectancy at birth",
  meaning:
    "Life expectancy at birth in Scotland in 2015-2017 less that in 2000-2002, for females and males, and the years of it that go with each group of causes. Both from Chiang's abridged life table of the deaths of three years over person-years at ages 0, 1-4, five years each to 90 and over: those who die in a band live half of it, infants a tenth of a year, and 90 and over as long as their death rate says. Years are put down to ages by Arriaga's method, the mean of forwards and backwards, within an age to causes in proportion to the change in their death rates, and summed over ages; groups add up to the change.",
  unit: "years",
  counts: null,
  per: null,
  better: "higher",
  certainty: "full count",
  decimals: 2,
  caveats: [
    "For Scotland only: deaths by cause of smaller areas are not in the open files used here.",
    "Below 0 where a group's death rates rose: it took years off.",
    "The split is arithmetic, not cause.",
    "How deaths are assigned to causes changed between the periods; dementia is one that is named more often. The years of a group hold that too.",
    "Deaths vary by chance. The figures carry no limits.",
  ],
  inputs: { deaths: deathInputs.deaths, personYears: deathInputs.personYears },
  compute(tables, setting): readonly Estimate[] {
    const country = countryWanted(setting);
    if (country === null) return [];
    const { expectancies, contributions } = lifeExpectancyDifference(
      deathsInGroups(tables, earlier),
      deathsInGroups(tables, later),
    );
    const period = parsePeriod(later)!;
    const columns = { numerator: null, denominator: null };
    const method = `life expectancy of ${later} less that of ${earlier}, two abridged life tables (Chiang), put down to causes by the symmetric method of Arriaga`;
    return [
      ...estimatesOf(ofCountry(withKey(expectancies, "period", period), country), {
        ...columns,
        method,
        value: "difference",
      }),
      ...estimatesOf(ofCountry(withKey(sumOver(contributions, "age"), "period", period), country), {
        ...columns,
        method,
        value: "years",
        category: "cause",
      }),
    ];
  },
});
