import { type Age, type Period, type Sex, sumOver, type Table } from "@popneeds/core";
import { loadPlaces, type Places, rollUp } from "@popneeds/geography";
import { type DataFolder, openData, populationByYear, smallAreaPopulation } from "@popneeds/ingest";
import { beforeAll, describe, expect, it } from "vitest";

type ByLevel = Table<{ area: string; level: string; period: Period; sex: Sex; age: Age }, { people: "count" }>;

let data: DataFolder;
let places: Places;

beforeAll(async () => {
  data = await openData(new URL("../../../datasets", import.meta.url).pathname);
  places = await loadPlaces(data);
});

/** People of every sex, age and period, level by level and area by area. */
function cells(table: ByLevel): Map<string, Map<string, number>> {
  const byArea = new Map<string, Map<string, number>>();
  for (const { area, period, sex, age, people } of table) {
    const own = byArea.get(area) ?? new Map<string, number>();
    own.set(`${period.label} ${sex} ${age.label}`, people!);
    byArea.set(area, own);
  }
  return byArea;
}

function sumOf(areas: readonly (Map<string, number> | undefined)[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const own of areas) for (const [cell, people] of own!) sum.set(cell, (sum.get(cell) ?? 0) + people);
  return sum;
}

describe("people of small areas in 2021", () => {
  it("add up from level to level, for each sex and age, exactly", async () => {
    const small = await data.table("population-small-area-2021", smallAreaPopulation);
    const levels = ["intermediate-zone", "locality", "council", "partnership", "board", "region", "country"];
    const people = cells(rollUp(small, places, levels));
    const steps = [
      ["intermediate-zone", "council"],
      ["locality", "partnership"],
      ["council", "partnership"],
      ["partnership", "board"],
      ["board", "region"],
      ["region", "country"],
    ] as const;
    for (const [parts, whole] of steps)
      for (const { code, name } of places.areasAt(whole)) {
        const held = places.children(code, parts);
        if (parts === "locality" && held.length === 0) continue;
        expect(sumOf(held.map((area) => people.get(area.code))), `${parts} of ${name}`).toEqual(people.get(code));
      }
  });
});

describe.each(["estimates", "projections"])("%s of every year", (series) => {
  it("of partnerships add up to those published of boards and of the country, for each sex and age, exactly", async () => {
    const read = (level: string) => data.table(`population-${series}-${level}`, populationByYear);
    const rolled = rollUp(await read("partnership"), places, ["board", "country"], { from: "partnership" });
    const [boards, country] = [await read("board"), await read("country")];
    const published = cells(rollUp(boards, places, ["board"], { from: "board" }));
    for (const [code, own] of cells(rollUp(country, places, ["country"], { from: "country" })))
      published.set(code, own);
    const found = cells(rolled);
    expect([...found.keys()].sort()).toEqual([...published.keys()].sort());
    for (const [code, own] of found) expect(own, places.area(code).name).toEqual(published.get(code));
    expect([...sumOver(country, "sex", "age")].length).toBe(series === "estimates" ? 43 : 26);
  });
});
