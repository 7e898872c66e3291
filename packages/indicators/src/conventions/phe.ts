import type { Convention } from "./convention.ts";

/** How Public Health England worked out its figures, and the Department of Health and Social Care does today. */
export const phe: Convention = Object.freeze<Convention>({
  id: "phe",
  name: "PHE",
  source: "PHEindicatormethods 2.1.0; Public Health England, Technical Briefing 3, 2018",
  pooling: { as: "sum" },
  crudeRate: { limits: "exact below 10", convention: "PHE" },
  percentage: {},
  directRate: {
    limits: "dobson-byar",
    minimumEvents: 10,
    emptyRows: "withhold",
    missingBands: "leave out",
    convention: "PHE",
  },
  acrossSexes: false,
  lifeTable: {
    deathsAbovePopulation: "withhold",
    faultyBands: "whole group",
    unreachedAges: "zero",
    withhold: { populationUpTo: 5000, intervalAbove: 20 },
    convention: "PHE",
  },
  slopeIndex: { direction: "last minus first", errorsOn: "by kind", convention: "PHE" },
  movingMeans: {},
  recentTrend: { threshold: 9.5495, convention: "PHE" },
  relativeIndex: "ratio",
  lastBand: { directRate: 90, lifeTable: 90 },
  departures: [
    "A total population of exactly 5,000 has no life expectancy, and one bad band takes away all ages of its group.",
    "An age that nobody reaches has a life expectancy of 0, without limits.",
    "Limits of slope indices are simulated where exact ones exist; the draws are not ours, so limits differ by chance.",
    "A group is standardised to the bands that it has, whether or not others have more.",
  ],
});
