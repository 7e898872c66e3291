import {
  calendarYears,
  keep,
  type Missing,
  over,
  type Period,
  PopneedsError,
  sumOver,
  type Table,
  tableFromRows,
  withoutKey,
} from "@popneeds/core";
import { loadPlaces, rollUp } from "@popneeds/geography";
import { openData, populationByYear, smallAreaPopulation } from "@popneeds/ingest";
import { describe, expect, it } from "vitest";
import { compareEditions, populationEditions, spliceEditions, takeEdition } from "../../src/index.ts";

type People = Table<{ area: string; period: Period }, { people: "count" }>;

/** People of area A, and of B twice as many, year by year. */
function people(figures: Readonly<Record<number, number | Missing>>): People {
  return tableFromRows(
    Object.entries(figures).flatMap(([year, count]) => [
      { area: "A", period: calendarYears(Number(year)), people: count },
      { area: "B", period: calendarYears(Number(year)), people: typeof count === "number" ? 2 * count : count },
    ]),
    { people: "count" },
  );
}

const editions = populationEditions({
  old: people({ 2019: 100, 2020: 101, 2021: 110 }),
  rebased: people({ 2020: 99, 2021: 99, 2022: 100 }),
});
const message = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof PopneedsError) return error.message;
  }
  return "nothing thrown";
};

describe("populationEditions", () => {
  it("puts editions side by side under a key", () => {
    expect(editions.length).toBe(12);
    expect(editions.keys.edition.values).toEqual(["old", "rebased"]);
    expect(editions.provenance.steps.at(-1)).toBe("editions side by side: old; rebased");
  });

  it("lets nobody sum over editions, nor set events against all of them", () => {
    expect(message(() => sumOver(editions, "edition"))).toContain("the same people stands for every edition");
    const deaths = tableFromRows([{ area: "A", period: calendarYears(2021), deaths: 1 }], { deaths: "count" });
    // @ts-expect-error deaths are not counted by edition
    expect(message(() => over(deaths, editions))).toContain("[not-counted-by]");
  });

  it("refuses no editions, other keys, and tables that have the key", () => {
    expect(message(() => populationEditions({}))).toMatchInlineSnapshot(`
      "[no-editions] populationEditions: needs at least one edition; found none
        Fix: Give tables by the name of their edition: populationEditions({ "rebased 2023": people })."
    `);
    expect(
      message(() => populationEditions({ a: people({ 2020: 1 }), b: sumOver(people({ 2020: 1 }), "area") as never })),
    ).toContain("[different-columns]");
    expect(message(() => populationEditions({ twice: editions }))).toContain("[key-exists]");
  });
});

describe("takeEdition", () => {
  it("gives one edition, of which people can be summed again", () => {
    const old = takeEdition(editions, "old");
    expect(Object.keys(old.keys)).toEqual(["area", "period"]);
    expect([...sumOver(old, "area")].map(({ period, people }) => [period.label, people])).toEqual([
      ["2019", 300],
      ["2020", 303],
      ["2021", 330],
    ]);
    expect(old.provenance.steps.at(-1)).toBe("kept edition old");
  });

  it("refuses an edition that is not there", () => {
    expect(message(() => takeEdition(editions, "census"))).toMatchInlineSnapshot(`
      "[unknown-edition] takeEdition: unknown edition "census"; the table has old, rebased
        Fix: Name an edition as it was named when the editions were put side by side."
    `);
    // @ts-expect-error there is no key edition
    expect(message(() => takeEdition(people({ 2020: 1 }), "old"))).toContain('the table needs the key "edition"');
  });
});

describe("spliceEditions", () => {
  const series = spliceEditions(editions, [
    { edition: "old", to: 2020 },
    { edition: "rebased", from: 2021 },
  ]);

  it("takes each year from one edition, and adds nothing of its own", () => {
    expect([...keep(series, { area: "A" })].map(({ period, people }) => [period.label, people])).toEqual([
      ["2019", 100],
      ["2020", 101],
      ["2021", 99],
      ["2022", 100],
    ]);
    expect(series.provenance.steps.at(-1)).toMatchInlineSnapshot(
      `"editions spliced: 2019 to 2020 from old; 2021 to 2022 from rebased"`,
    );
  });

  it("carries an issue that names the break, and how the editions differ where both have figures", () => {
    expect(series.issues.map(({ code, severity, message }) => [code, severity, message])).toMatchInlineSnapshot(`
      [
        [
          "editions-spliced",
          "warning",
          "the series changes from old to rebased in 2021; where both have figures they differ most in A 2021: 110 and 99 (−10.0%); B 2021: 220 and 198 (−10.0%); A 2020: 101 and 99 (−2.0%); and 1 more",
        ],
      ]
    `);
  });

  it("says so when no year stands in both", () => {
    const apart = populationEditions({ old: people({ 2010: 1 }), rebased: people({ 2011: 1 }) });
    const { issues } = spliceEditions(apart, [{ edition: "old" }, { edition: "rebased", from: 2011 }]);
    expect(issues[0]!.message).toContain("no year stands in both, so that how they differ cannot be told");
  });

  it("of one edition has no break", () => {
    expect(spliceEditions(editions, [{ edition: "old" }]).issues).toEqual([]);
  });

  it("names the years that no span takes", () => {
    const { issues } = spliceEditions(editions, [
      { edition: "old", to: 2019 },
      { edition: "rebased", from: 2022 },
    ]);
    expect(issues.map(({ code }) => code)).toEqual(["editions-spliced", "years-left-out"]);
    expect(issues[1]!.message).toBe("spliceEditions: 2 years within the series are taken from no edition: 2020, 2021");
  });

  it("refuses a year that would come from two editions", () => {
    expect(
      message(() => spliceEditions(editions, [{ edition: "old" }, { edition: "rebased", from: 2021 }])),
    ).toMatchInlineSnapshot(`
      "[editions-overlap] spliceEditions: each year must come from one edition; 1 would come from two:
        2021: old and rebased
        Fix: End one span before the next begins: { edition: …, to: 2010 }, { edition: …, from: 2011 }."
    `);
  });
});

describe("compareEditions", () => {
  it("gives both figures, the difference, and it in per cent of the first", () => {
    const table = compareEditions(editions, "old", "rebased");
    // By hand: 99 − 110 = −11, of 110 is −10%.
    expect([...keep(table, { area: "A" })].map(({ period, ...row }) => [period.label, row])).toEqual([
      ["2020", { area: "A", before: 101, after: 99, difference: -2, change: -200 / 101, missing: null }],
      ["2021", { area: "A", before: 110, after: 99, difference: -11, change: -10, missing: null }],
    ]);
    expect(table.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "in-one-edition-only: compareEditions: 4 rows stand in one of the editions only, and cannot be compared",
      ]
    `);
  });

  it("sums over all other keys", () => {
    const table = compareEditions(editions, "old", "rebased", { by: ["period"] });
    expect([...table].map(({ before, after }) => [before, after])).toEqual([
      [303, 297],
      [330, 297],
    ]);
    expect(message(() => compareEditions(editions, "old", "rebased", { by: ["sex" as "area"] }))).toContain(
      "[unknown-key]",
    );
  });

  it("passes on what is missing, and has no per cent of nobody", () => {
    const gaps = populationEditions({ a: people({ 2020: "suppressed", 2021: 0 }), b: people({ 2020: 5, 2021: 5 }) });
    expect([...keep(compareEditions(gaps, "a", "b"), { area: "A" })]).toMatchObject([
      { before: null, after: 5, difference: null, change: null, missing: "suppressed" },
      { before: 0, after: 5, difference: 5, change: null, missing: "no population" },
    ]);
  });
});

describe("the published editions of 2021", () => {
  it("differ by 67,000 people of the country", async () => {
    const data = await openData(new URL("../../../../datasets", import.meta.url).pathname);
    const places = await loadPlaces(data);
    const small = await data.table("population-small-area-2021", smallAreaPopulation);
    const estimates = await data.table("population-estimates-country", populationByYear);
    const table = compareEditions(
      populationEditions({
        "small areas 2021": withoutKey(rollUp(small, places, ["country"]), "level"),
        rebased: estimates,
      }),
      "small areas 2021",
      "rebased",
    );
    // National Records of Scotland: small area population estimates 2021, and Public Health Scotland's series to 2023, which
    // was rebased on Census 2022. 100 × (5,412,900 − 5,479,900) ÷ 5,479,900 = −1.2227.
    const [row, ...others] = [...table];
    expect(others).toEqual([]);
    expect(row).toMatchObject({ before: 5_479_900, after: 5_412_900, difference: -67_000 });
    expect(row!.change).toBeCloseTo(-1.2227, 4);
  });
});
