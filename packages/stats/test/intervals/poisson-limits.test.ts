import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byarLimits, exactPoissonLimits, poissonDensity, poissonLimits } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("byarLimits", () => {
  it("are the cubes of Breslow and Day", () => {
    // by hand with z = 1.959963984540054: 50 (1 − 1/450 − z/(3√50))³ and 51 (1 − 1/459 + z/(3√51))³
    const { lower, upper } = byarLimits(50);
    expectClose(lower, 50 * (1 - 1 / 450 - 1.959963984540054 / (3 * Math.sqrt(50))) ** 3, 1e-14);
    expectClose(upper, 51 * (1 - 1 / 459 + 1.959963984540054 / (3 * Math.sqrt(51))) ** 3, 1e-14);
  });

  it("have no negative lower limit", () => {
    expect(byarLimits(0).lower).toBe(0);
    expect(byarLimits(0.5).lower).toBe(0); // the formula gives −0.0016
    expect(byarLimits(0).upper).toBeGreaterThan(3.6);
  });

  it("are within half a per cent of the exact ones from 100 events", () => {
    for (const x of [100, 1000, 10_000]) {
      expectClose(byarLimits(x).lower, exactPoissonLimits(x).lower, 5e-3);
      expectClose(byarLimits(x).upper, exactPoissonLimits(x).upper, 5e-3);
    }
  });

  it("are NaN for a missing count", () => {
    expect(byarLimits(Number.NaN)).toEqual({ lower: Number.NaN, upper: Number.NaN });
  });

  it("refuse a count and a level that cannot be", () => {
    expect(() => byarLimits(-4)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: byarLimits: events must be 0 or more, got -4]`,
    );
    expect(() => byarLimits(50, 95)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: byarLimits: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });
});

describe("exactPoissonLimits", () => {
  it("are 0 and −ln 0.025 for no events", () => {
    const { lower, upper } = exactPoissonLimits(0);
    expect(lower).toBe(0);
    expectClose(upper, Math.log(40), 1e-13);
  });

  it("leave a chance of 2.5 % on each side of 5 events", () => {
    // the definition: Poisson sums at the limits
    const { lower, upper } = exactPoissonLimits(5);
    const below = (mean: number, last: number) => {
      let sum = 0;
      for (let k = 0; k <= last; k++) sum += poissonDensity(k, mean);
      return sum;
    };
    expect(1 - below(lower, 4)).toBeCloseTo(0.025, 14);
    expect(below(upper, 5)).toBeCloseTo(0.025, 14);
  });

  it("are Garwood's for 10 events", () => {
    // Garwood 1936, as tabulated: 4.7954 and 18.3904
    expect(exactPoissonLimits(10).lower).toBeCloseTo(4.7954, 4);
    expect(exactPoissonLimits(10).upper).toBeCloseTo(18.3904, 4);
  });

  it("are NaN for a missing count, and refuse what cannot be", () => {
    expect(exactPoissonLimits(Number.NaN)).toEqual({ lower: Number.NaN, upper: Number.NaN });
    expect(() => exactPoissonLimits(Infinity)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: exactPoissonLimits: events must be 0 or more, got Infinity]`,
    );
    expect(() => exactPoissonLimits(3, 1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: exactPoissonLimits: level must be between 0 and 1, such as 0.95, got 1]`,
    );
  });
});

describe("poissonLimits", () => {
  it("are exact below 10 events and Byar's from 10", () => {
    expect(poissonLimits(9)).toEqual(exactPoissonLimits(9));
    expect(poissonLimits(9.5)).toEqual(exactPoissonLimits(9.5));
    expect(poissonLimits(10)).toEqual(byarLimits(10));
    expect(poissonLimits(10)).not.toEqual(exactPoissonLimits(10));
  });

  it("contain the count and widen with the level", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.double({ min: 0.5, max: 0.98, noNaN: true }), (events, level) => {
        const narrow = poissonLimits(events, level);
        const wide = poissonLimits(events, level + 0.01);
        expect(narrow.lower).toBeLessThanOrEqual(events);
        expect(narrow.upper).toBeGreaterThan(events);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThan(narrow.upper);
      }),
    );
  });
});
