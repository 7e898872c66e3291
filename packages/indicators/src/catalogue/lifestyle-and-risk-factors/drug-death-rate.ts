import { drugDeathRates } from "@popneeds/ingest";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { publishedEstimates } from "../../published-estimates.ts";

/** Drug-related deaths per 100,000 people, age-standardised, over five years, as published. */
export const drugDeathRate = indicator({
  id: "drug-death-rate",
  title: "Drug-related deaths",
  domain: "Lifestyle and risk factors",
  subject: "the age-standardised rate of drug-related deaths",
  meaning:
    "Deaths related to drug misuse registered in five years, per 100,000 people a year, as if the area had the age structure of the European Standard Population 2013.",
  unit: "deaths per 100,000 people",
  counts: null,
  per: 100_000,
  better: "lower",
  certainty: "estimate",
  decimals: 1,
  caveats: [
    "Deaths are placed where the person lived.",
    "Periods overlap: neighbouring rates share four of their five years.",
  ],
  inputs: { published: input("mortality-drug-death-rates", drugDeathRates) },
  compute({ published }, { areas }) {
    const rows = Array.from(published).filter(({ area }) => areas.has(area));
    return publishedEstimates(rows, {
      method: "directly age-standardised to ESP 2013, as published; five years, 95% limits",
      provenance: published.provenance,
    });
  },
});
