import { gammaln } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { logGammaRise } from "../../src/distributions/log-gamma.ts";
import { logGamma, stirlingError } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("logGamma", () => {
  it.each([
    // mpmath 1.3.0 at 50 digits
    [1e-4, 9.210282658633963],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [2.5, 0.2846828704729192],
    [10.3, 13.482036786138359],
    [100, 359.1342053695754],
    [1e6, 12815504.569147613],
  ])("is ln Γ(%d)", (x, expected) => {
    expectClose(logGamma(x), expected, 5e-15);
  });

  it("is the logarithm of a factorial, and 0 at 1 and 2", () => {
    expectClose(logGamma(11), Math.log(3_628_800), 1e-15); // 10!
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logGamma(2)).toBeCloseTo(0, 14);
  });

  it("agrees with simple-statistics within that library's accuracy", () => {
    for (const x of [3, 7.5, 40, 250]) expectClose(logGamma(x), gammaln(x), 1e-8);
  });

  it("is infinite at 0, NaN for a missing number, and refuses negative ones", () => {
    expect([logGamma(0), logGamma(Infinity), logGamma(Number.NaN)]).toEqual([Infinity, Infinity, Number.NaN]);
    expect(() => logGamma(-1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: logGamma: x must be 0 or more, got -1]`,
    );
  });
});

describe("stirlingError", () => {
  it.each([
    // mpmath 1.3.0 at 50 digits
    [0.01, 1.4340079537031842],
    [0.5, 0.15342640972002736],
    [1, 0.08106146679532726],
    [10.5, 0.00793411456431402],
    [15.9, 0.005240399880756108],
    [16, 0.0052076559196096404],
    [100, 0.0008333305556349147],
  ])("is what Stirling's formula leaves out at %d", (x, expected) => {
    expect(Math.abs(stirlingError(x) - expected)).toBeLessThan(3e-15);
  });
});

describe("logGammaRise", () => {
  it.each([
    // mpmath 1.3.0 at 80 digits: loggamma(b + a) − loggamma(b)
    [1, 1e-9, -5.772156640790659e-10],
    [1, 0.001, -0.0005763935982833696],
    [1, 0.3, -0.10817480950786047],
    [0.25, 0.5, -1.084741573266782],
    [5, 1e-5, 1.5061187750457661e-5],
    [1e7, 0.001, 0.01611809560100832],
    [16, 0.5, 1.378483131199923],
    [100, 20, 93.89069086892074],
  ])("is what ln Γ gains from %d by %d, a small gain keeping its digits", (from, by, expected) => {
    expectClose(logGammaRise(from, by), expected, 1e-14);
  });
});
