import {
  type Age,
  ageBands,
  calendarYears,
  type Exposed,
  keep,
  type LookUp,
  noSource,
  type Period,
  tableFromRows,
} from "@popneeds/core";
import { burdenChange } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import {
  expectedEvents,
  projectedBurden,
  projectedBurdenLimits,
  reductionToStandStill,
  type Trend,
} from "../../src/index.ts";

const [young, old] = ageBands(0, 65) as [Age, Age];
const ratesPeriod = calendarYears(2018, 2020);
const [first, later] = [calendarYears(2020), calendarYears(2030)];

// Rates of x: 0.1 and 0.4, of y: 0.01 and 0.
const rates: Exposed<{ area: string; period: Period; age: Age; cause: string }, "years"> = tableFromRows(
  [
    { area: "K", period: ratesPeriod, age: young, cause: "x", events: 100, population: 1000 },
    { area: "K", period: ratesPeriod, age: old, cause: "x", events: 200, population: 500 },
    { area: "K", period: ratesPeriod, age: young, cause: "y", events: 10, population: 1000 },
    { area: "K", period: ratesPeriod, age: old, cause: "y", events: 0, population: 500 },
  ],
  { events: "years", population: "person-years" },
);
const counts = tableFromRows(
  [
    { area: "K", period: ratesPeriod, age: young, cause: "x", deaths: 25 },
    { area: "K", period: ratesPeriod, age: old, cause: "x", deaths: 50 },
    { area: "K", period: ratesPeriod, age: young, cause: "y", deaths: 5 },
    { area: "K", period: ratesPeriod, age: old, cause: "y", deaths: 0 },
  ],
  { deaths: "count" },
);
const cellsOf = (area: string, years: readonly (readonly [Period, number | "suppressed", number])[]) =>
  years.flatMap(([period, a, b]) => [
    { area, period, age: young, people: a },
    { area, period, age: old, people: b },
  ]);
const people = tableFromRows(
  [
    ...cellsOf("a", [
      [later, 100, 100],
      [first, 100, 50],
    ]),
    ...cellsOf("b", [
      [first, 200, 20],
      [later, 150, 40],
    ]),
  ],
  { people: "count" },
);
const lookUp = (level: string, parents: readonly (readonly [string, string])[]): LookUp => ({
  level,
  parents: new Map(parents),
  edition: "of the test",
  provenance: noSource,
});
const trendOf = (x: number | "too few events", y: number) =>
  tableFromRows(
    [
      { cause: "x", value: x },
      { cause: "y", value: y },
    ],
    { value: "percentage" },
  ) as Trend;
const rowsOf = (
  table: ReturnType<typeof projectedBurden<{ cause: string }, { area: string; period: Period }, "years">>,
) => [...table].map((row) => row as typeof row & { area: string; period: Period; cause: string });
const find = (table: unknown, area: string, cause: string, period = later) =>
  rowsOf(table as never).find((row) => row.area === area && row.cause === cause && row.period.label === period.label)!;

describe("projectedBurden", () => {
  it("multiplies constant rates by people to come, and says why burden changes", () => {
    const row = find(projectedBurden(rates, people), "a", "x");
    // By hand: 100 × 0.1 + 50 × 0.4 = 30, later 100 × 0.1 + 100 × 0.4 = 50. Growth: with shares 2/3, 1/3 and 1/2, 1/2 the
    // burden a head is 0.2 and 0.25; 50 × (0.2 + 0.25) ÷ 2 = 11.25. Ageing: 0.05 × 175 = 8.75. Rates: 0.
    expect(row.start).toBeCloseTo(30, 12);
    expect(row.burden).toBeCloseTo(50, 12);
    expect(row.growth).toBeCloseTo(11.25, 12);
    expect(row.ageing).toBeCloseTo(8.75, 12);
    expect(row.rate).toBeCloseTo(0, 12);
  });

  it("is what expectedEvents gives, where rates stay as they are", () => {
    const expected = new Map<string, number>();
    for (const { area, period, cause, events } of expectedEvents(rates, people)) {
      const key = `${area} ${period.label} ${cause}`;
      expected.set(key, (expected.get(key) ?? 0) + events!);
    }
    const found = [...projectedBurden(rates, people)];
    expect(found).toHaveLength(8);
    for (const { area, period, cause, burden } of found)
      expect(burden).toBeCloseTo(expected.get(`${area} ${period.label} ${cause}`)!, 10);
  });

  it("lets rates go on as their trend does, damped and capped, from the middle of their own period", () => {
    // By hand: −2 % a year; from 2019 to 2020 φ, to 2030 φ + … + φ¹¹ = φ (1 − φ¹¹) ÷ (1 − φ) with φ = 0.95.
    const sum = (years: number) => (0.95 * (1 - 0.95 ** years)) / 0.05;
    const factor = (years: number) => 0.98 ** sum(years);
    const trended = projectedBurden(rates, people, { trend: trendOf(-2, 0) });
    const row = find(trended, "a", "x");
    expect(row.start).toBeCloseTo(30 * factor(1), 10);
    expect(row.burden).toBeCloseTo(50 * factor(11), 10);
    const split = burdenChange(
      [100, 50],
      [0.1 * factor(1), 0.4 * factor(1)],
      [100, 100],
      [0.1 * factor(11), 0.4 * factor(11)],
    );
    expect(row.growth).toBeCloseTo(split.size, 10);
    expect(row.ageing).toBeCloseTo(split.structure, 10);
    expect(row.rate).toBeCloseTo(split.rate, 10);
    expect(find(trended, "a", "y").burden).toBeCloseTo(1, 12);
    const capped = projectedBurden(rates, people, { trend: trendOf(-20, 0), damping: 1, cap: 2 });
    // By hand: 0.8 from 2019 to 2020; 0.8¹¹ = 0.086, kept at a half.
    expect(find(capped, "a", "x").start).toBeCloseTo(24, 12);
    expect(capped.provenance.steps.at(-1)).toContain(
      "rates go on as their trend does, undamped, rates kept between 1 ÷ 2 and 2 times what they were",
    );
    expect(find(capped, "a", "x").burden).toBeCloseTo(25, 12);
  });

  it("lets reductions act together by the joint rule, each with its uptake and lag, on what they are of", () => {
    const reduced = projectedBurden(rates, people, {
      reductions: [
        { name: "less smoking", fraction: 0.2, from: 2020, duration: 10, of: { cause: "x" } },
        {
          name: "less salt",
          fraction: 0.5,
          from: 2020,
          duration: 10,
          lag: 5,
          of: { cause: "x", age: (age) => age === old },
        },
      ],
    });
    // By hand, 2030: the first is in full effect, the second half: young × 0.8, old × 0.8 × 0.75 = 0.6; 10 × 0.8 + 40 × 0.6 = 32.
    expect(find(reduced, "a", "x").burden).toBeCloseTo(32, 12);
    expect(find(reduced, "a", "x").start).toBeCloseTo(30, 12);
    expect(find(reduced, "a", "y").burden).toBeCloseTo(1, 12);
    expect(reduced.provenance.evidence).toBe("assumption");
    expect(reduced.provenance.steps).toMatchInlineSnapshot(`
      [
        "projected burden: K, 2018-2020 rates by age, cause, × people of 2020 to 2030; rates stay as they are; less smoking: 20.0 % less at full effect, from 2020 over 10 years (linear), 0 years later in effect, reaching 100 %; less salt: 50.0 % less at full effect, from 2020 over 10 years (linear), 5 years later in effect, reaching 100 %; several reductions act by the joint rule, 1 − Π (1 − fraction); change since 2020 split into growth, ageing and rates (Das Gupta, three factors)",
      ]
    `);
  });

  it("adds areas up, drivers too, and leaves out those that have no larger one", () => {
    const within = [
      lookUp("partnership", [
        ["a", "P"],
        ["b", "P"],
      ]),
      lookUp("country", [["a", "K"]]),
    ];
    const found = projectedBurden(rates, people, { within });
    for (const cause of ["x", "y"])
      for (const name of ["start", "burden", "growth", "ageing", "rate"] as const) {
        const [a, b, p, k] = ["a", "b", "P", "K"].map((area) => find(found, area, cause)[name]!);
        expect(p).toBe(a! + b!);
        expect(k).toBe(a);
      }
    expect(found.issues.map(({ message }) => message)).toEqual([
      "1 of 2 areas have no country in the look-up of of the test, and are in none: b",
    ]);
    expect(() => projectedBurden(rates, people, { within: [lookUp("partnership", [["a", "b"]])] })).toThrow(
      "[duplicate-key] projectedBurden: an area must not be summed to when it has people of its own",
    );
  });

  it("is modelled where rates are of elsewhere, projected where they are the area's own", () => {
    expect(projectedBurden(rates, people).provenance.evidence).toBe("modelled");
    const own = tableFromRows(
      ["a", "b"].flatMap((area, i) => [
        { area, age: young, events: 10, population: 100 * (i + 1) },
        { area, age: old, events: 10, population: 100 },
      ]),
      { events: "count", population: "count" },
    );
    const projected = projectedBurden(own, people);
    expect(projected.provenance.evidence).toBe("projected");
    // By hand, 2030: a 100 × 0.1 + 100 × 0.1, b 150 × 0.05 + 40 × 0.1.
    expect(
      [...keep(projected, { period: (period) => period === later })].map(({ area, burden }) => [area, burden]),
    ).toEqual([
      ["a", 20],
      ["b", 11.5],
    ]);
  });

  it("passes on why a figure is missing", () => {
    const gaps = tableFromRows(
      [
        ...cellsOf("a", [
          [first, 100, 50],
          [later, "suppressed", 50],
        ]),
        ...cellsOf("n", [
          [first, 0, 0],
          [later, 0, 0],
        ]),
      ],
      { people: "count" },
    );
    const within = [
      lookUp("partnership", [
        ["a", "P"],
        ["n", "P"],
      ]),
    ];
    const found = projectedBurden(rates, gaps, { within });
    expect(find(found, "a", "x", first).missing).toBe(null);
    expect(find(found, "a", "x").missing).toBe("suppressed");
    expect(find(found, "n", "x").missing).toBe("no population");
    expect(find(found, "P", "x").missing).toBe("suppressed");
    expect(find(found, "P", "x", first).missing).toBe("no population");
    const noTrend = projectedBurden(rates, people, { trend: trendOf("too few events", 0) });
    expect(find(noTrend, "a", "x").missing).toBe("too few events");
    expect(find(noTrend, "a", "y").missing).toBe(null);
    const short = keep(people, { age: (age) => age === young });
    expect(find(projectedBurden(rates, short), "a", "x").missing).toBe("incomplete");
  });

  it("answers no people with no row", () => {
    const nobody = keep(people, { area: "none" });
    expect(projectedBurden(rates, nobody).length).toBe(0);
    expect(projectedBurden(keep(rates, { area: "none" }), nobody).length).toBe(0);
    expect(projectedBurdenLimits(rates, counts, nobody, { draws: 20 }).length).toBe(0);
  });

  it("refuses what does not fit together", () => {
    const single = tableFromRows([{ area: "a", period: first, age: ageBands(0, 16)[0]!, people: 3 }], {
      people: "count",
    });
    expect(() => projectedBurden(rates, single)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [no-rate] projectedBurden: people need a rate for each age; 1 have none:
        0-15
        Fix: Bring people and rates to common bands of ages first: into(people, bands); give rates of one area, or of every area.]
    `);
    const noAge = tableFromRows([{ area: "a", period: first, people: 3 }], { people: "count" });
    expect(() => projectedBurden(rates, noAge)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-counted-by] projectedBurden: people must be by area, period, age, as the rates are; found area, period
        Fix: Give people by the sexes and ages of the rates, or sum the one or the other first.]
    `);
    expect(() =>
      projectedBurden(rates, people, { trend: keep(trendOf(1, 1), { cause: "x" } as never) }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [no-trend] projectedBurden: a trend must have a row for each cause of the rates; there is none of y
        Fix: Give the trend of every cause; 0 % a year where none is assumed.]
    `);
    expect(() =>
      projectedBurden(rates, people, { reductions: [{ name: "all", fraction: 1.2, from: 2020 }] }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] projectedBurden: "all" needs a fraction of 1 at most and a whole year from which it begins; found 1.2 from 2020
        Fix: Give the potential impact fraction as a share, such as 0.12, and the year, such as 2026.]
    `);
    expect(() =>
      projectedBurden(rates, people, { trend: trendOf(1, 1), damping: 2 }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] projectedBurden: damping must be above 0 to 1, got 2
        Fix: Correct the option, or leave it out.]
    `);
    const before = tableFromRows(cellsOf("a", [[calendarYears(2010), 1, 1]]), { people: "count" });
    expect(() => projectedBurden(rates, before, { trend: trendOf(1, 1) })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [before-rates] projectedBurden: a trend goes on from the middle of the rates' period, 2019; 1 of 1 years come before
        2010
        Fix: Leave the earlier years out with keep(), or give rates of an earlier period.]
    `);
  });
});

describe("projectedBurdenLimits", () => {
  it("has the figures of projectedBurden between limits, for areas and their sums", () => {
    const within = [
      lookUp("partnership", [
        ["a", "P"],
        ["b", "P"],
      ]),
    ];
    const trend = trendOf(-2, 1);
    const point = projectedBurden(rates, people, { within, trend });
    const limits = projectedBurdenLimits(rates, counts, people, { within, trend, draws: 500, seed: 3 });
    expect(limits.length).toBe(4 * point.length);
    for (const { area, period, cause, part, value, lower, upper, missing } of limits) {
      const own = rowsOf(point as never).find(
        (row) => row.area === area && row.period === period && row.cause === cause,
      )!;
      expect(value).toBe(own[part]);
      expect(missing).toBe(part === "burden" ? null : "not applicable");
      if (cause === "x" && part === "burden") {
        expect(lower!).toBeLessThan(value!);
        expect(upper!).toBeGreaterThan(value!);
      }
    }
    expect(limits.provenance.steps.at(-1)).toBe(
      "95 % limits from 500 draws of the rates (gamma, shape the counts behind them), seed 3, the same draws for all areas and years; people and trends taken as certain",
    );
  });

  it("tells the error of its draws, which falls with their root", () => {
    const error = (draws: number) => {
      const limits = projectedBurdenLimits(rates, counts, people, { draws });
      return [...limits].find((row) => row.area === "a" && row.cause === "x" && row.part === "burden")!
        .monteCarloError!;
    };
    // By the delta method: √((10 ÷ √25)² + (20 ÷ √50)²) = √12, over √draws.
    expect(error(400) / Math.sqrt(12 / 400)).toBeCloseTo(1, 0.5);
    expect(error(400) / error(40_000)).toBeCloseTo(10, -1);
  });

  it("draws the yearly change where limits stand beside the trend, as annualChange gives them", () => {
    // x changes by −2 % a year (−3 % to −1 %), y by nothing, certainly.
    const limited = (lower: number, upper: number) =>
      tableFromRows(
        [
          { cause: "x", value: -2, lower, upper },
          { cause: "y", value: 0, lower: 0, upper: 0 },
        ],
        { value: "percentage", lower: "limit", upper: "limit" },
      ) as unknown as Trend;
    const spread = (trend: Trend, period: Period, cause = "x", damping = 0.95) => {
      const found = projectedBurdenLimits(rates, counts, people, { trend, damping, draws: 20_000 });
      const { lower, upper } = [...found].find(
        (row) => row.area === "a" && row.cause === cause && row.part === "burden" && row.period === period,
      )!;
      return Math.log(upper! / lower!);
    };
    const certain = spread(trendOf(-2, 0), later);
    const drawn = spread(limited(-3, -1), later);
    // By hand: chance in the counts and in the slope add as squares; that of the slope is ln 0.99 − ln 0.97 times φ + … + φ¹¹ = 8.193 wide.
    const reach = (0.95 * (1 - 0.95 ** 11)) / 0.05;
    expect(drawn / Math.hypot(certain, Math.log(0.99 / 0.97) * reach)).toBeCloseTo(1, 1);
    expect(spread(limited(-3, -1), later, "x", 1)).toBeGreaterThan(drawn);
    expect(spread(limited(-3, -1), first)).toBeLessThan(drawn);
    expect(spread(limited(-3, -1), later, "y")).toBe(spread(trendOf(-2, 0), later, "y"));
    const said = (trend: Trend) =>
      projectedBurdenLimits(rates, counts, people, { trend, draws: 20 }).provenance.steps.at(-1);
    expect(said(limited(-3, -1))).toContain(
      "yearly changes drawn from their 95 % limits; people taken as certain, and that trends go on",
    );
    expect(said(trendOf(-2, 0))).toContain("people and trends taken as certain");
    expect(() => said(limited(-1, -3))).toThrow(
      "[impossible-limits] projectedBurdenLimits: limits of a trend must be in order and above −100 %; they are not for x",
    );
  });

  it("refuses too few draws", () => {
    expect(() => projectedBurdenLimits(rates, counts, people, { draws: 3 })).toThrow(
      "[invalid-option] projectedBurdenLimits: draws must be a whole number from 20 to 100,000, got 3",
    );
  });
});

describe("reductionToStandStill", () => {
  it("is 17.4 % where a burden rises to 1.21 times", () => {
    const rows = [
      { area: "a", start: 100, burden: 121 },
      { area: "b", start: 100, burden: 80 },
      { area: "c", start: 0, burden: 0 },
      { area: "d", start: "suppressed" as const, burden: 1 },
    ];
    const found = reductionToStandStill(tableFromRows(rows, { start: "years", burden: "years" }));
    const [a, b, c, d] = [...found];
    // By hand: 1 − 1 ÷ 1.21 = 0.17355; 1 − 100 ÷ 80 = −0.25.
    expect(a!.reduction).toBeCloseTo(17.3553719, 6);
    expect(b!.reduction).toBe(-25);
    expect([c!.missing, d!.missing]).toEqual(["not applicable", "suppressed"]);
    expect(found.provenance.steps).toEqual([
      "reduction of rates needed to stand still: 100 × (1 − burden at first ÷ burden then)",
    ]);
  });
});
