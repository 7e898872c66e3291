import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  approximateBootstrapLimits,
  betaRateLimits,
  dobsonLimits,
  fayFeuerLimits,
  meanGammaLimits,
  normalRateLimits,
  poissonDensity,
  tiwariLimits,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const methods = {
  approximateBootstrapLimits,
  betaRateLimits,
  dobsonLimits,
  fayFeuerLimits,
  meanGammaLimits,
  normalRateLimits,
  tiwariLimits,
};

const strata = fc.array(
  fc.record({
    e: fc.integer({ min: 0, max: 400 }),
    n: fc.integer({ min: 1_000, max: 100_000 }),
    w: fc.integer({ min: 1, max: 10_000 }),
  }),
  { minLength: 1, maxLength: 19 },
);
const someEvents = strata.filter((rows) => rows.some(({ e }) => e > 2));
const columnsOf = (rows: readonly { e: number; n: number; w: number }[]) =>
  [rows.map(({ e }) => e), rows.map(({ n }) => n), rows.map(({ w }) => w)] as const;

describe.each(Object.entries(methods))("%s", (_, limits) => {
  it("do not depend on the order of the strata nor on the scale of the standard, and follow the scale of the rate", () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: 2, max: 1000 }), (rows, k) => {
        const [e, n, w] = columnsOf(rows);
        const { value, lower, upper } = limits(e, n, w);
        const heavier = limits(
          e,
          n,
          w.map((x) => x * k),
        );
        const turned = limits(e.toReversed(), n.toReversed(), w.toReversed());
        const each = limits(e, n, w, { per: 100_000 / k });
        for (const [other, scale] of [
          [heavier, 1],
          [turned, 1],
          [each, k],
        ] as const) {
          expectClose(other.value * scale, value, 1e-12);
          expectClose(other.lower * scale, lower, 1e-9);
          expectClose(other.upper * scale, upper, 1e-11);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("enclose the value and widen with the level", () => {
    fc.assert(
      fc.property(someEvents, fc.double({ min: 0.6, max: 0.99, noNaN: true }), (rows, level) => {
        const [e, n, w] = columnsOf(rows);
        const { value, lower, upper } = limits(e, n, w, { level });
        const wide = limits(e, n, w, { level: level + 0.009 });
        expect(lower).toBeLessThan(value);
        expect(upper).toBeGreaterThan(value);
        expect(wide.lower).toBeLessThan(lower);
        expect(wide.upper).toBeGreaterThan(upper);
      }),
      { numRuns: 40 },
    );
  });

  it("rise when every stratum has twice the events", () => {
    fc.assert(
      fc.property(someEvents, (rows) => {
        const [e, n, w] = columnsOf(rows);
        const { lower, upper } = limits(e, n, w);
        const twice = limits(
          e.map((x) => 2 * x),
          n,
          w,
        );
        expect(twice.lower).toBeGreaterThan(lower);
        expect(twice.upper).toBeGreaterThan(upper);
      }),
      { numRuns: 40 },
    );
  });

  it("all but agree where events are many", () => {
    // 1e6 events in each of three strata: normal limits are good to the first order, 1/√3e6 of the reach
    const [e, n, w] = [
      [1e6, 1e6, 1e6],
      [1e9, 2e9, 4e9],
      [3, 2, 1],
    ];
    const { value, lower, upper } = normalRateLimits(e, n, w);
    const found = limits(e, n, w);
    expectClose(value - found.lower, value - lower, 3e-3);
    expectClose(found.upper - value, upper - value, 3e-3);
  });
});

describe("order of the gamma limits", () => {
  it("is mean, Tiwari, Fay and Feuer", () => {
    fc.assert(
      fc.property(strata, (rows) => {
        const [e, n, w] = columnsOf(rows);
        const largest = fayFeuerLimits(e, n, w).upper;
        const mean = meanGammaLimits(e, n, w).upper;
        const tiwari = tiwariLimits(e, n, w).upper;
        expect(mean).toBeLessThanOrEqual(tiwari * (1 + 1e-12));
        expect(tiwari).toBeLessThanOrEqual(largest * (1 + 1e-12));
      }),
      { numRuns: 40 },
    );
  });
});

/** The chance that limits lie above, and below, the true rate: every pair of Poisson counts that is not all but impossible. */
function misses(limits: typeof fayFeuerLimits, weights: readonly [number, number], means: readonly [number, number]) {
  const truth = weights[0] * means[0] + weights[1] * means[1];
  const total = weights[0] + weights[1];
  let above = 0;
  let below = 0;
  for (let i = 0; i <= Math.ceil(means[0] + 10 * Math.sqrt(means[0]) + 8); i++) {
    for (let j = 0; j <= Math.ceil(means[1] + 10 * Math.sqrt(means[1]) + 8); j++) {
      const chance = poissonDensity(i, means[0]) * poissonDensity(j, means[1]);
      if (chance < 1e-9) continue;
      const { lower, upper } = limits([i, j], [1, 1], weights, { per: total });
      if (lower > truth) above += chance;
      if (upper < truth) below += chance;
    }
  }
  return { above, below };
}

const means = [
  [0.05, 0.4],
  [0.3, 0.02],
  [1, 1],
  [0.5, 6],
  [6, 0.5],
  [3, 8],
  [15, 2],
] as const;

describe("enumerated coverage over the counts of two strata", () => {
  it.each([1, 3, 20])(
    "of Fay and Feuer is never below 95 per cent, nor a side above 2.5, at weights 1 to %d",
    (ratio) => {
      for (const pair of means) {
        const { above, below } = misses(fayFeuerLimits, [1, ratio], pair);
        expect(above, `above at ${pair}`).toBeLessThanOrEqual(0.025);
        expect(below, `below at ${pair}`).toBeLessThanOrEqual(0.025);
      }
    },
  );

  it("of Tiwari falls short where nearly all events happen in the heavier stratum", () => {
    // by hand: no events, chance e^−2.601 = 0.0742, and an upper limit below 2.6 × 20 / 21
    const { above, below } = misses(tiwariLimits, [1, 20], [0.001, 2.6]);
    expect(above + below).toBeGreaterThan(0.074);
    const safe = misses(fayFeuerLimits, [1, 20], [0.001, 2.6]);
    expect(safe.above + safe.below).toBeLessThanOrEqual(0.05);
  });
});
