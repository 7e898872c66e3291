import { sumOver, tableFromRows } from "@popneeds/core";
import { openData } from "@popneeds/ingest";
import { beforeAll, describe, expect, it } from "vitest";
import { loadPlaces, localitiesOf, type Places, rollUp, withoutLocalities } from "../src/index.ts";

const folder = new URL("../../../datasets", import.meta.url).pathname;
let places: Places;

beforeAll(async () => {
  places = await loadPlaces(await openData(folder));
});

describe("the geography that comes with the data", () => {
  it("has as many areas as their publishers say", () => {
    // Public Health Scotland, Geography Codes and Labels; 91 localities have zones in its locality look-up.
    const counts = places.levels.map((level) => [level, places.areasAt(level).length]);
    expect(Object.fromEntries(counts)).toMatchObject({
      "data-zone": 6976,
      "intermediate-zone": 1279,
      council: 32,
      "alcohol-and-drug-partnership": 30,
      partnership: 31,
      board: 14,
      region: 3,
      country: 1,
    });
    expect(places.lookUp("data-zone", "locality").parents.size).toBe(5219);
  });

  it("is a graph: two councils are one partnership, and 67 intermediate zones straddle localities", () => {
    const both = places.find("Clackmannanshire and Stirling");
    expect(places.children(both.code, "council").map(({ name }) => name)).toEqual(["Clackmannanshire", "Stirling"]);
    expect(places.straddling("intermediate-zone", "locality")).toHaveLength(67);
    expect(places.straddling("intermediate-zone", "council")).toEqual([]);
    expect(places.areasAt("partnership").filter(({ code }) => !places.parent(code, "board"))).toEqual([]);
  });

  it("finds Dumfries and Galloway and its localities however they are written", () => {
    for (const text of ["S37000006", "Dumfries and Galloway", "Dumfries & Galloway", "dumfries-and-galloway", "D&G"])
      expect(places.find(text).code, text).toBe("S37000006");
    for (const text of ["PY0000002", "Nithsdale", "dumfries-and-galloway/nithsdale"])
      expect(places.find(text).code, text).toBe("PY0000002");
    expect(places.find("Dumfries and Galloway", { level: "board" }).code).toBe("S08000017");
    expect(localitiesOf(places, "S37000006").map(({ name }) => name)).toEqual([
      "Annandale and Eskdale",
      "Nithsdale",
      "Stewartry",
      "Wigtownshire",
    ]);
    expect(() => places.find("Dumfris")).toThrow("nearest: Dumfries and Galloway (partnership, S37000006)");
  });

  it("has alcohol and drug partnerships, which are neither councils nor integration authorities", () => {
    // ScotPHO's area dictionary: two serve two councils each; Clackmannanshire and Stirling have one each.
    const level = "alcohol-and-drug-partnership";
    const several = places.areasAt(level).filter(({ code }) => places.children(code, "council").length > 1);
    expect(several.map(({ code, name }) => [code, name])).toEqual([
      ["S11000051", "Mid and East Lothian Alcohol and Drug Partnership"],
      ["S11000052", "Lanarkshire Alcohol and Drug Partnership"],
    ]);
    expect(places.coterminous("S11000052", places.find("NHS Lanarkshire").code)).toBe(true);
    expect(places.parent("S37000005", level)).toBeNull();
    expect(places.find("Mid & East Lothian").code).toBe("S11000051");
    expect(places.find("Fife ADP").code).toBe("S11000014");
    expect(places.find("Edinburgh, City of", { level }).code).toBe("S11000012");
    // A bare name means what it meant before there were such areas.
    expect(places.find("Fife").level).toBe("partnership");
    expect(places.find("Stirling").level).toBe("council");
    expect(places.find("Lanarkshire").level).toBe("board");
  });

  it("knows levels by their other names", () => {
    expect(places.level("community-planning-partnership")).toBe("council");
    expect(places.find("Fife", { level: "integration-authority" }).code).toBe("S37000032");
    expect(places.areasAt("health-board")).toBe(places.areasAt("board"));
    expect(places.parent("PY0000002", "community-planning-partnership")?.code).toBe("S12000006");
  });

  it("finds a council by codes that it had before 2011, and no board by a code of when boards were drawn otherwise", () => {
    // Glasgow City: S12000016, S12000037, S12000043 and S12000046 in lists of codes, S12000049 since 2019.
    for (const code of ["S12000016", "S12000037", "S12000043", "S12000046"])
      expect(places.find(code).code).toBe("S12000049");
    expect(() => places.find("S08000007")).toThrow("[unknown-area]");
  });

  it("finds an area by a code that it had before", () => {
    // Fife: S12000015 until 2018, since then S12000047.
    expect(places.find("S12000015")).toMatchObject({ code: "S12000047", name: "Fife", level: "council" });
  });

  it("finds every area above data zones by its name or, where that is shared, by name and level or by address", () => {
    const lost = places.parts.areas
      .filter(({ level }) => level !== "data-zone")
      .filter(({ address, code, level }) => places.find(address, { level }).code !== code);
    expect(lost).toEqual([]);
  });

  it("takes the larger level where a name stands for one place under two codes", () => {
    // The locality Clackmannanshire of the look-up holds the data zones of the council, no more and no fewer.
    expect(places.find("Clackmannanshire")).toMatchObject({ code: "S12000005", level: "council" });
    // Troon is a locality and a smaller intermediate zone: two places.
    expect(() => places.find("Troon")).toThrow(/ambiguous-area/);
  });

  it("never compares a partnership with the board that is its twin", () => {
    expect(places.comparators("S37000006").map(({ level }) => level)).toEqual(["region", "country"]);
    expect(places.comparators("PY0000002").map(({ level }) => level)).toEqual(["partnership", "region", "country"]);
    expect(places.comparators(places.find("Falkirk").code).map(({ name }) => name)).toEqual([
      "NHS Forth Valley",
      places.parent("S08000019", "region")!.name,
      "Scotland",
    ]);
  });

  it("names the localities of nine partnerships, and makes up no zones for them", () => {
    const without = places.areasAt("partnership").filter(({ code }) => withoutLocalities(places, code) !== null);
    expect(without.map(({ name }) => name).sort()).toEqual([
      "East Dunbartonshire",
      "East Renfrewshire",
      "Falkirk",
      "Glasgow City",
      "Inverclyde",
      "North Ayrshire",
      "Orkney Islands",
      "Perth and Kinross",
      "Shetland Islands",
    ]);
    for (const { code } of without)
      expect(withoutLocalities(places, code)).toMatch(/ by name \(.+\), but the published/);
  });

  it("has two editions of the regions, which differ in where Tayside lies", async () => {
    const of2017 = await loadPlaces(await openData(folder), { regions: "2017" });
    const tayside = places.find("NHS Tayside").code;
    expect(of2017.parent(tayside, "region")?.code).toBe("region-2017:south-east-and-tayside");
    expect(places.parent(tayside, "region")?.code).toBe("region-later:north");
    expect(of2017.lookUp("board", "region").edition).toContain('regions, edition "2017"');
    await expect(loadPlaces(await openData(folder), { regions: "2030" })).rejects.toThrow(
      '[unknown-edition] loadPlaces: unknown edition of regions "2030"',
    );
  });

  it("counts every data zone once at every level that covers the country", () => {
    const ones = tableFromRows(
      places.areasAt("data-zone").map(({ code }) => ({ area: code, zones: 1 })),
      { zones: "count" },
    );
    const rolled = rollUp(ones, places, ["intermediate-zone", "council", "partnership", "board", "region", "country"]);
    expect([...sumOver(rolled, "area")].map(({ zones }) => zones)).toEqual([6976, 6976, 6976, 6976, 6976, 6976]);
    expect(rolled.issues).toEqual([]);
  });
});
