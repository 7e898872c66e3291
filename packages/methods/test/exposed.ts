import { type Age, ageBands, type Exposed, type Missing, tableFromRows } from "@popneeds/core";
import { createStandard } from "@popneeds/population";

const [young, old] = ageBands(0, 65) as [Age, Age];

export { old, young };

/** Two bands with 60,000 and 40,000 people: the standard of the example in the documentation of `directRate`. */
export const standard = createStandard({
  id: "two-bands",
  name: "Two Bands",
  source: "typed in",
  rows: [
    [0, 65, 60_000],
    [65, Number.POSITIVE_INFINITY, 40_000],
  ],
});

type Row = readonly [area: string, events: number | Missing, population: number | Missing];

export function exposedByArea(...rows: readonly Row[]): Exposed<{ readonly area: string }> {
  return tableFromRows(
    rows.map(([area, events, population]) => ({ area, events, population })),
    { events: "count", population: "count" },
  );
}

type AgeRow = readonly [area: string, age: Age, events: number | Missing, population: number | Missing];

export function exposedByAge(...rows: readonly AgeRow[]): Exposed<{ readonly area: string; readonly age: Age }> {
  return tableFromRows(
    rows.map(([area, age, events, population]) => ({ area, age, events, population })),
    { events: "count", population: "count" },
  );
}
