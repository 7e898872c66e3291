import { ageBand, over, PopneedsError, tableFromRows } from "@popneeds/core";
import { createStandard } from "@popneeds/population";
import { directRate } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import { burdenRate } from "../src/index.ts";

const [young, old] = [ageBand(0, 65), ageBand(65, Number.POSITIVE_INFINITY)];
const standard = createStandard({
  id: "s",
  name: "a standard",
  source: "made up",
  rows: [
    [0, 65, 3],
    [65, Number.POSITIVE_INFINITY, 1],
  ],
});
type Line = readonly [area: string, age: typeof young, years: number | "suppressed", people: number];
const given = (lines: readonly Line[]) =>
  over(
    tableFromRows(
      lines.map(([area, age, years]) => ({ area, age, years })),
      { years: "years" },
    ),
    tableFromRows(
      lines.map(([area, age, , people]) => ({ area, age, people })),
      { people: "count" },
    ),
  );
const two: readonly Line[] = [
  ["A", young, 10, 1000],
  ["A", old, 60, 2000],
];

describe("burdenRate", () => {
  it("is all years over all people, or the weighted mean of the rates of ages: by hand", () => {
    // 70 ÷ 3,000, and (3 × 10 ÷ 1,000 + 1 × 60 ÷ 2,000) ÷ 4.
    expect([...burdenRate(given(two))]).toEqual([
      { area: "A", value: (70 / 3000) * 100_000, events: 70, population: 3000, missing: null },
    ]);
    expect([...burdenRate(given(two), { standard, per: 1000 })][0]!.value).toBeCloseTo(15, 12);
  });

  it("is the value of directRate where the burden is deaths", () => {
    const lines = [...two, ["B", young, 7, 900], ["B", old, 11, 40]] as readonly Line[];
    const found = [...burdenRate(given(lines), { standard })];
    for (const [i, area] of ["A", "B"].entries()) {
      const rows = lines.filter((line) => line[0] === area);
      const direct = directRate(
        rows.map(([, , deaths]) => deaths as number),
        rows.map(([, , , people]) => people),
        [3, 1],
      );
      expect(found[i]!.value).toBeCloseTo(direct.value, 9);
    }
  });

  it("sums sexes first", () => {
    const rows = (["female", "male"] as const).map((sex, i) => ({ sex, age: young, years: 2 + i, people: 100 }));
    const both = over(
      tableFromRows(
        rows.map(({ sex, age, years }) => ({ sex, age, years })),
        { years: "years" },
      ),
      tableFromRows(
        rows.map(({ sex, age, people }) => ({ sex, age, people })),
        { people: "count" },
      ),
    );
    const found = burdenRate(both, { per: 100 });
    expect(Object.keys(found.keys)).toEqual([]);
    expect([...found][0]!.value).toBeCloseTo(2.5, 12);
  });

  it("is missing with the reason: a figure, people, an age that others have", () => {
    const reasonOf = (lines: readonly Line[]) => [...burdenRate(given(lines), { standard })].at(-1)!.missing;
    expect(reasonOf([two[0]!, ["A", old, "suppressed", 2000]])).toBe("suppressed");
    expect(reasonOf([two[0]!, ["A", old, 0, 0]])).toBe("no population");
    expect(reasonOf([...two, ["B", young, 5, 100]])).toBe("incomplete");
    expect([...burdenRate(given([["A", young, 0, 10]]))].map(({ value }) => value)).toEqual([0]);
    expect(burdenRate(given([])).length).toBe(0);
  });

  it("says what was done, and that years have no limits of counts", () => {
    expect(burdenRate(given(two), { standard }).provenance.steps.at(-1)).toBe(
      "rate of years per 100,000 people, standardised by age to the a standard (made up); no limits, for years are no counts",
    );
  });

  it("refuses a standard without ages, and people that rates cannot be per", () => {
    const noAge = over(
      tableFromRows([{ years: 1 }], { years: "years" }),
      tableFromRows([{ people: 9 }], { people: "count" }),
    );
    const said = (call: () => unknown) => {
      try {
        call();
      } catch (error) {
        return error instanceof PopneedsError ? error.message : error;
      }
      return "nothing";
    };
    expect([
      said(() => burdenRate(noAge, { standard })),
      said(() => burdenRate(given(two), { per: 0 })),
    ]).toMatchInlineSnapshot(`
      [
        "[unknown-key] burdenRate: a standardised rate needs a burden by age; the table has no keys
        Fix: Give years and people by age, or leave the standard out.",
        "[invalid-option] burdenRate: per must be a number above 0; found 0
        Fix: Write 100_000, or leave it out.",
      ]
    `);
  });
});
