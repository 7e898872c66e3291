import type { Convention } from "./convention.ts";

const name = "PHS";

/** How Public Health Scotland works out the rates of its cancer publications. */
export const phs: Convention = Object.freeze<Convention>({
  id: "phs",
  name,
  source:
    "Public Health Scotland, Cancer incidence in Scotland 1997 to 2021, open data, as its figures can be reproduced",
  pooling: { as: "sum" },
  crudeRate: { limits: "exact", convention: name },
  percentage: {},
  directRate: { limits: "fay-feuer", minimumEvents: 0, convention: name },
  acrossSexes: true,
  lifeTable: {},
  slopeIndex: {},
  movingMeans: {},
  recentTrend: {},
  relativeIndex: "ratio",
  lastBand: { directRate: 90, lifeTable: 90 },
  departures: [
    "The published upper limits of standardised rates keep the largest weight per person while the rate is per 100,000; ours do not.",
  ],
});
