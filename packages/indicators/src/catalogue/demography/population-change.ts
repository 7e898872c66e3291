import { calendarYears, keep, sumOver } from "@popneeds/core";
import type { Estimate } from "../../estimate.ts";
import { indicator } from "../../indicator.ts";
import { estimateSeries, seriesByLevel } from "../../people/population-series.ts";
import { percentageChange } from "../../percentage-change.ts";

/** How far the population has grown or shrunk in five years. */
export const populationChange = indicator({
  id: "population-change-5-years",
  title: "Population change over five years",
  domain: "Demography",
  subject: "the change in population over five years",
  meaning:
    "The population of mid-2023 less that of mid-2018, as a share of that of mid-2018; both from the rebased mid-year estimates.",
  unit: "%",
  counts: "people",
  per: 100,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: [],
  inputs: estimateSeries,
  compute(tables, setting): readonly Estimate[] {
    const years = [2018, 2023];
    return seriesByLevel(tables, setting, (year) => years.includes(year)).flatMap((people) => {
      const everybody = sumOver(people, "sex", "age");
      const in2018 = keep(everybody, { period: ({ label }) => label === "2018" });
      const in2023 = keep(everybody, { period: ({ label }) => label === "2023" });
      return percentageChange(in2018, in2023, {
        period: calendarYears(2018, 2023),
        method: "change between two full counts, so no limits",
      });
    });
  },
});
