import { calendarYears, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { change, estimateChange } from "../../src/index.ts";

const [y2018, y2023] = [calendarYears(2018), calendarYears(2023)];

describe("change", () => {
  const people = tableFromRows(
    [
      { area: "a", period: y2018, people: 200 },
      { area: "a", period: y2023, people: 150 },
      { area: "b", period: y2018, people: 0 },
      { area: "b", period: y2023, people: 3 },
      { area: "c", period: y2018, people: "suppressed" },
      { area: "c", period: y2023, people: 3 },
      { area: "d", period: y2023, people: 3 },
      { area: "e", period: calendarYears(2020), people: 3 },
    ],
    { people: "count" },
  );

  it("gives both figures, the change and the change in per cent", () => {
    const changes = change(people, { from: 2018, to: "2023" });
    expect(
      [...changes].map(({ area, before, after, absolute, percentage, missing }) => [
        area,
        before,
        after,
        absolute,
        percentage,
        missing,
      ]),
    ).toEqual([
      ["a", 200, 150, -50, -25, null],
      ["b", 0, 3, 3, null, "not applicable"],
      ["c", null, 3, null, null, "suppressed"],
      ["d", null, 3, null, null, "not available"],
    ]);
    expect(changes.measures.absolute.kind).toBe("count");
    expect(changes.provenance.steps).toEqual(["change from 2018 to 2023, absolute and in per cent"]);
  });

  it("takes an absent row for 0 where the schema says so", () => {
    const deaths = tableFromRows(
      [
        { area: "a", period: y2018, deaths: 4 },
        { area: "b", period: y2023, deaths: 4 },
      ],
      { deaths: "count" },
      { absent: "zero" },
    );
    expect([...change(deaths, { from: 2018, to: 2023 })].map(({ absolute }) => absolute)).toEqual([-4, 4]);
  });

  it("takes the value of estimates", () => {
    const rates = tableFromRows(
      [
        { area: "a", period: y2018, value: 10, lower: 8, upper: 12 },
        { area: "a", period: y2023, value: 15, lower: 13, upper: 17 },
      ],
      { value: "rate", lower: "limit", upper: "limit" },
    );
    expect([...change(rates, { from: 2018, to: 2023 })][0]).toMatchObject({ absolute: 5, percentage: 50 });
  });

  it("refuses a period that is not there, and several measures", () => {
    expect(() => change(people, { from: 2017, to: 2023 })).toThrow(
      '[unknown-period] unknown period "2017"; the table has 2018, 2023, 2020',
    );
    const two = tableFromRows([{ period: y2018, deaths: 1, people: 2 }], { deaths: "count", people: "count" });
    expect(() => change(two, { from: 2018, to: 2018 })).toThrow("[one-measure]");
  });
});

describe("estimateChange", () => {
  const expectancy = tableFromRows(
    [
      { area: "a", period: y2018, value: 78, lower: 77, upper: 79 },
      { area: "a", period: y2023, value: 80, lower: 79, upper: 81 },
      { area: "b", period: y2018, value: 78, lower: "not applicable", upper: "not applicable" },
      { area: "b", period: y2023, value: 80, lower: 79, upper: 81 },
      { area: "c", period: y2023, value: 80, lower: 79, upper: 81 },
    ],
    { value: "expectancy", lower: "limit", upper: "limit" },
  );

  it("tests the difference by the standard errors in the limits", () => {
    const [a, b, c] = [...estimateChange(expectancy, { from: 2018, to: 2023 })];
    // By hand: 2 ± √(1² + 1²) ; z = 2 / √2 × 1.959964 = 2.7718, two-sided probability 0.005575.
    expect(a).toMatchObject({ area: "a", before: 78, after: 80, difference: 2 });
    expect(a!.lower).toBeCloseTo(2 - Math.SQRT2, 12);
    expect(a!.upper).toBeCloseTo(2 + Math.SQRT2, 12);
    expect(a!.z).toBeCloseTo(Math.SQRT2 * 1.959963984540054, 10);
    expect(a!.probability).toBeCloseTo(0.005574596680784, 12);
    expect(b).toMatchObject({ before: 78, after: 80, difference: null, probability: null, missing: "not applicable" });
    expect(c).toMatchObject({ before: null, after: 80, difference: null, missing: "not available" });
  });

  it("refuses a period that is not there", () => {
    expect(() => estimateChange(expectancy, { from: 2018, to: 2030 })).toThrow("[unknown-period]");
  });
});
