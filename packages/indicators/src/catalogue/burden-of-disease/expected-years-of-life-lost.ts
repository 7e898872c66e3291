import { expectedAhead } from "../../expected-ahead.ts";
import { indicator } from "../../indicator.ts";
import { deathInputs, nationalYearsLostRatesOfAllCauses } from "../../national-rates.ts";
import { projectionInputs } from "../../projected-people.ts";

/** Years of life that would be lost each year if Scotland's rates by sex and age held for the projected people. */
export const expectedYearsOfLifeLost = indicator({
  id: "expected-years-of-life-lost",
  title: "Expected years of life lost",
  domain: "Burden of disease and projected need",
  subject: "the number of years of life expected to be lost in a year",
  meaning:
    "Scotland's years of life lost by sex and age, 2015-2017, held as they are, at the projected people of 2023, 2028, 2033 and 2043. What changes is only how many people there are, and how old they are.",
  unit: "years of life a year",
  counts: "years of life a year",
  per: null,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: [
    "Modelled: Scotland's rates, not the area's own, and held for twenty years. It shows what ageing alone would do.",
  ],
  inputs: { ...deathInputs, ...projectionInputs },
  compute({ deaths, personYears, reference, ...projections }, setting) {
    return expectedAhead(nationalYearsLostRatesOfAllCauses({ deaths, personYears, reference }), projections, setting, {
      method: "Scotland's years of life lost by sex and age, 2015-2017, at the projected people",
    });
  },
});
