import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  openDataCatalogue,
  openDataCatalogueReader,
} from "../../../src/readers/public-health-scotland/open-data-catalogue.ts";
import { practiceLists, practiceListsReader } from "../../../src/readers/public-health-scotland/practice-lists.ts";
import {
  phsStatisticalQualifiers,
  phsStatisticalQualifiersReader,
} from "../../../src/readers/public-health-scotland/statistical-qualifiers.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText } from "./sample.ts";

/** Synthetic. */
const lists = csv('"ltla21_code","total_gp","total_patients","patients_per_gp"', '"S12000001",200,250000,1250');

/** Synthetic: the definitions are made up; the publisher's lines end in CR CR LF. */
const qualifiers = [
  "Qualifier,QualifierName,QualifierDefinition",
  'c,confidential,"Withheld, to protect people."',
  "*,significant,At 0.05.",
  "",
].join("\r\r\n");

/** Synthetic. */
const catalogue = csv(
  "Title,Owner,PageURL,AssetURL,FileName,DateCreated,DateUpdated,FileSize,FileSizeUnit,FileType,NumRecords,OriginalTags,ManualTags,License,Description",
  '"Made up",Somebody,https://example.org/a,https://example.org/a.csv,By board,2019-01-01T00:00:00.0,2024-01-01T00:00:00.0,1904,B,CSV,,board;waits,,UK Open Government Licence (OGL),"A table, made up."',
);

describe("lists of practices by council", () => {
  test("count practitioners and patients; patients each are a ratio, and the year is not said", async () => {
    const file = await readText(lists);
    const table = file.as(practiceLists);
    // 250,000 / 200 = 1,250, by hand.
    expect([...table]).toMatchObject([{ generalPractitioners: 200, patients: 250_000, patientsEach: 1250 }]);
    expect(table.measures.patientsEach.kind).toBe("ratio");
    expect(issuesOf(file)).toEqual(["note | no-period | the file does not say of which year its figures are"]);
  });
});

describe("the list of qualifiers", () => {
  test("is read in Windows-1252, as it is published", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${qualifiers}`),
      Buffer.from([0x86]),
      Buffer.from(",earliest revision,x\r\r\n"),
    ]);
    const file = readRaw(await rawFile(bytes, "qualifiers.csv"));
    expect([...file.as(phsStatisticalQualifiers)].map(({ qualifier, definition }) => [qualifier, definition])).toEqual([
      ["c", "Withheld, to protect people."],
      ["*", "At 0.05."],
      ["\u2020", "x"],
    ]);
  });
});

describe("the catalogue of open data", () => {
  test("has a row for each resource; a number of records that is blank is not available", async () => {
    const [row] = (await readText(catalogue)).as(openDataCatalogue);
    expect(row).toMatchObject({
      address: "https://example.org/a.csv",
      size: 1904,
      records: null,
      missing: "not available",
    });
  });
});

describeSturdiness(practiceListsReader, "lists.csv", () => lists);
describeSturdiness(phsStatisticalQualifiersReader, "qualifiers.csv", () => qualifiers);
describeSturdiness(openDataCatalogueReader, "catalogue.csv", () => catalogue);
