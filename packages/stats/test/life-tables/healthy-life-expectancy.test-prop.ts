import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { healthyLifeExpectancy, lifeTable } from "../../src/index.ts";
import { expectClose } from "../relative.ts";
import { abridged, rates, sampled, seeded } from "./populations.ts";

const size = abridged.map((_, k) => (k < 15 ? 2_000 : 400 * (20 - k)));
const expected = lifeTable(
  size.map((n, k) => n * rates[k]!),
  size,
  abridged,
);
const shares = fc.array(
  fc.integer({ min: 0, max: 1_000 }).map((part) => part / 1_000),
  { minLength: abridged.length, maxLength: abridged.length },
);

describe("healthy life expectancy", () => {
  it("and the other years make up life expectancy; neither is below 0", () => {
    fc.assert(
      fc.property(shares, (healthy) => {
        const well = healthyLifeExpectancy(expected, healthy);
        const unwell = healthyLifeExpectancy(
          expected,
          healthy.map((share) => 1 - share),
        );
        for (const k of abridged.keys()) {
          expectClose(well.expectancy[k]! + unwell.expectancy[k]!, expected.expectancy[k]!, 1e-12);
          expect(Math.abs(well.otherYears[k]! - unwell.expectancy[k]!)).toBeLessThan(1e-10);
          expect(well.expectancy[k]!).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("is at most life expectancy, whatever deaths, people and shares", () => {
    const people = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 20, maxLength: 20 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(people, fc.array(share, { minLength: 20, maxLength: 20 }), shares, (population, dying, healthy) => {
        const table = lifeTable(
          population.map((n, k) => Math.max(n * dying[k]!, k === 19 ? 1 : 0)),
          population,
          abridged,
        );
        const { expectancy } = healthyLifeExpectancy(table, healthy);
        for (const k of abridged.keys())
          if (table.survivors[k]! > 0) expect(expectancy[k]!).toBeLessThanOrEqual(table.expectancy[k]! * (1 + 1e-14));
      }),
    );
  });

  it("is a mean of shares weighted by years: a share that all bands have comes back", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (share) => {
        const found = healthyLifeExpectancy(
          expected,
          abridged.map(() => share),
        );
        for (const k of abridged.keys()) expectClose(found.share[k]!, share, 1e-12);
      }),
    );
  });

  it("rises with a share, at its age and below", () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: abridged.length - 1 }), (healthy, where) => {
        const less = healthy.map((share) => share * 0.9);
        const one = healthyLifeExpectancy(expected, less).expectancy;
        const more = healthyLifeExpectancy(expected, less.with(where, less[where]! + 0.05)).expectancy;
        for (const k of abridged.keys()) {
          if (k <= where) expect(more[k]!).toBeGreaterThan(one[k]!);
          else expect(more[k]).toBe(one[k]);
        }
      }),
    );
  });

  it("has a variance of the shares that falls with the number asked", () => {
    fc.assert(
      fc.property(shares, fc.constantFrom(2, 100, 1e9), (healthy, times) => {
        const asked = abridged.map((_, k) => 50 + k);
        const variance = (respondents: readonly number[]) =>
          healthyLifeExpectancy(expected, healthy, { respondents, variance: "shares" }).variance;
        const [few, many] = [variance(asked), variance(asked.map((n) => n * times))];
        for (const k of abridged.keys()) if (few[k]! > 0) expectClose(many[k]! * times, few[k]!, 1e-12);
      }),
    );
  });

  it("has limits that hold the true value about as often as they say, deaths and answers both left to chance", () => {
    const random = seeded(3);
    const really = abridged.map((_, k) => 0.95 - 0.03 * k);
    const asked = 150;
    const truth = healthyLifeExpectancy(expected, really).expectancy;
    const sets = 1_000;
    let held = 0;
    let heldWithoutRates = 0;
    for (let i = 0; i < sets; i++) {
      const table = lifeTable(
        size.map((n, k) => sampled(random, n * rates[k]!)),
        size,
        abridged,
      );
      const healthy = really.map(
        (share) => Array.from({ length: asked }, random).filter((x) => x < share).length / asked,
      );
      const respondents = abridged.map(() => asked);
      const holds = (variance: "both" | "shares") => {
        const { lower, upper } = healthyLifeExpectancy(table, healthy, { respondents, variance });
        return lower[0]![0]! <= truth[0]! && truth[0]! <= upper[0]![0]!;
      };
      if (holds("both")) held++;
      if (holds("shares")) heldWithoutRates++;
    }
    // 95% of 1,000, give or take four standard errors (0.7 percentage points each); the shares alone hold it less often
    expect(Math.abs(held / sets - 0.95)).toBeLessThan(0.028);
    expect(heldWithoutRates).toBeLessThan(held);
  });
});
