import { projectedBurden } from "@popneeds/burden";
import { keep } from "@popneeds/core";
import { aheadCaveats, aheadMethod, burdenAhead, peopleAhead } from "../../burden/burden-ahead.ts";
import { deathInputs, nationalYearsLostRates } from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { planningYears } from "../../people/horizons.ts";
import { projectionInputs } from "../../people/projected-people.ts";

const figures = { method: aheadMethod, value: "burden", numerator: null, denominator: null };

/** Years of life that would be lost each year if Scotland's rates by sex and age held for the projected people. */
export const expectedYearsOfLifeLost = indicator({
  id: "expected-years-of-life-lost",
  title: "Expected years of life lost",
  domain: "Burden of disease and projected need",
  subject: "the number of years of life expected to be lost in a year",
  meaning:
    "Scotland's years of life lost by sex and age, 2015-2017, by the national life table of the United Kingdom 2016-18, held as they are, at the projected people of every year from 2023 to 2043; by cause in 2023, 2028, 2033 and 2043. What changes is only how many people there are, and how old they are. Causes add up to the whole, and localities to their partnership.",
  unit: "years of life a year",
  counts: "years of life a year",
  per: null,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: [
    ...aheadCaveats,
    "By cause the shares say what ages are prone to, not how diseases go on: rates of some causes fall, of others they rise.",
  ],
  inputs: { ...deathInputs, ...projectionInputs },
  compute(tables, setting): readonly Estimate[] {
    const byCause = nationalYearsLostRates(tables);
    return [
      ...burdenAhead(tables, setting).flatMap((table) => estimatesOf(table, figures)),
      ...peopleAhead(tables, setting).flatMap((people) => {
        const burden = projectedBurden(byCause, keep(people, { period: planningYears }));
        return estimatesOf(burden, { ...figures, category: "cause" });
      }),
    ];
  },
});
