import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparisonLimits,
  createRandom,
  rankDistribution,
  rankLimits,
  rankLimitsOfIntervals,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const estimates = [10, 12, 15, 15.5, 20, 26];
const errors = [1, 1.5, 0.8, 1.2, 2, 1];

describe("rankLimits", () => {
  it("count the areas that clearly lie before and after", () => {
    // R 4.2.2: z <- outer(x, x, "-") / sqrt(outer(s^2, s^2, "+")); p <- 2 * pnorm(-abs(z)); sig <- p.adjust(p[upper.tri(p)],
    // "holm") <= 0.05, made symmetric; 1 + rowSums(sig & z > 0); 6 - rowSums(sig & z < 0)
    const all = rankLimits(estimates, errors);
    expect([...all.rank]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...all.lower]).toEqual([1, 1, 2, 2, 3, 5]);
    expect([...all.upper]).toEqual([2, 4, 5, 5, 6, 6]);
    // The same without p.adjust.
    const each = rankLimits(estimates, errors, { holds: "each comparison" });
    expect([...each.lower]).toEqual([1, 1, 2, 2, 4, 6]);
    expect([...each.upper]).toEqual([2, 4, 4, 5, 5, 6]);
  });

  it("may count from the highest", () => {
    const { rank, lower, upper } = rankLimits(estimates, errors, { first: "highest" });
    expect([...rank]).toEqual([6, 5, 4, 3, 2, 1]);
    expect([...lower]).toEqual([5, 3, 2, 2, 1, 1]);
    expect([...upper]).toEqual([6, 6, 5, 5, 4, 2]);
  });

  it("hold every rank, widen with the level and with the errors, and do not depend on order or scale", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 20 })), {
          minLength: 1,
          maxLength: 15,
        }),
        fc.constantFrom("all ranks", "each comparison" as const),
        (rows, holds) => {
          const [x, s] = [rows.map(([value]) => value), rows.map(([, error]) => error)];
          const own = rankLimits(x, s, { holds });
          const wider = rankLimits(x, s, { holds, level: 0.999 });
          const larger = rankLimits(
            x,
            s.map((error) => error * 2),
            { holds },
          );
          const scaled = rankLimits(
            x.map((value) => value * 1e9),
            s.map((error) => error * 1e9),
            { holds },
          );
          const turned = rankLimits([...x].reverse(), [...s].reverse(), { holds });
          expect([...scaled.lower]).toEqual([...own.lower]);
          expect([...turned.upper].reverse()).toEqual([...own.upper]);
          rows.forEach((_, i) => {
            expect(own.lower[i]!).toBeLessThanOrEqual(own.rank[i]!);
            expect(own.upper[i]!).toBeGreaterThanOrEqual(own.rank[i]!);
            expect(wider.lower[i]!).toBeLessThanOrEqual(own.lower[i]!);
            expect(wider.upper[i]!).toBeGreaterThanOrEqual(own.upper[i]!);
            expect(larger.lower[i]!).toBeLessThanOrEqual(own.lower[i]!);
          });
        },
      ),
    );
  });

  it("hold all true ranks at once at least as often as the level says: 1,000 draws with a fixed seed", () => {
    const { normal } = createRandom(20_261_128);
    const truth = [0, 0.5, 1, 1.5, 2, 4, 4.2, 6];
    let held = 0;
    for (let draw = 0; draw < 1_000; draw++) {
      const drawn = truth.map((value) => value + normal());
      const { lower, upper } = rankLimits(
        drawn,
        truth.map(() => 1),
        { level: 0.8 },
      );
      if (truth.every((_, i) => lower[i]! <= i + 1 && upper[i]! >= i + 1)) held++;
    }
    expect(held).toBeGreaterThanOrEqual(800);
  });

  it("are points without errors, all ranks where all are equal, and NaN where an estimate is missing", () => {
    const exact = rankLimits([3, 1, 2], [0, 0, 0]);
    expect([...exact.lower]).toEqual([3, 1, 2]);
    expect([...exact.upper]).toEqual([3, 1, 2]);
    const equal = rankLimits([5, 5, 5], [0, 0, 0]);
    expect([...equal.rank, ...equal.lower, ...equal.upper]).toEqual([2, 2, 2, 1, 1, 1, 3, 3, 3]);
    const some = rankLimits([3, Number.NaN, 1, 4], [0, 1, 0, Number.NaN]);
    expect([...some.rank]).toEqual([2, Number.NaN, 1, Number.NaN]);
    expect([...some.upper]).toEqual([2, Number.NaN, 1, Number.NaN]);
  });

  it("refuse what cannot be", () => {
    expect(() => rankLimits([1, Infinity], [1, 1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: rankLimits: estimates must be finite, got Infinity in area 1]`,
    );
    expect(() => rankLimits([1, 2], [1, -1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: rankLimits: standard errors must be 0 or more, got -1 in area 1]`,
    );
    expect(() => rankLimits([1], [1], { level: 95 })).toThrow("level must be between 0 and 1");
  });
});

describe("rankLimitsOfIntervals", () => {
  const z = 1.959963984540054;
  const intervals = (k: number) => ({
    value: estimates,
    lower: estimates.map((x, i) => x - k * errors[i]!),
    upper: estimates.map((x, i) => x + k * errors[i]!),
  });

  it("are those of the standard errors where limits lie evenly around the values, whatever their level", () => {
    expect(rankLimitsOfIntervals(intervals(z))).toEqual(rankLimits(estimates, errors));
    const wide = rankLimitsOfIntervals(intervals(3.090232306167813), { limitsLevel: 0.998, holds: "each comparison" });
    expect(wide).toEqual(rankLimits(estimates, errors, { holds: "each comparison" }));
  });

  it("look from each value towards the other: the lower limit of the higher, the upper limit of the lower", () => {
    const pair = (lower: number[], upper: number[]) =>
      rankLimitsOfIntervals({ value: [10, 14], lower, upper }, { holds: "each comparison" });
    // √(3² + 2²) = 3.6 is less than the gap of 4; √(4² + 2²) = 4.5 is more. The far sides have no say.
    expect([...pair([0, 11], [12, 40]).lower]).toEqual([1, 2]);
    expect([...pair([9, 10], [12, 15]).lower]).toEqual([1, 1]);
  });

  it("leave out areas without limits, and refuse values outside theirs", () => {
    const { rank, upper } = rankLimitsOfIntervals({ value: [1, 2], lower: [1, Number.NaN], upper: [1, 3] });
    expect([...rank, ...upper]).toEqual([1, Number.NaN, 1, Number.NaN]);
    expect(() => rankLimitsOfIntervals({ value: [5], lower: [6], upper: [7] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: rankLimitsOfIntervals: values must be finite and within their limits, got 5 (6 to 7) in area 0]`,
    );
  });
});

describe("comparisonLimits", () => {
  it("lie 1.96 ÷ √2 standard errors off where these are equal", () => {
    const { lower, upper, deviate } = comparisonLimits([10, 12, 11], [2, 2, 2]);
    expectClose(deviate, 1.959963984540054 / Math.SQRT2, 1e-13);
    expectClose(lower[0]!, 10 - 2 * deviate, 1e-15);
    expectClose(upper[1]!, 12 + 2 * deviate, 1e-15);
  });

  it("are right on average over pairs where they are not", () => {
    // R 4.2.2: a <- outer(s, s, "+") / sqrt(outer(s^2, s^2, "+")); uniroot(function(c) mean(2 * pnorm(-c * a[upper.tri(a)]))
    // - .05, c(.5, 3), tol = 1e-14)
    expectClose(comparisonLimits(estimates, errors).deviate, 1.4206717923152552, 1e-12);
  });

  it("lie between those for equal errors and ordinary ones, and are NaN of one area", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 2, maxLength: 12 }), (s) => {
        const { deviate } = comparisonLimits(
          s.map(() => 0),
          s,
        );
        expect(deviate).toBeGreaterThanOrEqual(1.3859);
        expect(deviate).toBeLessThanOrEqual(1.96);
      }),
    );
    expect(comparisonLimits([1], [1]).deviate).toBeNaN();
    expect([...comparisonLimits([1, Number.NaN, 2], [1, 1, 1]).lower].map(Number.isNaN)).toEqual([false, true, false]);
  });
});

describe("rankDistribution", () => {
  it("is certain without errors", () => {
    const found = rankDistribution([3, 1, 2], [0, 0, 0], { draws: 100 });
    expect([...found.mean]).toEqual([3, 1, 2]);
    expect([...found.lower]).toEqual([3, 1, 2]);
    expect([...found.upper]).toEqual([3, 1, 2]);
    expect([...found.amongFirst]).toEqual([0, 1, 0]);
  });

  it("gives the chance that one of two lies below: Φ(1 ÷ √2) = 0.7602", () => {
    const { amongFirst, mean } = rankDistribution([0, 1], [1, 1], { draws: 40_000, seed: 7 });
    // R 4.2.2: pnorm(1 / sqrt(2)); four standard errors of 40,000 draws are 0.0085.
    expect(Math.abs(amongFirst[0]! - 0.76024993890652)).toBeLessThan(0.0085);
    expectClose(mean[0]! + mean[1]!, 3, 1e-12);
  });

  it("gives the same for the same seed, mean ranks that add up, and medians within the limits", () => {
    const draw = (seed: number) =>
      rankDistribution(estimates, errors, { draws: 2_000, seed, places: 2, first: "highest" });
    const found = draw(42);
    expect(draw(42)).toEqual(found);
    expect(draw(43)).not.toEqual(found);
    expectClose(
      [...found.mean].reduce((sum, each) => sum + each),
      21,
      1e-12,
    );
    expectClose(
      [...found.amongFirst].reduce((sum, each) => sum + each),
      2,
      1e-12,
    );
    estimates.forEach((_, i) => {
      expect(found.lower[i]!).toBeLessThanOrEqual(found.median[i]!);
      expect(found.upper[i]!).toBeGreaterThanOrEqual(found.median[i]!);
    });
    expect(found.median[5]).toBe(1);
  });

  it("is NaN where an estimate is missing, and refuses no draws", () => {
    const { mean, amongFirst } = rankDistribution([1, Number.NaN, 2], [0, 0, 0], { draws: 10, places: 5 });
    expect([...mean]).toEqual([1, Number.NaN, 2]);
    expect([...amongFirst]).toEqual([1, Number.NaN, 1]);
    expect(() => rankDistribution([1], [1], { draws: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: rankDistribution: draws must be a whole number from 1 to 10000000, got 0]`,
    );
  });
});
