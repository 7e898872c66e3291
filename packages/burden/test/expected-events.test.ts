import {
  type Age,
  ageBands,
  calendarYears,
  type Exposed,
  into,
  keep,
  only,
  over,
  type Sex,
  sumOver,
  tableFromRows,
  where,
} from "@popneeds/core";
import { deathsByCause, openData, personYears, smallAreaPopulation } from "@popneeds/ingest";
import { esp2013, referenceLifeTables } from "@popneeds/population";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedEvents, yearsOfLifeLost } from "../src/index.ts";

const [young, old] = ageBands(0, 65) as [Age, Age];
const period = calendarYears(2015, 2017);

const national = tableFromRows(
  [
    { area: "K", period, age: young, cause: "x", events: 10, population: 1000 },
    { area: "K", period, age: old, cause: "x", events: 30, population: 500 },
    { area: "K", period, age: young, cause: "y", events: 1, population: 1000 },
    { area: "K", period, age: old, cause: "y", events: 0, population: 500 },
  ],
  { events: "count", population: "person-years" },
);
const local = tableFromRows(
  [
    { area: "a", age: young, people: 200 },
    { area: "a", age: old, people: 50 },
    { area: "b", age: young, people: 0 },
    { area: "b", age: old, people: "suppressed" },
  ],
  { people: "count" },
);

describe("expectedEvents", () => {
  it("applies the rates of elsewhere to the people here, cell by cell, and keeps what more they are by", () => {
    // By hand: 200 × 10/1000 = 2, 200 × 1/1000 = 0.2, 50 × 30/500 = 3.
    expect(
      [...expectedEvents(national, local)].map(({ area, age, cause, events, missing }) => [
        area,
        age.label,
        cause,
        events,
        missing,
      ]),
    ).toEqual([
      ["a", "0-64", "x", 2, null],
      ["a", "0-64", "y", 0.2, null],
      ["a", "65+", "x", 3, null],
      ["a", "65+", "y", 0, null],
      ["b", "0-64", "x", 0, null],
      ["b", "0-64", "y", 0, null],
      ["b", "65+", "x", null, "suppressed"],
      ["b", "65+", "y", null, "suppressed"],
    ]);
  });

  it("is modelled, and says whose rates were applied", () => {
    const { provenance } = expectedEvents(national, local);
    expect(provenance.evidence).toBe("modelled");
    expect(provenance.steps).toEqual([
      "expected events: K, 2015-2017 rates by age, cause, applied to the people here; modelled, not counted",
    ]);
  });

  it("gives back the events when the people are those of the rates, however they are divided", () => {
    const cell = fc.record({
      events: fc.nat({ max: 400 }),
      people: fc.array(fc.nat({ max: 5000 }), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 2 }), (cells) => {
        fc.pre(cells.every(({ people }) => people.some((count) => count > 0)));
        const ages = [young, old];
        const rates: Exposed<{ age: Age }> = tableFromRows(
          cells.map(({ events, people }, i) => ({ age: ages[i]!, events, population: people.reduce((a, b) => a + b) })),
          { events: "count", population: "count" },
        );
        const parts = tableFromRows(
          cells.flatMap(({ people }, i) => people.map((count, k) => ({ area: `a${k}`, age: ages[i]!, people: count }))),
          { people: "count" },
        );
        const back = [...sumOver(expectedEvents(rates, parts), "area")];
        for (const [i, { events }] of cells.entries()) expect(back[i]!.events).toBeCloseTo(events, 8);
      }),
    );
  });

  it("passes on why a rate is missing", () => {
    const rates: Exposed<{ age: Age }> = tableFromRows(
      [
        { age: young, events: 0, population: 0 },
        { age: old, events: "suppressed", population: 500 },
      ],
      { events: "count", population: "count" },
    );
    const found = [...expectedEvents(rates, keep(local, { area: "a" }))];
    expect(found.map(({ missing }) => missing)).toEqual(["no population", "suppressed"]);
    expect([
      ...expectedEvents(
        rates,
        where(local, () => false),
      ),
    ]).toEqual([]);
  });

  it("refuses people of an age that has no rate, and people who are not counted by sex or age", () => {
    const single = tableFromRows([{ area: "a", age: ageBands(0, 16)[0]!, people: 3 }], { people: "count" });
    expect(() => expectedEvents(national, single)).toThrow(
      "[no-rate] expectedEvents: people need a rate for each age; 1 have none:\n  0-15",
    );
    expect(() => expectedEvents(national, sumOver(local, "age"))).toThrow(
      "[not-counted-by] expectedEvents: rates are by age, but people are not counted by it",
    );
  });

  it("refuses rates of several areas or periods, and people with several measures", () => {
    const twice = tableFromRows(
      ["K", "L"].map((area) => ({ area, age: young, events: 1, population: 10 })),
      { events: "count", population: "count" },
    );
    expect(() => expectedEvents(twice, local)).toThrow(
      "[several-rates] expectedEvents: rates must be of one area; found 2: K, L",
    );
    const both = tableFromRows([{ area: "a", age: young, people: 1, cars: 1 }], { people: "count", cars: "count" });
    expect(() => expectedEvents(national, both)).toThrow("[one-measure]");
    expect(() => expectedEvents(national, only(both, "people"))).not.toThrow();
  });
});

describe("years of life lost of small areas, modelled from national rates", () => {
  it("add up to those of the whole country at the same rates, by cause", async () => {
    const data = await openData(new URL("../../../datasets", import.meta.url).pathname);
    const deaths = keep(await data.table("mortality-deaths-by-cause", deathsByCause), {
      period: ({ label }) => label === "2015-2017",
    });
    const rates = over(deaths, await data.table("mortality-deaths-person-years", personYears));
    const uk = (await referenceLifeTables(data)).get("uk-nlt-2016-18")!;
    const zones = into(await data.table("population-small-area-2021", smallAreaPopulation), esp2013.bands);
    const some = keep(zones, { area: (code) => code.endsWith("7") });
    const byArea = yearsOfLifeLost(expectedEvents(rates, some), uk);
    const together = yearsOfLifeLost(expectedEvents(rates, sumOver(some, "area")), uk);
    const byCause = (table: Iterable<{ cause: string; years: number | null }>) =>
      new Map([...table].map(({ cause, years }) => [cause, years!]));
    const parts = byCause(sumOver(byArea, "area", "period", "sex", "age"));
    const whole = byCause(sumOver(together, "period", "sex", "age"));
    expect(parts.size).toBe(26);
    for (const [cause, years] of whole) expect(parts.get(cause)! / years, cause).toBeCloseTo(1, 9);
    const men = keep(byArea, { cause: "Prostate cancer", sex: (sex: Sex) => sex === "female" });
    expect([...sumOver(men, "area", "age", "period")].map(({ years }) => years)).toEqual([0]);
    expect(byArea.provenance.evidence).toBe("modelled");
  });
});
