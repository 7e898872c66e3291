import { calendarYears, type Missing, parsePeriod, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { recentTrend, recentTrendOfProportions, trendInWords } from "../../src/index.ts";

type Figure = number | Missing;

const estimates = (rows: Readonly<Record<string, readonly Figure[]>>, first = 2019, half = 1.959963984540054) =>
  tableFromRows(
    Object.entries(rows).flatMap(([area, values]) =>
      values.map((value, i) => ({
        area,
        period: calendarYears(first + i),
        value,
        lower: typeof value === "number" ? value - half : value,
        upper: typeof value === "number" ? value + half : value,
      })),
    ),
    { value: "rate", lower: "limit", upper: "limit" },
  );

describe("recentTrend", () => {
  it("gives direction, slope, chi-square and probability by every key but the period", () => {
    const found = recentTrend(
      estimates({
        up: [10, 12, 14, 16, 18],
        down: [18, 16, 14, 12, 10],
        level: [10, 10, 10, 10, 10],
        one: [3, 2, 1, 0, 20],
      }),
    );
    // by hand: standard errors of 1, Σ (t − t̄)² = 10: slope 2 has χ² = 40; see recentTrend of stats for `one`
    expect([...found].map(({ area, direction, slope }) => [area, direction, slope])).toEqual([
      ["up", 1, 2],
      ["down", -1, -2],
      ["level", 0, 0],
      ["one", 0, expect.closeTo(3.2, 12)],
    ]);
    expect([...found][0]!.chiSquare).toBeCloseTo(40, 10);
    expect([...found][0]!.probability).toBeCloseTo(2.53962858947e-10, 18); // erfc(√20), mpmath
    expect(found.measures.slope.kind).toBe("rate");
    expect(found.provenance.steps).toEqual([
      "recent trend of the latest 5 periods: regression of values on years, weighted by standard errors from 95% limits; significant at 99.8%; no trend where leaving out one period turns it round or levels it",
    ]);
    expect(found.issues).toEqual([]);
  });

  it("prints the choices of a convention", () => {
    const found = recentTrend(estimates({ a: [1, 2, 3, 4, 5] }), {
      threshold: 9.54953570608324,
      spacing: "order",
      missing: "leave out",
      deviate: 1.96,
      convention: "phe",
    });
    expect(found.provenance.steps).toEqual([
      "recent trend of the latest 5 periods: regression of values on years, weighted by standard errors from limits with z = 1.96; significant where chi-square exceeds 9.54953570608324; no trend where leaving out one period turns it round or levels it; periods taken to be one year apart; missing periods left out; by the convention phe",
    ]);
  });

  it("goes on where one group has none, and says why", () => {
    const found = recentTrend(
      estimates({
        fine: [10, 12, 14, 16, 18],
        short: [1, 2, 3, 4],
        gap: [1, 2, "suppressed", 4, 5],
        past: ["suppressed", 10, 12, 14, 16, 18],
      }),
    );
    expect([...found].map(({ area, direction, missing }) => [area, direction, missing])).toEqual([
      ["fine", 1, null],
      ["short", null, "incomplete"],
      ["gap", null, "suppressed"],
      ["past", 1, null],
    ]);
  });

  it("refuses running averages, whose periods share years", () => {
    const running = tableFromRows(
      [2017, 2018, 2019, 2020, 2021].map((year, i) => ({
        area: "a",
        period: calendarYears(year, year + 2),
        value: i,
        lower: i - 1,
        upper: i + 1,
      })),
      { value: "rate", lower: "limit", upper: "limit" },
    );
    const found = recentTrend(running);
    expect([...found]).toMatchObject([{ area: "a", direction: null, missing: "not applicable" }]);
    expect(found.issues.map(({ code, message, fix }) => [code, message, fix])).toMatchInlineSnapshot(`
      [
        [
          "periods-overlap",
          "1 groups have periods that share days, so that their figures move together, and have no trend: a",
          "Give figures of periods that follow one another, such as single years or every third running average.",
        ],
      ]
    `);
  });

  it("names groups whose limits do not lie apart, and those with two periods that end in one year", () => {
    const none = recentTrend(estimates({ a: [1, 2, 3, 4, 5] }, 2019, 0));
    expect([...none][0]!.missing).toBe("not available");
    expect(none.issues[0]!.message).toMatchInlineSnapshot(
      `"1 groups have a figure that cannot be, such as a negative count or limits that do not lie apart, and have no trend: a"`,
    );
    const months = recentTrend(
      tableFromRows(
        ["2020-01", "2020-02", "2020-03", "2020-04", "2020-05"].map((label, i) => ({
          period: parsePeriod(label)!,
          value: i,
          lower: i - 1,
          upper: i + 1,
        })),
        { value: "rate", lower: "limit", upper: "limit" },
      ),
    );
    expect(months.issues.map(({ code }) => code)).toEqual(["repeated-year"]);
  });

  it("is empty for an empty table, and refuses options that cannot be", () => {
    const empty = tableFromRows([{ area: "a", period: calendarYears(2020), value: 1, lower: 0, upper: 2 }], {
      value: "rate",
      lower: "limit",
      upper: "limit",
    });
    expect(recentTrend(empty).length).toBe(1);
    expect(() => recentTrend(empty, { points: 2 })).toThrow(
      "[invalid-option] recentTrend: points must be a whole number of 3 or more, got 2",
    );
    for (const deviate of [0, -1, Number.NaN]) {
      expect(() => recentTrend(empty, { deviate })).toThrow(
        `[invalid-option] recentTrend: invalid deviate: ${deviate}`,
      );
    }
    expect(() => recentTrend(empty, { coverage: 95 })).toThrow("[invalid-option] recentTrend: invalid level: 95");
  });
});

describe("recentTrendOfProportions", () => {
  const shares = (rows: Readonly<Record<string, readonly Figure[]>>, people: Figure = 100) =>
    tableFromRows(
      Object.entries(rows).flatMap(([area, counts]) =>
        counts.map((events, i) => ({ area, period: calendarYears(2019 + i), events, population: people })),
      ),
      { events: "count", population: "count" },
    );

  it("tests counts and takes the direction from the log odds", () => {
    const found = recentTrendOfProportions(
      shares({ up: [10, 20, 30, 40, 50], level: [10, 10, 10, 10, 10], hidden: [1, 2, 3, 4, "suppressed"] }),
    );
    expect([...found].map(({ area, direction, missing }) => [area, direction, missing])).toEqual([
      ["up", 1, null],
      ["level", 0, null],
      ["hidden", null, "suppressed"],
    ]);
    // by hand: Σ (t − t̄) r = 100, variance 0.3 · 0.7 · 100 · 10 = 210, so χ² = 10,000/210
    expect([...found][0]!.chiSquare).toBeCloseTo(1000 / 21, 9);
    expect(found.provenance.steps[0]).toContain("test of Cochran and Armitage");
  });

  it("has no trend where there is nobody, or more events than people", () => {
    expect([...recentTrendOfProportions(shares({ a: [0, 0, 0, 0, 0] }, 0))][0]!.missing).toBe("no population");
    const found = recentTrendOfProportions(shares({ a: [1, 2, 3, 4, 101] }));
    expect([...found][0]!.missing).toBe("not available");
    expect(found.issues.map(({ code }) => code)).toEqual(["impossible-figure"]);
  });
});

describe("trendInWords", () => {
  it("says where it is going", () => {
    expect([1, -1, 0, null, Number.NaN].map(trendInWords)).toEqual([
      "increasing",
      "decreasing",
      "no significant change",
      "cannot be calculated",
      "cannot be calculated",
    ]);
  });
});
