import { expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { scotphoAreasReader } from "../../../src/readers/scotpho/area-dictionary.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic. */
const sample = [
  '"code","areaname","areatype","parent_area","areaname_full"',
  '"S00000001","Scotland","Scotland",,"Scotland"',
  '"S12000033","Aberdeen City","Council area",,"Aberdeen City - CA"',
  '"S02001236","Culter","Intermediate zone","Aberdeen City","Aberdeen City - Culter"',
  "",
].join("\n");
const read = async (text: string) => readRaw(await rawFile(text, "areas.csv"));

test("a row for each area; that Scotland has a code of ScotPHO's own is said", async () => {
  const file = await read(sample);
  expect([...file.tables[0]!.table].map((row) => [row["area"], row["level"], row["parentName"], row["rows"]])).toEqual([
    ["S00000001", "Scotland", "", 1],
    ["S12000033", "Council area", "", 1],
    ["S02001236", "Intermediate zone", "Aberdeen City", 1],
  ]);
  expect(file.issues.map(({ code }) => code)).toEqual(["code-of-its-own"]);
});

test("a code that is listed twice is said", async () => {
  const file = await read(sample.replace("S02001236", "S12000033"));
  expect(file.issues.map(({ code, message }) => [code, message])).toContainEqual([
    "listed-twice",
    "1 row has a code that an earlier row has too (line 4)",
  ]);
});

test("the header once more among the rows is left out and said", async () => {
  const file = await read(sample + sample);
  expect(file.tables[0]!.table.length).toBe(3);
  expect(
    file.issues.filter(({ severity }) => severity === "error").map(({ code, line }) => [code, line]),
  ).toContainEqual(["header-among-rows", 5]);
});

describeSturdiness(scotphoAreasReader, "areas.csv", () => sample);
