import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { burdenChange, createRandom, gammaQuantile, projectedBurdenLimits, projectedBurdens } from "../../src/index.ts";
import { middleShare } from "../../src/projection/middle-share.ts";

const [areas, times, causes, strata] = [2, 3, 2, 3];
const numbers = (length: number, value: fc.Arbitrary<number>) =>
  fc.array(value, { minLength: length, maxLength: length });
const columns = fc.record({
  times: fc.constant(times),
  causes: fc.constant(causes),
  strata: fc.constant(strata),
  people: numbers(areas * times * strata, fc.integer({ min: 1, max: 999 })),
  rates: numbers(2 * causes * strata, fc.double({ min: 0, max: 1, noNaN: true })),
  factors: numbers(times * causes * strata, fc.double({ min: 0.1, max: 3, noNaN: true })),
  ratesOf: fc.constant([0, 1]),
});

describe("projectedBurdens", () => {
  it("is burdenChange from the first time to each, and its drivers add up", () => {
    fc.assert(
      fc.property(columns, (given) => {
        const found = projectedBurdens(given);
        for (let area = 0; area < areas; area++)
          for (let time = 0; time < times; time++)
            for (let cause = 0; cause < causes; cause++) {
              const people = (of: number) => {
                const start = (area * times + of) * strata;
                return given.people.slice(start, start + strata);
              };
              const rates = (of: number) =>
                people(of).map(
                  (_, i) =>
                    given.rates[(area * causes + cause) * strata + i]! *
                    given.factors[(of * causes + cause) * strata + i]!,
                );
              const one = burdenChange(people(0), rates(0), people(time), rates(time));
              const row = (area * times + time) * causes + cause;
              const near = (a: number, b: number) =>
                expect(Math.abs(a - b)).toBeLessThan(1e-12 * Math.max(1, one.first, one.second) * 10);
              near(found.burden[row]!, one.second);
              near(found.size[row]!, one.size);
              near(found.structure[row]!, one.structure);
              near(found.rate[row]!, one.rate);
              near(found.size[row]! + found.structure[row]! + found.rate[row]!, one.second - one.first);
            }
      }),
      { numRuns: 50 },
    );
  });

  it("has nothing where nobody lives or something is missing", () => {
    const base = { times: 1, causes: 1, strata: 1 };
    expect(projectedBurdens({ ...base, people: [0], rates: [1] }).burden[0]).toBeNaN();
    expect(projectedBurdens({ ...base, people: [5], rates: [Number.NaN] }).burden[0]).toBeNaN();
    expect(projectedBurdens({ ...base, people: [], rates: [1] }).burden).toHaveLength(0);
  });

  it("refuses columns that do not match", () => {
    expect(() => projectedBurdens({ times: 2, causes: 1, strata: 1, people: [1], rates: [1] })).toThrow(
      "projectedBurdens: needs people of 2 times × 1 strata, rates of 1 causes × 1 strata, and factors of 2 × 1 × 1, got 1, 1 and none",
    );
    expect(() => projectedBurdens({ times: 1, causes: 1, strata: 1, people: [1], rates: [1], ratesOf: [1] })).toThrow(
      "projectedBurdens: ratesOf must be sets from 0 to 0, got 1 in area 0",
    );
  });
});

describe("projectedBurdenLimits", () => {
  const two = { times: 2, causes: 1, strata: 2, people: [100, 50, 90, 90, 10, 5, 10, 9], rates: [0.1, 0.4] };

  it("has the gamma distribution's limits where there is one stratum", () => {
    const one = { times: 1, causes: 1, strata: 1, people: [1000], rates: [0.025] };
    const { lower, upper, mean, monteCarloError } = projectedBurdenLimits(one, [25], { draws: 20_000, seed: 4 });
    // 25 events: the limits are gamma quantiles of shape 25; the error of a mean of 20,000 draws of spread 5 is 0.035.
    expect(monteCarloError[0]! / (5 / Math.sqrt(20_000))).toBeCloseTo(1, 1);
    expect(Math.abs(mean[0]! - 25)).toBeLessThan(4 * 0.036);
    // The error of a 2.5 % quantile is √(0.025 × 0.975 ÷ 20,000) ÷ density, about 0.09 below and 0.12 above.
    expect(Math.abs(lower.burden[0]! - gammaQuantile(0.025, 25))).toBeLessThan(4 * 0.1);
    expect(Math.abs(upper.burden[0]! - gammaQuantile(0.975, 25))).toBeLessThan(4 * 0.13);
  });

  it("approaches the delta method as counts grow", () => {
    // Var Σ P r = Σ (P r)² ÷ D: (10² + 20²) at 100 and 50 people, D = 40,000 in each.
    const { lower, upper } = projectedBurdenLimits(two, [40_000, 40_000], { draws: 20_000 });
    const spread = Math.sqrt((100 + 400) / 40_000);
    expect((upper.burden[0]! - lower.burden[0]!) / (2 * 1.959963985 * spread)).toBeCloseTo(1, 1);
    expect((upper.burden[0]! + lower.burden[0]!) / 2).toBeCloseTo(30, 1);
  });

  it("gives the same digits for the same seed, others for another, and drivers that hold those without draws", () => {
    const events = [400, 900];
    const once = projectedBurdenLimits(two, events, { draws: 200, seed: 7 });
    expect(projectedBurdenLimits(two, events, { draws: 200, seed: 7 })).toEqual(once);
    expect(projectedBurdenLimits(two, events, { draws: 200, seed: 8 }).lower.burden).not.toEqual(once.lower.burden);
    const point = projectedBurdens(two);
    for (const part of ["burden", "size", "structure"] as const)
      for (const row of [1, 3]) {
        expect(once.lower[part][row]!).toBeLessThan(point[part][row]!);
        expect(once.upper[part][row]!).toBeGreaterThan(point[part][row]!);
      }
    expect([...once.lower.rate, ...once.upper.rate].every((rate) => Math.abs(rate) < 1e-12)).toBe(true);
  });

  it("adds areas up draw by draw: two halves of an area have its limits", () => {
    const half = (part: number) => [100, 50, 90, 90].map((people) => people * part);
    const split = { ...two, people: [...half(0.25), ...half(0.75), ...half(1)] };
    const { lower, upper, mean } = projectedBurdenLimits(split, [30, 60], { draws: 400, totals: [[0, 1]] });
    for (const part of ["burden", "size", "structure", "rate"] as const)
      for (const time of [0, 1]) {
        expect(lower[part][3 * 2 + time]).toBeCloseTo(lower[part][2 * 2 + time]!, 10);
        expect(upper[part][3 * 2 + time]).toBeCloseTo(upper[part][2 * 2 + time]!, 10);
      }
    expect(mean[6]! / mean[4]!).toBeCloseTo(1, 12);
  });

  it("has the same limits whether a factor is known to be the same in all strata or not", () => {
    const factors = [1, 1, 0.8, 0.8];
    const alike = projectedBurdenLimits({ ...two, factors }, [30, 60], { draws: 300 });
    // The third stratum has a rate of next to nothing, and a factor of its own: three sums a draw, not one.
    const apart = projectedBurdenLimits(
      {
        times: 2,
        causes: 1,
        strata: 3,
        people: [100, 50, 0, 90, 90, 0, 10, 5, 0, 10, 9, 0],
        rates: [0.1, 0.4, 1e-300],
        factors: [1, 1, 1, 0.8, 0.8, 0.7],
      },
      [30, 60, 0],
      { draws: 300 },
    );
    for (const part of ["burden", "size", "structure", "rate"] as const)
      for (let row = 0; row < 4; row++) expect(apart.lower[part][row]).toBeCloseTo(alike.lower[part][row]!, 10);
  });

  const certain = { times: 2, causes: 1, strata: 1, people: [1000, 1000, 500, 400], rates: [0.02], factors: [1, 0.8] };
  const trend = { changes: [Math.log(0.8) / 10], standardErrors: [0.01], reach: [0, 10] };

  it("draws the slope of a trend: its limits are those of a log-normal number, wider with its reach", () => {
    // By hand: 16 = 1000 × 0.02 × 0.8, × e^(±1.959964 × 0.01 × 10). Counts of 10¹² leave the slope alone to vary.
    const { lower, upper, monteCarloError } = projectedBurdenLimits(certain, [1e12], { draws: 20_000, trend });
    expect(Math.log(lower.burden[1]! / 16)).toBeCloseTo(-0.1959964, 2);
    expect(Math.log(upper.burden[1]! / 16)).toBeCloseTo(0.1959964, 2);
    // The standard deviation of a log-normal number: e^(s² ÷ 2) √(e^(s²) − 1), with s = 0.1.
    expect(
      (monteCarloError[1]! * Math.sqrt(20_000)) / (16 * Math.exp(0.005) * Math.sqrt(Math.expm1(0.01))),
    ).toBeCloseTo(1, 1);
    // Where it has not begun there is no more than the chance of 10¹² events.
    expect(upper.burden[0]! / lower.burden[0]! - 1).toBeLessThan(1e-5);
  });

  it("draws one slope for all areas and for the strata that share it, so that their ratio stays; others for others", () => {
    const ratio = projectedBurdenLimits(certain, [1e12], { draws: 500, trend });
    expect(ratio.upper.burden[3]! / ratio.upper.burden[1]!).toBeCloseTo(0.4, 10);
    const two = { ...certain, strata: 2, people: [500, 500, 500, 500], rates: [0.02, 0.02], factors: [1, 1, 0.8, 0.8] };
    const spread = (standardErrors: readonly number[]) => {
      const changes = [trend.changes[0]!, trend.changes[0]!];
      const found = projectedBurdenLimits(two, [1e12, 1e12], {
        draws: 20_000,
        trend: { ...trend, changes, standardErrors },
      });
      return Math.log(found.upper.burden[1]! / found.lower.burden[1]!);
    };
    // Two halves with one slope vary as one; with slopes of their own, by a root of two less.
    expect(spread([0.01, 0.01]) / (2 * 0.1959964)).toBeCloseTo(1, 1);
    expect(spread([0.01, 0.010001]) / ((2 * 0.1959964) / Math.SQRT2)).toBeCloseTo(1, 1);
  });

  it("keeps drawn trends within the cap, and is what it was where no slope is uncertain", () => {
    const capped = { ...trend, changes: [Math.log(2) / 10], cap: 2 };
    const at = projectedBurdenLimits({ ...certain, factors: [1, 2] }, [1e12], { draws: 2000, trend: capped });
    expect(at.upper.burden[1]! / 40).toBeCloseTo(1, 4);
    const sure = { ...trend, standardErrors: [0] };
    expect(projectedBurdenLimits(certain, [30], { draws: 100, trend: sure })).toEqual(
      projectedBurdenLimits(certain, [30], { draws: 100 }),
    );
  });

  it("splits the change draw by draw where slopes are uncertain: drivers still add up", () => {
    const single = { ...certain, people: [1000, 1200] };
    const { lower, upper, mean } = projectedBurdenLimits(single, [1e12], { draws: 4000, trend });
    // One stratum: no ageing; growth and rates by hand at the middle of the draws: ΔN (r₁ + r₂) ÷ 2 and Δr (N₁ + N₂) ÷ 2.
    expect(upper.structure[1]! - lower.structure[1]!).toBeCloseTo(0, 10);
    expect((lower.size[1]! + upper.size[1]!) / 2 / (200 * 0.018)).toBeCloseTo(1, 1);
    expect(lower.rate[1]!).toBeLessThan(1100 * -0.004);
    expect(upper.rate[1]!).toBeGreaterThan(1100 * -0.004);
    expect(mean[1]! / 19.2).toBeCloseTo(1, 1);
  });

  it("refuses a trend that does not fit", () => {
    const limits = (more: object) => () => projectedBurdenLimits(certain, [30], { trend: { ...trend, ...more } });
    expect(limits({ reach: [1] })).toThrow(
      "projectedBurdenLimits: a trend needs changes and standard errors of 1 causes × 1 strata and a reach of 2 times, got 1, 1 and 1",
    );
    expect(limits({ standardErrors: [-1] })).toThrow(
      `projectedBurdenLimits: a trend needs finite changes and standard errors of 0 or more, got ${trend.changes[0]} and -1 in row 0`,
    );
    expect(limits({ reach: [0, -1] })).toThrow("projectedBurdenLimits: the reach of a trend must be 0 or more, got -1");
    expect(limits({ cap: 0.5 })).toThrow("projectedBurdenLimits: cap must be 1 or more, got 0.5");
  });

  it("leaves a rate without events as it is, and what is missing missing", () => {
    const one = { times: 1, causes: 1, strata: 1, people: [10], rates: [0.5] };
    expect(projectedBurdenLimits(one, [0]).upper.burden[0]).toBe(5);
    expect(projectedBurdenLimits(one, [Number.NaN]).upper.burden[0]).toBeNaN();
    expect(projectedBurdenLimits({ ...one, people: [0] }, [3]).upper.burden[0]).toBeNaN();
    expect(() => projectedBurdenLimits(one, [-1])).toThrow(
      "projectedBurdenLimits: events must be 0 or more, got -1 in row 0",
    );
    expect(() => projectedBurdenLimits(one, [1], { totals: [[1]] })).toThrow(
      "projectedBurdenLimits: totals must be of areas from 0 to 0, got 1 in total 0",
    );
  });
});

describe("middleShare", () => {
  it("is the quantile on the straight line between numbers in order of size", () => {
    const random = createRandom(3);
    for (const level of [0.95, 0.5, 0.8, 0.999])
      for (const size of [20, 101, 1000]) {
        const share = middleShare(size, level);
        const odd = Float64Array.from({ length: size }, () => random.normal() ** 5);
        const tied = odd.map((number) => Math.round(number));
        for (const draws of [odd, tied, odd.toSorted()]) {
          share.of(draws);
          const sorted = draws.toSorted();
          const at = (position: number) => {
            const low = Math.floor(position + 1e-9);
            return sorted[low]! + (position - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
          };
          const tail = ((1 - level) / 2) * (size - 1);
          expect(share.found[0]).toBeCloseTo(at(tail), 9);
          expect(share.found[1]).toBeCloseTo(at(size - 1 - tail), 9);
        }
      }
  });
});
