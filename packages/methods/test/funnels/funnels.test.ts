import { calendarYears, type Exposed, only, type Period, tableFromRows, where } from "@popneeds/core";
import { ratioControlLimits } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import {
  directRate,
  directRateFunnel,
  indirectRatio,
  percentageFunnel,
  rateFunnel,
  ratioFunnel,
  signalInWords,
} from "../../src/index.ts";
import { exposedByAge, exposedByArea, old, standard, young } from "../exposed.ts";

const five = exposedByArea(
  ["a", 20, 20_000],
  ["b", 36, 20_000],
  ["c", 7, 20_000],
  ["d", 17, 20_000],
  ["e", 20, 20_000],
);

describe("rateFunnel", () => {
  it("sets each area against exact limits at its own size around the rate of all", () => {
    const { areas, groups } = rateFunnel(five);
    const rows = [...areas];
    // 100 events among 100,000: 100 per 100,000, 20 expected in each. Exact Poisson tails as in the tests of stats.
    expect(rows.map(({ area, value, target, signal }) => [area, value, target, signal])).toEqual([
      ["a", 100, 100, 0],
      ["b", 180, 100, 2],
      ["c", 35, 100, -2],
      ["d", 85, 100, 0],
      ["e", 100, 100, 0],
    ]);
    const { lower, upper } = ratioControlLimits(20, { per: 100, level: 0.998 });
    expect(rows[0]!.outerLower).toBeCloseTo(lower, 10);
    expect(rows[0]!.outerUpper).toBeCloseTo(upper, 10);
    expect(rows[0]).toMatchObject({ events: 20, size: 20_000, missing: null });
    expect([...groups]).toMatchObject([{ target: 100, areas: 5 }]);
    expect(areas.measures.value.kind).toBe("rate");
    expect(areas.measures.innerLower.kind).toBe("limit");
  });

  it("gives the lines of the chart, from small areas to beyond the largest", () => {
    const { lines } = rateFunnel(five, { points: 5 });
    const rows = [...lines];
    // All areas have 20,000: the axis runs from 0.95 × 20,000 to 1.05 × 20,000, the fourth point at √(19,975 × 21,000).
    expect(rows.map(({ point }) => point)).toEqual(["19000", "19481", "19975", "20481", "21000"]);
    expect(rows.map(({ size }) => size)).toEqual([19_000, 19_481, 19_975, 20_481, 21_000]);
    for (const [i, row] of rows.entries()) {
      expect(row.outerLower!).toBeLessThan(row.innerLower!);
      expect(row.innerUpper!).toBeLessThan(row.outerUpper!);
      if (i > 0) expect(row.innerUpper!).toBeLessThan(rows[i - 1]!.innerUpper!);
    }
  });

  it("draws a funnel for each combination of all other keys", () => {
    const years = calendarYears(2020, 2021) as unknown as Period;
    const other = calendarYears(2022, 2023) as unknown as Period;
    const exposed = tableFromRows(
      [
        { area: "a", period: years, events: 10, population: 1_000 },
        { area: "a", period: other, events: 30, population: 1_000 },
        { area: "b", period: years, events: 20, population: 1_000 },
        { area: "b", period: other, events: 30, population: 1_000 },
      ],
      { events: "count", population: "count" },
    ) as Exposed<{ readonly area: string; readonly period: Period }>;
    const { areas, groups, lines } = rateFunnel(exposed, { per: 1_000, points: 2 });
    expect([...areas].map(({ target }) => target)).toEqual([15, 30, 15, 30]);
    expect([...groups].map(({ period, target }) => [period, target])).toEqual([
      [years, 15],
      [other, 30],
    ]);
    expect(Object.keys(lines.keys)).toEqual(["period", "point"]);
    expect(lines.length).toBe(4);
  });

  it("may have a target, levels and widened limits of one's own", () => {
    const { areas } = rateFunnel(five, { target: 180, levels: [0.8, 0.99] });
    expect([...areas].map(({ signal }) => signal)).toEqual([-2, 0, -2, -2, -2]);
    const one = [...rateFunnel(five).areas][1]!;
    const { areas: widened, groups } = rateFunnel(five, { dispersion: "multiplicative", outliers: "keep" });
    const two = [...widened][1]!;
    expect(two.outerUpper!).toBeGreaterThan(one.outerUpper!);
    // Square-root scores: 2 √20 (√(O/20) − 1) of 20, 36, 7, 17, 20: φ = Σ z² ÷ 5.
    const z = [20, 36, 7, 17, 20].map((o) => 2 * (Math.sqrt(o) - Math.sqrt(20)));
    const phi = z.reduce((sum, each) => sum + each * each, 0) / 5;
    expect([...groups][0]!.phi).toBeCloseTo(phi, 12);
    // 100 (1 + 3.09 √φ ÷ 2√20)²
    expect(two.outerUpper).toBeCloseTo(100 * (1 + (3.0902323061678132 * Math.sqrt(phi)) / (2 * Math.sqrt(20))) ** 2, 9);
  });

  it("passes on why something is missing, and goes on with the other areas", () => {
    const { areas, groups } = rateFunnel(
      exposedByArea(["a", 20, 20_000], ["b", "suppressed", 10], ["c", 1, 0], ["d", -1, 10], ["e", 20, 20_000]),
    );
    expect([...areas].map(({ signal, missing }) => [signal, missing])).toEqual([
      [0, null],
      [null, "suppressed"],
      [null, "no population"],
      [null, "not available"],
      [0, null],
    ]);
    expect([...groups]).toMatchObject([{ areas: 2, target: 100 }]);
    expect(areas.issues.map(({ code, message }) => [code, message])).toEqual([
      ["impossible-count", "1 of 5 areas have a count that is negative or infinite, and take no part in the funnel: d"],
    ]);
  });

  it("has no limits where nothing happened, and no rows of no rows", () => {
    const { areas, lines } = rateFunnel(exposedByArea(["a", 0, 10], ["b", 0, 10]), { points: 3 });
    expect([...areas].map(({ value, missing }) => [value, missing])).toEqual([
      [null, "not applicable"],
      [null, "not applicable"],
    ]);
    expect([...lines].every(({ missing }) => missing === "not applicable")).toBe(true);
    const empty = rateFunnel(where(five, () => false));
    expect([empty.areas.length, empty.lines.length, empty.groups.length]).toEqual([0, 0, 0]);
    const none = rateFunnel(exposedByArea(["a", "unknown", 10]));
    expect([...none.groups]).toMatchObject([{ areas: 0, target: null }]);
    expect(none.lines.length).toBe(0);
  });

  it("says in its step what was done", () => {
    expect(rateFunnel(five).areas.provenance.steps).toEqual([
      "crude rates per 100,000 against a funnel around all areas together, exact limits of 95% and 99.8% at each area's size; areas taken to differ by chance alone",
    ]);
    const { lines } = rateFunnel(five, { dispersion: "additive", target: 90, method: "interpolated" });
    expect(lines.provenance.steps).toEqual([
      "crude rates per 100,000 against a funnel around a target of 90, limits on the scale of the square root of 95% and 99.8% at each area's size; limits widened by the variance between areas (outermost drawn in, 10%)",
    ]);
  });

  it("may be around the value of an area of the table, which is not compared, whatever its level", () => {
    const exposed = tableFromRows(
      [
        { area: "a", level: "part", sex: "women", events: 20, population: 20_000 },
        { area: "b", level: "part", sex: "women", events: 40, population: 20_000 },
        { area: "a", level: "part", sex: "men", events: 20, population: 20_000 },
        { area: "all", level: "whole", sex: "women", events: 200, population: 200_000 },
        { area: "all", level: "whole", sex: "men", events: 400, population: 200_000 },
        { area: "all", level: "part", sex: "other", events: 1, population: 10 },
        { area: "c", level: "part", sex: "none", events: 1, population: 10 },
      ],
      { events: "count", population: "count" },
    );
    const { areas, groups } = rateFunnel(exposed, { against: "all" });
    expect([...areas].map(({ target, signal, missing }) => [target, signal, missing])).toEqual([
      [100, 0, null],
      [100, 2, null],
      [200, -2, null],
      [100, null, "not applicable"],
      [200, null, "not applicable"],
      [10_000, null, "not applicable"],
      [null, null, "not applicable"],
    ]);
    expect([...groups].map(({ areas }) => areas)).toEqual([2, 1, 0, 0, 0, 1]);
    expect(areas.provenance.steps[0]).toMatch(/^crude rates per 100,000 against a funnel around the value of all, /);
    expect(() => rateFunnel(exposed, { against: "z" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-area] rateFunnel: the table has no area "z"; it has a, b, all and 1 more
        Fix: Name an area of the table; roll the counts up to its level first.]
    `);
    expect(() => rateFunnel(exposed, { against: "all", target: 5 })).toThrow(
      '[invalid-option] rateFunnel: invalid target: 5 beside against "all"',
    );
  });

  it("may judge areas by their own limits, as PHE does", () => {
    // Byar's limits of 30 events are 20.2 to 42.8 and leave out 20; the exact chance of 29 or more is 0.034.
    const exposed = exposedByArea(["a", 29, 20_000], ["b", 30, 20_000]);
    const own = rateFunnel(exposed, { target: 100, signals: "own limits", convention: "phe" });
    expect([...own.areas].map(({ signal }) => signal)).toEqual([0, 1]);
    expect(own.areas.provenance.steps[0]).toMatch(
      /; signals by the area's own limits, exact below 10 events and Byar's from 10; by the convention phe$/,
    );
  });

  it("refuses what cannot be", () => {
    const message = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return (error as Error).message;
      }
      return null;
    };
    expect(message(() => rateFunnel(five, { per: 0 }))).toMatchInlineSnapshot(`
      "[invalid-option] rateFunnel: invalid per: 0
        Fix: Give a number above 0, such as 100_000."
    `);
    expect(message(() => rateFunnel(five, { levels: [0.998, 0.95] }))).toMatchInlineSnapshot(`
      "[invalid-option] rateFunnel: invalid levels: 0.998, 0.95
        Fix: Give two coverages, the inner first, such as [0.95, 0.998]."
    `);
    expect(message(() => rateFunnel(five, { target: 0 }))).toMatchInlineSnapshot(`
      "[invalid-option] rateFunnel: invalid target: 0
        Fix: Give a number above 0 that can be reached, in the unit of the values."
    `);
    expect(message(() => rateFunnel(five, { points: 1 }))).toMatchInlineSnapshot(`
      "[invalid-option] rateFunnel: invalid points: 1
        Fix: Give a whole number from 2, such as 100."
    `);
    expect(message(() => rateFunnel(five, { outlierShare: 0.5 }))).toMatchInlineSnapshot(`
      "[invalid-option] rateFunnel: invalid outlierShare: 0.5
        Fix: Give a share from 0 to less than a half, such as 0.1."
    `);
    expect(
      message(() =>
        rateFunnel(tableFromRows([{ events: 1, population: 1 }], { events: "count", population: "count" }) as never),
      ),
    ).toMatchInlineSnapshot(`
      "[unknown-key] rateFunnel: the table needs the key "area"; it has no keys
        Fix: Give a table with a row for each area."
    `);
  });
});

describe("percentageFunnel", () => {
  const counts = tableFromRows(
    [
      { area: "a", having: 17, all: 50 },
      { area: "b", having: 1, all: 50 },
      { area: "c", having: 12, all: 50 },
      { area: "d", having: 10, all: 50 },
    ],
    { having: "count", all: "count" },
  );

  it("sets each area against the limits of a binomial count around the percentage of all", () => {
    const { areas, groups } = percentageFunnel(only(counts, "having"), only(counts, "all"));
    // 40 of 200: 20%. Exact binomial tails of 50 at 0.2 as in the tests of stats: 17 high at 0.025, 1 low at 0.001.
    expect([...areas].map(({ value, signal }) => [value, signal])).toEqual([
      [34, 1],
      [2, -2],
      [24, 0],
      [20, 0],
    ]);
    expect([...groups]).toMatchObject([{ target: 20, areas: 4 }]);
  });

  it("may have PHE's limits, and refuses a target of 100 and more than all", () => {
    const { areas } = percentageFunnel(only(counts, "having"), only(counts, "all"), { method: "score", target: 20 });
    // 20 ∓ 1.959964 √(20 × 80 ÷ 50)
    expect([...areas][0]!.innerUpper).toBeCloseTo(20 + 1.959963984540054 * Math.sqrt(32), 10);
    expect(() => percentageFunnel(only(counts, "having"), only(counts, "all"), { target: 100 })).toThrow(
      "[invalid-option] percentageFunnel: invalid target: 100",
    );
    expect(() => percentageFunnel(only(counts, "all"), only(counts, "having"))).toThrow("[part-above-whole]");
  });
});

describe("ratioFunnel", () => {
  const exposed = exposedByAge(
    ["a", young, 30, 1_000],
    ["a", old, 70, 1_000],
    ["b", young, 5, 1_000],
    ["b", old, 10, 1_000],
  );
  const reference = exposedByAge(["all", young, 200, 10_000], ["all", old, 400, 10_000]);
  const expected = indirectRatio(exposed, { ...reference, keys: { age: reference.keys.age } } as never, { per: 100 });

  it("sets observed against expected, around as many as are expected", () => {
    const { areas } = ratioFunnel(expected, { per: 100 });
    // 20 + 40 expected in both; 100 and 15 observed.
    const rows = [...areas];
    expect(rows.map(({ value, size, target, signal }) => [value, size, target, signal])).toEqual([
      [166.66666666666669, 60, 100, 2],
      [25, 60, 100, -2],
    ]);
    expect(rows[0]!.innerUpper).toBeCloseTo(ratioControlLimits(60, { per: 100 }).upper, 10);
  });
});

describe("directRateFunnel", () => {
  it("takes the people that the events imply as the size, and passes on what has no rate", () => {
    const rates = directRate(
      exposedByAge(
        ["a", young, 10, 10_000],
        ["a", old, 40, 5_000],
        ["b", young, 3, 10_000],
        ["b", old, 2, 5_000],
        ["c", young, 20, 10_000],
        ["c", old, 20, 5_000],
      ),
      standard,
    );
    const { areas, groups } = directRateFunnel(rates);
    const rows = [...areas];
    // a: 380 per 100,000 of 50 events, as of 13,157.9 people; c: 280 of 40, as of 14,285.7. Together 90 ÷ 27,443.6.
    expect(rows.map(({ missing }) => missing)).toEqual([null, "too few events", null]);
    expect(rows[0]!.size).toBeCloseTo(5_000_000 / 380, 8);
    expect([...groups][0]!.target).toBeCloseTo((90 / (5_000_000 / 380 + 4_000_000 / 280)) * 100_000, 9);
    expect([...groups][0]!.areas).toBe(2);
  });

  it("has nothing to say of a rate of 0", () => {
    const rates = directRate(
      exposedByAge(["a", young, 0, 10_000], ["a", old, 0, 5_000], ["b", young, 3, 10_000], ["b", old, 9, 5_000]),
      standard,
      { minimumEvents: 0 },
    );
    expect([...directRateFunnel(rates).areas].map(({ signal, missing }) => [signal, missing])).toEqual([
      [null, "not applicable"],
      [0, null],
    ]);
  });
});

describe("signalInWords", () => {
  it("names the direction and the chance on its side", () => {
    expect([-2, -1, 0, 1, 2, null].map((signal) => signalInWords(signal))).toEqual([
      "low (0.001)",
      "low (0.025)",
      "not significant",
      "high (0.025)",
      "high (0.001)",
      "not compared",
    ]);
    expect(signalInWords(1, [0.9, 0.99])).toBe("high (0.05)");
  });
});
