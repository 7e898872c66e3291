import { type Missing, tableFromRows, takeRows } from "@popneeds/core";
import { weightedSumVariance } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import {
  combineDraws,
  type Draws,
  disabilityWeights,
  drawsOf,
  rankProbabilities,
  sumDraws,
  summariseDraws,
} from "../../src/index.ts";

// All figures are made up for these tests.
const of = (draws: Draws, row: number) => Array.from(draws.values.subarray(row * draws.draws, (row + 1) * draws.draws));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const correlation = (x: readonly number[], y: readonly number[]) => {
  const [a, b] = [mean(x), mean(y)];
  const of = (f: (i: number) => number) => mean(x.map((_, i) => f(i)));
  return of((i) => (x[i]! - a) * (y[i]! - b)) / Math.sqrt(of((i) => (x[i]! - a) ** 2) * of((i) => (y[i]! - b) ** 2));
};
const shares = tableFromRows(
  ["A", "B"].flatMap((area, i) =>
    ["x", "y"].map((cause) => ({ area, cause, share: 0.1 + i / 20, lower: 0.05 + i / 20, upper: 0.17 + i / 20 })),
  ),
  { share: "ratio", lower: "limit", upper: "limit" },
);

describe("drawsOf", () => {
  it("gives the same for the same seed, whatever the order of rows and whichever others there are", () => {
    const all = drawsOf(shares, "beta", { seed: 4, draws: 50 });
    const some = drawsOf(takeRows(shares, [3, 0]), "beta", { seed: 4, draws: 50 });
    expect(of(some, 0)).toEqual(of(all, 3));
    expect(of(some, 1)).toEqual(of(all, 0));
    expect(of(drawsOf(shares, "beta", { seed: 5, draws: 50 }), 0)).not.toEqual(of(all, 0));
    expect(all.provenance.steps.at(-1)).toBe(
      "50 draws of share (beta), seed 4, the same random numbers for every area, level, period",
    );
  });

  it("has common random numbers across areas, and none across causes; counts of two areas are independent", () => {
    const drawn = drawsOf(shares, "beta", { seed: 1 });
    expect(correlation(of(drawn, 0), of(drawn, 2))).toBeGreaterThan(0.9);
    // Of 1,000 independent draws the correlation has a standard error of 0.032.
    expect(Math.abs(correlation(of(drawn, 0), of(drawn, 1)))).toBeLessThan(0.13);
    const deaths = tableFromRows(
      [
        { area: "A", deaths: 50 },
        { area: "B", deaths: 50 },
      ],
      { deaths: "count" },
    );
    const counts = drawsOf(deaths, "poisson", { seed: 1 });
    expect(Math.abs(correlation(of(counts, 0), of(counts, 1)))).toBeLessThan(0.13);
  });

  it("has the moments asked for, within five standard errors", () => {
    const ratio = tableFromRows([{ cause: "x", rr: 2, lower: 1.5, upper: 8 / 3 }], {
      rr: "ratio",
      lower: "limit",
      upper: "limit",
    });
    const log = of(drawsOf(ratio, "log-normal", { seed: 2, draws: 4000 }), 0).map(Math.log);
    // Standard deviation ln(16/9) ÷ 3.92 = 0.1468; its mean's error 0.1468 ÷ √4000 = 0.0023
    expect(Math.abs(mean(log) - Math.log(2))).toBeLessThan(0.0116);
    const weight = disabilityWeights([{ health_state: "a", dw: "0.2", lower95: "0.1", upper95: "0.32" }], {
      name: "own",
      licence: "own",
    });
    const drawn = drawsOf(weight, "beta", { seed: 2, draws: 4000 });
    expect(Math.abs(mean(of(drawn, 0)) - 0.2)).toBeLessThan((5 * 0.056) / Math.sqrt(4000));
    expect(new Set(of(drawn, 1))).toEqual(new Set([0])); // asymptomatic
  });

  it("of shares of a whole sum to 1 in each draw, per cause", () => {
    const split = tableFromRows(
      [
        { cause: "x", state: "mild", share: 0.7 },
        { cause: "x", state: "severe", share: 0.3 },
        { cause: "x", state: "none", share: 0 },
      ],
      { share: "ratio" },
    );
    const drawn = drawsOf(split, "dirichlet", { seed: 3, draws: 500, split: { over: "state", cases: 40 } });
    for (const sum of of(sumDraws(drawn, "state"), 0)) expect(sum).toBeCloseTo(1, 12);
    // Standard deviation √(0.7 × 0.3 ÷ 41) = 0.0716
    expect(Math.abs(mean(of(drawn, 0)) - 0.7)).toBeLessThan((5 * 0.0716) / Math.sqrt(500));
    expect(new Set(of(drawn, 2))).toEqual(new Set([0]));
  });

  it("passes what is missing, and refuses what does not suit", () => {
    const gap = tableFromRows([{ cause: "x", deaths: "suppressed" as number | Missing }], { deaths: "count" });
    expect([...summariseDraws(drawsOf(gap, "poisson", { seed: 1, draws: 9 }))][0]!.missing).toBe("suppressed");
    expect(() => drawsOf(gap, "beta", { seed: -1, draws: 1 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] drawsOf: options must suit the distribution; found seed -1, draws 1, beta without the measures lower and upper
        Fix: Give a whole seed from 0, two draws or more, a level such as 0.95; limits for beta and log-normal; for dirichlet split, over a key, of 1 case or more.]
    `);
    const odd = tableFromRows([{ cause: "x", rr: 2, lower: 3, upper: 4 }], {
      rr: "ratio",
      lower: "limit",
      upper: "limit",
    });
    expect(() => drawsOf(odd, "log-normal", { seed: 1 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-drawable] drawsOf: limits of a ratio must be above 0 and about it, got 2 with 3 to 4
        x
        Fix: Choose a distribution that suits the figures, or correct the limits.]
    `);
  });
});

describe("draws of years of life lost", () => {
  it("approach the delta method as counts grow", () => {
    const years = [70, 40, 20, 8];
    const difference = [1, 100].map((times) => {
      const counts = [2, 5, 9, 30].map((n) => n * times);
      const deaths = tableFromRows(
        counts.map((n, i) => ({ age: `${i}`, deaths: n })),
        { deaths: "count" },
      );
      const each = drawsOf(deaths, "poisson", { seed: 7, draws: 4000 });
      const lost = { ...each, values: each.values.map((n, i) => n * years[Math.floor(i / 4000)]!) };
      const [found] = [...summariseDraws(sumDraws(lost, "age"))];
      const total = counts.reduce((sum, n, i) => sum + n * years[i]!, 0);
      const sd = Math.sqrt(weightedSumVariance(counts, years));
      // The standard deviation of 4,000 draws has a relative error of 1 ÷ √8000 = 0.011.
      expect(Math.abs((found!.monteCarloError! * Math.sqrt(4000)) / sd - 1)).toBeLessThan(0.056);
      return (
        Math.abs(found!.upper! - total - 1.959964 * sd) / sd + Math.abs(total - 1.959964 * sd - found!.lower!) / sd
      );
    });
    expect(difference[1]!).toBeLessThan(difference[0]!);
    expect(difference[1]!).toBeLessThan(0.3);
  });
});

describe("combineDraws, sumDraws and rankProbabilities", () => {
  const known = (rows: readonly (readonly [string, readonly number[]])[]): Draws<{ readonly cause: string }> => ({
    ...drawsOf(
      tableFromRows(
        rows.map(([cause]) => ({ cause, years: 0 })),
        { years: "years" },
      ),
      "poisson",
      { seed: 1, draws: 4 },
    ),
    values: Float64Array.from(rows.flatMap(([, values]) => values)),
  });
  it("by hand", () => {
    const one = known([
      ["a", [1, 2, 3, 4]],
      ["b", [4, 3, 2, 1]],
      ["c", [0, 0, 2, 4]],
    ]);
    expect([...rankProbabilities(one)].map(({ chance }) => chance)).toEqual([(0 + 0 + 1 + 0.5) / 4, 0.5, 0.125]);
    expect([...rankProbabilities(one, { top: 3 })].map(({ chance }) => chance)).toEqual([1, 1, 1]);
    expect(of(sumDraws(one, "cause"), 0)).toEqual([5, 5, 7, 9]);
    const both = combineDraws(
      one,
      known([
        ["b", [1, 1, 1, 1]],
        ["a", [2, 2, 2, 2]],
        ["c", [0, 0, 0, 0]],
      ]),
      (x, y) => x * y,
      { step: "product" },
    );
    expect(of(both, 0)).toEqual([2, 4, 6, 8]);
    expect(() => combineDraws(one, known([["a", [1, 1, 1, 1]]]), (x) => x, { step: "" })).toThrow("[unmatched-rows]");
    expect(() => rankProbabilities(one, { top: 0 })).toThrow("[invalid-option]");
  });
});
