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
    emptyRows: "leave out",
    missingBands: "leave out",
    belowZero: "zero",
    convention: name,
  },
  acrossSexes: true,
  departures: [
    "Limits take 1.96 for the normal deviate of 95%, which is 1.959964.",
    "Byar's limits stand for few events too, where exact ones are better.",
    "Several years are taken as one average year, whose limits are √years times as wide as those of the years together.",
    "Bands in which nobody lives are left out, and their weight with them.",
  ],
});
