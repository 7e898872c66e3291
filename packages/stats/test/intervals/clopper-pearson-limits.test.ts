import { describe, expect, it } from "vitest";
import {
  agrestiCoullLimits,
  binomialDensity,
  clopperPearsonLimits,
  jeffreysLimits,
  wilsonLimits,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("clopperPearsonLimits", () => {
  it("are Newcombe's", () => {
    // Newcombe 1998, Stat Med 17:857–72, table I, method 5, to 4 decimals
    expect(clopperPearsonLimits(81, 263).lower).toBeCloseTo(0.2527, 4);
    expect(clopperPearsonLimits(81, 263).upper).toBeCloseTo(0.3676, 4);
  });

  it("cover every share at least as often as the level says", () => {
    for (const total of [1, 5, 12]) {
      const limits = Array.from({ length: total + 1 }, (_, k) => clopperPearsonLimits(k, total, 0.9));
      for (let p = 0.01; p < 1; p += 0.01) {
        let covered = 0;
        for (const [k, { lower, upper }] of limits.entries()) {
          if (lower <= p && p <= upper) covered += binomialDensity(k, total, p);
        }
        expect(covered).toBeGreaterThanOrEqual(0.9);
      }
    }
  });

  it("end at 0 and 1, where the other limit is a root", () => {
    expect(clopperPearsonLimits(0, 20).lower).toBe(0);
    expectClose(clopperPearsonLimits(0, 20).upper, 1 - 0.025 ** (1 / 20), 1e-12);
    expect(clopperPearsonLimits(20, 20).upper).toBe(1);
  });
});

describe("every interval of a proportion", () => {
  it.each([clopperPearsonLimits, agrestiCoullLimits, jeffreysLimits])("contains the share: %o", (limits) => {
    for (let k = 0; k <= 30; k++) {
      expect(limits(k, 30).lower).toBeLessThanOrEqual(k / 30);
      expect(limits(k, 30).upper).toBeGreaterThanOrEqual(k / 30);
    }
    expect(limits(Number.NaN, 30)).toEqual({ lower: Number.NaN, upper: Number.NaN });
    expect(() => limits(31, 30)).toThrow("events must not exceed the total of 30, got 31");
    expect(() => limits(3, 30, 95)).toThrow("level must be between 0 and 1");
  });

  it("of Agresti and Coull holds Wilson's", () => {
    for (let k = 0; k <= 30; k++) {
      expect(agrestiCoullLimits(k, 30).lower).toBeLessThanOrEqual(wilsonLimits(k, 30).lower + 1e-15);
      expect(agrestiCoullLimits(k, 30).upper).toBeGreaterThanOrEqual(wilsonLimits(k, 30).upper - 1e-15);
    }
  });
});
