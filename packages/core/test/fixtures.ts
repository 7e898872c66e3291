import {
  ageBands,
  calendarYears,
  createTable,
  keyColumn,
  type Missing,
  measureColumn,
  type Table,
  tableFromRows,
} from "../src/index.ts";

/** Figures made up for the tests; sums in the tests are done by hand. */
const [young, old] = ageBands(0, 65) as [ReturnType<typeof ageBands>[number], ReturnType<typeof ageBands>[number]];

export const bands = { young, old };
export const year = { y2022: calendarYears(2022), y2023: calendarYears(2023) };

/** Two areas, two causes; nobody young died of falls in A, nobody at all in B's older band of cancer. */
export const deaths = tableFromRows(
  [
    { area: "A", age: young, cause: "cancer", deaths: 1 },
    { area: "A", age: old, cause: "cancer", deaths: 20 },
    { area: "A", age: old, cause: "falls", deaths: 3 },
    { area: "B", age: young, cause: "cancer", deaths: 2 },
    { area: "B", age: old, cause: "falls", deaths: 5 },
  ],
  { deaths: "count" },
  { absent: "zero" },
);

export const people = tableFromRows(
  [
    { area: "A", age: young, people: 800 },
    { area: "A", age: old, people: 200 },
    { area: "B", age: young, people: 500 },
    { area: "B", age: old, people: 100 },
  ],
  { people: "count" },
);

/** A table of areas whose figures are given, some missing. */
export function counts(...figures: readonly (number | Missing)[]) {
  return tableFromRows(
    figures.map((events, i) => ({ area: `area ${i + 1}`, group: i % 2 === 0 ? "odd" : "even", events })),
    { events: "count" },
  );
}

/** The same columns without a row, as a condition that holds nowhere leaves them. */
export const none: Table<{ area: string; group: string }, { events: "count" }> = createTable({
  keys: { area: keyColumn<string>([]), group: keyColumn<string>([]) },
  measures: { events: measureColumn("count", []) },
});
