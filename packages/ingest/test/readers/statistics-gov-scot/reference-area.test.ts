import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { referenceAreaReader } from "../../../src/readers/statistics-gov-scot/reference-area.ts";
import { describeSturdiness } from "../sturdiness.ts";

const zone = (code: string) => `http://statistics.gov.scot/id/statistical-geography/${code}`;
/** Synthetic, after code that reads such files: no real one could be had. Eight lines above the header. */
const sample = [
  "Dwellings by type",
  "http://statistics.gov.scot/data/dwellings",
  "",
  "Reference Period,2017",
  "Measure type,Count",
  "Units,Dwellings",
  "Downloaded,2020-01-01",
  "",
  "http://purl.org/linked-data/sdmx/2009/dimension#refArea,Reference Area,All,Flats,Houses",
  `${zone("S01006506")},Culter - 01,"1,300",300,"1,000"`,
  `${zone("S01006507")},Culter - 02,90,40,50`,
  `${zone("S92000003")},Scotland,"2,500,000","1,000,000","1,500,000"`,
  "",
].join("\n");

const read = async (text: string) => readRaw(await rawFile(text, "table.csv"));

describe("the newer download of statistics.gov.scot", () => {
  test("addresses become codes, what stands across becomes a key, and levels are parts", async () => {
    const file = await read(sample);
    expect(file.because).toBe("line 9 is a header with http://purl.org/linked-data/sdmx/2009/dimension#refArea");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "data zones 2011: by area, areaName and category: 4",
      "data zones 2011: by area and areaName: 2",
      "Scotland: by area, areaName and category: 2",
      "Scotland: by area and areaName: 1",
    ]);
    expect([...file.tables[0]!.table].slice(0, 2).map((row) => [row["area"], row["category"], row["value"]])).toEqual([
      ["S01006506", "Flats", 300],
      ["S01006506", "Houses", 1000],
    ]);
    expect(file.tables[0]!.table.measures["value"]!.kind).toBe("count");
  });

  test("what stands above the table is said", async () => {
    expect((await read(sample)).issues.map(({ severity, message }) => [severity, message])).toEqual([
      [
        "note",
        "above the table stands: Dwellings by type; http://statistics.gov.scot/data/dwellings; Reference Period: 2017; Measure type: Count; Units: Dwellings; Downloaded: 2020-01-01",
      ],
    ]);
  });

  test("periods across are periods, ages are ages, and figures of an unknown kind never add up", async () => {
    const head = "http://purl.org/linked-data/sdmx/2009/dimension#refArea,Reference Area";
    const years = await read(`${head},2011,2012\n${zone("S12000033")},Aberdeen City,1,2\n`);
    expect(years.tables.map(({ name, table }) => [name, table.measures["value"]!.kind])).toEqual([
      ["council areas: by area, areaName and period", "score"],
    ]);
    expect(years.issues.map(({ code }) => code)).toEqual(["kind-not-known"]);
    const ages = await read(`${head},All,0-4 years,5 and over\n${zone("S12000033")},Aberdeen City,3,1,2\n`);
    expect(ages.tables.map(({ name }) => name)).toEqual([
      "council areas: by area, areaName and age",
      "council areas: by area and areaName",
    ]);
  });
});

test("a table with nothing but a total across is one figure an area", async () => {
  const head = "http://purl.org/linked-data/sdmx/2009/dimension#refArea,Reference Area";
  const file = await read(`${head},All\n${zone("S12000033")},Aberdeen City,3\n`);
  expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
    "council areas: by area and areaName: 1",
  ]);
});

describeSturdiness(referenceAreaReader, "table.csv", () => sample);
