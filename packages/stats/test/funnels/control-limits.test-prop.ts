import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialDensity, poissonDensity, proportionControlLimits, ratioControlLimits } from "../../src/index.ts";

const levels = fc.constantFrom(0.5, 0.8, 0.95, 0.998);

describe("exact control limits", () => {
  it("of a ratio are passed with at most the nominal chance on either side, whatever is expected", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 60, noNaN: true }), levels, (mean, level) => {
        const { lower, upper } = ratioControlLimits(mean, { level });
        let below = 0;
        let above = 0;
        for (let count = 0; count < 200; count++) {
          if (count / mean < lower) below += poissonDensity(count, mean);
          if (count / mean > upper) above += poissonDensity(count, mean);
        }
        const tail = (1 - level) / 2;
        expect(below).toBeLessThanOrEqual(tail * (1 + 1e-9));
        expect(above).toBeLessThanOrEqual(tail * (1 + 1e-9));
      }),
      { numRuns: 300 },
    );
  });

  it("of a proportion are too", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        levels,
        (total, target, level) => {
          const { lower, upper } = proportionControlLimits(total, target, { level });
          let below = 0;
          let above = 0;
          for (let count = 0; count <= total; count++) {
            if (count / total < lower) below += binomialDensity(count, total, target);
            if (count / total > upper) above += binomialDensity(count, total, target);
          }
          const tail = (1 - level) / 2;
          expect(below).toBeLessThanOrEqual(tail * (1 + 1e-9));
          expect(above).toBeLessThanOrEqual(tail * (1 + 1e-9));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("control limits by every method", () => {
  const ratioMethods = fc.constantFrom("exact", "interpolated", "limits of the expected", "normal" as const);
  const shareMethods = fc.constantFrom("exact", "interpolated", "score", "arcsine" as const);

  it("of a ratio widen with the level, narrow with the size, and scale", () => {
    fc.assert(
      fc.property(ratioMethods, fc.double({ min: 5, max: 5_000, noNaN: true }), (method, expected) => {
        const at = (size: number, level: number, per = 1) => ratioControlLimits(size, { method, level, per });
        const inner = at(expected, 0.95);
        const outer = at(expected, 0.998);
        expect(outer.lower).toBeLessThanOrEqual(inner.lower);
        expect(outer.upper).toBeGreaterThan(inner.upper);
        const larger = at(expected * 4, 0.95);
        expect(larger.upper).toBeLessThan(inner.upper);
        expect(larger.lower).toBeGreaterThanOrEqual(inner.lower);
        expect(at(expected, 0.95, 100).upper).toBeCloseTo(100 * inner.upper, 10);
        expect(inner.lower).toBeLessThan(1);
        expect(inner.upper).toBeGreaterThan(1);
      }),
      { numRuns: 200 },
    );
  });

  it("of a proportion widen with the level, and swap with those who have it not", () => {
    fc.assert(
      fc.property(
        shareMethods,
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (method, total, target) => {
          const at = (share: number, level: number) => proportionControlLimits(total, share, { method, level });
          const inner = at(target, 0.95);
          const outer = at(target, 0.998);
          expect(outer.lower).toBeLessThanOrEqual(inner.lower);
          expect(outer.upper).toBeGreaterThanOrEqual(inner.upper);
          expect(inner.lower).toBeLessThanOrEqual(target);
          expect(inner.upper).toBeGreaterThanOrEqual(0);
          if (method === "interpolated") return; // its straight lines end at the quantile, not half-way
          const others = at(1 - target, 0.95);
          expect(others.lower).toBeCloseTo(1 - inner.upper, 10);
          expect(others.upper).toBeCloseTo(1 - inner.lower, 10);
        },
      ),
      { numRuns: 300 },
    );
  });
});
