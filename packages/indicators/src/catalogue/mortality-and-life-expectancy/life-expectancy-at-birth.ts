import { publishedLifeExpectancy } from "@popneeds/ingest";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { publishedEstimates } from "../../published-estimates.ts";

/** Years a newborn would live at the death rates of three years, as published for councils, boards and Scotland. */
export const lifeExpectancyAtBirth = indicator({
  id: "life-expectancy-at-birth",
  title: "Life expectancy at birth",
  domain: "Mortality and life expectancy",
  subject: "life expectancy at birth",
  meaning:
    "The number of years that a newborn child would live if, at every age, the death rates of the three years held throughout its life.",
  unit: "years",
  counts: null,
  per: null,
  better: "higher",
  certainty: "estimate",
  decimals: 1,
  caveats: [
    "It sums up the death rates of a period; it is not a forecast of how long a child born then will live.",
    "The series that compares councils, boards and Scotland ends with 2016-2018 here; a later council figure stands in the council profile.",
  ],
  inputs: { published: input("mortality-life-expectancy", publishedLifeExpectancy) },
  compute({ published }, { areas }) {
    const rows = Array.from(published).filter(({ area, exactAge }) => exactAge === "0" && areas.has(area));
    return publishedEstimates(rows, {
      method: "life expectancy from an abridged life table, as published; three years of deaths, 95% limits",
      provenance: published.provenance,
    });
  },
});
