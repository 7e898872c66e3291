import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directShare } from "../../src/distributions/incomplete-gamma.ts";
import { deviance } from "../../src/distributions/poisson-density.ts";
import { temmeHolds, temmeShare } from "../../src/distributions/temme-expansion.ts";
import { expectClose } from "../relative.ts";

/** P ÷ x f(x) by its power series, whose terms are all positive. */
function bySeries(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; term > 1e-18 * sum; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** Q ÷ x f(x) for a whole shape: the finite sum 1/x + (a − 1)/x² + (a − 1)(a − 2)/x³ + … */
function byFiniteSum(x: number, shape: number): number {
  let term = 1 / x;
  let sum = 0;
  for (let k = shape - 1; k >= 0; k--) {
    sum += term;
    term *= k / x;
  }
  return sum;
}

const largeShape = fc.double({ min: Math.log(20), max: Math.log(20_000), noNaN: true }).map(Math.exp);

describe("temmeShare", () => {
  it("is the power series of the lower tail", () => {
    fc.assert(
      fc.property(largeShape, fc.double({ min: 0.4, max: 0.9999, noNaN: true }), (shape, ratio) => {
        const x = shape * ratio;
        expectClose(temmeShare(x, shape, deviance(shape, x)), bySeries(x, shape), 2e-14);
      }),
      { numRuns: 500 },
    );
  });

  it("is the finite sum of the upper tail, for whole shapes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 3000 }), fc.double({ min: 1, max: 2, noNaN: true }), (shape, ratio) => {
        const x = shape * ratio;
        expectClose(temmeShare(x, shape, deviance(shape, x)), byFiniteSum(x, shape), 2e-14);
      }),
      { numRuns: 500 },
    );
  });

  it("meets what is used beside it, on both sides of every seam", () => {
    for (const shape of [20, 37.5, 1000, 1e6]) {
      for (const edge of [0.4, 2]) {
        const [inside, outside] = [
          shape * edge * (edge < 1 ? 1 + 1e-14 : 1 - 1e-14),
          shape * edge * (edge < 1 ? 1 - 1e-14 : 1 + 1e-14),
        ];
        expect([temmeHolds(inside, shape), temmeHolds(outside, shape)]).toEqual([true, false]);
        expectClose(
          directShare(inside, shape, deviance(shape, inside)),
          directShare(outside, shape, deviance(shape, outside)),
          3e-13,
        );
      }
    }
  });
});
