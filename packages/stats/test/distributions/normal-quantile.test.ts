import { probit } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("normalQuantile", () => {
  it.each([
    // R 4.2.2, qnorm
    [0.5 + 0.475, 1.95996398454005],
    [0.999, 3.09023230616781],
    [0.0005, -3.2905267314919],
    [1e-10, -6.36134090240406],
    // mpmath 1.3.0 at 50 digits
    [1e-300, -37.0470962993612],
  ])("is the percentage point of the normal distribution at %d", (probability, expected) => {
    expectClose(normalQuantile(probability), expected, 1e-11);
  });

  it("is 0 at one half and odd around it", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
  });

  it("is infinite at 0 and 1, and NaN for a missing probability", () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(Number.NaN)]).toEqual([
      -Infinity,
      Infinity,
      Number.NaN,
    ]);
  });

  it("refuses what is no probability", () => {
    expect(() => normalQuantile(97.5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: normalQuantile: probability must be from 0 to 1, got 97.5]`,
    );
    expect(() => normalQuantile(-0.1)).toThrow(RangeError);
  });

  it("is not taken from simple-statistics, whose probit is wrong in the third digit", () => {
    // simple-statistics 7.12.1: 1.9572, an approximation that would move every published limit
    expect(probit(0.975)).toBeCloseTo(1.9572, 4);
    expect(Math.abs(probit(0.975) - normalQuantile(0.975))).toBeGreaterThan(0.002);
  });
});
