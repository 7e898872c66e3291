import { where } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { crudeRate } from "../../src/index.ts";
import { exposedByArea } from "../exposed.ts";

describe("crudeRate", () => {
  it("gives events per 100,000 people with Byar's limits, and what they rest on", () => {
    const [row] = [...crudeRate(exposedByArea(["a", 50, 15_000]))];
    // phe_rate of PHEindicatormethods 2.1.0: 333.3333 (247.3874 to 439.4677).
    expect(row).toMatchObject({ area: "a", events: 50, population: 15_000, missing: null });
    expect(row!.value).toBeCloseTo(333.3333333333333, 10);
    expect(row!.lower).toBeCloseTo(247.3873360602279, 8);
    expect(row!.upper).toBeCloseTo(439.4677112930514, 8);
  });

  it("has a value of 0 and a lower limit of 0 when there are no events", () => {
    const [row] = [...crudeRate(exposedByArea(["a", 0, 1000]), { per: 1000 })];
    expect(row).toMatchObject({ value: 0, lower: 0 });
    // The upper limit of no events is −ln 0.025 = 3.688879 events.
    expect(row!.upper).toBeCloseTo(-Math.log(0.025), 6);
  });

  it("passes on why something is missing, and goes on with the other groups", () => {
    const rates = crudeRate(
      exposedByArea(["a", "suppressed", 10], ["b", 2, "not available"], ["c", 0, 0], ["d", 2, 0], ["e", 1, 1000]),
    );
    expect([...rates].map(({ area, value, missing }) => [area, value, missing])).toEqual([
      ["a", null, "suppressed"],
      ["b", null, "not available"],
      ["c", null, "no population"],
      ["d", null, "no population"],
      ["e", 100, null],
    ]);
    expect(rates.issues.map(({ code, message }) => [code, message])).toEqual([
      ["events-without-people", "1 of 5 groups have events but no people, and no estimate: d"],
    ]);
  });

  it("gives an empty table for an empty one", () => {
    expect([...crudeRate(where(exposedByArea(["a", 1, 1]), () => false))]).toEqual([]);
  });

  it("says in its step what was done", () => {
    const rates = crudeRate(exposedByArea(["a", 1, 1000]), { per: 10_000, level: 0.998 });
    expect(rates.provenance.steps).toEqual([
      "crude rate per 10,000; 99.8% limits of the count, exact below 10 events and Byar's from 10",
    ]);
    expect(rates.measures.value.kind).toBe("rate");
    expect(rates.measures.lower.kind).toBe("limit");
  });

  it("can have Byar's limits throughout with a rounded deviate, and no lower limit without events", () => {
    const rates = crudeRate(exposedByArea(["a", 4, 1000], ["b", 0, 1000]), {
      per: 1000,
      limits: "byar",
      deviate: 1.96,
      noEvents: "no lower limit",
      convention: "of the house",
    });
    const [a, b] = [...rates];
    // by hand: 4 (1 − 1/36 − 1.96/6)³
    expect(a!.lower).toBeCloseTo(4 * (1 - 1 / 36 - 1.96 / 6) ** 3, 12);
    expect(b).toMatchObject({ value: 0, lower: null, missing: "not applicable" });
    expect(rates.provenance.steps).toEqual([
      "crude rate per 1,000; 95% limits of the count, Byar's with z = 1.96; no lower limit without events; by the convention of the house",
    ]);
  });

  it("refuses a scale and a coverage that cannot be", () => {
    expect(() => crudeRate(exposedByArea(), { per: 0 })).toThrow("[invalid-option] crudeRate: invalid per: 0");
    expect(() => crudeRate(exposedByArea(), { level: 95 })).toThrow("[invalid-option] crudeRate: invalid level: 95");
  });
});
