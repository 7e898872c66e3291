import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betaQuantile,
  binomialDistribution,
  binomialQuantile,
  chiSquareDistribution,
  chiSquareQuantile,
  gammaDistribution,
  gammaQuantile,
  poissonDistribution,
  poissonQuantile,
  studentDistribution,
  studentQuantile,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("poissonQuantile", () => {
  it.each([
    // R 4.2.2: mean, p, qpois(p, mean), qpois(p, mean, lower.tail = FALSE)
    [0.001, 9.9999999999999998e-13, 0, 3],
    [0.001, 0.025000000000000001, 0, 0],
    [0.001, 0.5, 0, 0],
    [0.001, 0.90000000000000002, 0, 0],
    [0.001, 0.999, 0, 0],
    [0.69999999999999996, 9.9999999999999998e-13, 0, 12],
    [0.69999999999999996, 0.025000000000000001, 0, 3],
    [0.69999999999999996, 0.5, 1, 1],
    [0.69999999999999996, 0.90000000000000002, 2, 0],
    [0.69999999999999996, 0.999, 4, 0],
    [3.2999999999999998, 9.9999999999999998e-13, 0, 23],
    [3.2999999999999998, 0.025000000000000001, 0, 7],
    [3.2999999999999998, 0.5, 3, 3],
    [3.2999999999999998, 0.90000000000000002, 6, 1],
    [3.2999999999999998, 0.999, 10, 0],
    [47, 9.9999999999999998e-13, 8, 103],
    [47, 0.025000000000000001, 34, 61],
    [47, 0.5, 47, 47],
    [47, 0.90000000000000002, 56, 38],
    [47, 0.999, 70, 27],
    [12345.6, 9.9999999999999998e-13, 11572, 13135],
    [12345.6, 0.025000000000000001, 12128, 12564],
    [12345.6, 0.5, 12345, 12345],
    [12345.6, 0.90000000000000002, 12488, 12203],
    [12345.6, 0.999, 12690, 12004],
  ])("of mean %d and p %d is %d from below and %d from above", (mean, p, lower, upper) => {
    expect(poissonQuantile(p, mean)).toBe(lower);
    expect(poissonQuantile(p, mean, { tail: "upper" })).toBe(upper);
    expect(poissonQuantile(Math.log(p), mean, { scale: "log" })).toBe(lower);
  });

  it("is the least count that reaches the probability", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
        fc.double({ min: 1e-9, max: 0.999, noNaN: true }),
        (mean, p) => {
          const k = poissonQuantile(p, mean);
          expect(poissonDistribution(k, mean)).toBeGreaterThanOrEqual(p * (1 - 1e-11));
          if (k > 0) expect(poissonDistribution(k - 1, mean)).toBeLessThan(p);
        },
      ),
    );
  });

  it("has its ends, and refuses what is no probability", () => {
    expect([0, 1, Number.NaN].map((p) => poissonQuantile(p, 5))).toEqual([0, Infinity, Number.NaN]);
    expect(poissonQuantile(0.3, 0)).toBe(0);
    expect(() => poissonQuantile(1.2, 5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonQuantile: probability must be from 0 to 1, got 1.2]`,
    );
    expect(() => poissonQuantile(0.2, 5, { scale: "log" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonQuantile: the logarithm of a probability must be 0 or less, got 0.2]`,
    );
    expect(() => poissonQuantile(0.5, -5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonQuantile: mean must be 0 or more, got -5]`,
    );
  });
});

describe("binomialQuantile", () => {
  it.each([
    // R 4.2.2: total, chance, p, qbinom(p, total, chance), qbinom(p, total, chance, lower.tail = FALSE)
    [1, 0.5, 9.9999999999999998e-13, 0, 1],
    [1, 0.5, 0.025000000000000001, 0, 1],
    [1, 0.5, 0.5, 0, 0],
    [1, 0.5, 0.90000000000000002, 1, 0],
    [1, 0.5, 0.999, 1, 0],
    [20, 0.029999999999999999, 9.9999999999999998e-13, 0, 11],
    [20, 0.029999999999999999, 0.025000000000000001, 0, 2],
    [20, 0.029999999999999999, 0.5, 0, 0],
    [20, 0.029999999999999999, 0.90000000000000002, 2, 0],
    [20, 0.029999999999999999, 0.999, 4, 0],
    [400, 0.25, 9.9999999999999998e-13, 44, 164],
    [400, 0.25, 0.025000000000000001, 83, 117],
    [400, 0.25, 0.5, 100, 100],
    [400, 0.25, 0.90000000000000002, 111, 89],
    [400, 0.25, 0.999, 127, 74],
    [1e6, 0.40000000000000002, 9.9999999999999998e-13, 396555, 403448],
    [1e6, 0.40000000000000002, 0.025000000000000001, 399040, 400960],
    [1e6, 0.40000000000000002, 0.5, 4e5, 4e5],
    [1e6, 0.40000000000000002, 0.90000000000000002, 400628, 399372],
    [1e6, 0.40000000000000002, 0.999, 401514, 398486],
  ])("of %d at %d and p %d is %d from below and %d from above", (total, chance, p, lower, upper) => {
    expect(binomialQuantile(p, total, chance)).toBe(lower);
    expect(binomialQuantile(p, total, chance, { tail: "upper" })).toBe(upper);
  });

  it("is the least count that reaches the probability", () => {
    const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), share, share, (total, chance, p) => {
        const k = binomialQuantile(p, total, chance);
        expect(binomialDistribution(k, total, chance)).toBeGreaterThanOrEqual(p * (1 - 1e-11));
        if (k > 0) expect(binomialDistribution(k - 1, total, chance)).toBeLessThan(p);
      }),
    );
  });

  it("has its ends, and refuses what cannot be", () => {
    expect([0, 1].map((p) => binomialQuantile(p, 7, 0.2))).toEqual([0, 7]);
    expect([0, 1].map((chance) => binomialQuantile(0.5, 7, chance))).toEqual([0, 7]);
    expect(() => binomialQuantile(0.5, -1, 0.2)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: binomialQuantile: count must be from 0 to the total of -1, got 0]`,
    );
    expect(() => binomialQuantile(0.5, 7, 20)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: binomialQuantile: probability must be from 0 to 1, got 20]`,
    );
  });
});

describe("betaQuantile", () => {
  it("finds everything at the end whose shape is all but 0", () => {
    // x^a ÷ (a B(a, b)) is p to the last digit there: x = e^(ln 0.975 ÷ 1e-6), which no number is small enough for
    expect(betaQuantile(0.975, 1e-6, 3e8)).toBe(0);
    expect(betaQuantile(0.975, 1e-9, 5)).toBe(0);
    expect(betaQuantile(0.025, 5, 1e-9)).toBe(1);
  });
});

describe("tails", () => {
  it("add up to one, and their logarithms are logarithms", () => {
    const shape = fc.double({ min: -3, max: 6, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(shape, fc.double({ min: 0.01, max: 3, noNaN: true }), (a, factor) => {
        const x = a * factor;
        const [lower, upper] = (["lower", "upper"] as const).map((tail) => gammaDistribution(x, a, { tail }));
        expect(lower! + upper!).toBeCloseTo(1, 12);
        // near 1 a number has none of the digits of its logarithm
        if (lower! > 1e-300 && lower! < 0.99)
          expectClose(gammaDistribution(x, a, { scale: "log" }), Math.log(lower!), 1e-12);
        expectClose(chiSquareDistribution(2 * x, 2 * a), lower!, 1e-12);
      }),
    );
  });

  it("are undone by quantiles that are told which tail", () => {
    for (const p of [1e-300, 1e-17, 0.3]) {
      expectClose(studentDistribution(studentQuantile(p, 5, { tail: "upper" }), 5, { tail: "upper" }), p, 1e-11);
      expectClose(chiSquareDistribution(chiSquareQuantile(p, 5, { tail: "upper" }), 5, { tail: "upper" }), p, 1e-11);
      expectClose(gammaDistribution(gammaQuantile(p, 1e7, { tail: "upper" }), 1e7, { tail: "upper" }), p, 1e-9);
    }
  });

  it("beyond the largest sums go over into the normal without a step", () => {
    // Temme's expansion serves every shape from 20; the normal form of Student's t begins at 1e12
    for (const z of [-20, -3, 0.5, 4]) {
      const [below, above] = [0.9999999e9, 1.0000001e9].map((a) => gammaDistribution(a + z * Math.sqrt(a), a));
      expectClose(above!, below!, 1e-7);
      const [less, more] = [0.9999999e12, 1.0000001e12].map((v) => studentDistribution(z, v));
      expectClose(more!, less!, 1e-12);
    }
  });

  it("refuse a tail and a scale that there is not", () => {
    // @ts-expect-error no such tail
    expect(() => gammaDistribution(1, 1, { tail: "left" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: gammaDistribution: tail must be one of lower, upper, got left]`,
    );
    // @ts-expect-error no such scale
    expect(() => studentQuantile(0.1, 1, { scale: "ln" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: studentQuantile: scale must be one of plain, log, got ln]`,
    );
  });
});
