import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialDensity,
  type Difference,
  proportionDifference,
  scoreOddsRatio,
  scoreProportionDifference,
  scoreProportionRatio,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const of = (events: number, population: number) => ({ events, population });
const mee = { variance: "likelihood" } as const;

const share = fc
  .record({ events: fc.nat(300), others: fc.nat(300) })
  .map(({ events, others }) => of(events, events + others + (events + others === 0 ? 1 : 0)));

describe("scoreProportionDifference", () => {
  it.each([
    // Newcombe RG. Stat Med 1998;17:873–90, table II, methods 5 (Mee) and 6 (Miettinen and Nurminen), to 4 decimals
    ["56/70 − 48/80", of(56, 70), of(48, 80), "0.0533 0.3377", "0.0528 0.3382"],
    ["9/10 − 3/10", of(9, 10), of(3, 10), "0.1821 0.8370", "0.1700 0.8406"],
    ["6/7 − 2/7", of(6, 7), of(2, 7), "0.0544 0.8478", "0.0342 0.8534"],
    ["5/56 − 0/29", of(5, 56), of(0, 29), "-0.0313 0.1926", "-0.0326 0.1933"],
    ["0/10 − 0/20", of(0, 10), of(0, 20), "-0.1611 0.2775", "-0.1658 0.2844"],
    ["0/10 − 0/10", of(0, 10), of(0, 10), "-0.2775 0.2775", "-0.2879 0.2879"],
    ["10/10 − 0/20", of(10, 10), of(0, 20), "0.7225 1.0000", "0.7156 1.0000"],
    ["10/10 − 0/10", of(10, 10), of(0, 10), "0.6777 1.0000", "0.6636 1.0000"],
  ])("of %s has the published limits", (_, first, second, likelihood, unbiased) => {
    const four = ({ lower, upper }: Difference) => `${lower.toFixed(4)} ${upper.toFixed(4)}`;
    expect(four(scoreProportionDifference(first, second, mee))).toBe(likelihood);
    expect(four(scoreProportionDifference(first, second))).toBe(unbiased);
  });

  it("has the limits of the closed cubic to more digits", () => {
    // R 4.2.2: the likeliest shares by the cubic's trigonometric solution, the limits by uniroot(tol = 1e-15)
    const { lower, upper } = scoreProportionDifference(of(56, 70), of(48, 80));
    expectClose(lower, 0.05282971324584, 1e-10);
    expectClose(upper, 0.33817294001587, 1e-10);
  });

  it("is close to Newcombe's limits", () => {
    const [score, hybrid] = [scoreProportionDifference, proportionDifference].map((f) => f(of(300, 900), of(200, 800)));
    expect(Math.abs(score!.lower - hybrid!.lower)).toBeLessThan(5e-4);
    expect(Math.abs(score!.upper - hybrid!.upper)).toBeLessThan(5e-4);
  });

  it("comes in per cent where asked", () => {
    const [percent, part] = [
      scoreProportionDifference(of(9, 10), of(3, 10), { per: 100 }),
      scoreProportionDifference(of(9, 10), of(3, 10)),
    ];
    expectClose(percent.lower, part.lower * 100, 1e-14);
    expect(percent.z).toBe(part.z);
  });

  it("takes rare events among many people", () => {
    // Poisson limits of each: at 1e9 people shares of 1e-6 are rates, normal to three digits: 1e-6 × (1.96 × √(2/1000))
    const { lower, upper } = scoreProportionDifference(of(1000, 1e9), of(1000, 1e9));
    expectClose(upper, 1.959963984540054e-6 * Math.sqrt(2 / 1000), 3e-3);
    expectClose(-lower, upper, 1e-9);
  });
});

describe("scoreProportionRatio", () => {
  it("has the limits of Koopman, and of Miettinen and Nurminen", () => {
    // R 4.2.2: the quadratic written out, the limits by uniroot(tol = 1e-14)
    const koopman = scoreProportionRatio(of(36, 40), of(16, 80), mee);
    expect(koopman.value).toBe(4.5);
    expectClose(koopman.lower, 2.939569192215, 1e-11);
    expectClose(koopman.upper, 7.152223434866, 1e-11);
    const unbiased = scoreProportionRatio(of(36, 40), of(16, 80));
    expectClose(unbiased.lower, 2.934646459488, 1e-11);
    expectClose(unbiased.upper, 7.16629829946, 1e-11);
    expectClose(scoreProportionRatio(of(56, 70), of(48, 80), mee).lower, 1.079821506362, 1e-11);
    expectClose(scoreProportionRatio(of(56, 70), of(48, 80), mee).upper, 1.670805578019, 1e-11);
  });

  it("has open limits where one group has no events", () => {
    expect(scoreProportionRatio(of(0, 10), of(5, 10))).toMatchObject({ value: 0, lower: 0 });
    expect(scoreProportionRatio(of(0, 10), of(5, 10)).upper).toBeLessThan(1);
    expect(scoreProportionRatio(of(5, 10), of(0, 10))).toMatchObject({ value: Infinity, upper: Infinity });
    expect(scoreProportionRatio(of(5, 10), of(0, 10)).lower).toBeGreaterThan(1);
    expect(scoreProportionRatio(of(0, 9), of(0, 9))).toMatchObject({
      value: Number.NaN,
      lower: 0,
      upper: Infinity,
      z: 0,
    });
  });
});

describe("scoreOddsRatio", () => {
  it("has the limits of Miettinen and Nurminen, and of Cornfield", () => {
    // R 4.2.2: the likeliest shares and the limits by uniroot(tol = 1e-14)
    const unbiased = scoreOddsRatio(of(36, 40), of(16, 80));
    expectClose(unbiased.value, (36 * 64) / (4 * 16), 1e-14);
    expectClose(unbiased.lower, 11.48128219443, 1e-10);
    expectClose(unbiased.upper, 111.40306829155, 1e-10);
    expectClose(scoreOddsRatio(of(36, 40), of(16, 80), mee).lower, 11.53365094525, 1e-10);
    expectClose(scoreOddsRatio(of(36, 40), of(16, 80), mee).upper, 110.91861909576, 1e-10);
    expectClose(scoreOddsRatio(of(56, 70), of(48, 80)).upper, 5.540202222191, 1e-10);
  });

  it("has open limits where a group has nobody or everybody", () => {
    expect(scoreOddsRatio(of(0, 10), of(5, 10))).toMatchObject({ value: 0, lower: 0 });
    expect(scoreOddsRatio(of(10, 10), of(5, 10))).toMatchObject({ value: Infinity, upper: Infinity });
    expect(scoreOddsRatio(of(0, 9), of(0, 9))).toMatchObject({ value: Number.NaN, lower: 0, upper: Infinity });
    expect(scoreOddsRatio(of(9, 9), of(9, 9))).toMatchObject({ value: Number.NaN, lower: 0, upper: Infinity });
  });

  it("is that of the others, the other way round", () => {
    const [plain, others] = [scoreOddsRatio(of(7, 30), of(11, 25)), scoreOddsRatio(of(23, 30), of(14, 25))];
    expectClose(others.lower, 1 / plain.upper, 1e-11);
    expectClose(others.upper, 1 / plain.lower, 1e-11);
  });
});

const all = { scoreProportionDifference, scoreProportionRatio, scoreOddsRatio };

describe.each(Object.entries(all))("%s", (name, compare) => {
  const equal = name === "scoreProportionDifference" ? 0 : 1;

  it("never lets limits and probability disagree", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const { lower, upper, probability, z } = compare(first, second);
        fc.pre(Math.abs(probability - 0.05) > 1e-6);
        expect(lower > equal || upper < equal).toBe(probability < 0.05);
        expect(Math.sign(z)).toBe(Math.sign(first.events / first.population - second.events / second.population));
      }),
    );
  });

  it("contains its value, widens with the level and changes sides when swapped", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const narrow = compare(first, second);
        const wide = compare(first, second, { level: 0.998 });
        const swapped = compare(second, first);
        if (!Number.isNaN(narrow.value)) {
          expect(narrow.lower).toBeLessThanOrEqual(narrow.value);
          expect(narrow.upper).toBeGreaterThanOrEqual(narrow.value);
        }
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
        if (equal === 0) expect(swapped.lower).toBeCloseTo(-narrow.upper, 12);
        else if (narrow.upper < 1e12) expectClose(swapped.lower, 1 / narrow.upper, 1e-11);
        expect(swapped.z).toBeCloseTo(-narrow.z, 10);
      }),
      { numRuns: 60 },
    );
  });

  it("is narrower with the likelihood's variance", () => {
    const [unbiased, likelihood] = [compare(of(7, 20), of(12, 22)), compare(of(7, 20), of(12, 22), mee)];
    expect(likelihood.lower).toBeGreaterThan(unbiased.lower);
    expect(likelihood.upper).toBeLessThan(unbiased.upper);
    expectClose(unbiased.z * Math.sqrt(42 / 41), likelihood.z, 1e-12);
  });

  it("is NaN for a missing count, and refuses what cannot be", () => {
    const missing = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN, z: Number.NaN, probability: Number.NaN };
    expect(compare(of(Number.NaN, 9), of(1, 9))).toEqual(missing);
    expect(compare(of(1, 9), of(Number.NaN, 9))).toEqual(missing);
    expect(() => compare(of(10, 9), of(1, 9))).toThrow(`${name}: events must not exceed the total of 9, got 10`);
    expect(() => compare(of(1, 9), of(1, 0))).toThrow(`${name}: total must be above 0, got 0`);
    expect(() => compare(of(1, 9), of(1, 9), { level: 95 })).toThrow("level must be between 0 and 1");
  });
});

describe("enumerated coverage of Miettinen and Nurminen's limits", () => {
  const [m, n] = [14, 11];
  const pairs = Array.from({ length: m + 1 }, (_, i) =>
    Array.from({ length: n + 1 }, (_, j) => [of(i, m), of(j, n)] as const),
  ).flat();
  const shares = [0.06, 0.2, 0.37, 0.5, 0.71, 0.9];
  const truths = shares.flatMap((p) => shares.map((q) => [p, q] as const));

  it.each([
    ["difference", scoreProportionDifference, (p: number, q: number) => p - q],
    ["ratio", scoreProportionRatio, (p: number, q: number) => p / q],
    ["odds ratio", scoreOddsRatio, (p: number, q: number) => (p / (1 - p)) * ((1 - q) / q)],
  ] as const)("of the %s is 95 per cent on average, and never below 91", (_, compare, measure) => {
    const limits = pairs.map(([a, b]) => ({ a: a.events, b: b.events, ...compare(a, b) }));
    const coverage = truths.map(([p, q]) =>
      limits.reduce((sum, { a, b, lower, upper }) => {
        const truth = measure(p, q);
        const within = lower <= truth + 1e-12 && truth - 1e-12 <= upper;
        return within ? sum + binomialDensity(a, m, p) * binomialDensity(b, n, q) : sum;
      }, 0),
    );
    const average = coverage.reduce((a, b) => a + b, 0) / coverage.length;
    expect(Math.abs(average - 0.95)).toBeLessThan(0.015);
    expect(Math.min(...coverage)).toBeGreaterThan(0.91);
  });
});
