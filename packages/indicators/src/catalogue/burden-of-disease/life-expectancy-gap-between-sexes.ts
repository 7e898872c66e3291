import { lifeExpectancyDifference } from "@popneeds/burden";
import { keep, sumOver } from "@popneeds/core";
import { countryWanted, ofCountry } from "../../burden/country-wanted.ts";
import { deathsInGroups } from "../../burden/deaths-in-groups.ts";
import { deathInputs } from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";

/** By how many years women live longer than men, put down to ages and groups of causes. */
export const lifeExpectancyGapBetweenSexes = indicator({
  id: "life-expectancy-gap-between-sexes",
  title: "Life expectancy gap between women and men",
  domain: "Burden of disease and projected need",
  subject: "the number of years by which the life expectancy of women is above that of men",
  meaning:
    "Life expectancy at birth of females less that of males in Scotland, 2015-2017, and the years of it that go with each age and group of causes. Both from Chiang's abridged life table of the deaths of three years over person-years at ages 0, 1-4, five years each to 90 and over: those who die in a band live half of it, infants a tenth of a year, and 90 and over as long as their death rate says. Years are put down to ages by Arriaga's method, the mean of forwards and backwards, and within an age to causes in proportion to the difference in their death rates; they add up to the gap.",
  unit: "years",
  counts: null,
  per: null,
  better: "neither",
  certainty: "full count",
  decimals: 2,
  caveats: [
    "For Scotland only: deaths by cause of smaller areas are not in the open files used here.",
    "Below 0 where men's death rates are the lower ones.",
    "The split is arithmetic, not cause: without a group of causes the gap would not be smaller by just its years, for people would die of something else.",
    "Published life expectancies rest on another table, by single years of age, and may differ in the second decimal.",
    "Deaths vary by chance. The figures carry no limits; where few die, at young ages, they are least certain.",
  ],
  inputs: { deaths: deathInputs.deaths, personYears: deathInputs.personYears },
  compute(tables, setting): readonly Estimate[] {
    const country = countryWanted(setting);
    if (country === null) return [];
    const deaths = deathsInGroups(tables, "2015-2017");
    const { expectancies, contributions } = lifeExpectancyDifference(
      keep(deaths, { sex: "male" }),
      keep(deaths, { sex: "female" }),
      { compare: "sex" },
    );
    const columns = { value: "years", numerator: null, denominator: null };
    const method =
      "difference of two abridged life tables (Chiang) put down to ages and causes by the symmetric method of Arriaga";
    const years = ofCountry(contributions, country);
    return [
      ...estimatesOf(ofCountry(expectancies, country), { ...columns, method, value: "difference" }),
      ...estimatesOf(sumOver(years, "age"), { ...columns, method, category: "cause" }),
      ...estimatesOf(sumOver(years, "cause"), { ...columns, method }),
      ...estimatesOf(years, { ...columns, method, category: "cause" }),
    ];
  },
});
