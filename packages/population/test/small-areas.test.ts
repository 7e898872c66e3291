import type { Age } from "@popneeds/core";
import { ageBands, explain, keep, type Period, type Sex, sumOver, type Table } from "@popneeds/core";
import { customArea, loadPlaces, type Places, rollUp, withCustomAreas } from "@popneeds/geography";
import { type DataFolder, openData, smallAreaPopulation } from "@popneeds/ingest";
import { beforeAll, describe, expect, it } from "vitest";
import { dependencyRatios, medianAge, regroupAges } from "../src/index.ts";

type Small = Table<{ area: string; period: Period; sex: Sex; age: Age }, { people: "count" }>;

let data: DataFolder;
let places: Places;
let zones: Small;

beforeAll(async () => {
  data = await openData(new URL("../../../datasets", import.meta.url).pathname);
  places = await loadPlaces(data);
  zones = await data.table("population-small-area-2021", smallAreaPopulation);
});

/** People by sex and age of a table of one area. */
const cells = (table: Iterable<{ readonly sex: Sex; readonly age: Age; readonly people: number | null }>) =>
  new Map([...table].map(({ sex, age, people }) => [`${sex} ${age.label}`, people]));

describe("people of an area of one's own", () => {
  const list = ["S01006506", "S01006510", "S01013481", "S01007000"];

  it("are the sum of its zones, for each sex and age, exactly", () => {
    const mine = customArea(places, { code: "mine", name: "My area", dataZones: list });
    const found = keep(rollUp(zones, places, [mine]), { area: "mine" });
    const expected = new Map<string, number>();
    for (const { area, sex, age, people } of zones)
      if (list.includes(area))
        expected.set(`${sex} ${age.label}`, (expected.get(`${sex} ${age.label}`) ?? 0) + people!);
    expect(cells(found)).toEqual(expected);
    expect(expected.size).toBe(182);
  });

  it("are those of the partnership where it is one", () => {
    const partnership = places.areasAt("partnership")[4]!;
    const own = withCustomAreas(places, {
      rows: places.children(partnership.code, "data-zone").map(({ code }) => ({ data_zone: code, area: "whole" })),
    });
    const table = rollUp(zones, own, ["custom", "partnership"]);
    const whole = keep(table, { area: "whole" });
    expect(cells(whole)).toEqual(cells(keep(table, { area: partnership.code })));
    expect(whole.length).toBe(182);
  });
});

describe("people of localities", () => {
  it("come with their age structure, as those of any area, and add up to their partnership", () => {
    const table = rollUp(zones, places, ["locality", "partnership"]);
    const bands = regroupAges(table, ageBands(0, 16, 65, 75, 85));
    const partnership = places.areasAt("partnership").find(({ name }) => name === "Dumfries and Galloway")!;
    const localities = places.children(partnership.code, "locality").map(({ code }) => code);
    expect(localities).toHaveLength(4);
    const people = new Map(
      [...sumOver(bands, "sex", "period")].map((row) => [`${row.area} ${row.age.label}`, row.people!]),
    );
    for (const { label } of ageBands(0, 16, 65, 75, 85))
      expect(localities.reduce((sum, area) => sum + people.get(`${area} ${label}`)!, 0)).toBe(
        people.get(`${partnership.code} ${label}`),
      );

    const medians = new Map([...medianAge(sumOver(table, "sex"))].map(({ area, medianAge }) => [area, medianAge!]));
    const own = localities.map((area) => medians.get(area)!);
    // The median of a whole lies among those of its parts.
    expect(Math.min(...own)).toBeLessThan(medians.get(partnership.code)!);
    expect(Math.max(...own)).toBeGreaterThan(medians.get(partnership.code)!);

    const ratios = dependencyRatios(table);
    const [row] = [...keep(ratios, { area: partnership.code })];
    expect(row!.children! + row!.workingAge! + row!.older!).toBe(148_790); // as geography's README has it
    expect(row!.totalRatio).toBeCloseTo((100 * (148_790 - row!.workingAge!)) / row!.workingAge!, 10);
    expect(explain(ratios)).toContain("then dependency ratios per 100 of working age: 16 to 64");
  });
});
