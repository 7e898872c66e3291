import { type Missing, tableFromRows, withKey } from "@popneeds/core";
import { rateDifference as ofCounts } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import {
  crudeRate,
  directRate,
  directRateDifference,
  estimateDifference,
  percentageDifference,
  rateDifference,
  remainderOf,
} from "../../src/index.ts";
import { exposedByAge, exposedByArea, old, standard, young } from "../exposed.ts";

describe("rateDifference", () => {
  const exposed = exposedByArea(["part", 60, 10_000], ["whole", 100, 20_000], ["other", 40, 10_000]);

  it("sets an area against the rest of the one it lies in", () => {
    const [row] = [...rateDifference(exposed, { area: "part", against: "whole" })];
    // The rest is 40 among 10,000. Score test by hand: z = (60 − 40) / √100 = 2, probability 0.0455.
    expect(row).toMatchObject({ area: "part", against: "whole", own: 600, other: 400, difference: 200, z: 2 });
    expect(row!.probability).toBeCloseTo(0.0455002638963584, 10);
    expect(row!.lower).toBeCloseTo(4.082053852250199, 8);
    expect(row!.upper).toBeCloseTo(403.326840932087, 8);
  });

  it("sets an area against another that it does not lie in", () => {
    const options = { area: "part", against: "other", inside: false };
    expect([...rateDifference(exposed, options)][0]).toMatchObject({ other: 400, difference: 200, z: 2 });
  });

  it("takes crude rates as well as counts, and keeps the other keys, the area's level among them", () => {
    const rates = crudeRate(withKey(exposed, "sex", "female"));
    const [row] = [...rateDifference(rates, { area: "part", against: "whole", per: 1000, level: 0.9 })];
    const expected = ofCounts(
      { events: 60, population: 10_000 },
      { events: 40, population: 10_000 },
      { per: 1000, level: 0.9 },
    );
    expect(row).toMatchObject({ sex: "female", own: 6, lower: expected.lower, upper: expected.upper });
    const levels = tableFromRows(
      [
        { area: "part", level: "locality", events: 60, population: 10_000 },
        { area: "whole", level: "country", events: 100, population: 20_000 },
      ],
      { events: "count", population: "count" },
    );
    expect([...rateDifference(levels, { area: "part", against: "whole" })][0]).toMatchObject({
      level: "locality",
      z: 2,
    });
  });

  it("says why there is no comparison", () => {
    const missing = (one: number | Missing, all: number | Missing) =>
      [...rateDifference(exposedByArea(["part", one, 10], ["whole", all, 100]), { area: "part", against: "whole" })][0];
    expect(missing("suppressed", 5)).toMatchObject({ own: null, other: 5000, difference: null, missing: "suppressed" });
    expect(missing(1, "unknown")).toMatchObject({ own: 10_000, difference: null, missing: "unknown" });
    const twin = exposedByArea(["part", 5, 100], ["whole", 5, 100]);
    expect([...rateDifference(twin, { area: "part", against: "whole" })][0]).toMatchObject({
      difference: null,
      missing: "no population",
    });
    const uneven = tableFromRows(
      [
        { area: "part", sex: "male", events: 1, population: 10 },
        { area: "whole", sex: "female", events: 1, population: 10 },
      ],
      { events: "count", population: "count" },
    );
    expect([...rateDifference(uneven, { area: "part", against: "whole" })]).toMatchObject([
      { sex: "male", difference: null, missing: "not available" },
    ]);
  });

  it("says in its step which areas and which test", () => {
    expect(rateDifference(exposed, { area: "part", against: "whole" }).provenance.steps).toEqual([
      "difference of part from the rest of whole: crude rates per 100,000, score test of two Poisson counts; 95% limits",
    ]);
  });

  it("refuses areas that are not there, an area set against itself, and a part above its whole", () => {
    expect(() => rateDifference(exposed, { area: "x", against: "whole" })).toThrow(
      '[unknown-area] rateDifference: the table has no area "x"; it has part, whole, other',
    );
    expect(() => rateDifference(exposed, { area: "part", against: "part" })).toThrow("[same-area]");
    expect(() => rateDifference(exposed, { area: "whole", against: "part" })).toThrow(
      "[part-above-whole] rateDifference: an area cannot have more than the one it lies in: whole  100 events among 20000; part has 60 among 10000",
    );
    expect(() => rateDifference(exposed, { area: "part", against: "whole", level: 2 })).toThrow("[invalid-option]");
  });
});

describe("percentageDifference", () => {
  it("sets an area against the rest, in percentage points", () => {
    // Newcombe 1998, table II, example (a): 56 of 70 against 48 of 80, 0.2 (0.0524 to 0.3339).
    const exposed = exposedByArea(["part", 56, 70], ["whole", 104, 150]);
    const [row] = [...percentageDifference(exposed, { area: "part", against: "whole" })];
    expect(row).toMatchObject({ own: 80, other: 60 });
    expect(row!.difference).toBeCloseTo(20, 10);
    expect(row!.lower).toBeCloseTo(5.24, 2);
    expect(row!.upper).toBeCloseTo(33.39, 2);
  });
});

describe("estimateDifference", () => {
  it("reads the standard errors off the limits, and says where there are none", () => {
    const values = tableFromRows(
      [
        { area: "a", sex: "female", value: 80, lower: 79, upper: 81 },
        { area: "b", sex: "female", value: 78, lower: 77, upper: 79 },
        { area: "a", sex: "male", value: 80, lower: "not available", upper: "not available" },
        { area: "b", sex: "male", value: 78, lower: 77, upper: 79 },
      ],
      { value: "expectancy", lower: "limit", upper: "limit" },
    );
    const [female, male] = [...estimateDifference(values, { area: "a", against: "b" })];
    // By hand: 2 ± √2.
    expect(female).toMatchObject({ sex: "female", own: 80, other: 78, difference: 2 });
    expect(female!.lower).toBeCloseTo(2 - Math.SQRT2, 12);
    expect(male).toMatchObject({ own: 80, other: 78, difference: null, missing: "not available" });
  });
});

describe("remainderOf", () => {
  it("takes the part out of the whole, count by count", () => {
    const exposed = exposedByAge(
      ["part", young, 3, 10],
      ["part", old, 4, 20],
      ["whole", young, 5, 100],
      ["whole", old, 4, 90],
    );
    expect([...remainderOf(exposed, { area: "part", against: "whole" })]).toEqual([
      { area: "whole without part", age: young, events: 2, population: 90, missing: null },
      { area: "whole without part", age: old, events: 0, population: 70, missing: null },
    ]);
  });

  it("refuses a part above its whole", () => {
    const exposed = exposedByArea(["part", 3, 10], ["whole", 2, 10]);
    expect(() => remainderOf(exposed, { area: "part", against: "whole" })).toThrow(
      "1 counts are more:\n  part  3 of 2",
    );
  });

  it("takes an absent part for 0 only where the schema says so", () => {
    const table = (absent: "zero" | "unknown") =>
      tableFromRows(
        [
          { area: "part", cause: "x", deaths: 1 },
          { area: "whole", cause: "x", deaths: 3 },
          { area: "whole", cause: "y", deaths: 2 },
        ],
        { deaths: "count" },
        { absent },
      );
    const rest = (absent: "zero" | "unknown") =>
      [...remainderOf(table(absent), { area: "part", against: "whole" })].map(
        ({ deaths, missing }) => deaths ?? missing,
      );
    expect(rest("zero")).toEqual([2, 2]);
    expect(rest("unknown")).toEqual([2, "incomplete"]);
  });
});

describe("directRateDifference", () => {
  const exposed = exposedByAge(
    ["part", young, 10, 10_000],
    ["part", old, 40, 5_000],
    ["whole", young, 60, 40_000],
    ["whole", old, 90, 20_000],
  );

  it("sets the rate of an area against that of the rest, computed from what is left in each age", () => {
    const [row] = [...directRateDifference(exposed, standard, { area: "part", against: "whole" })];
    // By hand: the rest is 50 among 30,000 and 50 among 15,000, so 0.6 × 166.67 + 0.4 × 333.33.
    expect(row).toMatchObject({ area: "part", against: "whole" });
    expect(row!.own).toBeCloseTo(380, 10);
    expect(row!.other).toBeCloseTo(0.6 * (50 / 0.3) + 0.4 * (50 / 0.15), 10);
    expect(row!.difference).toBeCloseTo(row!.own! - row!.other!, 10);
    const [own] = [...directRate(exposed, standard)];
    expect(row!.own).toBe(own!.value);
    expect(row!.lower!).toBeLessThan(row!.difference!);
  });

  it("says why there is no rate to compare", () => {
    const few = exposedByAge(
      ["part", young, 1, 10_000],
      ["part", old, 2, 5_000],
      ["whole", young, 60, 40_000],
      ["whole", old, 90, 20_000],
    );
    expect([...directRateDifference(few, standard, { area: "part", against: "whole" })][0]).toMatchObject({
      own: null,
      difference: null,
      missing: "too few events",
    });
    const apart = [...directRateDifference(exposed, standard, { area: "part", against: "whole", inside: false })][0];
    expect(apart!.other).toBeCloseTo(0.6 * 150 + 0.4 * 450, 10);
  });
});
