import { existsSync } from "node:fs";
import { join } from "node:path";
import { only, sumOver, tableFromRows } from "@popneeds/core";
import { deprivationIndex, openData, readRecords, type TableOf } from "@popneeds/ingest";
import { beforeAll, describe, expect, it } from "vitest";
import {
  deprivationGroups,
  loadPlaces,
  type PeopleOfZones,
  type Places,
  peopleInMostDeprived,
  rollUp,
  withCustomAreas,
} from "../../src/index.ts";
import { smallPlaces } from "../small-places.ts";

const published = join(
  import.meta.dirname,
  "..",
  "..",
  "..",
  "..",
  "..",
  "shared",
  "data",
  "deprivation",
  "phs_simd2020v2_22062020.csv.gz",
);
const there = existsSync(published);
if (!there) process.stderr.write(`skipped: deprivation groups within areas: not found: ${published}\n`);

let places: Places;
let index: TableOf<(typeof deprivationIndex)["fields"]>;
let people: PeopleOfZones;

beforeAll(async () => {
  const data = await openData(new URL("../../../../datasets", import.meta.url).pathname);
  places = await loadPlaces(data);
  index = await data.table("deprivation-simd-2020v2", deprivationIndex);
  people = only(sumOver(index, "rank", "decile", "quintile"), "people") as unknown as PeopleOfZones;
});

const groupsOf = (table: Iterable<{ area: string; group: number | null }>) =>
  new Map([...table].map(({ area, group }) => [area, group]));

describe("deprivationGroups", () => {
  it("gives the published deciles and quintiles of Scotland, for all 6,976 data zones", () => {
    for (const [groups, key] of [
      [10, "decile"],
      [5, "quintile"],
    ] as const) {
      const found = groupsOf(deprivationGroups(index, people, places, { groups }));
      expect(found.size).toBe(6976);
      expect([...index].filter((row) => found.get(row.area) !== Number(row[key])).map(({ area }) => area)).toEqual([]);
    }
  });

  it("of an area's own zones holds equal shares of its people, and says within what and by which edition", () => {
    const own = deprivationGroups(index, people, places, { within: "Dumfries & Galloway" });
    expect([own.length, own.keys.within.values]).toEqual([201, ["S37000006"]]);
    const living = new Map([...people].map((row) => [row.area, row.people!]));
    const sums = [0, 0, 0, 0, 0];
    for (const { area, group } of own) sums[group! - 1]! += living.get(area)!;
    const all = sums.reduce((a, b) => a + b);
    // A zone goes whole into one group: a fifth, give or take a zone, and none has more than 2,000 people.
    for (const sum of sums) expect(Math.abs(sum - all / 5)).toBeLessThan(2_000);
    expect(own.provenance.steps.at(-1)).toBe(
      "data-zones in order of rank, the lowest first, put into 5 groups of equal people within Dumfries and Galloway (Data zones of 2011, councils and boards as of 1 April 2019)",
    );
    expect(own.issues).toEqual([]);
  });

  it("takes a level by any of its names, and custom areas", () => {
    const byLevel = deprivationGroups(index, people, places, { within: "integration-authority" });
    expect([byLevel.length, byLevel.keys.within.values.length]).toEqual([6976, 31]);
    const zones = places.baseAreas("S37000006");
    const mine = withCustomAreas(places, { rows: zones.map((zone) => ({ data_zone: zone, area: "mine" })) });
    const own = groupsOf(deprivationGroups(index, people, mine, { groups: 10, within: "mine" }));
    expect(own).toEqual(groupsOf(deprivationGroups(index, people, places, { groups: 10, within: "S37000006" })));
    expect(deprivationGroups(index, people, mine, { within: "custom" }).length).toBe(201);
  });
});

describe.skipIf(!there)("the published groups within boards, partnerships and councils", () => {
  it("come out for every zone, but for the two of Shetland whose groups do not follow from rank and people", async () => {
    const { rows } = await readRecords(published, ["DataZone", "SIMD2020V2HBDecile"]);
    for (const [level, column] of [
      ["board", "HB"],
      ["partnership", "HSCP"],
      ["council", "CA"],
    ] as const)
      for (const [groups, name] of [
        [10, "Decile"],
        [5, "Quintile"],
      ] as const) {
        const found = groupsOf(deprivationGroups(index, people, places, { groups, within: level }));
        const apart = rows.filter((row) => found.get(row["DataZone"]!) !== Number(row[`SIMD2020V2${column}${name}`]));
        expect(apart.map((row) => row["DataZone"]!).sort()).toEqual(["S01012387", "S01012409"]);
      }
  });

  it("of the most deprived 15% come out for every zone", async () => {
    const { rows } = await readRecords(published, ["DataZone", "SIMD2020V2Most15pc"]);
    const found = new Map([...peopleInMostDeprived(index, people, places)].map((row) => [row.area, row]));
    const apart = rows.filter((row) => {
      const { deprived, people: all } = found.get(row["DataZone"]!)!;
      // Three zones have nobody: nobody of them is counted on either side.
      return deprived !== (row["SIMD2020V2Most15pc"] === "1" ? all : 0);
    });
    expect([rows.length, apart]).toEqual([6976, []]);
  });
});

describe("peopleInMostDeprived", () => {
  it("counts people of whole zones, which add up at every level", () => {
    const zones = peopleInMostDeprived(index, people, places);
    const country = [...rollUp(zones, places, ["country"])][0]!;
    const glasgow = [...rollUp(zones, places, ["council"])].find(({ area }) => area === "S12000049")!;
    // Summed apart from this code, in Python: people of zones that the publisher marks as the most deprived 15%.
    expect([country.deprived, country.people]).toEqual([813_334, 5_424_800]);
    expect([glasgow.deprived, glasgow.people]).toEqual([239_261, 621_020]);
  });
});

describe("groups of a small geography", () => {
  const ranks = (...of: readonly (number | "unknown")[]) =>
    tableFromRows(
      of.map((rank, i) => ({ area: `z${i + 1}`, rank })),
      { rank: "score" },
    );
  const living = (...of: readonly (number | "suppressed")[]) =>
    tableFromRows(
      of.map((count, i) => ({ area: `z${i + 1}`, people: count })),
      { people: "count" },
    );
  const shown = (table: ReturnType<typeof deprivationGroups>) =>
    [...table].map(({ area, within, group, missing }) => `${within} ${area} ${group ?? missing}`);

  it("put each zone where the middle of its people lies", () => {
    // By hand, in order of rank z3 (10 people), z1 (10), z2 (20), z4 (0), z5 (30), z6 (30): middles at 5, 15, 30, 40, 55, 85
    // of 100, so halves 1, 1, 1, 1, 2, 2.
    const found = deprivationGroups(ranks(2, 3, 1, 4, 5, 6), living(10, 20, 10, 0, 30, 30), smallPlaces, { groups: 2 });
    expect(shown(found)).toEqual(["K z1 1", "K z2 1", "K z3 1", "K z4 1", "K z5 2", "K z6 2"]);
    const scores = deprivationGroups(ranks(2, 3, 1, 4, 5, 6), living(10, 20, 10, 0, 30, 30), smallPlaces, {
      groups: 2,
      first: "highest",
    });
    // The other way round: z6 (middle at 15), z5 (45), z4 (60), z2 (70), z1 (85), z3 (95).
    expect(shown(scores)).toEqual(["K z1 2", "K z2 2", "K z3 2", "K z4 2", "K z5 1", "K z6 1"]);
  });

  it("leave out zones without a rank or a count, and say so", () => {
    const found = deprivationGroups(ranks(1, 2, "unknown"), living(10, "suppressed", 5, 10, 10), smallPlaces, {
      groups: 2,
      within: "partnership",
    });
    expect(shown(found)).toEqual([
      "P1 z1 2",
      "P1 z2 suppressed",
      "P1 z3 unknown",
      "P1 z4 unknown",
      "P2 z5 unknown",
      "P2 z6 unknown",
    ]);
    expect(found.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "zones-without-figures: 5 of 6 data zones have no rank or no count of people, and are in no group: z2, z3, z4 and 2 more",
      ]
    `);
    const nobody = deprivationGroups(ranks(1, 2, 3, 4, 5, 6), living(0, 0, 0, 0, 0, 0), smallPlaces);
    expect(shown(nobody)[0]).toBe("K z1 no population");
  });

  it("refuse what cannot be grouped", () => {
    const [some, those] = [ranks(1, 2), living(1, 2)];
    const refusal = (call: () => unknown) => {
      try {
        call();
      } catch (error) {
        return (error as Error).message;
      }
      return "not refused";
    };
    expect(refusal(() => deprivationGroups(some, those, smallPlaces, { groups: 2.5 }))).toContain("[invalid-option]");
    expect(refusal(() => deprivationGroups(some, those, smallPlaces, { within: "Atlantis" }))).toContain(
      "[unknown-area]",
    );
    expect(refusal(() => deprivationGroups(those, those, smallPlaces))).toMatchInlineSnapshot(`
      "[no-rank] deprivationGroups: every row needs a "rank" that is a number, as a key or a measure; the table has area, people
        Fix: Give the ranks of the index, 1 for the most deprived."
    `);
    const odd = tableFromRows([{ area: "P1", people: 1 }], { people: "count" });
    expect(refusal(() => deprivationGroups(some, odd, smallPlaces))).toMatchInlineSnapshot(`
      "[unknown-area] deprivationGroups: every area of the people must be a data zone; 1 of 1 are not:
        P1
        Fix: Give data zones of the geography's edition; convert others first."
    `);
    const byAge = tableFromRows(
      ["0-4", "5+"].map((age) => ({ area: "z1", age, people: 1 })),
      { people: "count" },
    );
    expect(refusal(() => deprivationGroups(some, byAge as never, smallPlaces))).toMatchInlineSnapshot(`
      "[several-rows] deprivationGroups: a data zone has one row of people; 1 rows are further ones: z1
        Fix: Keep one period, and sum over other keys first: sumOver(people, "age", "sex")."
    `);
    for (const percent of [0, 100, 12.5])
      expect(refusal(() => peopleInMostDeprived(some, those, smallPlaces, { percent }))).toContain("[invalid-option]");
  });
});
