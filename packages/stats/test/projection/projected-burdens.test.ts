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
