import { ageBand, tableFromRows } from "@popneeds/core";
import { createReferenceLifeTable } from "@popneeds/population";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attributableFractionsDraws,
  type Draws,
  disabilityAdjustedLifeYearsDraws,
  disabilityAdjustedLifeYearsLimits,
  disabilityWeights,
  drawsOf,
  healthAdjustedLifeExpectancyDraws,
  sumDraws,
  weighDraws,
  yearsLivedWithDisabilityDraws,
  yearsLivedWithDisabilityLimits,
  yearsOfLifeLost,
  yearsOfLifeLostDraws,
  yearsOfLifeLostLimits,
} from "../../src/index.ts";

// All figures are made up by fast-check. Each tolerance is five Monte Carlo errors of what is compared, and what the first order leaves out, in closed form.
const draws = 2000;
const runs = { numRuns: 15 };
const scales = [1, 10, 100] as const;
const [young, old] = [ageBand(0, 65), ageBand(65, Number.POSITIVE_INFINITY)];
const reference = createReferenceLifeTable({
  id: "synthetic",
  name: "a synthetic table",
  rows: [
    { sex: "all", age: 0, years: 85 },
    { sex: "all", age: 100, years: 5 },
  ],
});

/** Mean and standard deviation of the draws of a row, each with its Monte Carlo error. */
function moments(drawn: Draws, row = 0) {
  const values = Array.from(drawn.values.subarray(row * drawn.draws, (row + 1) * drawn.draws));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const power = (p: number) => values.reduce((sum, value) => sum + (value - mean) ** p, 0) / values.length;
  const sd = Math.sqrt(power(2));
  // Var(s²) = (μ₄ − σ⁴) ÷ n, so that the relative error of s is half of √(μ₄ ÷ σ⁴ − 1) ÷ √n.
  return {
    mean,
    meanError: sd / Math.sqrt(values.length),
    sd,
    sdError: sd === 0 ? 0 : Math.sqrt(Math.max(0, power(4) / power(2) ** 2 - 1) / values.length) / 2,
  };
}

const counts = fc.record({ few: fc.integer({ min: 3, max: 30 }), many: fc.integer({ min: 3, max: 60 }) });
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe("draws against the delta method", () => {
  it("of years of life lost, which are straight in deaths: the same variance and mean at any size", () => {
    fc.assert(
      fc.property(counts, seeds, fc.constantFrom(...scales), ({ few, many }, seed, scale) => {
        const deaths = tableFromRows(
          [
            { sex: "female" as const, age: young, deaths: few * scale },
            { sex: "female" as const, age: old, deaths: many * scale },
          ],
          { deaths: "count" },
        );
        const lost = yearsOfLifeLost(deaths, reference);
        const [delta] = [...yearsOfLifeLostLimits(lost, deaths, { over: ["sex", "age"] })];
        const drawn = yearsOfLifeLostDraws(drawsOf(deaths, "poisson", { seed, draws }), reference);
        const found = moments(sumDraws(drawn, "sex", "age"));
        expect(Math.abs(found.mean - delta!.years!)).toBeLessThan(5 * found.meanError);
        expect(Math.abs(found.sd / delta!.standardError! - 1)).toBeLessThan(5 * found.sdError);
      }),
      runs,
    );
  });

  it("of life expectancy, P ÷ D in one open band: bias 1 ÷ (D − 1), variance D³ ÷ ((D − 1)² (D − 2)), both gone as D grows", () => {
    const people = tableFromRows([{ age: ageBand(0, Number.POSITIVE_INFINITY), people: 1000 }], { people: "count" });
    const well = tableFromRows([{ age: ageBand(0, Number.POSITIVE_INFINITY), years: 0 }], { years: "years" });
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 30 }), seeds, (count, seed) => {
        for (const scale of scales) {
          const d = count * scale;
          const deaths = tableFromRows([{ age: ageBand(0, Number.POSITIVE_INFINITY), deaths: d }], {
            deaths: "count",
          });
          const drawn = drawsOf(deaths, "gamma", { seed, draws });
          const found = moments(healthAdjustedLifeExpectancyDraws(drawn, well, people));
          const [figure, delta] = [1000 / d, 1000 / d / Math.sqrt(d)];
          // A gamma number of shape D has E(1 ÷ X) = 1 ÷ (D − 1) and Var(1 ÷ X) = 1 ÷ ((D − 1)² (D − 2)).
          const [bias, stretch] = [figure / (d - 1), Math.sqrt(d ** 3 / ((d - 1) ** 2 * (d - 2)))];
          expect(Math.abs(found.mean - figure - bias)).toBeLessThan(5 * found.meanError);
          expect(Math.abs(found.sd / delta / stretch - 1)).toBeLessThan(5 * found.sdError);
          // The bias that is left, in standard errors, falls as 1 ÷ √D; the stretch as 2 ÷ D.
          expect(Math.abs(found.mean - figure) / delta).toBeLessThan(1.2 / Math.sqrt(d) + 5 / Math.sqrt(draws));
          expect(Math.abs(found.sd / delta - 1)).toBeLessThan(2.6 / d + 5 * found.sdError);
        }
      }),
      { numRuns: 6 },
    );
  });

  it("of years lived and of DALYs: what is left is Var p × Var w, which falls as limits close in", () => {
    const shares = fc.record({
      share: fc.double({ min: 0.1, max: 0.6, noNaN: true }),
      weight: fc.double({ min: 0.1, max: 0.6, noNaN: true }),
    });
    fc.assert(
      fc.property(shares, counts, seeds, ({ share, weight }, { many }, seed) => {
        for (const scale of scales) {
          const near = (figure: number) => ({
            lower: figure * (1 - 0.4 / Math.sqrt(scale)),
            upper: figure * (1 + 0.4 / Math.sqrt(scale)),
          });
          const prevalence = tableFromRows([{ age: old, cause: "heart", share, ...near(share) }], {
            share: "ratio",
            lower: "limit",
            upper: "limit",
          });
          const { lower, upper } = near(weight);
          const weights = disabilityWeights(
            [{ health_state: "heart", dw: String(weight), lower95: String(lower), upper95: String(upper) }],
            { name: "synthetic", licence: "none needed" },
          );
          const people = tableFromRows([{ age: old, people: 1000 * scale }], { people: "count" });
          const delta = yearsLivedWithDisabilityLimits(prevalence, people, weights);
          const cases = weighDraws(drawsOf(prevalence, "beta", { seed, draws, what: "prevalence" }), people, {
            step: "people × share",
          });
          const drawn = yearsLivedWithDisabilityDraws(
            cases,
            drawsOf(weights, "beta", { seed, draws, what: "weights" }),
          );
          const [known] = [...delta];
          const found = moments(drawn);
          const parts = [share, weight].map((figure) => ((0.4 / Math.sqrt(scale) / 1.96) * figure) ** 2);
          const left = parts[0]! * parts[1]! * (1000 * scale) ** 2;
          expect(Math.abs(found.mean - known!.years!)).toBeLessThan(5 * found.meanError);
          // Its limits are not quite 1.96 standard deviations from the mean: a quarter is allowed for in `left`.
          expect(found.sd / known!.standardError! - 1).toBeLessThan(
            (1.25 * left) / known!.standardError! ** 2 / 2 + 5 * found.sdError,
          );
          expect(found.sd / known!.standardError! - 1).toBeGreaterThan(-5 * found.sdError);

          const deaths = tableFromRows([{ sex: "male" as const, age: old, cause: "heart", deaths: many * scale }], {
            deaths: "count",
          });
          const lost = yearsOfLifeLostLimits(yearsOfLifeLost(deaths, reference), deaths, { over: ["sex"] });
          const [sum] = [...disabilityAdjustedLifeYearsLimits(lost, delta)];
          const both = moments(
            disabilityAdjustedLifeYearsDraws(
              sumDraws(yearsOfLifeLostDraws(drawsOf(deaths, "poisson", { seed, draws }), reference), "sex"),
              drawn,
            ),
          );
          expect(Math.abs(both.mean - sum!.years!)).toBeLessThan(5 * both.meanError);
          expect(Math.abs(both.sd / sum!.standardError! - 1)).toBeLessThan(
            (1.25 * left) / sum!.standardError! ** 2 / 2 + 5 * both.sdError,
          );
        }
      }),
      { numRuns: 6 },
    );
  });

  it("of attributable fractions: f ± √((df/dp)² Var p + (df/d ln r)² Var ln r), nearer as limits close in", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.15, max: 0.5, noNaN: true }),
        fc.double({ min: 1.3, max: 4, noNaN: true }),
        seeds,
        (p, r, seed) => {
          const excess = p * (r - 1);
          const figure = excess / (1 + excess);
          for (const scale of scales) {
            const [dp, dr] = [(0.2 * p) / Math.sqrt(scale), 0.2 / Math.sqrt(scale)];
            const exposure = tableFromRows([{ exposure: "current", share: p, lower: p - dp, upper: p + dp }], {
              share: "ratio",
              lower: "limit",
              upper: "limit",
            });
            const risk = tableFromRows(
              [{ exposure: "current", cause: "heart", rr: r, lower: r * Math.exp(-dr), upper: r * Math.exp(dr) }],
              { rr: "ratio", lower: "limit", upper: "limit" },
            );
            const found = moments(
              attributableFractionsDraws(
                drawsOf(exposure, "beta", { seed, draws }),
                drawsOf(risk, "log-normal", { seed, draws }),
              ),
            );
            const [varP, varR] = [(dp / 1.96) ** 2, (dr / 1.96) ** 2];
            const below = (1 + excess) ** 2;
            const delta = Math.sqrt(((r - 1) / below) ** 2 * varP + ((p * r) / below) ** 2 * varR);
            // Half the second derivatives × variances: d²f/dp² = −2(r − 1)² ÷ (1 + x)³; d²f/dL² = p r (1 + x − 2 p r) ÷ (1 + x)³, L = ln r
            const cube = (1 + excess) ** 3;
            const bias = -((r - 1) ** 2 / cube) * varP + ((p * r * (1 + excess - 2 * p * r)) / cube / 2) * varR;
            expect(Math.abs(found.mean - figure - bias)).toBeLessThan(5 * found.meanError + 0.1 * delta ** 2);
            // Variances of the inputs agree to a few parts in a thousand at scale 1 already; the rest is of second order.
            expect(Math.abs(found.sd / delta - 1)).toBeLessThan(0.03 / scale + 0.003 + 5 * found.sdError);
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
