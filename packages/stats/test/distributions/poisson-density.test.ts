import { poissonDistribution } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { poissonDensity } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("poissonDensity", () => {
  it.each([
    // mpmath 1.3.0 at 50 digits
    [2, 3, 0.22404180765538775],
    [0.5, 0.1, 0.3228684517430724],
    [100, 90, 0.0233208254251418],
    [1000, 1100, 0.00011590731420657795],
    [10, 40, 1.2276020479488077e-8],
  ])("is λˣ e^(−λ) / Γ(x + 1) at %d and %d", (count, mean, expected) => {
    expectClose(poissonDensity(count, mean), expected, 3e-14);
  });

  it("agrees with simple-statistics on the probabilities of whole counts", () => {
    for (const [count, expected] of poissonDistribution(4)!.entries()) {
      expectClose(poissonDensity(count, 4), expected, 1e-12);
    }
  });

  it("puts everything on 0 where the mean is 0", () => {
    expect([poissonDensity(0, 0), poissonDensity(1, 0), poissonDensity(0, 2)]).toEqual([1, 0, Math.exp(-2)]);
  });

  it("ends with NaN for a missing number", () => {
    expect([poissonDensity(Number.NaN, 1), poissonDensity(1, Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });

  it("refuses negative numbers", () => {
    expect(() => poissonDensity(-1, 2)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonDensity: count and mean must be 0 or more, got -1 and 2]`,
    );
  });
});
