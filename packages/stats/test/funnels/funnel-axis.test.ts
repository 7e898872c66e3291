import { describe, expect, it } from "vitest";
import { funnelAxis, funnelRange } from "../../src/index.ts";

describe("funnelAxis", () => {
  it("rises by one where areas are small, ends at the end, and has as many points as asked for", () => {
    const axis = funnelAxis(0, 120_000);
    expect(axis).toHaveLength(100);
    // PHEindicatormethods 2.1.0, funnel of a proportion with up to 104,921 people.
    expect(axis.slice(10, 20)).toEqual([11, 12, 13, 14, 16, 18, 20, 22, 24, 27]);
    expect(axis.slice(-3)).toEqual([97_316, 108_064, 120_000]);
  });

  it("may leave its last step half done, as the reference does for ratios", () => {
    // PHEindicatormethods 2.1.0, funnel of a ratio with up to 190.85 expected: … 193, 199, 204.
    expect(funnelAxis(0, 210, { spread: "early" }).slice(-3)).toEqual([193, 199, 204]);
  });

  it("starts where asked, and runs beyond the end where there are more points than whole numbers", () => {
    expect(funnelAxis(500, 900)[0]).toBe(500);
    expect(funnelAxis(0, 3, { points: 5 })).toEqual([1, 2, 3, 4, 5]);
  });

  it("refuses what cannot be", () => {
    expect(() => funnelAxis(10, 5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: funnelAxis: start and end must be 0 or more, in this order, got 10 and 5]`,
    );
    expect(() => funnelAxis(0, 5, { points: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: funnelAxis: points must be a whole number from 2 to 100000, got 1]`,
    );
  });
});

describe("funnelRange", () => {
  it("rounds to two figures a twentieth beyond the areas, and starts at 0 where they differ much", () => {
    // 1.05 × 190.85 = 200.4, so 210; 1.05 × 85,369 = 89,637, so 90,000: both as PHEindicatormethods 2.1.0.
    expect(funnelRange([1.1, 190.85])).toEqual({ lower: 0, upper: 210 });
    expect(funnelRange([2_787, 85_369])).toEqual({ lower: 0, upper: 90_000 });
  });

  it("starts below the smallest where they differ little: 0.95 × 1234 = 1172.3, so 1100", () => {
    expect(funnelRange([1_234, Number.NaN, 2_000])).toEqual({ lower: 1_100, upper: 2_100 });
  });

  it("takes sizes below 1, and has no ends without a size", () => {
    expect(funnelRange([0.004, 0.005])).toEqual({ lower: 0.0038, upper: 0.0053 });
    expect(funnelRange([Number.NaN])).toEqual({ lower: Number.NaN, upper: Number.NaN });
    expect(funnelRange([0])).toEqual({ lower: 0, upper: 0 });
  });
});
