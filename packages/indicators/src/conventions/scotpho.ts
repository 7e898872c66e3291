import type { Convention } from "./convention.ts";

const name = "ScotPHO";

/** How the Scottish Public Health Observatory works out the figures of its profiles. */
export const scotpho: Convention = Object.freeze<Convention>({
  id: "scotpho",
  name,
  source: "Public Health Scotland, scotpho-indicator-production, commit e7ee723",
  pooling: { as: "mean" },
  crudeRate: { limits: "byar", deviate: 1.96, noEvents: "no lower limit", convention: name },
  percentage: { deviate: 1.96, decimals: 2, convention: name },
  directRate: {
    limits: "dobson-byar",
    deviate: 1.96,
    minimumEvents: 0,
    emptyRows: "rate 0",
    belowZero: "zero",
    convention: name,
  },
  acrossSexes: true,
  lifeTable: {
    deviate: 1.96,
    openVariance: "none",
    withhold: { populationBelow: 5000, deathsBelow: 40 },
    convention: name,
  },
  slopeIndex: { direction: "first minus last", limits: "residuals", convention: name },
  movingMeans: {},
  recentTrend: {},
  relativeIndex: "relativeToMean",
  lastBand: { directRate: 90, lifeTable: 85 },
  departures: [
    "Years lived in the open band are taken as known, so that limits of life expectancy are too narrow, most of all at old ages.",
    "Limits of slope indices rest on the scatter of five or ten groups about a line, not on how sure their rates are.",
    "Limits take 1.96 for the normal deviate of 95%, which is 1.959964.",
    "Byar's limits stand for few events too, where exact ones are better.",
    "Several years are taken as one average year, whose limits are √years times as wide as those of the years together.",
    "A band in which nobody lives is given a rate of 0 and keeps its weight, so that the rate is too low.",
  ],
});
