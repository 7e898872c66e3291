import type { Convention } from "./convention.ts";

const name = "NRS";

/** How National Records of Scotland works out the figures of its mortality publications. */
export const nrs: Convention = Object.freeze<Convention>({
  id: "nrs",
  name,
  source:
    "National Records of Scotland, Drug-related deaths in Scotland, tables of five-year means, as its figures can be reproduced",
  pooling: { as: "mean" },
  crudeRate: {},
  percentage: {},
  directRate: {},
  acrossSexes: true,
  lifeTable: {},
  slopeIndex: {},
  movingMeans: { limits: "one year", deviate: 1.96 },
  recentTrend: {},
  relativeIndex: "ratio",
  lastBand: { directRate: 90, lifeTable: 90 },
  departures: [
    "Five-year means have the limits of one average year, not of their own five.",
    "Limits take 1.96 for the normal deviate of 95%, which is 1.959964.",
  ],
});
