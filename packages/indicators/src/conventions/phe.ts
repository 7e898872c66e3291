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
  departures: ["A group is standardised to the bands that it has, whether or not others have more."],
});
