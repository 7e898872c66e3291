import {
  type Age,
  ageBand,
  allAges,
  type Missing,
  over,
  type Sex,
  sumOver,
  tableFromRows,
  takeRows,
} from "@popneeds/core";
import { combinedDisability } from "@popneeds/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  casesFromShares,
  disabilityAdjustedLifeYears,
  disabilityWeights,
  healthAdjustedLifeExpectancy,
  sharedYearsLived,
  yearsLivedWithDisability,
  yearsLivedWithNewDisability,
} from "../../src/index.ts";

// All figures are made up for these tests.
const weights = disabilityWeights(
  [
    { health_state: "pain, mild", dw: "0.02", lower95: "0.01", upper95: "0.04" },
    { health_state: "pain, severe", dw: "0.4", lower95: "0.25", upper95: "0.55" },
    { health_state: "breathlessness", dw: "0.2" },
  ],
  { name: "made-up weights", licence: "none needed" },
);
const severities = tableFromRows(
  [
    { cause: "back pain", state: "asymptomatic", share: 0.5 },
    { cause: "back pain", state: "pain, mild", share: 0.3 },
    { cause: "back pain", state: "pain, severe", share: 0.2 },
    { cause: "lungs", state: "breathlessness", share: 1 },
  ],
  { share: "ratio" },
);
const cases = tableFromRows(
  [
    { sex: "female" as Sex, cause: "back pain", cases: 1000 },
    { sex: "female" as Sex, cause: "lungs", cases: 50 },
    { sex: "male" as Sex, cause: "back pain", cases: "suppressed" as number | Missing },
    { sex: "male" as Sex, cause: "lungs", cases: 0 },
  ],
  { cases: "count" },
);
const years = (table: Iterable<{ readonly years: number | null }>) =>
  [...table].map((row) => (row.years === null ? null : Number(row.years.toPrecision(13))));

describe("disabilityWeights", () => {
  it("always has those without symptoms, and names set and licence", () => {
    expect([...weights].map(({ state, weight }) => [state, weight]).at(-1)).toEqual(["asymptomatic", 0]);
    expect(weights.provenance.steps).toEqual(["disability weights: made-up weights; licence: none needed"]);
    expect(weights.provenance.evidence).toBe("published");
    expect([...weights][2]).toMatchObject({ lower: null, missing: "not available" });
  });

  it("refuses weights that cannot be", () => {
    expect(() =>
      disabilityWeights(
        [
          { health_state: "a", dw: "1.2" },
          { health_state: "a", dw: "0.2" },
          { health_state: "", dw: "0.2" },
          { health_state: "b", dw: "0.2", lower95: "0.3", upper95: "0.4" },
          { health_state: "asymptomatic", dw: "0.1" },
          { health_state: "c" },
        ],
        { name: "x", licence: "y" },
      ),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-weights] disabilityWeights: each row needs a health state, once, and a weight from 0 to 1 inside its limits; 6 of 6 rows fail:
        a: weight 1.2
        a comes twice
        row 3 without a health state
        and 3 more
        Fix: Give rows with health_state, dw, and lower95 and upper95 where known.]
    `);
    expect(() => disabilityWeights([], { name: "x", licence: "y" })).toThrow("[invalid-weights]");
  });
});

describe("yearsLivedWithDisability", () => {
  it("by hand: cases × Σ share × weight", () => {
    const lived = yearsLivedWithDisability(cases, weights, { severities });
    // 1000 × (0.5 × 0 + 0.3 × 0.02 + 0.2 × 0.4) = 86; 50 × 0.2 = 10; suppressed stays; no cases, no years
    expect(years(lived)).toEqual([86, 10, null, 0]);
    expect([...lived][2]!.missing).toBe("suppressed");
    expect(lived.provenance.evidence).toBe("modelled");
    expect(lived.provenance.steps).toEqual([
      "years lived with disability: cases at a time × the mean weight of its health states by their shares",
    ]);
  });

  it("takes a cause as a health state of its name where nothing is said of severity", () => {
    const one = tableFromRows([{ cause: "breathlessness", cases: 7 }], { cases: "count" });
    // By hand: 7 × 0.2
    expect(years(yearsLivedWithDisability(one, weights))).toEqual([1.4]);
    expect(() => yearsLivedWithDisability(cases, weights)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unmatched-rows] yearsLivedWithDisability: without severities every cause needs a disability weight of its name; 2 of 2 have none:
        back pain
        lungs
        Fix: Give severities: the share of each cause's cases in each health state.]
    `);
  });

  it("stays an assumption where the weights are one", () => {
    const own = disabilityWeights([{ health_state: "x", dw: "0.1" }], {
      name: "own",
      licence: "own",
      evidence: "assumption",
    });
    const lived = yearsLivedWithDisability(tableFromRows([{ cause: "x", cases: 7 }], { cases: "count" }), own);
    expect(lived.provenance.evidence).toBe("assumption");
  });

  it("refuses shares that do not sum to 1, states without a weight and severities by what cases are not by", () => {
    const part = tableFromRows([{ cause: "lungs", state: "breathlessness", share: 0.7 }], { share: "ratio" });
    const lungs = tableFromRows([{ cause: "lungs", cases: 7 }], { cases: "count" });
    expect(() => yearsLivedWithDisability(lungs, weights, { severities: part })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-shares] yearsLivedWithDisability: shares of the health states of a cause must be 0 or more and sum to 1; 1 of 1 do not:
        lungs: 0.7
        Fix: Give the share of cases in every state, those without symptoms as "asymptomatic".]
    `);
    const odd = tableFromRows([{ cause: "lungs", state: "out of breath", share: 1 }], { share: "ratio" });
    expect(() => yearsLivedWithDisability(lungs, weights, { severities: odd })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unmatched-rows] yearsLivedWithDisability: every row needs a disability weight for its health state; 1 of 1 have none:
        lungs  out of breath
        Fix: Write health states as the weights do; cases that feel nothing are "asymptomatic".]
    `);
    const bySex = tableFromRows([{ cause: "lungs", state: "breathlessness", sex: "male" as Sex, share: 1 }], {
      share: "ratio",
    });
    expect(() => yearsLivedWithDisability(lungs, weights, { severities: bySex })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-counted-by] yearsLivedWithDisability: one table is by sex, which the other is not; that has cause
        Fix: Give both by sex, or keep one value of it and take the key away with withoutKey().]
    `);
  });

  it("of no rows is no rows", () => {
    expect(years(yearsLivedWithDisability(takeRows(cases, []), weights, { severities }))).toEqual([]);
  });
});

describe("yearsLivedWithNewDisability", () => {
  it("by hand: cases × weight × duration", () => {
    const durations = tableFromRows(
      [
        { cause: "back pain", duration: 0.5 },
        { cause: "lungs", duration: 6 },
      ],
      { duration: "expectancy" },
    );
    // 1000 × 0.086 × 0.5 = 43; 50 × 0.2 × 6 = 60
    expect(years(yearsLivedWithNewDisability(cases, weights, durations, { severities }))).toEqual([43, 60, null, 0]);
  });
});

describe("casesFromShares", () => {
  const people = tableFromRows(
    [
      { area: "A", age: ageBand(0, 65), people: 100 },
      { area: "B", age: ageBand(0, 65), people: 0 },
    ],
    { people: "count" },
  );
  it("by hand: people × share, and modelled", () => {
    const shares = tableFromRows(
      [
        { cause: "x", age: ageBand(0, 65), share: 0.25 },
        { cause: "y", age: ageBand(0, 65), share: "not available" as number | Missing },
      ],
      { share: "ratio" },
    );
    const found = casesFromShares(shares, people);
    expect([...found].map(({ area, cause, cases: n, missing }) => [area, cause, n, missing])).toEqual([
      ["A", "x", 25, null],
      ["A", "y", null, "not available"],
      ["B", "x", 0, null],
      ["B", "y", 0, null],
    ]);
    expect(found.provenance.evidence).toBe("modelled");
  });

  it("refuses percentages, and people of other ages", () => {
    const percent = tableFromRows([{ cause: "x", age: ageBand(0, 65), share: 25 }], { share: "ratio" });
    expect(() => casesFromShares(percent, people)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-share] casesFromShares: shares must be from 0 to 1; 1 of 1 are not:
        25
        Fix: Divide percentages by 100.]
    `);
    const other = tableFromRows([{ cause: "x", age: ageBand(0, 60), share: 0.25 }], { share: "ratio" });
    expect(() => casesFromShares(other, people)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unmatched-rows] casesFromShares: every row needs a share; 2 of 2 have none:
        A  0-64
        B  0-64
        Fix: Bring people and shares to common bands of ages, and leave other people out with keep().]
    `);
  });
});

describe("sharedYearsLived", () => {
  const exposed = (...rows: readonly (readonly [string, number | Missing])[]) =>
    over(
      tableFromRows(
        rows.map(([cause, n]) => ({ age: allAges, cause, cases: n })),
        { cases: "count" },
      ),
      tableFromRows([{ age: allAges, people: 1000 }], { people: "count" }),
    );

  it("by hand: two conditions", () => {
    // p 0.5 and 0.2, weights 0.1 and 0.5: in 0.1 of people both, who lose 0.55, shared 1 to 5; 0.4 lose 0.1, 0.1 lose 0.5.
    // first: 0.4 × 0.1 + 0.1 × 0.55 ÷ 6 = 0.0491667; second: 0.1 × 0.5 + 0.1 × 0.55 × 5 ÷ 6 = 0.0958333
    const own = disabilityWeights(
      [
        { health_state: "a", dw: "0.1" },
        { health_state: "b", dw: "0.5" },
      ],
      { name: "own", licence: "own" },
    );
    const lived = years(sharedYearsLived(exposed(["a", 500], ["b", 200]), own));
    expect(lived[0]).toBeCloseTo(49.1666666667, 8);
    expect(lived[1]).toBeCloseTo(95.8333333333, 8);
  });

  it("adds up to people × (1 − Π(1 − pd)), never more than without adjustment", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1000), fc.double({ min: 0.001, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 6,
        }),
        (conditions) => {
          const own = disabilityWeights(
            conditions.map(([, dw], i) => ({ health_state: `c${i}`, dw: String(dw) })),
            { name: "own", licence: "own" },
          );
          const table = exposed(...conditions.map(([n], i) => [`c${i}`, n] as const));
          const lived = sharedYearsLived(table, own);
          const sum = years(sumOver(lived, "cause"))[0]!;
          const expected =
            1000 *
            combinedDisability(
              conditions.map(([n]) => n / 1000),
              conditions.map(([, dw]) => dw),
            );
          expect(sum).toBeCloseTo(expected, 9);
          for (const [i, one] of years(lived).entries())
            expect(one!).toBeLessThanOrEqual(conditions[i]![0] * conditions[i]![1] * (1 + 1e-9));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("says that independence is taken, and leaves a group with a gap incomplete", () => {
    const lived = sharedYearsLived(exposed(["lungs", 100], ["back pain", "suppressed"]), weights, { severities });
    expect([...lived].map(({ years: n, missing }) => [n, missing])).toEqual([
      [null, "incomplete"],
      [null, "suppressed"],
    ]);
    expect(lived.provenance.steps.join()).toContain("conditions taken to be independent of one another");
  });

  it("refuses more cases than people", () => {
    expect(() =>
      sharedYearsLived(exposed(["lungs", 1001]), weights, { severities }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [too-many-cases] sharedYearsLived: cases must be from 0 to the number of people; 1 of 1 rows are not:
        0+  lungs: 1001 of 1000
        Fix: Give cases at one time, each person once for a condition, over the people of that time.]
    `);
  });
});

describe("disabilityAdjustedLifeYears", () => {
  const of = (rows: readonly (readonly [string, number | Missing])[], absent: "zero" | "unknown" = "unknown") =>
    tableFromRows(
      rows.map(([cause, n]) => ({ cause, years: n })),
      { years: "years" },
      { absent },
    );

  it("adds what meets by key, and says which part is missing", () => {
    const found = disabilityAdjustedLifeYears(
      of([
        ["a", 10],
        ["b", 4],
        ["c", 1],
      ]),
      of([
        ["c", "suppressed"],
        ["a", 5],
      ]),
    );
    expect([...found].map((row) => [row.cause, row.lost, row.lived, row.years])).toEqual([
      ["a", 10, 5, 15],
      ["b", 4, null, null],
      ["c", 1, null, null],
    ]);
    expect(found.issues.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "disability-adjusted life years need both parts; years lived with disability are missing in 2 of 3 rows, whose sum is incomplete: b; c",
      ]
    `);
  });

  it("counts an absent row as none only where it means none", () => {
    const found = disabilityAdjustedLifeYears(of([["a", 10]], "zero"), of([["b", 5]], "zero"));
    expect(years(found)).toEqual([10, 5]);
    expect(found.issues).toEqual([]);
  });

  it("refuses counts, and parts by other keys", () => {
    const deaths = tableFromRows([{ cause: "a", years: 3 }], { years: "count" });
    expect(() => disabilityAdjustedLifeYears(deaths as never, of([["a", 1]]))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-years] disabilityAdjustedLifeYears: years of life lost must be years; found a count
        Fix: Turn deaths and cases into years first: yearsOfLifeLost, yearsLivedWithDisability.]
    `);
    const bySex = tableFromRows([{ cause: "a", sex: "male" as Sex, years: 3 }], { years: "years" });
    expect(() => disabilityAdjustedLifeYears(bySex as never, of([["a", 1]]))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [different-keys] disabilityAdjustedLifeYears: both parts must be by the same keys; years lost are by cause, sex, years lived by cause
        Fix: Sum over the keys that only one of them has: sumOver(table, …).]
    `);
  });
});

describe("healthAdjustedLifeExpectancy", () => {
  const bands = [ageBand(0, 1), ageBand(1, 5), ageBand(5, Number.POSITIVE_INFINITY)];
  const both = (lived: readonly (number | Missing)[], ages: readonly Age[] = bands) => {
    const people = tableFromRows(
      ages.map((age, i) => ({ age, people: [100, 400, 100][i]! })),
      { people: "count" },
    );
    return [
      over(
        tableFromRows(
          ages.map((age, i) => ({ age, deaths: [1, 4, 10][i]! })),
          { deaths: "count" },
        ),
        people,
      ),
      over(
        tableFromRows(
          ages.map((age, i) => ({ age, years: lived[i]! })),
          { years: "years" },
        ),
        people,
      ),
    ] as const;
  };

  it("is Sullivan's: the example of healthyLifeExpectancy, with 0.1, 0.2 and 0.5 of a year lost a person", () => {
    const [row] = [...healthAdjustedLifeExpectancy(...both([10, 80, 50]))];
    expect(row!.healthAdjusted).toBeCloseTo(8.754445286538798, 12);
    expect(row!.lostToDisability! + row!.healthAdjusted!).toBeCloseTo(row!.lifeExpectancy!, 12);
  });

  it("is life expectancy where nothing is lost, 0 where all is, and missing where a part is", () => {
    const [free] = [...healthAdjustedLifeExpectancy(...both([0, 0, 0]))];
    expect(free!.healthAdjusted).toBeCloseTo(free!.lifeExpectancy!, 12);
    expect([...healthAdjustedLifeExpectancy(...both([100, 400, 100]))][0]!.healthAdjusted).toBe(0);
    expect([...healthAdjustedLifeExpectancy(...both([10, "suppressed", 50]))][0]!.missing).toBe("suppressed");
  });

  it("refuses more than a year a person, and bands with a gap", () => {
    expect(() => healthAdjustedLifeExpectancy(...both([110, 80, 50]))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [too-much-disability] healthAdjustedLifeExpectancy: years lived with disability must be from 0 to 1 a person; found 1.1 at ages 0
        Fix: Adjust for comorbidity first with sharedYearsLived, and give people of as many years as the years lived.]
    `);
    const gap = [ageBand(0, 1), ageBand(2, 5), ageBand(5, Number.POSITIVE_INFINITY)];
    expect(() => healthAdjustedLifeExpectancy(...both([10, 80, 50], gap))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [bands-apart] healthAdjustedLifeExpectancy: bands of ages must follow on one another; 0 is followed by 2-4
        Fix: Bring both tables to common bands, the last one open: into(deaths, ageBands(0, 1, 5, …, 90)).]
    `);
  });
});
