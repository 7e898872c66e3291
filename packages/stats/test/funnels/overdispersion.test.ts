import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adjustedProportionLimits,
  adjustedRatioLimits,
  movingRangeDispersion,
  normalDeviate,
  overdispersion,
  proportionScores,
  ratioControlLimits,
  ratioScores,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

// FunnelPlotR's own test data: its φ is 2.948033 where nothing is left out of six areas.
const observed = [100, 150, 180, 80, 120, 225];
const expected = [108, 112, 165, 95, 100, 220];

describe("ratioScores", () => {
  it("are in standard errors on each scale", () => {
    const scoreOf = (scale: "plain" | "square root" | "log") => ratioScores([49], [100], { scale }).scores[0]!;
    expectClose(scoreOf("plain"), -5.1, 1e-13); // (0.49 − 1) ÷ √(1 ÷ 100)
    expectClose(scoreOf("square root"), -6, 1e-13); // (0.7 − 1) ÷ (1 ÷ 20)
    expectClose(scoreOf("log"), 10 * Math.log(0.49), 1e-13);
  });

  it("are finite without events on the square root, and without end on the logarithm", () => {
    expect(ratioScores([0], [4]).scores[0]).toBe(-4); // (0 − 1) ÷ (1 ÷ 4)
    expect(ratioScores([0], [4], { scale: "log" }).scores[0]).toBe(-Infinity);
  });

  it("are NaN where a number is missing or nothing is expected", () => {
    const { scores, standardErrors } = ratioScores([Number.NaN, 1, 1], [1, 0, Number.NaN]);
    expect([...scores, ...standardErrors].every(Number.isNaN)).toBe(true);
  });

  it("refuse what cannot be", () => {
    expect(() => ratioScores([-1], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioScores: events must be 0 or more, got -1 in area 0]`,
    );
    expect(() => proportionScores([3], [2], 0.5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportionScores: events must not exceed the total of 2, got 3 in area 0]`,
    );
  });
});

describe("overdispersion", () => {
  it("gives FunnelPlotR's φ and τ², truncated and winsorised", () => {
    const { scores, standardErrors } = ratioScores(observed, expected, { scale: "log" });
    const truncated = overdispersion(scores, standardErrors, { outliers: "truncate" });
    expectClose(truncated.phi, 2.94803317510236, 1e-13);
    expectClose(truncated.betweenVariance, 0.0194775305780216, 1e-12);
    const winsorised = overdispersion(scores, standardErrors);
    expectClose(winsorised.phi, 2.14905309917045, 1e-13);
    expectClose(winsorised.betweenVariance, 0.0121184914591765, 1e-12);
    expectClose(winsorised.scores[1]!, 2.45744843124156, 1e-13);
  });

  it("leaves out whole areas at each end: one of ten", () => {
    const scores = [0, 9, 1, -1, 1, -1, 1, -1, 1, -9];
    const found = overdispersion(
      scores,
      scores.map(() => 0.1),
      { outliers: "truncate" },
    );
    expect(found).toMatchObject({ phi: 7 / 8, areas: 8, betweenVariance: 0, threshold: 2 });
    expect([...found.scores]).toEqual([0, Number.NaN, 1, -1, 1, -1, 1, -1, 1, Number.NaN]);
  });

  it("is that of chance where scores are: φ 1 and τ² 0, and leaves unknown areas out", () => {
    const found = overdispersion([1, -1, Number.NaN, 1, -1], [0.1, 0.2, Number.NaN, 0.1, 0.2], { outliers: "keep" });
    expect(found).toMatchObject({ phi: 1, areas: 4 });
    expectClose(found.betweenVariance, 1 / (250 - 21_250 / 250), 1e-12); // (4 − 3) ÷ (Σw − Σw²/Σw)
  });

  it("has no variance between one area, and nothing of none", () => {
    expect(overdispersion([2], [0.1])).toMatchObject({ phi: 4, betweenVariance: Number.NaN, areas: 1 });
    expect(overdispersion([Number.NaN], [0.1])).toMatchObject({ phi: Number.NaN, areas: 0 });
  });

  it("does not depend on the order of areas", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 400 })), {
          minLength: 2,
          maxLength: 40,
        }),
        (areas) => {
          const of = (rows: readonly (readonly [number, number])[]) => {
            const { scores, standardErrors } = ratioScores(
              rows.map(([o]) => o),
              rows.map(([, e]) => e),
            );
            return overdispersion(scores, standardErrors);
          };
          const [one, other] = [of(areas), of([...areas].reverse())];
          expect(other.phi).toBeCloseTo(one.phi, 8);
          expect(other.betweenVariance).toBeCloseTo(one.betweenVariance, 8);
          expect(one.phi).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it("refuses what cannot be", () => {
    expect(() => overdispersion([1, 2], [0.1, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: overdispersion: standard errors must be above 0, got 0 in area 1]`,
    );
    expect(() => overdispersion([1], [1], { share: 0.5 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: overdispersion: share must be from 0 to less than 0.5, got 0.5]`,
    );
  });
});

describe("adjusted limits", () => {
  it("are FunnelPlotR's with its τ² and its deviates", () => {
    const { lower, upper } = adjustedRatioLimits(108, 1, {
      scale: "log",
      betweenVariance: 0.0121184914591765,
      deviate: 1.959964,
    });
    expectClose(lower, 0.750835323347903, 1e-12);
    expectClose(upper, 1.33184996616981, 1e-12);
    const share = adjustedProportionLimits(208, 855 / 1700, {
      betweenVariance: 0.000910069134453224,
      deviate: 3.090232,
    });
    expectClose(share.lower, 0.362711584843518, 1e-12);
    expectClose(share.upper, 0.642935082037461, 1e-12);
  });

  it("with φ of 1 and τ² of 0 are those of chance alone, on the same scale", () => {
    const plain = adjustedRatioLimits(40, 1, { scale: "plain" });
    const normal = ratioControlLimits(40, { method: "normal" });
    expectClose(plain.lower, normal.lower, 1e-14);
    expectClose(plain.upper, normal.upper, 1e-14);
    expect(adjustedRatioLimits(40, 1, { phi: 1, betweenVariance: 0 })).toEqual(adjustedRatioLimits(40));
    const z = normalDeviate(0.95);
    expectClose(adjustedRatioLimits(40).upper, (1 + z / (2 * Math.sqrt(40))) ** 2, 1e-14);
  });

  it("never narrow: φ below 1 counts as 1", () => {
    expect(adjustedRatioLimits(40, 1, { phi: 0.5 })).toEqual(adjustedRatioLimits(40));
  });

  it("stay possible", () => {
    expect(adjustedRatioLimits(0.01).lower).toBe(0);
    expect(adjustedProportionLimits(1, 0.5)).toEqual({ lower: 0, upper: 1 });
    expect(adjustedRatioLimits(0)).toEqual({ lower: Number.NaN, upper: Number.NaN });
    expect(adjustedProportionLimits(10, Number.NaN)).toEqual({ lower: Number.NaN, upper: Number.NaN });
  });

  it("refuse what cannot be", () => {
    expect(() => adjustedRatioLimits(-1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: adjustedRatioLimits: expected events must be 0 or more, got -1]`,
    );
    expect(() => adjustedRatioLimits(1, 1, { phi: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: adjustedRatioLimits: phi must be 0 or more, got -1]`,
    );
    expect(() => adjustedProportionLimits(10, 50)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: adjustedProportionLimits: target must be from 0 to 1, got 50]`,
    );
  });
});

describe("movingRangeDispersion", () => {
  it("is the mean step between neighbours, over 1.128: steps of 1, 3 and 2", () => {
    expectClose(movingRangeDispersion([0, 1, -2, 0]), 2 / 1.128, 1e-14);
  });

  it("is NaN where a score is missing, and refuses a single one", () => {
    expect(movingRangeDispersion([0, Number.NaN, 1])).toBeNaN();
    expect(() => movingRangeDispersion([1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: movingRangeDispersion: needs at least two scores, got 1]`,
    );
  });
});
