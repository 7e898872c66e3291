import { keep, sourcesOf, tableFromRows } from "@popneeds/core";
import { openData, refuseErrors } from "@popneeds/ingest";
import { beforeAll, describe, expect, it } from "vitest";
import { createPlaces, loadPlaces, type Places, placeAreas } from "../../src/index.ts";
import { smallParts } from "../small-places.ts";

/**
 * Made up. C9 was North until 2018; C7 and C6 were two councils until 2010, which became Mid; C5 was divided into North and
 * South & Isles; C4 was of another extent.
 */
const places = createPlaces({
  ...smallParts,
  formerCodes: [
    { code: "C9", current: "C1", name: "North", enacted: "1996-04-01", archived: "2018-02-01" },
    { code: "C1", current: "C1", name: "North", enacted: "2018-02-02", archived: null },
    { code: "C7", current: "C2", name: "Mid East", enacted: "1996-04-01", archived: "2010-03-31" },
    { code: "C6", current: "C2", name: "Mid West", enacted: "1996-04-01", archived: "2010-03-31" },
    { code: "C5", current: "C1", name: "Greater North" },
    { code: "C5", current: "C3", name: "Greater North" },
    { code: "C4", current: "C3", name: "South", extent: "unknown" },
  ],
});
const deaths = (...rows: readonly (readonly [string, string, number | "suppressed"])[]) =>
  tableFromRows(
    rows.map(([area, year, count]) => ({ area, year, deaths: count })),
    { deaths: "count" },
  );
const shown = (table: Iterable<{ area: string; level: string; year: string; deaths: number | null }>) =>
  [...table].map(({ area, level, year, deaths: count }) => `${level} ${area} ${year} ${count}`);
const said = ({ issues }: { readonly issues: readonly { code: string; severity: string; message: string }[] }) =>
  issues.map(({ code, severity, message }) => `${severity} ${code}: ${message}`);

describe("placeAreas by code", () => {
  it("gives current codes and their levels, and says which codes were former ones", () => {
    const placed = placeAreas(
      deaths(["C9", "2017", 3], ["C1", "2019", 4], ["B2", "2019", 5], ["z1", "2019", 1]),
      places,
    );
    expect(shown(placed)).toEqual(["council C1 2017 3", "council C1 2019 4", "board B2 2019 5", "zone z1 2019 1"]);
    expect(said(placed)).toMatchInlineSnapshot(`
      [
        "note former-code: 1 of 4 rows have former codes, now the current ones; a new code came with each change of boundary, however small: "C9" (North, 1996-04-01 to 2018-02-01): North (council, C1)",
      ]
    `);
    expect(placed.provenance.steps).toEqual(["areas placed by code, from the key area, on current codes"]);
  });

  it("leaves out what cannot be placed, and names and counts every row of it", () => {
    const table = deaths(
      ["C1", "2019", 4],
      ["X1", "2019", 1],
      ["X1", "2020", 1],
      ["X2", "2020", 1],
      ["North", "2020", 1],
      ["C5", "1990", 9],
      ["C4", "1990", 9],
    );
    const placed = placeAreas(table, places);
    expect(shown(placed)).toEqual(["council C1 2019 4"]);
    expect(said(placed)).toMatchInlineSnapshot(`
      [
        "error unknown-area: 4 of 7 rows have areas that are not known, and are left out: "X1"; "X2"; "North"",
        "error divided-area: 1 of 7 rows have codes of areas that have been divided since, and are left out: "C5" (Greater North): North (council, C1), South & Isles (council, C3)",
        "error other-extent: 1 of 7 rows have codes of areas that were not those of today, though their names are, and are left out: "C4" (South): South & Isles (council, C3)",
      ]
    `);
    expect(placed.issues[0]!.found).toBe("X1, X2, North");
    expect(placed.provenance.steps.at(-1)).toContain("6 of 7 rows left out or merged");
    expect(() => refuseErrors(placed)).toThrow("[unknown-area]");
  });

  it("keeps the levels wanted, under any of their names, and counts the rest", () => {
    const named = createPlaces({ ...smallParts, levelNames: { "council-area": "council" } });
    const placed = placeAreas(deaths(["C1", "2019", 4], ["B2", "2019", 5], ["K", "2019", 9]), named, {
      level: ["council-area", "country"],
    });
    expect(shown(placed)).toEqual(["council C1 2019 4", "country K 2019 9"]);
    expect(said(placed)).toMatchInlineSnapshot(`
      [
        "note other-level: 1 of 3 rows are of levels that are not wanted, and are left out: "B2": South and Isles (board, B2)",
      ]
    `);
  });
});

describe("placeAreas, where several codes are one area", () => {
  it("adds up areas that were merged, where every part is there", () => {
    const placed = placeAreas(
      deaths(["C7", "2005", 3], ["C6", "2005", 4], ["C7", "2006", 5], ["C2", "2012", 6]),
      places,
    );
    // 3 + 4 by hand; 2006 lacks Mid West.
    expect(shown(placed)).toEqual(["council C2 2005 7", "council C2 2012 6"]);
    expect(said(placed).slice(1)).toMatchInlineSnapshot(`
      [
        "warning merged-areas: figures in 1 place of the table are sums of areas that have been merged since: C2  council  2005",
        "error incomplete-merger: figures in 1 place of the table are of areas that have been merged since, and not every part is there; left out: C2  council  2006",
      ]
    `);
    const hidden = placeAreas(deaths(["C7", "2005", 3], ["C6", "2005", "suppressed"]), places);
    expect([...hidden].map(({ deaths: count, missing }) => [count, missing])).toEqual([[null, "suppressed"]]);
  });

  it("never adds up rates", () => {
    const rates = tableFromRows(
      [
        { area: "C7", rate: 3 },
        { area: "C6", rate: 4 },
        { area: "C9", rate: 5 },
      ],
      { rate: "rate" },
    );
    const placed = placeAreas(rates, places);
    expect([...placed].map(({ area, rate }) => [area, rate])).toEqual([["C1", 5]]);
    expect(placed.issues.map(({ code }) => code)).toEqual(["former-code", "merger-not-additive"]);
  });

  it("never adds up an area that stands under its former and its current code", () => {
    const placed = placeAreas(
      deaths(["C9", "2017", 3], ["C1", "2017", 3], ["C9", "2018", 3], ["C1", "2018", 4], ["C1", "2019", 4]),
      places,
    );
    expect(shown(placed)).toEqual(["council C1 2017 3", "council C1 2019 4"]);
    expect(said(placed).slice(1)).toMatchInlineSnapshot(`
      [
        "warning same-area-twice: figures in 1 place of the table stood under several codes or names of one area, alike, and are kept once: C1  council  2017",
        "error same-area-differs: figures in 1 place of the table stood under several codes or names of one area, and differ; left out: C1  council  2018",
      ]
    `);
  });
});

describe("placeAreas by name", () => {
  const users = (...names: readonly string[]) =>
    tableFromRows(
      names.map((location, i) => ({ location, users: i + 1 })),
      { users: "count" },
    );

  it("takes names, aliases and codes, of the level wanted, with a warning", () => {
    const placed = placeAreas(users("South & Isles", "north and MID", "P2x", "The Isles"), places, {
      key: "location",
      by: "name",
      level: "partnership",
    });
    // South & Isles and The Isles are one partnership, with different figures: neither is kept.
    expect([...placed].map(({ area, level, users: count }) => [area, level, count])).toEqual([
      ["P1", "partnership", 2],
    ]);
    expect(Object.keys(placed.keys)).toEqual(["area", "level"]);
    expect(said(placed)).toMatchInlineSnapshot(`
      [
        "warning placed-by-name: 3 of 4 rows were placed by name, and names are no keys: "South & Isles": South and Isles (partnership, P2); "north and MID": North and Mid (partnership, P1); "The Isles": South and Isles (partnership, P2)",
        "error unknown-area: 1 of 4 rows have areas that are not known, and are left out: "P2x"",
        "error same-area-differs: figures in 1 place of the table stood under several codes or names of one area, and differ; left out: P2  partnership",
      ]
    `);
  });

  it("without a level takes what is usually meant, and nothing where nothing is", () => {
    const twins = createPlaces({ ...smallParts, aliases: [{ code: "B1", alias: "Upper Town" }] });
    const placed = placeAreas(users("South and Isles", "Upper Town", "C1"), twins, { key: "location", by: "name" });
    expect([...placed].map(({ area }) => area)).toEqual(["P2", "C1"]);
    expect(placed.issues.map(({ code, found }) => [code, found])).toEqual([
      ["placed-by-name", "South and Isles"],
      ["ambiguous-area", "Upper Town"],
    ]);
  });

  it("refuses names of the smallest areas, and finds none where the level is not named", () => {
    expect(() => placeAreas(users("Zone"), places, { key: "location", by: "name", level: "zone" })).toThrow(
      "[names-are-no-keys] placeAreas: names are no keys of level zone: 6 areas have 1 different names",
    );
    expect(placeAreas(users("Zone"), places, { key: "location", by: "name" }).issues[0]!.code).toBe("unknown-area");
  });
});

describe("placeAreas, for odd tables", () => {
  it("has nothing of nothing, and says nothing", () => {
    const none = placeAreas(keep(deaths(["C1", "2019", 1]), { year: "1800" }), places);
    expect([none.length, none.issues, Object.keys(none.keys)]).toEqual([0, [], ["area", "level", "year"]]);
  });

  it("refuses keys that it cannot use, and unknown levels", () => {
    const table = deaths(["C1", "2019", 1]);
    expect(() => placeAreas(table, places, { key: "place" as "area" })).toThrow("[unknown-key]");
    expect(() => placeAreas(table, places, { key: "year" })).toThrow("[key-exists]");
    expect(() => placeAreas(placeAreas(table, places), places)).toThrow("[has-levels]");
    expect(() => placeAreas(table, places, { level: "province" })).toThrow("[unknown-level]");
  });
});

describe("placeAreas on the geography that comes with the data", () => {
  let scotland: Places;
  beforeAll(async () => {
    scotland = await loadPlaces(await openData(new URL("../../../../datasets", import.meta.url).pathname));
  });

  it("knows what publishers print", () => {
    const table = tableFromRows(
      ["S08000018", "S12000015", "S12000047", "S11000052", "S92000003", "S00000001", "S08000007"].map((area, i) => ({
        area,
        row: `${i}`,
        deaths: i,
      })),
      { deaths: "count" },
    );
    const placed = placeAreas(table, scotland);
    expect([...placed].map(({ area, level }) => `${level} ${area}`)).toEqual([
      "board S08000029",
      "council S12000047",
      "council S12000047",
      "alcohol-and-drug-partnership S11000052",
      "country S92000003",
      "country S92000003",
    ]);
    expect(said(placed)).toMatchInlineSnapshot(`
      [
        "note former-code: 2 of 7 rows have former codes, now the current ones; a new code came with each change of boundary, however small: "S08000018" (NHS Fife, 2014-04-01 to 2018-02-01): NHS Fife (board, S08000029); "S12000015" (Fife, 1996-04-01 to 2018-02-01): Fife (council, S12000047)",
        "note other-code: 1 of 7 rows have codes of another publisher's own, now the official ones: "S00000001": Scotland (country, S92000003)",
        "error other-extent: 1 of 7 rows have codes of areas that were not those of today, though their names are, and are left out: "S08000007" (Greater Glasgow and Clyde): NHS Greater Glasgow and Clyde (board, S08000031)",
      ]
    `);
    expect(sourcesOf(placed.provenance).map(({ id }) => id)).toContain("geography-area-history");
  });

  it("knows the names that publishers print, level by level", () => {
    const names = (level: string, ...texts: readonly string[]) =>
      [
        ...placeAreas(
          tableFromRows(
            texts.map((name) => ({ name, text: name, n: 1 })),
            { n: "count" },
          ),
          scotland,
          { key: "name", by: "name", level },
        ),
      ].map(({ area }) => area);
    expect(names("council", "Edinburgh, City of", "Western Isles", "Argyll & Bute", "Glasgow City")).toEqual([
      "S12000036",
      "S12000013",
      "S12000035",
      "S12000049",
    ]);
    expect(names("board", "NHS Ayrshire & Arran", "Ayrshire and Arran", "Western Isles")).toEqual([
      "S08000015",
      "S08000015",
      "S08000028",
    ]);
    expect(names("partnership", "City of Edinburgh", "Clackmannanshire & Stirling")).toEqual([
      "S37000012",
      "S37000005",
    ]);
  });

  it("refuses names of data zones, and takes no name that several intermediate zones share", () => {
    // Public Health Scotland, Geography Codes and Labels: 6,823 names of 6,976 zones; 1,250 of 1,279.
    const zone = tableFromRows([{ name: "City Centre - 01", n: 1 }], { n: "count" });
    expect(() => placeAreas(zone, scotland, { key: "name", by: "name", level: "data-zone" })).toThrow(
      "6976 areas have 6823 different names",
    );
    const shared = scotland.areasAt("intermediate-zone").map(({ name }) => name);
    const twice = shared.find((name, i) => shared.indexOf(name) !== i)!;
    const placed = placeAreas(tableFromRows([{ name: twice, n: 1 }], { n: "count" }), scotland, {
      key: "name",
      by: "name",
      level: "intermediate-zone",
    });
    expect([placed.length, placed.issues.map(({ code }) => code)]).toEqual([0, ["ambiguous-area"]]);
  });
});
