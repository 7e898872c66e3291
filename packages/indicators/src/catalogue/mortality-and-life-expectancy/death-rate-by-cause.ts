import { deathRatesByCause } from "@popneeds/ingest";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { publishedEstimates } from "../../published-estimates.ts";

/** Deaths per 100,000 people by cause, age-standardised, for Scotland, as published. */
export const deathRateByCause = indicator({
  id: "death-rate-by-cause",
  title: "Deaths by cause",
  domain: "Mortality and life expectancy",
  subject: "the age-standardised death rate",
  meaning:
    "Deaths registered in a year by underlying cause, per 100,000 people, as if Scotland had the age structure of the European Standard Population 2013.",
  unit: "deaths per 100,000 people",
  counts: null,
  per: 100_000,
  better: "lower",
  certainty: "estimate",
  decimals: 1,
  caveats: [
    "Published for Scotland only: the cause of deaths in smaller areas is not in the open files used here.",
    "Causes overlap: coronary heart disease is part of diseases of the circulatory system.",
  ],
  inputs: { published: input("mortality-death-rates-by-cause", deathRatesByCause) },
  compute({ published }, { places, areas }) {
    const country = places.areasAt("country")[0];
    if (!country || !areas.has(country.code)) return [];
    const rows = Array.from(published, (row) => ({
      ...row,
      area: country.code,
      level: "country",
      category: row.cause,
    }));
    return publishedEstimates(rows, {
      method: "directly age-standardised to ESP 2013, as published; one year, 95% limits",
      provenance: published.provenance,
    });
  },
});
