import { describe, expect, it } from "vitest";
import {
  annualChange,
  annualChangeOfCounts,
  binomialDensity,
  createRandom,
  joinpointTrend,
  modelledExcess,
  monotoneTrend,
  movingMeans,
  poissonDensity,
  trendLine,
  trendOfProportions,
} from "../../src/index.ts";

// Coverage and size, summed over all outcomes where these can be listed, else simulated from a seed.

const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];

/** A Poisson count by inversion. */
function poisson(uniform: () => number, mean: number): number {
  let left = uniform();
  for (let x = 0; ; x++) {
    left -= poissonDensity(x, mean);
    if (left < 0 || x > 1000) return x;
  }
}

function share(times: number, within: (i: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < times; i++) if (within(i)) count++;
  return count / times;
}

describe("limits and tests of trends", () => {
  it("of a line cover the slope as often as they say", () => {
    const { normal } = createRandom(1);
    const covered = share(4000, () => {
      const { lower, upper } = trendLine(
        years.map((t) => 5 - 0.3 * (t - 2016) + 2 * normal()),
        years,
      ).slope;
      return lower <= -0.3 && -0.3 <= upper;
    });
    expect(covered).toBeGreaterThan(0.94);
    expect(covered).toBeLessThan(0.96);
  });

  it("of a weighted log-linear change cover it as often as they say", () => {
    const { normal } = createRandom(2);
    const covered = share(3000, () => {
      const standardErrors: number[] = [];
      const rates = years.map((t, i) => {
        const error = 0.01 * (1 + (i % 3));
        const rate = 50 * 1.02 ** (t - 2016) * Math.exp(error * normal());
        standardErrors.push(rate * error);
        return rate;
      });
      const { lower, upper } = annualChange(rates, years, { standardErrors });
      return lower <= 2 && 2 <= upper;
    });
    expect(covered).toBeGreaterThan(0.94);
    expect(covered).toBeLessThan(0.96);
  });

  it("of a change of counts cover it, by chance alone and, a little wider, with the dispersion estimated", () => {
    for (const dispersion of ["poisson", "quasi-poisson"] as const) {
      const { uniform } = createRandom(3);
      const covered = share(1500, () => {
        const events = years.map((t) => poisson(uniform, 20 * 0.95 ** (t - 2016)));
        const { lower, upper } = annualChangeOfCounts(events, Array(8).fill(1), years, { dispersion });
        return lower <= -5 && -5 <= upper;
      });
      expect(covered, dispersion).toBeGreaterThan(0.93);
      expect(covered, dispersion).toBeLessThan(0.97);
    }
  });

  it("of Mann and Kendall reject too seldom rather than too often, over all orders of seven values", () => {
    let rejected = 0;
    let all = 0;
    const visit = (chosen: readonly number[], left: readonly number[]): void => {
      if (left.length === 0) {
        all++;
        if (monotoneTrend(chosen, years.slice(0, 7)).probability < 0.05) rejected++;
        return;
      }
      for (const value of left) {
        visit(
          [...chosen, value],
          left.filter((other) => other !== value),
        );
      }
    };
    visit([], [1, 2, 3, 4, 5, 6, 7]);
    expect(all).toBe(5040);
    expect(rejected / all).toBeGreaterThan(0.01);
    expect(rejected / all).toBeLessThanOrEqual(0.05);
  });

  it("of Cochran and Armitage keep near their size, over all outcomes of three groups of twelve", () => {
    for (const chance of [0.2, 0.35, 0.5]) {
      const density = Array.from({ length: 13 }, (_, x) => binomialDensity(x, 12, chance));
      const size = { none: 0, "half a step": 0 };
      for (let a = 0; a <= 12; a++) {
        for (let b = 0; b <= 12; b++) {
          for (let c = 0; c <= 12; c++) {
            const weight = density[a]! * density[b]! * density[c]!;
            for (const continuity of ["none", "half a step"] as const) {
              const { probability } = trendOfProportions([a, b, c], [12, 12, 12], [0, 1, 2], { continuity });
              if (probability < 0.05) size[continuity] += weight;
            }
          }
        }
      }
      expect(size.none).toBeGreaterThan(0.03);
      expect(size.none).toBeLessThan(0.065);
      expect(size["half a step"]).toBeLessThan(0.05);
    }
  });

  it("of moving means, exact, never cover less often than they say, over all outcomes", () => {
    for (const mean of [0.2, 1, 3.3, 10]) {
      let covered = 0;
      for (let sum = 0; sum < 150; sum++) {
        const { lower, upper } = movingMeans([sum, 0, 0, 0, 0]);
        if (lower[0]! <= mean && mean <= upper[0]!) covered += poissonDensity(sum, 5 * mean);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  it("of modelled excess hold later deaths as often as they say, where these go on as before", () => {
    const { uniform } = createRandom(4);
    const season = Array.from({ length: 24 }, (_, i) => i % 4);
    const mean = (i: number) => 40 * [1.2, 1, 0.8, 1][i % 4]! * Math.exp(0.01 * i);
    const covered = share(700, () => {
      const deaths = season.map((_, i) => poisson(uniform, mean(i)));
      const part = (from: number, to: number) => ({
        deaths: deaths.slice(from, to),
        population: Array(to - from).fill(1),
        time: season.map((_, i) => i).slice(from, to),
        season: season.slice(from, to),
      });
      const { lower, upper } = modelledExcess(part(0, 20), part(20, 24)).total.excess;
      return lower <= 0 && 0 <= upper;
    });
    expect(covered).toBeGreaterThan(0.92);
    expect(covered).toBeLessThan(0.98);
  });

  it("of joinpoints seldom find one in a steady trend, and mostly find one that is there", () => {
    const { normal } = createRandom(5);
    const time = Array.from({ length: 15 }, (_, i) => i);
    const found = (bend: number) =>
      share(200, () => {
        const rates = time.map((t) => 50 * Math.exp(0.02 * t - bend * Math.max(0, t - 7) + 0.03 * normal()));
        return joinpointTrend(rates, time, { most: 1, selection: "bic3" }).joinpoints.length === 1;
      });
    expect(found(0)).toBeLessThan(0.25);
    expect(found(0.08)).toBeGreaterThan(0.95);
  });
});
