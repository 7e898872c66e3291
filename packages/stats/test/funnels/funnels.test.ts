import { describe, expect, it } from "vitest";
import {
  exactPoissonLimits,
  groupStatuses,
  proportionControlLimits,
  proportionFunnel,
  ratioControlLimits,
  ratioFunnel,
} from "../../src/index.ts";

describe("ratioFunnel", () => {
  it("gives every area the control limits of its own size, to the last digit", () => {
    const { lower, upper, value } = ratioFunnel([3, 40], [2.5, 50], { per: 100 });
    [2.5, 50].forEach((expected, i) => {
      const inner = ratioControlLimits(expected, { per: 100 });
      const outer = ratioControlLimits(expected, { per: 100, level: 0.998 });
      expect([lower[0]![i], upper[0]![i]]).toEqual([inner.lower, inner.upper]);
      expect([lower[1]![i], upper[1]![i]]).toEqual([outer.lower, outer.upper]);
    });
    expect([...value]).toEqual([120, 80]);
  });

  it("says how many limits an area lies beyond, and in which direction", () => {
    // Exact Poisson tails at a mean of 20 (R 4.2.2): P(O ≥ 30) = 0.02182, P(O ≥ 29) = 0.03433, P(O ≥ 36) = 0.00080,
    // P(O ≥ 35) = 0.00149; P(O ≤ 11) = 0.02139, P(O ≤ 12) = 0.03901, P(O ≤ 7) = 0.00078, P(O ≤ 8) = 0.00209.
    const observed = [7, 8, 11, 12, 20, 29, 30, 35, 36];
    const expected = observed.map(() => 20);
    expect([...ratioFunnel(observed, expected).signal]).toEqual([-2, -1, -1, 0, 0, 0, 1, 1, 2]);
  });

  it("agrees with the exact limits of each count, which leave out the target where the count is beyond", () => {
    const observed = Array.from({ length: 60 }, (_, i) => i);
    const { signal } = ratioFunnel(
      observed,
      observed.map(() => 25),
    );
    const own = observed.map((count) =>
      [0.95, 0.998].reduce((beyond, level) => {
        const { lower, upper } = exactPoissonLimits(count, level);
        return beyond + (lower > 25 ? 1 : upper < 25 ? -1 : 0);
      }, 0),
    );
    expect([...signal]).toEqual(own);
  });

  it("may judge by the limits of the count itself, exact below 10 and Byar's from 10", () => {
    // PHEindicatormethods 2.1.0, case funnel/ratio/10: 42 of 63.63 low at 0.025, 14 of 20.39 not, 209 of 197.67 not.
    const { signal } = ratioFunnel([42, 14, 209], [63.63, 20.39, 197.67], { signals: "own limits" });
    expect([...signal]).toEqual([-1, 0, 0]);
  });

  it("takes limits widened for dispersion", () => {
    // 1 ∓ 2 √(4 ÷ 25) plain, and 1 ∓ 2 √(1/25 + 0.0225) = 1 ∓ 0.5.
    const multiplied = ratioFunnel([1], [25], { levels: [0.9], deviates: [2], dispersion: { scale: "plain", phi: 4 } });
    expect(multiplied.lower[0]![0]).toBeCloseTo(0.2, 14);
    const added = ratioFunnel([1], [25], {
      levels: [0.9],
      deviates: [2],
      dispersion: { scale: "plain", betweenVariance: 0.0225 },
    });
    expect(added.upper[0]![0]).toBeCloseTo(1.5, 14);
    expect(added.signal[0]).toBe(-1);
  });

  it("goes on where one area has nothing expected, is missing or cannot be, and says why", () => {
    const { signal, status, value, lower } = ratioFunnel([5, 5, Number.NaN, -1, 5], [5, 0, 5, 5, Number.NaN]);
    expect(Array.from(status, (code) => groupStatuses[code])).toEqual([
      "computed",
      "nothing expected",
      "missing",
      "impossible",
      "missing",
    ]);
    for (const column of [signal, value, lower[0]!]) {
      expect(Array.from(column, Number.isNaN)).toEqual([false, true, true, true, true]);
    }
    const own = ratioFunnel([5, Number.NaN], [5, 5], { signals: "own limits" });
    expect([...own.signal]).toEqual([0, Number.NaN]);
  });

  it("compares no area with a target of 0, under which nothing is expected", () => {
    expect([...ratioFunnel([1, 2], [5, 5], { target: 0 }).signal]).toEqual([Number.NaN, Number.NaN]);
  });

  it("refuses what cannot be", () => {
    expect(() => ratioFunnel([1], [1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioFunnel: observed, expected must be of one length, got 1, 2]`,
    );
    expect(() => ratioFunnel([1], [1], { levels: [] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioFunnel: needs at least one level, got none]`,
    );
    expect(() => ratioFunnel([1], [1], { deviates: [1.96] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioFunnel: deviates must be one for each of 2 levels, got 1]`,
    );
  });
});

describe("proportionFunnel", () => {
  it("gives every area the control limits of its own size around that of all areas together", () => {
    const { lower, upper, value } = proportionFunnel([10, 50], [100, 100], { per: 100, levels: [0.95] });
    const { lower: low, upper: high } = proportionControlLimits(100, 30, { per: 100 });
    expect([...lower[0]!]).toEqual([low, low]);
    expect([...upper[0]!]).toEqual([high, high]);
    expect([...value]).toEqual([10, 50]);
  });

  it("says how many limits an area lies beyond", () => {
    // Exact binomial tails of 50 at 0.2 (R 4.2.2): P(X ≥ 17) = 0.01443, P(X ≥ 16) = 0.03080, P(X ≥ 20) = 0.00093;
    // P(X ≤ 4) = 0.01850, P(X ≤ 5) = 0.04803, P(X ≤ 1) = 0.00019, P(X ≤ 2) = 0.00129.
    const events = [1, 2, 4, 5, 16, 17, 20];
    const { signal } = proportionFunnel(
      events,
      events.map(() => 50),
      { target: 0.2 },
    );
    expect([...signal]).toEqual([-2, -1, -1, 0, 0, 1, 2]);
  });

  it("goes on where one area has nobody, is missing or cannot be, and leaves it out of the target", () => {
    const { signal, status, value } = proportionFunnel([5, 0, Number.NaN, 9, 5], [10, 0, 10, 5, 10]);
    expect(Array.from(status, (code) => groupStatuses[code])).toEqual([
      "computed",
      "no population",
      "missing",
      "impossible",
      "computed",
    ]);
    expect([...signal]).toEqual([0, Number.NaN, Number.NaN, Number.NaN, 0]);
    expect(value[4]).toBe(0.5);
  });

  it("takes limits widened for dispersion, and refuses a target beyond its scale", () => {
    // 0.5 ∓ 2 × √(4 × 0.25/100) = 0.5 ∓ 0.2
    const { lower, upper } = proportionFunnel([1], [100], {
      target: 0.5,
      levels: [0.9],
      deviates: [2],
      dispersion: { scale: "plain", phi: 4 },
    });
    expect(lower[0]![0]).toBeCloseTo(0.3, 14);
    expect(upper[0]![0]).toBeCloseTo(0.7, 14);
    expect(() => proportionFunnel([1], [2], { target: 30 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportionFunnel: target must be from 0 to 1, got 30]`,
    );
  });

  it("has no limits where no area is known", () => {
    expect([...proportionFunnel([Number.NaN], [5]).lower[0]!]).toEqual([Number.NaN]);
  });
});
