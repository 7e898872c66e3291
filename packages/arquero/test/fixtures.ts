import { ageBands, calendarYears, tableFromRows } from "@popneeds/core";

const ages = ageBands(0, 1, 5, 90);
const [infants, , , oldest] = ages as [(typeof ages)[0], (typeof ages)[0], (typeof ages)[0], (typeof ages)[0]];
/** Made up: one figure of each kind, the keys of every form. */
export const deaths = tableFromRows(
  [
    { area: "01", period: calendarYears(2023), age: infants, deaths: 4 },
    { area: "01", period: calendarYears(2023), age: oldest, deaths: "suppressed" },
    { area: "02", period: calendarYears(2019, 2023), age: oldest, deaths: "unknown" },
    { area: "03", period: calendarYears(2023), age: oldest, deaths: 0 },
  ],
  { deaths: "count" },
  { absent: "zero" },
);
export const roles = {
  keys: { area: "text", period: "period", age: "age" },
  measures: { deaths: "count" },
  absent: "zero",
} as const;
