import { describe, expect, it } from "vitest";
import { uptakeCurve } from "../../src/index.ts";

describe("uptakeCurve", () => {
  it("rises on a straight line after the lag, and stays", () => {
    // By hand: (5 − 2) ÷ 4 = 0.75, of which 0.8 is reached.
    expect([...uptakeCurve([-3, 0, 2, 5, 6, 99], { duration: 4, lag: 2, share: 0.8 })]).toEqual([
      0,
      0,
      0,
      0.8 * 0.75,
      0.8,
      0.8,
    ]);
  });

  it("is slow, fast and slow again with an S, and half way at the middle", () => {
    // By hand: w²(3 − 2w) at 1/4 is 1/16 × 5/2 = 5/32, at 3/4 9/16 × 3/2 = 27/32.
    expect([...uptakeCurve([0, 1, 2, 3, 4], { duration: 4, shape: "s-shaped" })]).toEqual([0, 5 / 32, 0.5, 27 / 32, 1]);
  });

  it("keeps what is missing missing, and refuses what cannot be", () => {
    expect([...uptakeCurve([Number.NaN])]).toEqual([Number.NaN]);
    expect([...uptakeCurve([])]).toEqual([]);
    expect(() => uptakeCurve([1], { duration: 0 })).toThrow("uptakeCurve: duration must be above 0, got 0");
    expect(() => uptakeCurve([1], { shape: "steep" as never })).toThrow(
      "uptakeCurve: shape must be one of linear, s-shaped, got steep",
    );
  });
});
