import {
  type Age,
  ageBands,
  type Exposed,
  keep,
  type Missing,
  PopneedsError,
  tableFromRows,
  where,
} from "@popneeds/core";
import { lifeTable as oneLifeTable } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import { lifeExpectancy, lifeTable } from "../../src/index.ts";
import { exposedByAge } from "../exposed.ts";

const bands = ageBands(0, 1, 5);
const [infants, toddlers, others] = bands as [Age, Age, Age];

type Count = number | Missing;

/** Rows of one area: deaths and people in each of the three bands. */
const rows = (area: string, deaths: readonly Count[], people: readonly Count[]) =>
  bands.map((age, k) => [area, age, deaths[k]!, people[k]!] as const);

const area = rows("a", [1, 4, 10], [100, 400, 100]);

describe("lifeTable", () => {
  it("gives the years expected at each age, with limits and the counts of that age and above", () => {
    // By hand: 1 ÷ 0.1 = 10 at 5; q = 0.04/1.02 at 1 to 4, (1 − q) 14 + 2q = 13.529411764705882; q = 0.01/1.009 at 0,
    // (1 − q) (1 + e1) + 0.1 q = 14.386404710546262
    const found = [...lifeTable(exposedByAge(...area))];
    expect(
      found.map(({ area, age, events, population, missing }) => [area, age.label, events, population, missing]),
    ).toEqual([
      ["a", "0+", 15, 600, null],
      ["a", "1+", 14, 500, null],
      ["a", "5+", 10, 100, null],
    ]);
    for (const [k, years] of [14.386404710546262, 13.529411764705882, 10].entries())
      expect(found[k]!.value).toBeCloseTo(years, 12);
    const { lower, upper } = oneLifeTable([1, 4, 10], [100, 400, 100], [0, 1, 5]);
    expect(found.map((row) => [row.lower, row.upper])).toEqual([0, 1, 2].map((k) => [lower[0]![k], upper[0]![k]]));
  });

  it("does not depend on the order of the rows, and keeps every other key", () => {
    const other = rows("b", [2, 5, 8], [100, 400, 100]);
    const mixed = [...lifeTable(exposedByAge(other[2]!, area[1]!, other[0]!, area[2]!, area[0]!, other[1]!))];
    const sorted = [...lifeTable(exposedByAge(...other, ...area))];
    expect(mixed).toEqual(sorted);
    expect(mixed).toHaveLength(6);
    expect(Object.keys(lifeTable(exposedByAge(...area)).keys)).toEqual(["area", "age"]);
  });

  it("says why a group has none, at which ages, and goes on with the others", () => {
    const table = lifeTable(
      exposedByAge(
        ...rows("suppressed", [1, "suppressed", 10], [100, 400, 100]),
        ...rows("empty", [1, 4, 10], [0, 400, 100]),
        ...rows("no old", [1, 4, 0], [100, 400, 100]),
        ...rows("negative", [-1, 4, 10], [100, 400, 100]),
        ...rows("short", [1, 4, 10], [100, 400, 100]).filter((_, k) => k !== 1),
        ...area,
      ),
    );
    const reasons = new Map<string, (string | null)[]>();
    for (const { area, missing } of table) reasons.set(area, [...(reasons.get(area) ?? []), missing]);
    expect(Object.fromEntries(reasons)).toEqual({
      suppressed: ["suppressed", "suppressed", null],
      empty: ["no population", null, null],
      "no old": ["too few events", "too few events", "too few events"],
      negative: ["not available", null, null],
      short: ["incomplete", "incomplete", null],
      a: [null, null, null],
    });
    expect(
      table.issues.map(({ code, severity, message, fix }) => [code, severity, message, fix]),
    ).toMatchInlineSnapshot(`
      [
        [
          "band-missing",
          "warning",
          "1 groups lack a band of ages that others have, and have no life expectancy at that age and below: short  1-4",
          "Give every group a row for every band, with 0 deaths where nobody died.",
        ],
        [
          "band-without-people",
          "warning",
          "1 groups have a band of ages in which nobody lives, and have no life expectancy at that age and below: empty  0",
          "Sum into wider bands first, or take openBand: "merge" where it is the open one.",
        ],
        [
          "open-band-without-deaths",
          "warning",
          "1 groups have no deaths in the open band, and have no life expectancy: no old  5+",
          "Take more years together, a lower open band, or openBand: "merge".",
        ],
        [
          "impossible-count",
          "warning",
          "1 groups have a count that is negative or infinite, and have no life expectancy at that age and below: negative  0",
          "Correct the counts, or leave these groups out with keep().",
        ],
      ]
    `);
  });

  it("gives a group none at all for one bad band, when asked to", () => {
    const empty = exposedByAge(
      ...rows("empty", [1, 4, 10], [0, 400, 100]),
      ...rows("short", [1, 4, 10], [9, 9, 9]).slice(1),
    );
    expect([...lifeTable(empty, { faultyBands: "whole group" })].map(({ missing }) => missing)).toEqual([
      ...bands.map(() => "no population"),
      ...bands.map(() => "incomplete"),
    ]);
  });

  it("names three places of a fault and counts the others", () => {
    const many = ["p", "q", "r", "s", "t"].flatMap((name) => rows(name, [1, 4, 0], [100, 400, 100]));
    expect(lifeTable(exposedByAge(...many)).issues.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "5 groups have no deaths in the open band, and have no life expectancy: p  5+; q  5+; r  5+; and 2 more",
      ]
    `);
  });

  it("passes the choices on, and says them", () => {
    const noOld = exposedByAge(...rows("a", [1, 4, 0], [100, 400, 100]));
    const merged = [...lifeTable(noOld, { openBand: "merge" })];
    // 4 deaths among 500 of 1 and over
    expect(merged[1]!.value).toBeCloseTo(125, 12);
    expect(merged[2]).toMatchObject({ value: null, missing: "not applicable", events: 0, population: 100 });

    const choices = {
      level: 0.998,
      deviate: 1.96,
      openVariance: "none",
      separation: "half",
      openBand: "merge",
      emptyBands: "no deaths",
      deathsAbovePopulation: "withhold",
      faultyBands: "whole group",
      unreachedAges: "zero",
      withhold: { populationUpTo: 5, populationBelow: 6, deathsBelow: 1, intervalAbove: 20 },
      convention: "of a test",
    } as const;
    expect(lifeTable(noOld, choices).provenance.steps).toMatchInlineSnapshot(`
      [
        "life expectancy by Chiang's life table of ages 0, 1-4, 5+; a(x) 0.5; 99.8% limits by Chiang's variance with z = 1.96, none for the open band; an open band without deaths merged with those below it; bands without people and deaths taken as without deaths; withheld where a band has more deaths than people; a band that cannot be counted takes away all ages of its group; 0 at ages that nobody reaches; withheld with 5 people or fewer; withheld with fewer than 6 people; withheld with fewer than 1 deaths; withheld where the 95% interval is wider than 20 years; by the convention of a test",
      ]
    `);
    expect(lifeTable(noOld).provenance.steps).toMatchInlineSnapshot(`
      [
        "life expectancy by Chiang's life table of ages 0, 1-4, 5+; a(x) 0.1 in the first year of life, 0.5 above; 95% limits by Chiang's variance, with Silcocks's for the open band",
      ]
    `);
    const infancy = lifeTable(noOld, { separation: "coale-demeny male", openVariance: "binomial", openBand: 7.5 });
    expect(infancy.provenance.steps).toMatchInlineSnapshot(`
      [
        "life expectancy by Chiang's life table of ages 0, 1-4, 5+; a(x) in infancy by Coale and Demeny for males; 95% limits by Chiang's variance, with the binomial one for the open band; closed with 7.5 years expected in the open band",
      ]
    `);
    expect(lifeTable(noOld, { separation: [0.2, 0.4, 0] }).provenance.steps[0]).toContain("a(x) 0.2, 0.4, 0;");
  });

  it("withholds by rules that are given: all of a small group, or the value alone where its interval is too wide", () => {
    const exposed = exposedByAge(...area);
    const small = lifeTable(exposed, { withhold: { populationUpTo: 600 } });
    expect([...small].map(({ value, lower, missing }) => [value, lower, missing])).toEqual(
      bands.map(() => [null, null, "too few events"]),
    );
    const few = lifeTable(exposed, { withhold: { deathsBelow: 16 } });
    const wide = lifeTable(exposed, { withhold: { intervalAbove: 5 } });
    expect([...wide].map(({ value, lower, missing }) => [value, typeof lower, missing])).toEqual(
      bands.map(() => [null, "number", "too few events"]),
    );
    expect([small, few, wide].map(({ issues }) => issues[0]!.message)).toMatchInlineSnapshot(`
      [
        "1 groups have too few people for a life expectancy by the rule given: a",
        "1 groups have too few deaths for a life expectancy by the rule given: a",
        "1 groups have at some age a life expectancy whose 95% interval is wider than the rule given, and whose value is withheld: a  5+",
      ]
    `);
    expect(
      lifeTable(exposed, { withhold: { populationBelow: 600, deathsBelow: 15, intervalAbove: 50 } }).issues,
    ).toEqual([]);
  });

  it("has 0 without limits at ages that nobody reaches, when asked to", () => {
    const all = exposedByAge(...rows("a", [1, 300, 10], [100, 400, 100]));
    const [, , last] = [...lifeTable(all, { unreachedAges: "zero" })];
    expect(last).toMatchObject({ value: 0, lower: null, upper: null, missing: "not applicable" });
    expect([...lifeTable(all)][2]!.value).toBe(10);
    expect(lifeTable(all, { deathsAbovePopulation: "withhold" }).issues).toEqual([]);
    const over = exposedByAge(...rows("a", [1, 401, 10], [100, 400, 100]));
    expect(lifeTable(over, { deathsAbovePopulation: "withhold" }).issues.map(({ code }) => code)).toEqual([
      "deaths-above-population",
    ]);
  });

  it("gives an empty table for an empty one", () => {
    const none = where(exposedByAge(...area), () => false);
    expect([...lifeTable(none), ...lifeExpectancy(none)]).toEqual([]);
  });

  it("does for many areas what it does for one", () => {
    const names = Array.from({ length: 30 }, (_, i) => `area ${i}`);
    const each = (i: number) => rows(names[i]!, [i % 4, 3 + i, 20 + i], [300 + i, 1_500, 400 + 7 * i]);
    const together = [...lifeTable(exposedByAge(...names.flatMap((_, i) => each(i))))];
    for (const i of names.keys())
      expect(together.slice(i * 3, i * 3 + 3)).toEqual([...lifeTable(exposedByAge(...each(i)))]);
  });

  it("refuses bands that are apart, overlap or are closed, and options that cannot be", () => {
    const of = (...ages: readonly Age[]): Exposed<{ readonly area: string; readonly age: Age }> =>
      tableFromRows(
        ages.map((age) => ({ area: "a", age, events: 20, population: 1000 })),
        { events: "count", population: "count" },
      );
    expect(() => lifeTable(of(infants, others))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [bands-apart] lifeTable: ages must follow one another without gap or overlap; 0 is followed by 5+
        Fix: Sum deaths and people into the same bands first, the last one open: into(exposed, ageBands(0, 1, 5, …, 90)).]
    `);
    expect(() => lifeTable(of(...bands, ageBands(0, 65)[0]!))).toThrow("[bands-apart]");
    expect(() => lifeTable(of(infants, toddlers))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [bands-apart] lifeTable: the last band of ages must be open; found 1-4
        Fix: Sum deaths and people into the same bands first, the last one open: into(exposed, ageBands(0, 1, 5, …, 90)).]
    `);
    const exposed = exposedByAge(...area);
    expect(() => lifeTable(exposed, { level: 95 })).toThrow("[invalid-option] lifeTable: invalid level: 95");
    expect(() => lifeTable(exposed, { openBand: -2 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] lifeTable: years expected in the open band must be above 0, got -2
        Fix: Correct the option, or leave it out.]
    `);
    expect(() => lifeTable(exposed, { separation: [0.5] })).toThrow(PopneedsError);
  });
});

describe("lifeExpectancy", () => {
  it("is one age of the life table, at birth unless told; the age is used up", () => {
    const exposed = exposedByAge(...area, ...rows("b", [2, 5, 8], [100, 400, 100]));
    const born = lifeExpectancy(exposed);
    expect(Object.keys(born.keys)).toEqual(["area"]);
    const table = [...lifeTable(exposed)];
    const years = (at: number) =>
      [...lifeExpectancy(exposed, { at })].map(({ area, value, upper, events }) => [area, value, upper, events]);
    const rowsAt = (label: string) =>
      table
        .filter(({ age }) => age.label === label)
        .map(({ area, value, upper, events }) => [area, value, upper, events]);
    expect(years(0)).toEqual(rowsAt("0+"));
    expect(years(5)).toEqual(rowsAt("5+"));
    expect([...born].map(({ value }) => value)).toEqual(years(0).map(([, value]) => value));
    expect(born.measures.value.kind).toBe("expectancy");
    expect(born.provenance.steps.at(-1)).toBe("taken at age 0");
  });

  it("needs no younger ages than the one that it is taken at", () => {
    const old = keep(exposedByAge(...area), { age: (age) => age.from >= 1 });
    expect([...lifeExpectancy(old, { at: 1 })][0]!.value).toBeCloseTo(13.529411764705882, 12);
    expect(() => lifeExpectancy(old)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [age-not-in-table] lifeExpectancy: a band must start at the age; found at: 0, bands that start at 1, 5
        Fix: Ask for an age at which a band starts, or count deaths and people in bands that start there.]
    `);
  });

  it("passes on what is missing, with the issues", () => {
    const some = lifeExpectancy(exposedByAge(...area, ...rows("b", [2, 5, 0], [100, 400, 100])));
    expect([...some].map(({ missing }) => missing)).toEqual([null, "too few events"]);
    expect(some.issues.map(({ code }) => code)).toEqual(["open-band-without-deaths"]);
  });
});
