import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LifespanVariation, lifespanVariation, lifeTable } from "../../src/index.ts";
import { abridged, rates, sampled, seeded } from "../life-tables/populations.ts";
import { expectClose } from "../relative.ts";

const starts = [0, 1, 5, 20, 50, 80];
const deaths = [12, 3, 9, 60, 340, 820];
const people = [2_500, 9_800, 31_000, 64_000, 42_000, 6_500];
const table = lifeTable(deaths, people, starts);

const expectValues = (
  found: LifespanVariation,
  expected: Partial<Record<keyof LifespanVariation, number>>,
  within: number,
) => {
  for (const [name, value] of Object.entries(expected))
    expectClose(found[name as keyof LifespanVariation].value, value, within);
};

describe("lifespanVariation", () => {
  it("is what the integrals over the survival curve are", () => {
    // R 4.2.2: the curve as a function, integrate(..., rel.tol = 1e-12) between the ages at which it bends, uniroot.
    expectValues(
      lifespanVariation(table),
      {
        meanAge: 80.8475304756462,
        variance: 271.6697925488552,
        standardDeviation: 16.48240857850752,
        disparity: 12.40093803852685,
        entropy: 0.1533867264166145,
        gini: 0.1004102464125185,
        lowerQuartile: 80.040614076418,
        median: 83.25466676264125,
        upperQuartile: 88.74912612073838,
      },
      1e-10,
    );
  });

  it("is taken among those who reach an age", () => {
    // R 4.2.2, as above, from 5
    expectValues(
      lifespanVariation(table, { from: 5 }),
      {
        meanAge: 81.33116177390569,
        variance: 234.297918573111,
        disparity: 11.990661461975572,
        entropy: 0.1570873701292813,
        gini: 0.1012640902162033,
        median: 83.3023490248653,
      },
      1e-10,
    );
  });

  it("spreads deaths around the mean that the separation factors give them", () => {
    // R 4.2.2, as above, with a = 0.12, 0.4, 0.55, 0.6, 0.58
    expectValues(
      lifespanVariation(lifeTable(deaths, people, starts, { separation: [0.12, 0.4, 0.55, 0.6, 0.58, 0] })),
      {
        meanAge: 81.35387333499811,
        variance: 244.3038881117982,
        disparity: 11.90624000428693,
        entropy: 0.1463512370856584,
        gini: 0.0942560760064756,
        lowerQuartile: 80.00125005068656,
        median: 83.21530273690982,
        upperQuartile: 88.70976209500694,
      },
      1e-9,
    );
  });

  it("of a constant rate is that of the exponential distribution", () => {
    // Mean and standard deviation 1/μ, entropy 1, Gini 1/2, quartiles −ln(p)/μ; variance of the mean 1/(D m²) = 125
    const { entropy, gini, meanAge, ...found } = lifespanVariation(lifeTable([20], [1_000], [0]));
    expect([entropy, gini]).toEqual([
      { value: 1, lower: 1, upper: 1 },
      { value: 0.5, lower: 0.5, upper: 0.5 },
    ]);
    expectValues(
      { entropy, gini, meanAge, ...found },
      { meanAge: 50, standardDeviation: 50, disparity: 50, median: 50 * Math.LN2 },
      1e-14,
    );
    expectClose(found.standardDeviation.upper - 50, 1.959963984540054 * Math.sqrt(125), 1e-8);
    expectClose(found.variance.upper - 2_500, 1.959963984540054 * 100 * Math.sqrt(125), 1e-8);
  });

  it("of lives that end evenly over 100 years is that of the uniform distribution", () => {
    // All die in the first band: mean 50, variance 100²/12, disparity 100/4, entropy 1/2, Gini 1/3; nothing left to chance
    const found = lifespanVariation(lifeTable([30, 1], [1_000, 10], [0, 100]));
    expectValues(
      found,
      {
        meanAge: 50,
        variance: 10_000 / 12,
        disparity: 25,
        entropy: 0.5,
        gini: 1 / 3,
        lowerQuartile: 25,
        median: 50,
        upperQuartile: 75,
        interquartileRange: 50,
      },
      1e-14,
    );
    expectClose(found.meanAge.upper, 50, 1e-14);
  });

  it("is close to the sums over single years by which it is often published", () => {
    // e† = Σ d (e(x) + e(x + 1)) ÷ 2 (Vaupel and Canudas-Romo 2003), variance Σ d (x + 0.5 − e)², on Gompertz's law.
    const survival = (x: number) => Math.exp((-0.00003 / 0.095) * Math.expm1(0.095 * x));
    const ages = Array.from({ length: 111 }, (_, age) => age);
    const t = lifeTable(
      ages.map((age) => survival(age) - (age === 110 ? 0 : survival(age + 1))),
      ages.map((age) => (survival(age) + survival(age + 1)) / 2),
      ages,
      { separation: "half" },
    );
    const sum = (f: (age: number) => number) => ages.reduce((all, age) => all + (t.dying[age]! * f(age)) / 100_000, 0);
    const { disparity, variance } = lifespanVariation(t);
    expectClose(
      disparity.value,
      sum((x) => (t.expectancy[x]! + (t.expectancy[x + 1] ?? t.expectancy[x]!)) / 2),
      1e-3,
    );
    expectClose(
      variance.value,
      sum((x) => (x + 0.5 - t.expectancy[0]!) ** 2),
      1e-3,
    );
  });

  it("says the mean age with Chiang's limits", () => {
    const { meanAge } = lifespanVariation(table, { from: 20, level: 0.99 });
    const same = lifeTable(deaths, people, starts, { levels: [0.99] });
    expectClose(meanAge.value, 20 + table.expectancy[3]!, 1e-13);
    expectClose(meanAge.lower, 20 + same.lower[0]![3]!, 1e-9);
    expectClose(meanAge.upper, 20 + same.upper[0]![3]!, 1e-9);
  });

  it("does not depend on the size of the population, but its limits narrow with the root of it", () => {
    const many = lifespanVariation(
      lifeTable(
        deaths.map((d) => d * 1e6),
        people.map((n) => n * 1e6),
        starts,
      ),
    );
    for (const [name, one] of Object.entries(lifespanVariation(table))) {
      const found = many[name as keyof LifespanVariation];
      expectClose(found.value, one.value, 1e-11);
      expectClose((found.upper - found.value) * 1_000, one.upper - one.value, 1e-4);
    }
  });

  it("keeps to its bounds: Gini below 1/2 and entropy below 1 where death rates rise with age", () => {
    const rising = fc.array(fc.double({ min: 1.01, max: 2, noNaN: true }), { minLength: 19, maxLength: 19 });
    fc.assert(
      fc.property(rising, (steps) => {
        let rate = 0.0005;
        const all = [rate, ...steps.map((step) => (rate *= step))].map((r) => Math.min(r, 0.35));
        const t = lifeTable(
          all.map((r) => r * 1e5),
          all.map(() => 1e5),
          abridged,
          { separation: "half" },
        );
        const { gini, entropy, lowerQuartile, median, upperQuartile, interquartileRange } = lifespanVariation(t);
        expect([0 < gini.value, gini.value < 0.5, 0 < entropy.value, entropy.value < 1]).not.toContain(false);
        expect([lowerQuartile.value < median.value, median.value < upperQuartile.value]).not.toContain(false);
        expectClose(interquartileRange.value, upperQuartile.value - lowerQuartile.value, 1e-13);
      }),
    );
  });

  it("has limits that hold the true value about as often as they say", () => {
    const random = seeded(11);
    const size = abridged.map((_, k) => (k < 15 ? 3_000 : 600 * (20 - k)));
    const truth = lifespanVariation(
      lifeTable(
        size.map((n, k) => n * rates[k]!),
        size,
        abridged,
      ),
    );
    const sets = 400;
    const held = { standardDeviation: 0, disparity: 0, entropy: 0, gini: 0, median: 0, interquartileRange: 0 };
    for (let i = 0; i < sets; i++) {
      const found = lifespanVariation(
        lifeTable(
          size.map((n, k) => sampled(random, n * rates[k]!)),
          size,
          abridged,
        ),
      );
      for (const name of Object.keys(held) as (keyof typeof held)[])
        if (found[name].lower <= truth[name].value && truth[name].value <= found[name].upper) held[name]++;
    }
    // 95% of 400, give or take four standard errors (1.1 percentage points each)
    for (const [name, times] of Object.entries(held)) expect(Math.abs(times / sets - 0.95), name).toBeLessThan(0.044);
  });

  it("is missing where the life expectancy is, and stops at a merged band", () => {
    const none = lifespanVariation(lifeTable([1, 4, 0], [100, 400, 100], [0, 1, 5]));
    for (const { value, lower, upper } of Object.values(none))
      expect([value, lower, upper].every(Number.isNaN)).toBe(true);
    const merged = lifespanVariation(lifeTable([1, 4, 0], [100, 400, 100], [0, 1, 5], { openBand: "merge" }), {
      from: 1,
    });
    // 1 and over: 4 deaths among 500, a constant rate
    expectClose(merged.standardDeviation.value, 125, 1e-13);
    expectClose(merged.gini.value, 0.5, 1e-13);
  });

  it("refuses an age between bands and a level in per cent", () => {
    expect(() => lifespanVariation(table, { from: 10 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifespanVariation: the age must be one at which a band starts (0, 1, 5, 20, 50, 80), got 10]`,
    );
    expect(() => lifespanVariation(table, { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifespanVariation: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });
});
