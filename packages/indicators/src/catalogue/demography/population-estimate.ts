import { sumOver } from "@popneeds/core";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { byBand, planningBands } from "../../people/by-band.ts";
import { estimateSeries, seriesByLevel } from "../../people/population-series.ts";

/** Everybody who lives in the area, by year since 1981, and by broad ages now. Partnerships and larger areas. */
export const populationEstimate = indicator({
  id: "population-estimate",
  title: "Population by year",
  domain: "Demography",
  subject: "the population",
  meaning: "Everybody usually resident on 30 June of the year, from the mid-year estimates, rebased to Census 2022.",
  unit: "people",
  counts: "people",
  per: null,
  better: "neither",
  certainty: "full count",
  decimals: 0,
  caveats: ["Not published for localities; their latest counts are the small-area estimates of mid-2021."],
  inputs: estimateSeries,
  compute(tables, setting) {
    return seriesByLevel(tables, setting, () => true).flatMap((people) => {
      const byAge = sumOver(people, "sex");
      const method = "mid-year estimate; a full count, so no limits";
      const count = { method, value: "people", numerator: null, denominator: null };
      return [
        ...estimatesOf(sumOver(byAge, "age"), count),
        ...byBand(byAge, planningBands).flatMap(({ band, table }) => estimatesOf(table, { ...count, age: band.label })),
      ];
    });
  },
});
