import { describe, expect, it } from "vitest";
import { lifeExpectancyGap, lifeTable, lifeTables } from "../../src/index.ts";
import { abridged, rates, sampled, seeded } from "../life-tables/populations.ts";
import { expectClose } from "../relative.ts";

const starts = [0, 1, 5];
const long = lifeTable([1, 4, 10], [100, 400, 100], starts);
const short = lifeTable([2, 9, 20], [100, 400, 100], starts);

describe("lifeExpectancyGap", () => {
  it("is one life expectancy less the other, and their variances add", () => {
    // By hand from the two tables; R 4.2.2: qnorm(0.975)
    const { value, lower, upper, z } = lifeExpectancyGap(long, short, { at: 1 });
    const error = Math.sqrt(long.variance[1]! + short.variance[1]!);
    expectClose(value, long.expectancy[1]! - short.expectancy[1]!, 1e-15);
    expectClose(upper - value, 1.959963984540054 * error, 1e-13);
    expectClose(value - lower, 1.959963984540054 * error, 1e-13);
    expectClose(z, value / error, 1e-14);
  });

  it("has a probability that agrees with its limits", () => {
    const { z, probability } = lifeExpectancyGap(long, short);
    // R 4.2.2: 2 * pnorm(-1.621258474126435)
    expectClose(z, 1.621258474126435, 1e-12);
    expectClose(probability, 0.10496221682979445, 1e-12);
    expect(lifeExpectancyGap(long, short, { level: 0.85 }).lower).toBeGreaterThan(0);
    expect(lifeExpectancyGap(long, short, { level: 0.9 }).lower).toBeLessThan(0);
    expect(lifeExpectancyGap(long, short, { deviate: 1.62 }).lower).toBeGreaterThan(0);
  });

  it("changes sign with the order, and is 0 between a table and itself", () => {
    const [there, back] = [lifeExpectancyGap(long, short), lifeExpectancyGap(short, long)];
    expect([back.value, back.lower, back.upper, back.z]).toEqual([-there.value, -there.upper, -there.lower, -there.z]);
    expect(lifeExpectancyGap(long, long)).toMatchObject({ value: 0, z: 0, probability: 1 });
  });

  it("takes tables of different bands that share the age", () => {
    const wide = lifeTable([3, 30], [500, 100], [0, 5]);
    expect(lifeExpectancyGap(long, wide, { at: 5 }).value).toBeCloseTo(10 - 100 / 30, 12);
    expect(() => lifeExpectancyGap(long, wide, { at: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeExpectancyGap: the age must be one at which a band starts (0, 5), got 1]`,
    );
  });

  it("is missing where a life expectancy is", () => {
    const none = lifeTable([1, 4, 0], [100, 400, 100], starts);
    const { value, lower, z, probability } = lifeExpectancyGap(long, none);
    expect([value, lower, z, probability].every(Number.isNaN)).toBe(true);
  });

  it("refuses a level in per cent", () => {
    expect(() => lifeExpectancyGap(long, short, { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: lifeExpectancyGap: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });

  it("holds the true gap as often as it says, and is called clear between equals as seldom", () => {
    const random = seeded(5);
    const people = abridged.map((_, k) => (k < 15 ? 1_200 : 220 * (20 - k)));
    const harder = rates.map((rate) => rate * 1.15);
    const tables = (rate: readonly number[], sets: number) =>
      lifeTables(
        Float64Array.from({ length: sets * 20 }, (_, i) => sampled(random, people[i % 20]! * rate[i % 20]!)),
        Float64Array.from({ length: sets * 20 }, (_, i) => people[i % 20]!),
        abridged,
      );
    const truth = (rate: readonly number[]) =>
      lifeTable(
        people.map((n, k) => n * rate[k]!),
        people,
        abridged,
      ).expectancy[0]!;
    const sets = 2_000;
    const [one, other] = [tables(rates, sets), tables(harder, sets)];
    const gap = truth(rates) - truth(harder);
    let held = 0;
    for (let i = 0; i < sets * 20; i += 20) {
      const error = Math.sqrt(one.variance[i]! + other.variance[i]!);
      if (Math.abs(one.expectancy[i]! - other.expectancy[i]! - gap) <= 1.959963984540054 * error) held++;
    }
    // 95% of 2,000, give or take four standard errors (0.5 percentage points each)
    expect(Math.abs(held / sets - 0.95)).toBeLessThan(0.02);
  });
});
