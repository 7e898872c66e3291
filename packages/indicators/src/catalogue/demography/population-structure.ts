import { evenAgeBands, into, sumOver } from "@popneeds/core";
import { share } from "@popneeds/methods";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { estimateSeries, seriesByLevel } from "../../people/population-series.ts";

/** Each band of five years of age, by sex, as a share of the whole population: what a population pyramid draws. */
export const populationStructure = indicator({
  id: "population-structure",
  title: "Age structure",
  domain: "Demography",
  subject: "the share of the population",
  meaning: "People of a sex and band of five years of age among everybody, mid-2023, from the mid-year estimates.",
  unit: "%",
  counts: "people",
  per: 100,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: [],
  inputs: estimateSeries,
  compute(tables, setting) {
    return seriesByLevel(tables, setting, (year) => year === 2023).flatMap((people) => {
      const bands = into(people, evenAgeBands({ by: 5, to: 90 }));
      return estimatesOf(share(bands, sumOver(people, "sex", "age")), {
        method: "share of a full count, so no limits",
      });
    });
  },
});
