import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betaDensity,
  betaDistribution,
  betaQuantile,
  binomialDensity,
  binomialDistribution,
  chiSquareQuantile,
  gammaDensity,
  gammaDistribution,
  gammaQuantile,
  normalDistribution,
  normalQuantile,
  poissonDensity,
  poissonDistribution,
  studentDensity,
  studentDistribution,
  studentQuantile,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const logUniform = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(Math.exp);
const shape = logUniform(1e-3, 1e7);
const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });
/** From 1e-300 to a half, evenly in the logarithm. */
const small = logUniform(1e-300, 0.5);
const tail = fc.constantFrom("lower" as const, "upper" as const);

describe("quantiles", () => {
  it("of the gamma distribution lead back to a probability from 1e-300, in either tail", () => {
    fc.assert(
      fc.property(shape, small, tail, (a, p, tail) => {
        const x = gammaQuantile(p, a, { tail });
        if (x < 1e-290) return; // too near the smallest number to hold its digits
        // A point is told to half its last digit, which moves the tail by x f(x) ÷ tail times as much.
        const blur = (2.3e-16 * x * gammaDensity(x, a)) / p;
        expectClose(gammaDistribution(x, a, { tail }), p, 1e-12 + blur);
      }),
      { numRuns: 1000 },
    );
  });

  it("of the normal distribution do, and are those of Student's t for many degrees of freedom", () => {
    fc.assert(
      fc.property(small, tail, (p, tail) => {
        const z = normalQuantile(p, { tail });
        expectClose(normalDistribution(z, { tail }), p, 1e-13 + 1e-15 * z * z); // z to 1e-15 relative
        // t = z (1 + (z² + 1) ÷ 4ν + …): Abramowitz and Stegun 26.7.5
        expectClose(studentQuantile(p, 1e12, { tail }), z * (1 + (z * z + 1) / 4e12), 1e-13);
      }),
    );
  });

  it("of the beta distribution and of Student's t do, for shapes and degrees of freedom from tiny to large", () => {
    fc.assert(
      fc.property(shape, shape, small, (a, b, p) => {
        const x = betaQuantile(p, a, b);
        if (x < 1e-290 || x > 0.99) return; // next to an end a point holds none of its digits
        const blur = (4.6e-16 * x * betaDensity(x, a, b)) / p;
        expectClose(betaDistribution(x, a, b), p, 1e-12 + blur);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(
        logUniform(1e-3, 1e12),
        fc.oneof(small, fc.double({ min: 0.001, max: 0.499, noNaN: true })),
        (v, p) => {
          const t = studentQuantile(p, v);
          if (t === -Infinity) return; // further out than numbers go
          const blur = (4.6e-16 * -t * studentDensity(t, v)) / p;
          expectClose(studentDistribution(t, v), p, 1e-12 + blur);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("rise with the probability, and with the shape", () => {
    fc.assert(
      fc.property(logUniform(0.01, 1e6), chance, (a, p) => {
        expect(gammaQuantile(p * 1.0001, a)).toBeGreaterThanOrEqual(gammaQuantile(p, a));
        expect(gammaQuantile(p, a * 1.0001)).toBeGreaterThanOrEqual(gammaQuantile(p, a));
      }),
      { numRuns: 500 },
    );
  });

  it("are the same told from the lower or from the upper tail, plain or in logarithms", () => {
    fc.assert(
      fc.property(logUniform(0.1, 1e6), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (a, p) => {
        const x = gammaQuantile(p, a);
        expectClose(gammaQuantile(1 - p, a, { tail: "upper" }), x, 1e-13 / Math.min(1, a));
        expectClose(gammaQuantile(Math.log(p), a, { scale: "log" }), x, 1e-13 / Math.min(1, a));
        expectClose(chiSquareQuantile(p, 2 * a), 2 * x, 1e-13 / Math.min(1, a));
      }),
    );
  });
});

describe("one distribution is another", () => {
  it("Poisson and gamma, and both add up one density more at the next count", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), logUniform(0.001, 3000), (k, mean) => {
        const upTo = poissonDistribution(k, mean);
        expect(upTo).toBe(gammaDistribution(mean, k + 1, { tail: "upper" }));
        if (k === 0 || upTo < 1e-290) return;
        expectClose(poissonDistribution(k - 1, mean) + poissonDensity(k, mean), upTo, 1e-12);
      }),
    );
  });

  it("binomial and beta, and both add up one density more at the next count", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        chance,
        (n, share, p) => {
          const k = Math.floor(share * n);
          const upTo = binomialDistribution(k, n, p);
          expectClose(betaDistribution(p, k + 1, n - k, { tail: "upper" }) + 1, upTo + 1, 1e-14);
          if (k === 0 || upTo < 1e-290) return;
          expectClose(binomialDistribution(k - 1, n, p) + binomialDensity(k, n, p), upTo, 1e-12);
        },
      ),
    );
  });

  it("beta with its shapes exchanged, seen from the other end", () => {
    fc.assert(
      fc.property(shape, shape, small, (a, b, p) => {
        const x = betaQuantile(p, a, b, { tail: "upper" });
        const y = betaQuantile(p, b, a);
        expect(x + y).toBeCloseTo(1, 12);
      }),
    );
  });

  it("Student's t and beta, and the two sides of t", () => {
    fc.assert(
      fc.property(logUniform(0.01, 1e5), fc.double({ min: 0.1, max: 30, noNaN: true }), (v, t) => {
        const below = studentDistribution(-t, v);
        expect(studentDistribution(t, v, { tail: "upper" })).toBe(below);
        const x = v / (v + t * t);
        // x is rounded, which the tail feels v ÷ 2 times and more
        expectClose(betaDistribution(x, v / 2, 0.5) / 2, below, 1e-12 + 1e-15 * (v + t * t));
      }),
    );
  });

  it("Student's t of one and two degrees of freedom and its closed forms", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (t) => {
        // Cauchy: ½ − atan(t) ÷ π = atan(1 ÷ t) ÷ π; two degrees: ½ (1 − t ÷ √(t² + 2)) = 1 ÷ (t² + 2 + t √(t² + 2))
        expectClose(studentDistribution(-t, 1), Math.atan(1 / t) / Math.PI, 1e-13);
        const root = Math.sqrt(t * t + 2);
        expectClose(studentDistribution(-t, 2), 1 / (root * (root + t)), 1e-13);
      }),
    );
  });
});
