import { sumOver, tableFromRows } from "@popneeds/core";
import { openData } from "@popneeds/ingest";
import { beforeAll, describe, expect, it } from "vitest";
import { bodiesAt, loadPlaces, type Places, placesAt, rollUp } from "../../src/index.ts";

let places: Places;
beforeAll(async () => {
  places = await loadPlaces(await openData(new URL("../../../../datasets", import.meta.url).pathname));
});

const codesOf = (date: string, level: string) =>
  bodiesAt(places, date, { levels: [level] }).bodies.map(({ areas }) => areas[0]!.code);

describe("bodiesAt", () => {
  it("has the codes of the day of boards that were re-coded in 2018 and 2019", () => {
    // Public Health Scotland, health board codes: Fife and Tayside 2 February 2018, Glasgow and Lanarkshire 1 April 2019.
    const changed = (date: string) =>
      codesOf(date, "board")
        .filter((code) => /^S080000(18|21|23|27|29|3\d)$/.test(code))
        .sort();
    expect(changed("2018-02-01")).toEqual(["S08000018", "S08000021", "S08000023", "S08000027"]);
    expect(changed("2018-02-02")).toEqual(["S08000021", "S08000023", "S08000029", "S08000030"]);
    expect(changed("2019-03-31")).toEqual(["S08000021", "S08000023", "S08000029", "S08000030"]);
    expect(changed("2019-04-01")).toEqual(["S08000029", "S08000030", "S08000031", "S08000032"]);
    for (const date of ["2014-04-01", "2018-02-02", "2019-04-01", "2026-11-28"])
      expect(codesOf(date, "board")).toHaveLength(14);
  });

  it("has partnerships from the day on which each was set up", () => {
    // The first were Highland and North Ayrshire on 1 April 2015; all 31 since 1 April 2016.
    expect(codesOf("2015-03-31", "partnership")).toEqual([]);
    expect(codesOf("2015-04-01", "partnership").sort()).toEqual(["S37000016", "S37000020"]);
    expect(codesOf("2016-04-01", "integration-authority")).toHaveLength(31);
    const early = bodiesAt(places, "2015-04-01", { levels: ["partnership"] });
    expect(early.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "no-code-in-force: 29 of 31 areas have no code that is known to have been in force on 2015-04-01: they were not there yet, or their older codes have no dates: Aberdeen City (partnership), Aberdeenshire (partnership), Angus (partnership) and 26 more",
      ]
    `);
  });

  it("has all levels that have a history, with dates, codes of the day and of now", () => {
    const { bodies, issues } = bodiesAt(places, "2017-06-30");
    expect([bodies.length, issues]).toEqual([32 + 31 + 14, []]);
    const fife = bodies.find(({ areas }) => areas[0]!.code === "S12000015")!;
    expect([fife.name, fife.current[0]!.code, fife.enacted, fife.archived]).toEqual([
      "Fife",
      "S12000047",
      "1996-04-01",
      "2018-02-01",
    ]);
  });

  it("makes one body of several levels from the day of a single authority on, and leaves the levels what they are", () => {
    // Made up: no single authority is in the data.
    const singleAuthorities = [
      { name: "Orkney Single Authority", areas: ["S12000023", "S37000022", "S08000025"], from: "2027-04-01" },
    ];
    const before = bodiesAt(places, "2027-03-31", { singleAuthorities });
    const after = bodiesAt(places, "2027-04-01", { singleAuthorities });
    expect([before.bodies.length, after.bodies.length]).toEqual([77, 75]);
    expect(after.bodies[0]).toMatchObject({ name: "Orkney Single Authority", enacted: "2027-04-01", archived: null });
    expect(after.bodies[0]!.areas.map(({ level }) => level)).toEqual(["council", "partnership", "board"]);
    const boards = bodiesAt(places, "2027-04-01", { singleAuthorities, levels: ["board"] });
    expect([boards.bodies.length, boards.bodies[0]!.areas.map(({ code }) => code)]).toEqual([14, ["S08000025"]]);
  });

  it("refuses an authority that is not one place, days that are none, and unknown codes and levels", () => {
    const of =
      (...areas: string[]) =>
      () =>
        bodiesAt(places, "2027-04-01", { singleAuthorities: [{ name: "Argyll and Bute", areas, from: "2027-04-01" }] });
    expect(of("S12000035", "S37000004", "S08000022")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-one-place] bodiesAt: the areas of Argyll and Bute must be one place; NHS Highland (board) is not that of Argyll and Bute (council)
        Fix: Name areas that hold the same data zones, one of each level.]
    `);
    expect(of()).toThrow("there are none");
    expect(of("S12000099")).toThrow("[unknown-area]");
    for (const date of ["2019", "2019-02-30", "01/04/2019", ""])
      expect(() => bodiesAt(places, date)).toThrow(
        "[invalid-date] bodiesAt: a date must be a day written as yyyy-mm-dd",
      );
    expect(() => bodiesAt(places, "2019-01-01", { levels: ["parish"] })).toThrow("[unknown-level]");
  });
});

describe("placesAt", () => {
  it("has the codes of the day and the extents of now, and says so", () => {
    const then = placesAt(places, "2017-06-30");
    expect(then.area("S08000018")).toMatchObject({ name: "NHS Fife", level: "board" });
    expect(then.find("Fife").code).toBe("S37000014");
    expect(then.find("S12000047").code).toBe("S12000015");
    expect(then.parent("S12000015", "board")?.code).toBe("S08000018");
    expect(then.baseAreas("S08000018")).toEqual(places.baseAreas("S08000029"));
    expect(then.comparators("S37000014").at(-1)?.code).toBe("S92000003");
    expect(then.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "extent-of-now: 12 areas have their codes of 2017-06-30 and the data zones of now, which may differ by a little: Fife (S12000015), Perth and Kinross (S12000024), Glasgow City (S12000046) and 9 more",
      ]
    `);
  });

  it("counts every data zone under the boards of the day", () => {
    const ones = tableFromRows(
      places.areasAt("data-zone").map(({ code }) => ({ area: code, zones: 1 })),
      { zones: "count" },
    );
    const rolled = rollUp(ones, placesAt(places, "2017-06-30"), ["board"]);
    expect(rolled.keys.area.values).toContain("S08000021");
    expect([...sumOver(rolled, "area")].map(({ zones }) => zones)).toEqual([6976]);
    expect(rolled.provenance.steps.at(-1)).toContain("codes of 2017-06-30");
  });

  it("of a day before partnerships were set up has none, and boards hold their councils all the same", () => {
    const then = placesAt(places, "2014-06-30");
    expect(then.areasAt("partnership")).toEqual([]);
    expect(then.parent("S12000006", "board")?.code).toBe("S08000017");
    expect(() => then.find("Clackmannanshire and Stirling")).toThrow("[unknown-area]");
  });

  it("of today is the geography of now", () => {
    const now = placesAt(places, "2026-11-28");
    expect(now.parts.areas).toEqual(places.parts.areas);
    expect(now.issues).toEqual([]);
  });
});
