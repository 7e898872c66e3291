import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Limits } from "../../src/index.ts";
import {
  agrestiCoullLimits,
  binomialDensity,
  byarLimits,
  clopperPearsonLimits,
  exactPoissonLimits,
  jeffreysLimits,
  midPPoissonLimits,
  midPProportionLimits,
  poissonDensity,
  poissonLimits,
  scorePoissonLimits,
  squareRootPoissonLimits,
  wilsonLimits,
} from "../../src/index.ts";

const corrected = (events: number, total: number, level?: number) =>
  wilsonLimits(events, total, level, { continuity: "half on both sides" });

const ofCounts = {
  byarLimits,
  exactPoissonLimits,
  midPPoissonLimits,
  poissonLimits,
  scorePoissonLimits,
  squareRootPoissonLimits,
};
const ofShares = {
  agrestiCoullLimits,
  clopperPearsonLimits,
  corrected,
  jeffreysLimits,
  midPProportionLimits,
  wilsonLimits,
};

const levels = fc.double({ min: 0.7, max: 0.98, noNaN: true });

describe.each(Object.entries(ofCounts))("%s", (name, limits) => {
  it("enclose the count, grow with it and widen with the level", () => {
    fc.assert(
      fc.property(fc.nat(100_000), levels, (x, level) => {
        const { lower, upper } = limits(x, level);
        const next = limits(x + 1, level);
        const wide = limits(x, level + 0.015);
        expect(lower).toBeLessThanOrEqual(x);
        expect(upper).toBeGreaterThan(x);
        expect(next.lower).toBeGreaterThanOrEqual(lower);
        if (name !== "poissonLimits") expect(next.upper).toBeGreaterThan(upper);
        expect(wide.lower).toBeLessThanOrEqual(lower);
        expect(wide.upper).toBeGreaterThan(upper);
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(Object.entries(ofShares))("%s", (_, limits) => {
  it("enclose the share, grow with the count, widen with the level and mirror the others", () => {
    const share = fc.integer({ min: 1, max: 2_000 }).chain((n) => fc.record({ n: fc.constant(n), x: fc.nat(n - 1) }));
    fc.assert(
      fc.property(share, levels, ({ x, n }, level) => {
        const { lower, upper } = limits(x, n, level);
        const next = limits(x + 1, n, level);
        const wide = limits(x, n, level + 0.015);
        const mirrored = limits(n - x, n, level);
        expect(lower).toBeLessThanOrEqual(x / n);
        expect(upper).toBeGreaterThanOrEqual(x / n);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(next.lower).toBeGreaterThanOrEqual(lower);
        expect(next.upper).toBeGreaterThanOrEqual(upper);
        expect(wide.lower).toBeLessThanOrEqual(lower);
        expect(wide.upper).toBeGreaterThanOrEqual(upper);
        expect(Math.abs(1 - mirrored.upper - lower)).toBeLessThan(1e-12);
      }),
      { numRuns: 50 },
    );
  });
});

describe("order", () => {
  it("of mid-P is within exact", () => {
    for (let x = 0; x <= 40; x++) {
      const inner = midPPoissonLimits(x);
      const outer = exactPoissonLimits(x);
      expect(inner.lower).toBeGreaterThanOrEqual(outer.lower);
      expect(inner.upper).toBeLessThan(outer.upper);
      const share = midPProportionLimits(x, 40);
      const exact = clopperPearsonLimits(x, 40);
      expect(share.lower).toBeGreaterThanOrEqual(exact.lower);
      expect(share.upper).toBeLessThanOrEqual(exact.upper);
    }
  });
});

/** The chance that limits of a Poisson count enclose its mean, at each mean of a grid. */
function coverageOfMeans(limits: (x: number, level: number) => Limits, level: number): number[] {
  const of = Array.from({ length: 90 }, (_, x) => limits(x, level));
  const means = Array.from({ length: 800 }, (_, i) => 0.02 + i * 0.05);
  return means.map((mean) =>
    of.reduce((sum, { lower, upper }, x) => (lower <= mean && mean <= upper ? sum + poissonDensity(x, mean) : sum), 0),
  );
}

/** The chance that limits of a proportion enclose the share, at each share of a grid. */
function coverageOfShares(limits: (x: number, n: number, level: number) => Limits, n: number, level: number): number[] {
  const of = Array.from({ length: n + 1 }, (_, x) => limits(x, n, level));
  const shares = Array.from({ length: 399 }, (_, i) => (i + 1) / 400);
  return shares.map((p) =>
    of.reduce((sum, { lower, upper }, x) => (lower <= p && p <= upper ? sum + binomialDensity(x, n, p) : sum), 0),
  );
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe("enumerated coverage", () => {
  it.each([0.8, 0.95, 0.998])("of exact limits of a count is never below %d", (level) => {
    // 90 counts leave out a chance of at most 1e-7 at the largest mean, 40
    expect(Math.min(...coverageOfMeans(exactPoissonLimits, level))).toBeGreaterThanOrEqual(level - 1e-6);
  });

  it.each([5, 20, 60])("of Clopper and Pearson is never below the level, in %d people", (n) => {
    for (const level of [0.8, 0.95, 0.998]) {
      expect(Math.min(...coverageOfShares(clopperPearsonLimits, n, level))).toBeGreaterThanOrEqual(level - 1e-12);
    }
  });

  it("of mid-P limits is near the level, closer than that of the exact ones", () => {
    const [midP, exact] = [coverageOfMeans(midPPoissonLimits, 0.95), coverageOfMeans(exactPoissonLimits, 0.95)];
    expect(mean(midP)).toBeGreaterThan(0.945);
    expect(mean(midP) - 0.95).toBeLessThan((mean(exact) - 0.95) / 2);
    expect(Math.min(...midP)).toBeGreaterThan(0.9);
    for (const n of [20, 60]) {
      const [half, whole] = [midPProportionLimits, clopperPearsonLimits].map((f) => mean(coverageOfShares(f, n, 0.95)));
      expect(half).toBeGreaterThan(0.945);
      expect(half! - 0.95).toBeLessThan((whole! - 0.95) / 2);
    }
  });

  it("of Wilson's, Jeffreys', and the score limits is the level on average, within a hundredth", () => {
    for (const n of [20, 60]) {
      expect(Math.abs(mean(coverageOfShares(wilsonLimits, n, 0.95)) - 0.95)).toBeLessThan(0.01);
      expect(Math.abs(mean(coverageOfShares(jeffreysLimits, n, 0.95)) - 0.95)).toBeLessThan(0.01);
    }
    expect(Math.abs(mean(coverageOfMeans(scorePoissonLimits, 0.95)) - 0.95)).toBeLessThan(0.01);
  });

  it("of Wilson's with continuity correction is hardly ever below the level", () => {
    const coverage = coverageOfShares(corrected, 40, 0.95);
    expect(mean(coverage)).toBeGreaterThan(0.965);
    expect(coverage.filter((c) => c < 0.95).length).toBeLessThan(8);
  });

  it("of Byar's limits is hardly below the level even at small means", () => {
    expect(Math.min(...coverageOfMeans(byarLimits, 0.95))).toBeGreaterThan(0.945);
  });
});
