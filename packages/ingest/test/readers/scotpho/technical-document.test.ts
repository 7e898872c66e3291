import { expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { scotphoTechnicalDocumentReader } from "../../../src/readers/scotpho/technical-document.ts";
import { describeSturdiness } from "../sturdiness.ts";

const header =
  "indicator_name,indicator_number,profile,domain,indicator_definition,data_source,COVID impact,days_since_update";
/** Synthetic, with the first columns of the real document and two of its last. */
const sample = [
  header,
  "Active travel,13040,Children,Active,Pupils who walk,Survey,,10",
  'Smoking,20201,Tobacco,Smoking,"Adults, who smoke",Survey,Paused,20',
  "",
].join("\n");
const read = async (text: string) => readRaw(await rawFile(text, "techdoc.csv"));

test("a row for each indicator, a key for each column whatever the edition has", async () => {
  const { tables, issues } = await read(sample);
  expect(Object.keys(tables[0]!.table.keys)).toEqual([
    "indicator",
    "indicatorNumber",
    "profile",
    "domain",
    "indicatorDefinition",
    "dataSource",
    "covidImpact",
    "daysSinceUpdate",
  ]);
  expect([...tables[0]!.table].map((row) => [row["indicator"], row["indicatorDefinition"], row["rows"]])).toEqual([
    ["Active travel", "Pupils who walk", 1],
    ["Smoking", "Adults, who smoke", 1],
  ]);
  expect(issues).toEqual([]);
});

test("a cell may run over several lines, and the line of a row is where it begins", async () => {
  const file = await read(`${header}\nA,1,P,D,"one\n\ntwo",S,,1\nA,1,P,D,again,S,,1\n`);
  expect([...file.tables[0]!.table].map((row) => row["indicatorDefinition"])).toEqual(["one\n\ntwo", "again"]);
  expect(file.issues.map(({ code, line }) => [code, line])).toEqual([["listed-twice", 5]]);
});

describeSturdiness(scotphoTechnicalDocumentReader, "techdoc.csv", () => sample);
