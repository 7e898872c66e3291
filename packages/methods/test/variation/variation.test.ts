import { sumOver, tableFromRows, where } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { indirectRatio, ratioVariation, variation } from "../../src/index.ts";
import { exposedByAge, exposedByArea, old, young } from "../exposed.ts";

describe("variation", () => {
  it("measures how much areas vary and what chance explains", () => {
    // 100 events among 4,000 people: 25 per 1,000, so that 25, 25, 50 are expected; rates of 20, 40 and 20 per 1,000.
    const [row] = [...variation(exposedByArea(["a", 20, 1_000], ["b", 40, 1_000], ["c", 40, 2_000]))];
    expect(row).toMatchObject({ areas: 3, extremalQuotient: 2, missing: null });
    // χ² = 25/25 + 225/25 + 100/50 = 12 with 2 degrees of freedom: probability e^−6.
    expect(row!.chiSquare).toBeCloseTo(12, 12);
    expect(row!.probability).toBeCloseTo(Math.exp(-6), 14);
    // ((0.2² + 0.6² + 0.2²) − (1/25 + 1/25 + 1/50)) ÷ 3 = (0.44 − 0.1) ÷ 3
    expect(row!.systematicComponent).toBeCloseTo(0.34 / 3, 13);
    // √((1 × 5² + 1 × 15² + 2 × 5²) ÷ 4) ÷ 25 = √75 ÷ 25
    expect(row!.coefficientOfVariation).toBeCloseTo(Math.sqrt(75) / 25, 13);
    // Of 20, 20 and 40 the 90th percentile is 36, the 10th 20, the quartiles 20 and 30.
    expect(row!.ninetyToTen).toBeCloseTo(1.8, 13);
    expect(row!.upperToLowerQuartile).toBeCloseTo(1.5, 13);
  });

  it("compares the areas of each combination of all other keys", () => {
    const exposed = tableFromRows(
      [
        { area: "a", sex: "women", events: 10, population: 100 },
        { area: "b", sex: "women", events: 30, population: 100 },
        { area: "a", sex: "men", events: 10, population: 100 },
        { area: "b", sex: "men", events: 10, population: 100 },
      ],
      { events: "count", population: "count" },
    );
    const found = [...variation(exposed)];
    expect(found.map(({ sex }) => sex)).toEqual(["women", "men"]);
    expect(found[0]!.extremalQuotient).toBeCloseTo(3, 13);
    expect(found[1]!.extremalQuotient).toBe(1);
    expect(found.map((row) => Object.hasOwn(row, "area"))).toEqual([false, false]);
  });

  it("leaves out areas without figures, and says so", () => {
    const found = variation(
      exposedByArea(["a", 20, 1_000], ["b", "suppressed", 10], ["c", 40, 1_000], ["d", 1, 0], ["e", -2, 10]),
    );
    expect([...found]).toMatchObject([{ areas: 2, extremalQuotient: 2 }]);
    expect(found.issues.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      [
        "impossible-count",
        "warning",
        "1 of 5 areas have a count that is negative or infinite, and take no part in the comparison: e",
      ],
      ["areas-left-out", "note", "2 of 5 areas have no figures or no people, and take no part in the comparison: b; d"],
    ]);
  });

  it("has no quotient over 0, no test of one area, and nothing of none", () => {
    const [zero] = [...variation(exposedByArea(["a", 0, 10], ["b", 5, 10]))];
    expect(zero).toMatchObject({ extremalQuotient: null, missing: "not applicable" });
    expect(zero!.chiSquare).toBeCloseTo(5, 12);
    const [one] = [...variation(exposedByArea(["a", 5, 10]))];
    expect(one).toMatchObject({ areas: 1, chiSquare: null, extremalQuotient: 1 });
    const [none] = [...variation(exposedByArea(["a", "unknown", 10]))];
    expect(none).toMatchObject({ areas: 0, systematicComponent: null, missing: "not applicable" });
    expect(variation(where(exposedByArea(["a", 5, 10]), () => false)).length).toBe(0);
  });

  it("says in its step what was done, and refuses a table without areas", () => {
    expect(variation(exposedByArea(["a", 5, 10])).provenance.steps).toEqual([
      "variation of crude rates between areas, each expected to have the rate of all areas together",
    ]);
    expect(() => variation(sumOver(exposedByArea(["a", 5, 10]), "area") as never)).toThrow(
      '[unknown-key] variation: the table needs the key "area"; it has no keys',
    );
  });
});

describe("ratioVariation", () => {
  it("takes the events that the reference makes one expect", () => {
    const reference = exposedByAge(["all", young, 200, 10_000], ["all", old, 400, 10_000]);
    const ratios = indirectRatio(
      exposedByAge(["a", young, 30, 1_000], ["a", old, 60, 1_000], ["b", young, 10, 1_000], ["b", old, 20, 1_000]),
      { ...reference, keys: { age: reference.keys.age } } as never,
    );
    const [row] = [...ratioVariation(ratios)];
    // 60 expected in both, 90 and 30 observed: (0.25 + 0.25 − 2/60) ÷ 2; χ² = 900/60 × 2 = 30.
    expect(row!.systematicComponent).toBeCloseTo(0.25 - 1 / 60, 13);
    expect(row!.chiSquare).toBeCloseTo(30, 11);
    expect(row!.extremalQuotient).toBeCloseTo(3, 13);
    // √((0.5² + 0.5²) ÷ 2) ÷ 1
    expect(row!.coefficientOfVariation).toBeCloseTo(0.5, 13);
  });
});
