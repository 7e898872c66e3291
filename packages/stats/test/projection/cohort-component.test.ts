import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lifeTable } from "../../src/life-tables/life-table.ts";
import { cohortComponent } from "../../src/projection/cohort-component.ts";
import { survivalRatios } from "../../src/projection/survival-ratios.ts";

const both = <T>(of: T) => ({ female: of, male: of });

describe("a population carried forward by cohorts", () => {
  test("by hand, one step of five years", () => {
    // Women 100, 80, 60. Survivors: 100 × 0.9 = 90; 80 × 0.8 + 60 × 0.5 = 94 (open).
    // Births: 5 × (0.1 × (80 + 90) ÷ 2) = 42.5, of which 1 in 2.05 girls: 20.731707; × 0.95 survive: 19.695122
    const { female, male, births, deaths } = cohortComponent(both([100, 80, 60]), [
      { survival: both([0.95, 0.9, 0.8, 0.5]), fertility: [0, 0.1, 0] },
    ]);
    expect([...female[1]!]).toEqual([expect.closeTo((42.5 / 2.05) * 0.95, 12), 90, 94]);
    expect(male[1]![0]).toBeCloseTo(42.5 * (1.05 / 2.05) * 0.95, 12);
    expect(births.female[0]! + births.male[0]!).toBeCloseTo(42.5, 12);
    // 10 + 16 + 30 of those alive, and 5 % of newborn girls
    expect(deaths.female[0]).toBeCloseTo(56 + (42.5 / 2.05) * 0.05, 12);
  });

  test("migrants: half survive the step, half come at its end", () => {
    // (100 + 10) × 0.9 + 0 in the second band; youngest: 0 births, 10 at the end
    const { female } = cohortComponent(
      both([100, 0, 0]),
      [{ survival: both([1, 0.9, 1, 1]), fertility: [0, 0, 0], migrants: both([20, 0, 0]) }],
      { width: 1 },
    );
    expect([...female[1]!]).toEqual([10, 99, 0]);
  });

  test("people at the end are those at the start, and births, less deaths, and migrants", () => {
    const people = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 4, maxLength: 4 });
    const share = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    const rate = fc.array(fc.double({ min: 0, max: 0.3, noNaN: true }), { minLength: 4, maxLength: 4 });
    const moving = fc.array(fc.double({ min: -50, max: 500, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(people, people, share, rate, moving, (women, men, survival, fertility, migrants) => {
        const step = { survival: both(survival), fertility, migrants: both(migrants) };
        const result = cohortComponent({ female: women, male: men }, [step, step]);
        for (const sex of ["female", "male"] as const)
          for (const i of [0, 1]) {
            const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
            const end =
              sum(result[sex][i]!) + result.births[sex][i]! - result.deaths[sex][i]! + result.migrants[sex][i]!;
            expect(Math.abs(sum(result[sex][i + 1]!) - end)).toBeLessThan(1e-9 * Math.max(1, end) + 1e-6);
          }
      }),
    );
  });

  test("a stationary population stays as it is", () => {
    // At the death rates of a life table, with as many births a year as die, its L(x) do not change.
    const ages = Array.from({ length: 19 }, (_, x) => x * 5);
    const table = lifeTable(
      ages.map((age) => 0.0005 * 1.07 ** age),
      ages.map(() => 1),
      ages,
      { separation: "half" },
    );
    const survival = survivalRatios(table);
    const people = Array.from(table.years);
    const fertility = ages.map((age) => (age === 25 ? (2 * table.survivors[0]!) / (2 * people[5]!) : 0));
    const { female } = cohortComponent(both(people), [{ survival: both(survival), fertility, boysPerGirl: 1 }]);
    // Births 5 × f × (N + N') ÷ 2 with f = l0 ÷ N × 2 ÷ 2 give 5 l0 girls and boys; half girls
    expect(female[1]![0]! / ((5 * table.survivors[0]! * survival[0]!) / 2)).toBeCloseTo(1, 12);
    for (let x = 1; x < ages.length; x++) expect(female[1]![x]! / people[x]!).toBeCloseTo(1, 12);
  });

  test("refuses what cannot be", () => {
    const step = { survival: both([1, 1, 1, 1]), fertility: [0, 0, 0] };
    const start = both([1, 1, 1]);
    expect(() => cohortComponent(start, [{ ...step, survival: both([1, 1, 1]) }])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: cohortComponent: survival, female, of step 0 must have 4 entries, got 3]`,
    );
    expect(() =>
      cohortComponent(start, [{ ...step, survival: both([1, 1.1, 1, 1]) }]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: cohortComponent: survival, female, of step 0 must be from 0 to 1, got 1.1 in place 1]`,
    );
    expect(() => cohortComponent(both([1, -1, 1]), [step])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: cohortComponent: people, female must be 0 or more, got -1 in place 1]`,
    );
    expect(() => cohortComponent(start, [{ ...step, boysPerGirl: 0 }])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: cohortComponent: boys per girl must be above 0, got 0]`,
    );
    expect(() => cohortComponent(start, [step], { width: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: cohortComponent: width must be a whole number from 1 to 10, got 0]`,
    );
    expect(() => survivalRatios(lifeTable([1, 1, 1], [9, 9, 9], [0, 1, 5]))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: survivalRatios: bands must have one width from 0, at least three, got 0, 1, 5]`,
    );
  });
});

describe("net migrants, where demCore (R) is known to be wrong", () => {
  // Boys are worked out there from girls of the youngest band, who already hold half of the infant migrants; and people who emigrate, given above 0, are added.
  const step = { survival: { female: [1, 1, 0], male: [1, 1, 0] }, fertility: [0, 0.25], boysPerGirl: 1 };
  const start = { female: [10, 10], male: [10, 10] };

  test("infant girls who come do not make boys, by hand", () => {
    const migrants = { female: [8, 0], male: [0, 0] };
    const { female, male, births } = cohortComponent(start, [{ ...step, migrants }], { width: 1 });
    // Women: 10 at the start, 10 + 4 at the end; births 0.25 × (10 + 14) ÷ 2 = 3. Girls 1.5 + 4, boys 1.5.
    expect([births.female[0], births.male[0]]).toEqual([1.5, 1.5]);
    expect([female[1]![0], male[1]![0]]).toEqual([5.5, 1.5]);
  });

  test("more who leave make fewer people", () => {
    const left = (people: number) =>
      cohortComponent(start, [{ ...step, migrants: { female: [0, 0], male: [0, people] } }], { width: 1 }).male[1]!;
    // Half leaves before the step, in which all of that age would die, half after it.
    expect([left(0)[1], left(-4)[1]]).toEqual([10, 8]);
  });
});
