import { describe, expect, it } from "vitest";
import { healthyLifeExpectancy, lifeTable } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const table = lifeTable([1, 4, 10], [100, 400, 100], [0, 1, 5]);
const healthy = Object.freeze([0.9, 0.8, 0.5]);
const respondents = Object.freeze([50, 80, 40]);

describe("healthyLifeExpectancy", () => {
  it("weights the years of each band by the share in good health", () => {
    // By hand: (L0 × 0.9 + L1 × 0.8 + L5 × 0.5) ÷ l0
    const { years, survivors, expectancy } = table;
    const h0 = (years[0]! * 0.9 + years[1]! * 0.8 + years[2]! * 0.5) / survivors[0]!;
    const found = healthyLifeExpectancy(table, healthy);
    expectClose(found.expectancy[0]!, h0, 1e-14);
    expect(found.expectancy[2]).toBe(5);
    expectClose(found.otherYears[0]!, expectancy[0]! - h0, 1e-14);
    expectClose(found.share[0]!, h0 / expectancy[0]!, 1e-14);
  });

  it("has the variance of the shares, Σ L² h (1 − h) ÷ N ÷ l²", () => {
    const { years, survivors } = table;
    const [v0, v1, v2] = [0.09 / 50, 0.16 / 80, 0.25 / 40].map((v, k) => years[k]! ** 2 * v) as [
      number,
      number,
      number,
    ];
    const found = healthyLifeExpectancy(table, healthy, { respondents, variance: "shares" });
    expectClose(found.variance[0]!, (v0 + v1 + v2) / survivors[0]! ** 2, 1e-13);
    expectClose(found.variance[2]!, v2 / survivors[2]! ** 2, 1e-13);
    // R 4.2.2: qnorm(0.975)
    expectClose(found.upper[0]![0]! - found.expectancy[0]!, 1.959963984540054 * Math.sqrt(found.variance[0]!), 1e-13);
    expectClose(found.expectancy[0]! - found.lower[0]![0]!, 1.959963984540054 * Math.sqrt(found.variance[0]!), 1e-13);
  });

  it("adds the variance of the death rates, Σ l² ((1 − a) n h + H)² V(q) ÷ l², and h² of that of the open band", () => {
    const { survivors, probabilityVariance, variance } = table;
    const [H1, H5] = [healthyLifeExpectancy(table, healthy).expectancy[1]!, 5] as const;
    const ofRates =
      (survivors[0]! ** 2 * (0.9 * 1 * 0.9 + H1) ** 2 * probabilityVariance[0]! +
        survivors[1]! ** 2 * (0.5 * 4 * 0.8 + H5) ** 2 * probabilityVariance[1]! +
        survivors[2]! ** 2 * 0.25 * variance[2]!) /
      survivors[0]! ** 2;
    expectClose(healthyLifeExpectancy(table, healthy).variance[0]!, ofRates, 1e-13);
    const shares = healthyLifeExpectancy(table, healthy, { respondents, variance: "shares" }).variance[0]!;
    expectClose(healthyLifeExpectancy(table, healthy, { respondents }).variance[0]!, ofRates + shares, 1e-13);
  });

  it("has, with a design effect, the variance of so many times fewer people asked", () => {
    const fewer = healthyLifeExpectancy(table, healthy, { respondents: respondents.map((asked) => asked / 1.5) });
    const designed = healthyLifeExpectancy(table, healthy, { respondents, designEffect: 1.5 });
    for (const k of [0, 1, 2]) expectClose(designed.variance[k]!, fewer.variance[k]!, 1e-13);
  });

  it("is life expectancy, with its variance, where all are healthy; nothing where nobody is", () => {
    const all = healthyLifeExpectancy(table, [1, 1, 1], { levels: [0.95, 0.998] });
    for (const k of [0, 1, 2]) {
      expectClose(all.expectancy[k]!, table.expectancy[k]!, 1e-14);
      expectClose(all.variance[k]!, table.variance[k]!, 1e-14);
      expectClose(all.upper[0]![k]!, table.upper[0]![k]!, 1e-14);
    }
    expect(all.upper).toHaveLength(2);
    const none = healthyLifeExpectancy(table, [0, 0, 0], { respondents });
    expect([...none.expectancy, ...none.variance]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("is missing from a missing share downwards, and above a merged band", () => {
    const found = healthyLifeExpectancy(table, [0.9, Number.NaN, 0.5]);
    expect(Array.from(found.expectancy, Number.isNaN)).toEqual([true, true, false]);
    const merged = lifeTable([1, 4, 0], [100, 400, 100], [0, 1, 5], { openBand: "merge" });
    const part = healthyLifeExpectancy(merged, healthy);
    expect(Array.from(part.expectancy, Number.isNaN)).toEqual([false, false, true]);
    // The open band is 1 and over: 500 people, 4 deaths, 125 years, 0.8 of them healthy.
    expectClose(part.expectancy[1]!, 100, 1e-14);
  });

  it("takes one deviate in place of the levels'", () => {
    const { expectancy, variance, upper } = healthyLifeExpectancy(table, healthy, { deviate: 1.96 });
    expectClose(upper[0]![0]!, expectancy[0]! + 1.96 * Math.sqrt(variance[0]!), 1e-15);
  });

  it.each<[string, () => unknown, string]>([
    [
      "a share above 1",
      () => healthyLifeExpectancy(table, [1, 1.2, 1]),
      "healthyLifeExpectancy: shares must be from 0 to 1, got 1.2 in band 1",
    ],
    [
      "a negative share",
      () => healthyLifeExpectancy(table, [-0.1, 1, 1]),
      "healthyLifeExpectancy: shares must be from 0 to 1, got -0.1 in band 0",
    ],
    [
      "nobody asked",
      () => healthyLifeExpectancy(table, healthy, { respondents: [9, 0, 9] }),
      "healthyLifeExpectancy: respondents must be above 0, got 0 in band 1",
    ],
    [
      "a design effect that cannot be",
      () => healthyLifeExpectancy(table, healthy, { respondents, designEffect: 0 }),
      "healthyLifeExpectancy: design effect must be above 0, got 0",
    ],
    [
      "too few shares",
      () => healthyLifeExpectancy(table, [1, 1]),
      "healthyLifeExpectancy: needs shares for each of 3 bands of the life table, got 2",
    ],
    [
      "too few respondents",
      () => healthyLifeExpectancy(table, healthy, { respondents: [9] }),
      "healthyLifeExpectancy: needs respondents for each of 3 bands of the life table, got 1",
    ],
    [
      "a level in per cent",
      () => healthyLifeExpectancy(table, healthy, { levels: [95] }),
      "healthyLifeExpectancy: level must be between 0 and 1, such as 0.95, got 95",
    ],
    [
      "a variance that there is not",
      () => healthyLifeExpectancy(table, healthy, { variance: "all" as "both" }),
      "healthyLifeExpectancy: variance must be one of both, shares, got all",
    ],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
