import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { empiricalBayesRates, heterogeneity, localEmpiricalBayesRates, poissonGammaRatios } from "../../src/index.ts";

const areas = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 200_000 })), {
  minLength: 1,
  maxLength: 40,
});
const split = (rows: readonly (readonly [number, number])[]) => [rows.map(([x]) => x), rows.map(([, n]) => n)] as const;

describe("smoothing", () => {
  it("moves every rate towards the mean, never past it, and the smaller area further", () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const [events, population] = split(rows);
        const { value, weight, mean } = empiricalBayesRates(events, population, { per: 1 });
        rows.forEach(([x, n], i) => {
          const [low, high] = [Math.min(x / n, mean), Math.max(x / n, mean)];
          expect(value[i]!).toBeGreaterThanOrEqual(low * (1 - 1e-12) - 1e-300);
          expect(value[i]!).toBeLessThanOrEqual(high * (1 + 1e-12));
          rows.forEach(([, other], j) => {
            if (other > n) expect(weight[j]!).toBeGreaterThanOrEqual(weight[i]!);
          });
        });
      }),
    );
  });

  it("does not depend on the order of areas, and keeps to the scale", () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const [events, population] = split(rows);
        const [turned, people] = split([...rows].reverse());
        const one = empiricalBayesRates(events, population, { per: 1_000 });
        const other = empiricalBayesRates(turned, people, { per: 1_000 });
        [...other.value].reverse().forEach((value, i) => {
          expect(Math.abs(value - one.value[i]!)).toBeLessThanOrEqual(1e-9 * Math.abs(one.value[i]!) + 1e-12);
        });
        const scaled = empiricalBayesRates(events, population, { per: 1 });
        expect(scaled.value[0]! * 1_000).toBeCloseTo(one.value[0]!, 8);
      }),
    );
  });

  it("leaves an area of a thousand million as it is, and gives one of nearly nobody the mean of the others", () => {
    const { value, mean } = empiricalBayesRates([3e7, 1, 400, 900], [1e9, 0.001, 10_000, 10_000], { per: 1 });
    expect(Math.abs(value[0]! / 0.03 - 1)).toBeLessThan(1e-6);
    expect(value[1]!).toBeLessThan(mean * 40); // its own is 1,000, some 33,000 times the mean
    const ratios = poissonGammaRatios([3e8, 0, 30, 5], [1e8, 1e-6, 10, 10]);
    expect(Math.abs(ratios.value[0]! / 3 - 1)).toBeLessThan(1e-6);
    expect(Math.abs(ratios.value[1]! / ratios.mean - 1)).toBeLessThan(1e-5);
  });

  it("by moments conserves the mean: that of the smoothed ratios is the mean of their distribution", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.5, max: 40, noNaN: true })), {
          minLength: 2,
          maxLength: 30,
        }),
        (rows) => {
          const [observed, expected] = split(rows);
          const { value, mean, rate, lower, upper } = poissonGammaRatios(observed, expected);
          const overdispersed = heterogeneity(observed, expected).dispersion > 1 + 1e-9;
          if (overdispersed) expect(rate).toBeLessThan(Infinity);
          if (rate === Infinity) return;
          const average = value.reduce((sum, each) => sum + each, 0) / value.length;
          expect(Math.abs(average / mean - 1)).toBeLessThan(1e-9);
          rows.forEach(([o, e], i) => {
            const [low, high] = [Math.min(o / e, mean), Math.max(o / e, mean)];
            expect(value[i]!).toBeGreaterThanOrEqual(low * (1 - 1e-12));
            expect(value[i]!).toBeLessThanOrEqual(high * (1 + 1e-12));
            expect(lower[i]!).toBeLessThan(upper[i]!);
          });
        },
      ),
    );
  });

  it("by likelihood conserves the mean too: the score of ν is 0", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.5, max: 40, noNaN: true })), {
          minLength: 2,
          maxLength: 30,
        }),
        (rows) => {
          const [observed, expected] = split(rows);
          const { rate, mean, shape } = poissonGammaRatios(observed, expected, { fit: "likelihood" });
          if (rate === Infinity) return;
          // Σ (α ÷ ν − (O + α) ÷ (E + ν)) = 0.
          const scores = rows.map(([o, e]) => mean - (o + shape) / (e + rate));
          expect(Math.abs(scores.reduce((sum, each) => sum + each, 0))).toBeLessThan(1e-8 * mean * rows.length);
        },
      ),
    );
  });

  it("by neighbours stays between the rate of the area and that of its neighbourhood", () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const [events, population] = split(rows);
        const ring = rows.map((_, i) => [...new Set([(i + 1) % rows.length, (i + rows.length - 1) % rows.length])]);
        const around = ring.map((list, i) => list.filter((j) => j !== i));
        const { value, mean } = localEmpiricalBayesRates(events, population, around, { per: 1 });
        rows.forEach(([x, n], i) => {
          expect(value[i]!).toBeGreaterThanOrEqual(Math.min(x / n, mean[i]!) * (1 - 1e-12) - 1e-300);
          expect(value[i]!).toBeLessThanOrEqual(Math.max(x / n, mean[i]!) * (1 + 1e-12));
        });
      }),
    );
  });
});
