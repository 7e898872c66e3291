import { describe, expect, it } from "vitest";
import {
  betaDistribution,
  betaDraw,
  binomialDistribution,
  binomialDraw,
  createRandom,
  dirichletDraw,
  gammaDistribution,
  gammaDraw,
  poissonDistribution,
  poissonDraw,
  poissonDrawer,
  type Random,
} from "../../src/index.ts";

const count = 20_000;

const drawn = (draw: (random: Random) => number, seed = 20) => {
  const random = createRandom(seed);
  return Float64Array.from({ length: count }, () => draw(random));
};

/** Refuses draws whose distribution is further off than chance makes it once in a thousand times (Kolmogorov). */
function expectDistribution(draws: Float64Array, distribution: (x: number) => number): void {
  const sorted = draws.toSorted();
  let widest = 0;
  for (let i = 0; i < count; i += 3) {
    const at = distribution(sorted[i]!);
    widest = Math.max(widest, Math.abs(at - i / count), Math.abs(at - (i + 1) / count));
  }
  expect(widest).toBeLessThan(1.95 / Math.sqrt(count));
}

/** The same for whole numbers, in up to twelve cells of about equal chance, by chi-square. */
function expectWhole(draws: Float64Array, distribution: (x: number) => number): void {
  const ends: number[] = [];
  for (let k = Math.max(0, Math.min(...draws) - 1); k <= Math.max(...draws); k++)
    if (distribution(k) - (ends.length === 0 ? 0 : distribution(ends.at(-1)!)) > 1 / 12) ends.push(k);
  let [chiSquare, below, chance] = [0, 0, 0];
  for (const end of [...ends.slice(0, -1), Infinity]) {
    const upTo = draws.filter((x) => x <= end).length;
    const expected = ((end === Infinity ? 1 : distribution(end)) - chance) * count;
    chiSquare += (upTo - below - expected) ** 2 / expected;
    [below, chance] = [upTo, end === Infinity ? 1 : distribution(end)];
  }
  expect(ends.length).toBeGreaterThan(1);
  expect(chiSquare).toBeLessThan(31.264); // qchisq(.999, 11) of R 4.2.2; fewer cells have less
}

function expectMean(draws: Float64Array, mean: number, variance: number): void {
  const found = draws.reduce((sum, x) => sum + x, 0) / count;
  expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(variance / count));
}

describe("gammaDraw", () => {
  it.each([0.05, 0.7, 1, 2.5, 40, 1e6])("of shape %d is distributed as it says", (shape) => {
    const draws = drawn((random) => gammaDraw(random, shape));
    expectMean(draws, shape, shape);
    expectDistribution(draws, (x) => gammaDistribution(x, shape));
  });
});

describe("betaDraw", () => {
  it.each([
    [0.01, 0.02],
    [0.5, 0.5],
    [1, 1],
    [2, 7],
    [300, 500],
  ])("of shapes %d and %d is distributed as it says", (a, b) => {
    const draws = drawn((random) => betaDraw(random, a, b));
    expect(draws.every((x) => x >= 0 && x <= 1)).toBe(true);
    expectMean(draws, a / (a + b), (a * b) / ((a + b) * (a + b) * (a + b + 1)));
    if (a >= 0.5) expectDistribution(draws, (x) => betaDistribution(x, a, b));
  });
});

describe("binomialDraw", () => {
  it.each([
    [10, 0.3],
    [17, 0.5],
    [100, 0.02],
    [5_000, 0.7],
    [1_000_000, 0.000_02],
  ])("of %d trials of chance %d is distributed as it says", (trials, chance) => {
    const draws = drawn((random) => binomialDraw(random, trials, chance));
    expectMean(draws, trials * chance, trials * chance * (1 - chance));
    expectWhole(draws, (k) => binomialDistribution(k, trials, chance));
  });

  it("is certain at chances of 0 and 1, and of no trial", () => {
    const random = createRandom(1);
    expect([binomialDraw(random, 50, 0), binomialDraw(random, 50, 1), binomialDraw(random, 0, 0.5)]).toEqual([
      0, 50, 0,
    ]);
  });
});

describe("poissonDraw", () => {
  it.each([0.7, 5, 12, 13, 60, 2_500])("of mean %d is distributed as it says", (mean) => {
    const draws = drawn((random) => poissonDraw(random, mean), 21);
    expectMean(draws, mean, mean);
    expectWhole(draws, (k) => poissonDistribution(k, mean));
  });

  it("is 0 of mean 0, and bears large means", () => {
    expect(poissonDraw(createRandom(1), 0)).toBe(0);
    const random = createRandom(2);
    for (let i = 0; i < 50; i++) expect(Math.abs(poissonDraw(random, 1e9) - 1e9) / Math.sqrt(1e9)).toBeLessThan(5);
  });
});

describe("poissonDrawer", () => {
  // R 4.2.2: qpois(c(.001, .025, .3, .5, .9, .975, .9999), mean)
  it.each([
    [0.3, [0, 0, 0, 0, 1, 2, 4]],
    [7.2, [1, 2, 6, 7, 11, 13, 19]],
    [100, [71, 81, 95, 100, 113, 120, 139]],
    [9000, [8708, 8815, 8950, 9000, 9122, 9186, 9355]],
    [99000.5, [98030, 98384, 98835, 99000, 99404, 99618, 100173]],
  ])("of mean %d gives the quantile of the uniform number", (mean, quantiles) => {
    const draw = poissonDrawer(mean);
    const random = createRandom(1);
    const found = [0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.9999].map((u) => draw({ ...random, uniform: () => u }));
    expect(found).toEqual(quantiles);
  });

  it.each([0.7, 12, 60, 2_500])("of mean %d is distributed as it says", (mean) => {
    const draws = drawn(poissonDrawer(mean), 21);
    expectMean(draws, mean, mean);
    expectWhole(draws, (k) => poissonDistribution(k, mean));
  });

  it("never gives less for a larger mean and the same number", () => {
    const random = createRandom(3);
    for (let i = 0; i < 500; i++) {
      const u = random.uniform();
      const counts = [3, 3.1, 40, 41, 700].map((mean) => poissonDrawer(mean)({ ...random, uniform: () => u }));
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
    }
  });

  it("is 0 of mean 0, and bears the ends of the uniform numbers, tiny and large means", () => {
    const at = (mean: number, u: number) => poissonDrawer(mean)({ ...createRandom(1), uniform: () => u });
    expect([at(0, 0.9), at(1e-300, 0.9), at(5e-324, 0)]).toEqual([0, 0, 0]);
    // R 4.2.2: qpois(2^-53, 50, lower.tail = FALSE)
    expect(at(50, 1 - 2 ** -53)).toBe(118);
    const large = poissonDrawer(1e9);
    const random = createRandom(2);
    for (let i = 0; i < 50; i++) expect(Math.abs(large(random) - 1e9) / Math.sqrt(1e9)).toBeLessThan(5);
  });
});

describe("dirichletDraw", () => {
  it("gives shares that sum to 1, with the means, variances and covariances of the distribution", () => {
    const shapes = [0.5, 2, 7.5];
    const random = createRandom(22);
    const draws = Array.from({ length: count }, () => dirichletDraw(random, shapes));
    const mean = (of: (shares: Float64Array) => number) => draws.reduce((sum, shares) => sum + of(shares), 0) / count;
    for (const shares of draws.slice(0, 100)) expect(shares[0]! + shares[1]! + shares[2]!).toBeCloseTo(1, 14);
    // of shapes α with sum 10: mean α/10, variance α(10 − α) ÷ 1100, covariance −αβ ÷ 1100
    for (const [i, shape] of shapes.entries()) {
      const variance = (shape * (10 - shape)) / 1_100;
      expect(Math.abs(mean((shares) => shares[i]!) - shape / 10)).toBeLessThan(4 * Math.sqrt(variance / count));
      const found = mean((shares) => (shares[i]! - shape / 10) ** 2);
      expect(found / variance).toBeGreaterThan(0.94);
      expect(found / variance).toBeLessThan(1.06);
    }
    const covariance = mean((shares) => (shares[1]! - 0.2) * (shares[2]! - 0.75));
    expect(covariance / (-15 / 1_100)).toBeGreaterThan(0.95);
    expect(covariance / (-15 / 1_100)).toBeLessThan(1.05);
  });

  it("bears shapes near 0: one share is all", () => {
    const shares = dirichletDraw(createRandom(3), [1e-6, 1e-6, 1e-6]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1);
  });
});

describe("draws", () => {
  it("are the same for the same stream", () => {
    const all = () => {
      const random = createRandom(6, { stream: 2 });
      return [gammaDraw(random, 3), betaDraw(random, 2, 2), binomialDraw(random, 40, 0.4), poissonDraw(random, 30)];
    };
    expect(all()).toEqual(all());
  });

  it("refuse what cannot be", () => {
    const random = createRandom(1);
    expect(() => gammaDraw(random, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: gammaDraw: shape must be above 0, got 0]`,
    );
    expect(() => betaDraw(random, 1, -1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: betaDraw: second shape must be above 0, got -1]`,
    );
    expect(() => binomialDraw(random, 1.5, 0.5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: binomialDraw: trials must be a whole number from 0, got 1.5]`,
    );
    expect(() => binomialDraw(random, 5, 1.5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: binomialDraw: chance must be from 0 to 1, got 1.5]`,
    );
    expect(() => poissonDraw(random, -1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonDraw: mean must be 0 or more, got -1]`,
    );
    expect(() => poissonDrawer(Number.NaN)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonDrawer: mean must be 0 or more, got NaN]`,
    );
    expect(() => dirichletDraw(random, [])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: dirichletDraw: needs one shape or more, got none]`,
    );
    expect(() => dirichletDraw(random, [1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: dirichletDraw: shapes must be above 0, got NaN]`,
    );
  });
});
