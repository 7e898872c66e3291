import { gammaln } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { logGamma, stirlingError } from "../src/index.ts";
import { expectClose } from "./relative.ts";

describe("logGamma", () => {
  it.each([
    // mpmath 1.3.0 at 50 digits
    [1e-4, 9.2102826586339622],
    [0.5, 0.57236494292470009],
    [1.5, -0.12078223763524522],
    [2.5, 0.28468287047291916],
    [10.3, 13.482036786138359],
    [100, 359.1342053695754],
    [1e6, 12815504.569147612],
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
    expect(() => logGamma(-1)).toThrowErrorMatchingInlineSnapshot(`[RangeError: logGamma: x must be 0 or more, got -1]`);
  });
});

describe("stirlingError", () => {
  it.each([
    // mpmath 1.3.0 at 50 digits
    [0.01, 1.4340079537031842],
    [0.5, 0.15342640972002735],
    [1, 0.081061466795327258],
    [10.5, 0.0079341145643140205],
    [15.9, 0.0052403998807561082],
    [16, 0.0052076559196096404],
    [100, 0.00083333055563491468],
  ])("is what Stirling's formula leaves out at %d", (x, expected) => {
    expect(Math.abs(stirlingError(x) - expected)).toBeLessThan(3e-15);
  });
});
