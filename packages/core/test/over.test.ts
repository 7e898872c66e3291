import { describe, expect, it } from "vitest";
import {
  type Age,
  calendarYears,
  createTable,
  keep,
  measureColumn,
  over,
  type Period,
  sumOver,
  type Table,
  tableFromRows,
  takeRows,
  withKey,
  withoutKey,
} from "../src/index.ts";
import { bands, counts, deaths, people, year } from "./fixtures.ts";

const rows = (table: Table) =>
  [...table]
    .map((row) => Object.values(row as Record<string, Age | Period | string | number | null>))
    .map((values) => values.map((value) => (typeof value === "object" ? value?.label : value)).join(" "))
    .sort();
const allCauses = sumOver(deaths, "cause");

describe("over", () => {
  it("sets events against the people among whom they were counted", () => {
    expect(rows(over(allCauses, people))).toEqual(["A 0-64 1 800 ", "A 65+ 23 200 ", "B 0-64 2 500 ", "B 65+ 5 100 "]);
  });

  it("meets by band, never by position", () => {
    const shuffled = takeRows(people, [3, 0, 2, 1]);
    expect(rows(over(allCauses, shuffled))).toEqual(rows(over(allCauses, people)));
    expect(rows(over(takeRows(allCauses, [2, 3, 1, 0]), people))).toEqual(rows(over(allCauses, people)));
  });

  it("sets every cause against all the people; where none died of it, 0 did", () => {
    expect(rows(over(deaths, people))).toEqual([
      "A 0-64 cancer 1 800 ",
      "A 0-64 falls 0 800 ",
      "A 65+ cancer 20 200 ",
      "A 65+ falls 3 200 ",
      "B 0-64 cancer 2 500 ",
      "B 0-64 falls 0 500 ",
      "B 65+ cancer 0 100 ",
      "B 65+ falls 5 100 ",
    ]);
  });

  it("takes what is absent for unknown where the events' schema says so", () => {
    const survey = createTable({
      keys: takeRows(allCauses, [0, 1, 2]).keys,
      measures: { deaths: measureColumn("count", [1, 23, 2]) },
    });
    expect([...over(survey, people)].map((row) => [row.events, row.population, row.missing])).toEqual([
      [1, 800, null],
      [23, 200, null],
      [2, 500, null],
      [null, 100, "unknown"],
    ]);
  });

  it("keeps what is missing missing, events and people", () => {
    const some = tableFromRows(
      [
        { area: "A", n: "suppressed" },
        { area: "B", n: 1 },
      ],
      { n: "count" },
    );
    const few = tableFromRows(
      [
        { area: "A", m: 10 },
        { area: "B", m: "unknown" },
      ],
      { m: "count" },
    );
    expect([...over(some, few)]).toEqual([
      { area: "A", events: null, population: 10, missing: "suppressed" },
      { area: "B", events: 1, population: null, missing: "unknown" },
    ]);
  });

  it("loses nobody when there are no events at all", () => {
    expect([...over(keep(allCauses, { area: "C" }), people)].map((row) => [row.events, row.population])).toEqual([
      [0, 800],
      [0, 200],
      [0, 500],
      [0, 100],
    ]);
    const dated = withKey(people, "period", year.y2023);
    expect(over(keep(withKey(allCauses, "period", year.y2023), { area: "C" }), dated).length).toBe(4);
  });

  it("of nobody and nothing has no rows", () => {
    expect(over(keep(allCauses, { area: "C" }), keep(people, { area: "C" })).length).toBe(0);
  });

  it("sets one figure against one figure", () => {
    expect([...over(sumOver(allCauses, "area", "age"), sumOver(people, "area", "age"))]).toEqual([
      { events: 31, population: 1600, missing: null },
    ]);
  });

  it("leaves out people of periods and levels that the events are not about", () => {
    const at = (level: string, period: (typeof year)["y2022"]) =>
      tableFromRows([{ area: level, level, period, n: 1 }], { n: "count" }, { absent: "zero" });
    const one = at("council", year.y2023);
    const many = tableFromRows(
      [
        { area: "council", level: "council", period: year.y2022, m: 10 },
        { area: "council", level: "council", period: year.y2023, m: 11 },
        { area: "country", level: "country", period: year.y2023, m: 12 },
      ],
      { m: "count" },
    );
    expect([...over(one, many)].map((row) => [row.area, row.period.label, row.population])).toEqual([
      ["council", "2023", 11],
    ]);
  });

  it("does not let people who stand for every cause be summed over causes", () => {
    const exposed = over(deaths, people);
    expect(() => sumOver(exposed, "cause")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [people-counted-again] the same population stands for every cause; summing over it would count them again
        Fix: Sum the events first: over(sumOver(events, "cause"), people).]
    `);
    expect(() => sumOver(keep(exposed, { area: "A" }), "age", "cause")).toThrow("[people-counted-again]");
    expect([...sumOver(exposed, "age")].map((row) => [row.area, row.cause, row.population])).toContainEqual([
      "A",
      "falls",
      1000,
    ]);
  });

  it("lets them be summed where one cause is left", () => {
    const falls = keep(over(deaths, people), { cause: "falls" });
    expect([...sumOver(falls, "cause", "age")].map((row) => [row.events, row.population])).toEqual([
      [3, 1000],
      [5, 600],
    ]);
    expect([...sumOver(withoutKey(falls, "cause"), "age")].map((row) => row.population)).toEqual([1000, 600]);
  });

  it("rests on both, and carries the issues of both", () => {
    const { provenance } = over(sumOver(deaths, "cause"), people);
    expect(provenance.inputs.map(({ steps }) => steps)).toEqual([["summed over cause"], []]);
    const issue = { code: "x", severity: "note", message: "m", fix: "f" } as const;
    expect(
      over(createTable({ ...allCauses, issues: [issue] }), createTable({ ...people, issues: [issue] })).issues,
    ).toEqual([issue, issue]);
  });

  it("refuses events among nobody, and says where", () => {
    expect(() => over(allCauses, keep(people, { area: "A" }))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [population-missing] over: every row of events needs people; 2 of 4 rows have none:
        B  0-64
        B  65+
        Fix: The people have no area B: give people that cover it, or leave these events out with keep().]
    `);
    expect(() =>
      over(allCauses, keep(people, { age: (age) => age === bands.young })),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [population-missing] over: every row of events needs people; 2 of 4 rows have none:
        A  65+
        B  65+
        Fix: The people are not counted in the band 65+: bring both to common bands first, into(people, bands).]
    `);
    expect(() => over(allCauses, takeRows(people, [0, 1, 2]))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [population-missing] over: every row of events needs people; 1 of 4 rows have none:
        B  65+
        Fix: Give people for every group in which events were counted.]
    `);
  });

  it("refuses people who are counted by what events are not", () => {
    // @ts-expect-error people are not counted by cause
    expect(() => over(people, deaths)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-counted-by] over: events are not counted by cause, but people are
        Fix: Sum the people first: sumOver(people, "cause").]
    `);
  });

  it("keeps a year in which nothing happened, where it is said that the year was counted", () => {
    const [quiet, other] = [calendarYears(2022), calendarYears(2023)];
    const residents = tableFromRows(
      [quiet, other].map((period) => ({ area: "A", period, n: 100 })),
      { n: "count" },
    );
    const rare = tableFromRows([{ area: "A", period: other, deaths: 1 }], { deaths: "count" }, { absent: "zero" });
    expect(rows(over(rare, residents))).toEqual(["A 2023 1 100 "]);
    expect(rows(over(rare, residents, { periods: [quiet, other] }))).toEqual(["A 2022 0 100 ", "A 2023 1 100 "]);
    // Events of a period that was not named are still counted.
    expect(rows(over(rare, residents, { periods: [quiet] }))).toEqual(["A 2022 0 100 ", "A 2023 1 100 "]);
  });

  it("refuses more than one measure, and what is no count", () => {
    const two = createTable({ ...people, measures: { a: people.measures.people, b: people.measures.people } });
    expect(() => over(allCauses, two)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [one-measure] over: people must have one measure; found a, b
        Fix: Keep one with only(table, "deaths").]
    `);
    const rates = tableFromRows([{ area: "A", value: 1.5 }], { value: "rate" });
    // @ts-expect-error no count
    expect(() => over(rates, sumOver(people, "age"))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-additive] over: events must be counts; "value" is a rate
        Fix: Set counts against people, then compute the rate.]
    `);
    expect(() => over(allCauses, createTable({ keys: people.keys, measures: {} }))).toThrow("found none");
    expect(over(sumOver(counts(1), "group"), sumOver(counts(9), "group")).length).toBe(1);
  });
});
