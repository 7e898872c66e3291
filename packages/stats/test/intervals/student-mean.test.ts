import { describe, expect, it } from "vitest";
import { studentDistribution, studentMean, studentQuantile } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("studentDistribution and studentQuantile", () => {
  it("are those of Cauchy for one degree of freedom, far into the tail", () => {
    // ½ + atan(t)/π and its inverse
    expectClose(studentDistribution(-1e200, 1), 1e-200 / Math.PI, 1e-12);
    expectClose(studentQuantile(1e-300, 1), -1e300 / Math.PI, 1e-12);
    expectClose(studentDistribution(2, 1), 0.5 + Math.atan(2) / Math.PI, 1e-14);
  });

  it("undo each other", () => {
    for (const degrees of [0.5, 1, 7, 300, 1e5]) {
      for (const p of [1e-100, 1e-9, 0.025, 0.3, 0.49, 0.7, 0.999]) {
        expectClose(studentDistribution(studentQuantile(p, degrees), degrees), p, 1e-10);
      }
    }
  });

  it("are 0 and infinite at the ends, NaN for a missing number, and refuse no degrees of freedom", () => {
    expect([studentQuantile(0, 3), studentQuantile(0.5, 3), studentQuantile(1, 3)]).toEqual([-Infinity, 0, Infinity]);
    expect(studentDistribution(Number.NaN, 3)).toBeNaN();
    expect(() => studentQuantile(0.5, 0)).toThrow("studentQuantile: degrees of freedom must be above 0, got 0");
  });
});

describe("studentMean", () => {
  it("reaches t standard errors to each side", () => {
    // PHEindicatormethods 2.1.0, phe_mean
    const { value, lower, upper, standardDeviation } = studentMean([82713.5, 83878.11]);
    expectClose(value, 83295.805, 1e-14);
    expectClose(standardDeviation, 823.5036284376655, 1e-12);
    expectClose(lower, 75896.91845110178, 1e-12);
    expectClose(upper, 90694.6915488982, 1e-12);
  });

  it("has no limits for one value, is NaN for a missing one, and refuses none", () => {
    const none = Number.NaN;
    expect(studentMean([5])).toEqual({ value: 5, lower: none, upper: none, standardDeviation: none });
    expect(studentMean([5, none]).value).toBeNaN();
    expect(() => studentMean([])).toThrow("studentMean: needs at least one value, got none");
    expect(() => studentMean([1], { level: 95 })).toThrow("studentMean: level must be between 0 and 1");
  });
});
