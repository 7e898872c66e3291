import { type Age, ageBand, type Missing, type Sex, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { potentialYearsOfLifeLost, prematureDeaths, workingYearsOfLifeLost } from "../../src/index.ts";

function deathsAt(...rows: readonly (readonly [Sex, Age, number | Missing])[]) {
  return tableFromRows(
    rows.map(([sex, age, deaths]) => ({ sex, age, deaths })),
    { deaths: "count" },
  );
}
const years = (table: Iterable<{ readonly years: number | null }>) => [...table].map((row) => row.years);

describe("potentialYearsOfLifeLost", () => {
  const deaths = deathsAt(
    ["female", ageBand(0, 1), 2],
    ["female", ageBand(40, 45), 3],
    ["female", ageBand(74, 75), 4],
    ["female", ageBand(75, Infinity), 9],
  );

  it("counts the years up to 75 from the middle of each band, and none from then on", () => {
    // By hand: 2 × 74.5, 3 × (75 − 42.5), 4 × (75 − 74 − 0.5), 0.
    expect(years(potentialYearsOfLifeLost(deaths))).toEqual([149, 97.5, 2, 0]);
  });

  it("leaves infants out where asked to, and names what it did", () => {
    const lost = potentialYearsOfLifeLost(deaths, { from: 1, until: 75 });
    expect(years(lost)).toEqual([0, 97.5, 2, 0]);
    expect(lost.provenance.steps).toEqual([
      "potential years of life lost: deaths from age 1 before age 75 × years up to it, deaths taken in the middle of each band of ages, in the open band 5 years above its first birthday",
    ]);
  });

  it("works on deaths that are not by sex; passes on what is missing; takes no deaths at all", () => {
    const both = tableFromRows(
      [
        { age: ageBand(0, 1), deaths: 0 },
        { age: ageBand(1, 5), deaths: "suppressed" as Missing | number },
      ],
      { deaths: "count" },
    );
    expect([...potentialYearsOfLifeLost(both)].map((row) => row.years ?? row.missing)).toEqual([0, "suppressed"]);
    expect(potentialYearsOfLifeLost(prematureDeaths(deathsAt(["male", ageBand(75, 80), 1]))).length).toBe(0);
  });

  it("refuses bands across the ages that bound it, and ages that cannot be", () => {
    expect(() => potentialYearsOfLifeLost(deaths, { until: 70, from: 42 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [age-across-limit] potentialYearsOfLifeLost: every band of ages must end or start at 42 and 70, or keep to one side; 1 of 4 do not:
        40-44
        Fix: Give deaths by narrower bands of ages, or choose ages at which the bands start.]
    `);
    expect(() => potentialYearsOfLifeLost(deaths, { until: 0 })).toThrow("[invalid-option]");
  });
});

describe("workingYearsOfLifeLost", () => {
  const deaths = deathsAt(
    ["female", ageBand(5, 10), 1],
    ["male", ageBand(16, 20), 2],
    ["female", ageBand(60, 65), 4],
    ["male", ageBand(65, 66), 4],
    ["male", ageBand(66, Infinity), 9],
  );

  it("counts the years of working life that were ahead; a child's death counts all of it", () => {
    // By hand: 65 − 16; 2 × (65 − 18); 4 × (65 − 62.5).
    expect(years(workingYearsOfLifeLost(deaths))).toEqual([49, 94, 10, 0, 0]);
  });

  it("ends at a state pension age, one for all or one for each sex", () => {
    // By hand: 66 − 16; 2 × (66 − 18); 4 × 3.5; 4 × 0.5.
    expect(years(workingYearsOfLifeLost(deaths, { until: 66 }))).toEqual([50, 96, 14, 2, 0]);
    const bySex = workingYearsOfLifeLost(deaths, { until: { female: 60, male: 65 } });
    expect(years(bySex)).toEqual([44, 94, 0, 0, 0]);
    expect(bySex.provenance.steps[0]).toContain("from age 16 until 60 (female) and 65 (male)");
  });

  it("refuses a sex without an end, and a band across one", () => {
    expect(() => workingYearsOfLifeLost(deaths, { until: { female: 60 } })).toThrow(
      '[invalid-option] workingYearsOfLifeLost: until must be an age above from for every sex; found from 16 until NaN for "male"',
    );
    expect(() => workingYearsOfLifeLost(deaths, { from: 18 })).toThrow("[age-across-limit]");
  });
});

describe("prematureDeaths", () => {
  it("keeps the deaths before 75, or another age", () => {
    const deaths = deathsAt(["female", ageBand(70, 75), 1], ["female", ageBand(75, 80), 2], ["male", ageBand(0, 1), 0]);
    expect([...prematureDeaths(deaths)].map((row) => row.deaths)).toEqual([1, 0]);
    expect([...prematureDeaths(deaths, { until: 80 })]).toHaveLength(3);
    expect(prematureDeaths(deaths).provenance.steps).toEqual(["kept deaths before age 75"]);
  });

  it("refuses a band across the age, and an age that cannot be", () => {
    const wide = deathsAt(["male", ageBand(65, 80), 1]);
    expect(() => prematureDeaths(wide)).toThrow("[age-across-limit]");
    expect(() => prematureDeaths(wide, { until: 0 })).toThrow("[invalid-option]");
  });
});
