import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { communityPartnershipsReader } from "../../../src/readers/look-ups/community-partnerships.ts";
import { dataZoneAreasReader } from "../../../src/readers/look-ups/data-zone-areas.ts";
import { dataZonePairsReader } from "../../../src/readers/look-ups/data-zones-2001-2011.ts";
import { planningRegionsReader } from "../../../src/readers/look-ups/planning-regions.ts";
import { urbanRuralReader } from "../../../src/readers/look-ups/urban-rural.ts";
import { describeSturdiness } from "../sturdiness.ts";

const read = async (text: string) => readRaw(await rawFile(text, "look-up.csv"));
const rowsOf = (file: Awaited<ReturnType<typeof read>>) => [...file.tables[0]!.table];

/** Synthetic, all samples. */
const areas = [
  "DataZone,DataZoneName,IntZone,IntZoneName,SubHSCP,SubHSCPName,ScotPHOLocality,HSCP,HSCPName,CA,CAName,HB,HBName,Country,CountryName",
  "S01006506,Culter - 01,S02001236,Culter,PN0000003,Aberdeen South,S99000003,S37000001,Aberdeen City,S12000033,Aberdeen City,S08000020,NHS Grampian,S92000003,Scotland",
  "S01008417,Gyle - 01,S02001600,Gyle,,,,S37000012,Edinburgh,S12000036,City of Edinburgh,S08000024,NHS Lothian,S92000003,Scotland",
  "",
].join("\n");

describe("the areas of data zones", () => {
  test("a row for each zone; zones without a locality are counted", async () => {
    const file = await read(areas);
    expect(file.reader).toBe("look-up-data-zone-areas");
    expect(rowsOf(file).map((row) => [row["dataZone"], row["locality"], row["council"], row["rows"]])).toEqual([
      ["S01006506", "PN0000003", "S12000033", 1],
      ["S01008417", "", "S12000036", 1],
    ]);
    expect(file.issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["note", "no locality is given for the data zone in 1 row (line 3)"],
    ]);
  });
});
describeSturdiness(dataZoneAreasReader, "look-up.csv", () => areas);

const partnerships = [
  "DataZone,IntZone,CP_Name,CAName",
  'S01007284,S02001370,"Oban, Lorn and the Isles",Argyll and Bute',
  "S01010640,S02002000,Caithness,Highland",
  "",
].join("\n");

describe("community partnerships", () => {
  test("a row for each zone", async () => {
    const file = await read(partnerships);
    expect(rowsOf(file).map((row) => [row["dataZone"], row["localityName"]])).toEqual([
      ["S01007284", "Oban, Lorn and the Isles"],
      ["S01010640", "Caithness"],
    ]);
    expect(file.issues).toEqual([]);
  });

  test("a zone in two partnerships is a warning", async () => {
    const file = await read(partnerships.replace("S01010640", "S01007284"));
    expect(file.issues.map(({ code, message }) => [code, message])).toEqual([
      ["listed-twice", "1 row has a DataZone that an earlier row has too (line 3)"],
    ]);
  });
});
describeSturdiness(communityPartnershipsReader, "look-up.csv", () => partnerships);

const classes = [
  "DataZone,UrbanRural2fold2020,UrbanRural3fold2020,UrbanRural6fold2020,UrbanRural8fold2020",
  "S01006506,1,1,1,1",
  "S01006507,1,1,1,1",
  "S01006508,1,1,2,2",
  "S01006509,2,3,6,8",
  "",
].join("\n");

describe("the urban rural classification", () => {
  test("a row for each zone, with its class in each form", async () => {
    const file = await read(classes);
    expect(rowsOf(file).map((row) => [row["twofold"], row["threefold"], row["sixfold"], row["eightfold"]])).toEqual([
      ["1", "1", "1", "1"],
      ["1", "1", "1", "1"],
      ["1", "1", "2", "2"],
      ["2", "3", "6", "8"],
    ]);
    expect(file.issues).toEqual([]);
  });

  test("a zone whose classes do not nest is a warning, one that is no class an error", async () => {
    expect(
      (await read(classes.replace("S01006507,1,1,1,1", "S01006507,1,1,2,1"))).issues.map(({ message }) => message),
    ).toEqual([
      "UrbanRural6fold2020 is not that of the other rows with the same UrbanRural8fold2020 in 1 row (line 3)",
    ]);
    expect((await read(classes.replace("2,3,6,8", "2,3,6,9"))).issues.map(({ code, line }) => [code, line])).toEqual([
      ["unexpected-value", 5],
    ]);
  });
});
describeSturdiness(urbanRuralReader, "look-up.csv", () => classes);

const pairs = '"dz01_code","dz11_code"\n"S01000001","S01006506"\n"S01000002","S01006507"\n"S01000002","S01006508"\n';

describe("pairs of data zones of 2001 and 2011", () => {
  test("each pair is a row, and that they have no weights is a warning", async () => {
    const file = await read(pairs);
    expect(rowsOf(file)).toHaveLength(3);
    expect(file.issues).toMatchInlineSnapshot(`
      [
        {
          "code": "pairs-without-weights",
          "file": "look-up.csv",
          "fix": "Do not carry figures over by it, save for those pairs; give weights by population.",
          "message": "a list of 3 pairs that overlap, without weights, of 2 zones of 2001 and 3 of 2011: only in 1 pair has neither zone another partner",
          "severity": "warning",
        },
      ]
    `);
  });
});
describeSturdiness(dataZonePairsReader, "look-up.csv", () => pairs);

const regions = "Region,Board Name\nNorth Region,NHS Tayside\nEast Region,NHS Fife\n";

describe("planning regions", () => {
  test("each board has one; that the edition is not said is a warning", async () => {
    const file = await read(regions);
    expect(rowsOf(file).map((row) => [row["boardName"], row["regionName"]])).toEqual([
      ["NHS Tayside", "North Region"],
      ["NHS Fife", "East Region"],
    ]);
    expect(file.issues.map(({ severity, message }) => [severity, message])).toEqual([
      [
        "warning",
        "the file does not say of which date the regions are, and editions differ: here NHS Tayside is in North Region",
      ],
    ]);
  });
});
describeSturdiness(planningRegionsReader, "look-up.csv", () => regions);
