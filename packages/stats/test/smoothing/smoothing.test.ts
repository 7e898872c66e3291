import { describe, expect, it } from "vitest";
import {
  createRandom,
  empiricalBayesRates,
  gammaQuantile,
  groupStatuses,
  heterogeneity,
  localEmpiricalBayesRates,
  poissonDensity,
  poissonGammaRatios,
} from "../../src/index.ts";
import { expected, observed } from "../lip-cancer.ts";
import { expectClose } from "../relative.ts";

// Six areas made up for the purpose.
const events = [2, 0, 7, 12, 3, 9];
const population = [400, 150, 900, 1_000, 800, 700];
const neighbours = [
  [1, 2],
  [0, 2, 3],
  [0, 1, 3, 4],
  [1, 2, 4, 5],
  [2, 3, 5],
  [3, 4],
];

const expectAll = (found: ArrayLike<number>, wanted: readonly number[], relative: number) => {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    expectClose(found[i]!, value, relative);
  });
};

describe("empiricalBayesRates", () => {
  it("are those of spdep", () => {
    // R 4.2.2, spdep 1.2-7: EBest(events, population, family = "poisson")
    const found = empiricalBayesRates(events, population, { per: 1 });
    const estmm = [
      0.008005241519555194, 0.008005606269815519, 0.008234917987110924, 0.009175035179246074, 0.007486190049424826,
      0.009115291773485773,
    ];
    expectAll(found.value, estmm, 1e-13);
    expectClose(found.mean, 0.008354430379746836, 1e-14);
    expectClose(found.variance, 2.4268216072414124e-6, 1e-12);
  });

  it("are all the mean where areas vary no more than by chance", () => {
    const { value, weight, variance } = empiricalBayesRates([10, 11, 9], [1_000, 1_000, 1_000], { per: 1_000 });
    expect(variance).toBe(0);
    expectAll(value, [10, 10, 10], 1e-14);
    expect([...weight]).toEqual([0, 0, 0]);
  });

  it("leave out areas that are missing, cannot be or have no people", () => {
    const found = empiricalBayesRates([...events, Number.NaN, -1, 4], [...population, 500, 500, 0], { per: 1 });
    expectAll(found.value.slice(0, 6), [...empiricalBayesRates(events, population, { per: 1 }).value], 1e-15);
    expect([...found.value.slice(6)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(Array.from(found.status.slice(6), (code) => groupStatuses[code])).toEqual([
      "missing",
      "impossible",
      "no population",
    ]);
  });

  it("hold without any events, for one area and for none", () => {
    expect([...empiricalBayesRates([0, 0], [10, 20]).value]).toEqual([0, 0]);
    expect([...empiricalBayesRates([3], [1_000], { per: 1_000 }).value]).toEqual([3]);
    expect([...empiricalBayesRates([Number.NaN], [1]).value]).toEqual([Number.NaN]);
    expect(() => empiricalBayesRates([], [])).toThrow(RangeError);
  });
});

describe("localEmpiricalBayesRates", () => {
  it("are those of spdep, around the common mean of each neighbourhood", () => {
    // R 4.2.2, spdep 1.2-7: EBlocal(events, population, nb, geoda = TRUE)
    const est = [
      0.006206896551724138, 0.008571428571428572, 0.007452250897484095, 0.009590635780517796, 0.008367924552747775,
      0.01043209466196902,
    ];
    const found = localEmpiricalBayesRates(events, population, neighbours, { per: 1 });
    expectAll(found.value, est, 1e-13);
    expectClose(found.mean[4]!, 0.009117647058823529, 1e-14);
    expectClose(found.variance[4]!, 1.8503185587960692e-6, 1e-12);
  });

  it("are those of spdep, around the own mean of each area", () => {
    // R 4.2.2, spdep 1.2-7: EBlocal(events, population, nb)
    const est = [
      0.006206896551724138, 0.008571428571428572, 0.007480031616297905, 0.009445277073367307, 0.00852369241955096,
      0.010462697521143684,
    ];
    const found = localEmpiricalBayesRates(events, population, neighbours, { per: 1, deviations: "own means" });
    expectAll(found.value, est, 1e-13);
  });

  it("are the global ones where all areas are neighbours", () => {
    const all = events.map((_, i) => events.map((_, j) => j).filter((j) => j !== i));
    expectAll(
      localEmpiricalBayesRates(events, population, all).value,
      [...empiricalBayesRates(events, population).value],
      1e-13,
    );
  });

  it("keep the rate of an area without neighbours, and leave missing areas out of every neighbourhood", () => {
    expectAll(localEmpiricalBayesRates([5, 9], [100, 300], [[], []], { per: 100 }).value, [5, 3], 1e-14);
    const found = localEmpiricalBayesRates([5, Number.NaN], [100, 300], [[1], [0]], { per: 100 });
    expect([...found.value]).toEqual([5, Number.NaN]);
    expect([...found.mean]).toEqual([5, Number.NaN]);
  });

  it("refuse neighbours that are none", () => {
    const around = (list: readonly (readonly number[])[]) => () => localEmpiricalBayesRates([1, 2], [10, 10], list);
    expect(around([[2], [0]])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: localEmpiricalBayesRates: neighbours must be other areas, from 0 to 1, each once, got 2 beside area 0]`,
    );
    expect(around([[0], []])).toThrow("got 0 beside area 0");
    expect(around([[1, 1], []])).toThrow("got 1 beside area 0");
    expect(around([[1]])).toThrow("must be of one length");
  });
});

describe("poissonGammaRatios", () => {
  it("by moments solve Clayton and Kaldor's two equations", () => {
    // R 4.2.2: 5,000 times th <- (O + al) / (E + nu); m <- mean(th); v <- sum((1 + nu / E) * (th - m)^2) / 55;
    // nu <- m / v; al <- m * nu. Limits: qgamma(c(.025, .975), O + al, E + nu).
    const found = poissonGammaRatios(observed, expected);
    expectClose(found.shape, 1.6440152977098335, 1e-12);
    expectClose(found.rate, 1.1488430095321809, 1e-12);
    expectClose(found.variance, 1.2456168726233232, 1e-12);
    const [first, large, none] = [0, 48, 54].map((i) => [found.value[i]!, found.lower[i]!, found.upper[i]!]);
    expectAll(first!, [4.176018396544345, 2.0565462526169465, 7.033501642965057], 1e-12);
    expectAll(large!, [0.3299320759708042, 0.22202765725014625, 0.45886799113958204], 1e-12);
    expectAll(none!, [0.3073590484484269, 0.02652530026686321, 0.9234892774953912], 1e-11);
  });

  it("by likelihood find the α of 1.88 and ν of 1.32 of a negative binomial regression", () => {
    // R 4.2.2, MASS: glm.nb(O ~ 1 + offset(log(E))): theta 1.87948997424, mean 1.42206001231.
    const found = poissonGammaRatios(observed, expected, { fit: "likelihood", per: 100 });
    expectClose(found.shape, 1.8794899742, 1e-9);
    expectClose(found.mean, 142.206001231, 1e-9);
    expectClose(found.rate, 1.32166712938, 1e-9);
  });

  it("by likelihood take large counts and apportioned ones: the same with a sum as with a series", () => {
    // R 4.2.2: m <- function(nu) sum(O / (E + nu)) / sum(E / (E + nu)); uniroot(function(nu) { a <- m(nu) * nu;
    // sum(digamma(O + a) - digamma(a) + log(nu / (E + nu))) }, c(1, 500), tol = 1e-13)
    const found = poissonGammaRatios([120.5, 80.25, 150, 300], [100, 100, 130, 220], { fit: "likelihood" });
    expectClose(found.shape, 36.05454659690435, 1e-10);
    expectClose(found.rate, 31.629901438049508, 1e-10);
  });

  it("are the common ratio where areas vary no more than by chance", () => {
    const [o, e] = [
      [10, 12, 9],
      [10, 11, 10],
    ];
    expect(heterogeneity(o!, e!).dispersion).toBeLessThan(1);
    for (const fit of ["moments", "likelihood"] as const) {
      const found = poissonGammaRatios(o!, e!, { fit });
      expect(found).toMatchObject({ variance: 0, rate: Infinity, shape: Infinity, mean: 1 });
      expect([...found.value, ...found.lower, ...found.upper]).toEqual(new Array(9).fill(1));
    }
  });

  it("cover the true ratios about as often as the level says, on average over areas: 2,000 areas with a fixed seed", () => {
    // Ratios from a gamma distribution of shape and rate 5, counts by inverting the Poisson distribution.
    const { uniform } = createRandom(20_261_128);
    const truth = Float64Array.from({ length: 2_000 }, () => gammaQuantile(uniform(), 5) / 5);
    const sizes = truth.map((_, i) => 2 + (i % 30));
    const counts = truth.map((ratio, i) => {
      const wanted = uniform();
      let count = 0;
      for (let sum = poissonDensity(0, ratio * sizes[i]!); sum < wanted; count++) {
        sum += poissonDensity(count + 1, ratio * sizes[i]!);
      }
      return count;
    });
    for (const fit of ["moments", "likelihood"] as const) {
      const { lower, upper, rate } = poissonGammaRatios(counts, sizes, { fit });
      const covered = truth.filter((ratio, i) => lower[i]! <= ratio && ratio <= upper[i]!).length;
      // Four standard errors of 2,000 areas are 0.0195.
      expect(Math.abs(covered / 2_000 - 0.95)).toBeLessThan(0.02);
      expect(Math.abs(rate - 5)).toBeLessThan(1);
    }
  });

  it("have a solution exactly where χ² exceeds its degrees of freedom, however little", () => {
    // χ² of x and 20 − x where 10 and 10 are expected is (x − 10)² ÷ 5: 1 at x = 10 + √5.
    const at = (gap: number) => poissonGammaRatios([10 + gap, 10 - gap], [10, 10]);
    expect(at(Math.sqrt(5) - 1e-6).rate).toBe(Infinity);
    expect(at(Math.sqrt(5) + 1e-6).rate).toBeGreaterThan(1e6);
    expect(at(Math.sqrt(5) + 1e-6).rate).toBeLessThan(1e9);
  });

  it("hold without any events, for one area, and where an area is missing or has nothing expected", () => {
    expect([...poissonGammaRatios([0, 0], [5, 6]).value]).toEqual([0, 0]);
    expect([...poissonGammaRatios([6], [5]).value]).toEqual([1.2]);
    const found = poissonGammaRatios([...observed, Number.NaN, 3], [...expected, 1, 0]);
    expectClose(found.shape, 1.6440152977098335, 1e-12);
    expect(Array.from(found.status.slice(-2), (code) => groupStatuses[code])).toEqual(["missing", "nothing expected"]);
    expect([...found.value.slice(-2), ...found.upper.slice(-2)].every(Number.isNaN)).toBe(true);
  });
});
