import { describe, expect, it } from "vitest";
import { millsRatio } from "../../src/distributions/mills-ratio.ts";
import { expectClose } from "../relative.ts";

describe("millsRatio", () => {
  it.each([
    // mpmath 1.3.0 at 50 digits: sqrt(pi/2) exp(z²/2) erfc(z/√2)
    [0, 1.2533141373155003],
    [0.001, 1.252314763639392],
    [0.5, 0.8763644564536924],
    [1, 0.6556795424187986],
    [2, 0.4213692292880545],
    [5, 0.19280810471531576],
    [10, 0.09902859647173191],
    [38, 0.026297602974252963],
    [1000, 0.000999999000003],
  ])("at %d", (z, expected) => {
    expectClose(millsRatio(z), expected, 1e-15);
  });

  it("falls throughout, and lies between z ÷ (z² + 1) and 1 ÷ z", () => {
    let before = Infinity;
    for (let z = 0.01; z < 200; z *= 1.01) {
      const ratio = millsRatio(z);
      expect(ratio).toBeLessThan(before);
      expect(ratio).toBeGreaterThanOrEqual((z / (z * z + 1)) * (1 - 1e-15));
      expect(ratio).toBeLessThanOrEqual((1 + 1e-15) / z);
      before = ratio;
    }
  });

  it("is 0 at infinity, NaN for a missing number", () => {
    expect([millsRatio(Infinity), millsRatio(Number.NaN)]).toEqual([0, Number.NaN]);
  });
});
