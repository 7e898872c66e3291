import { describe, expect, test } from "vitest";
import {
  openDataCatalogue,
  openDataCatalogueReader,
} from "../../../src/readers/public-health-scotland/open-data-catalogue.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText } from "./sample.ts";

/** Synthetic. */
const catalogue = csv(
  "Title,Owner,PageURL,AssetURL,FileName,DateCreated,DateUpdated,FileSize,FileSizeUnit,FileType,NumRecords,OriginalTags,ManualTags,License,Description",
  '"Made up",Somebody,https://example.org/a,https://example.org/a.csv,By board,2019-01-01T00:00:00.0,2024-01-01T00:00:00.0,1904,B,CSV,,board;waits,,UK Open Government Licence (OGL),"A table, made up."',
);

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

describeSturdiness(openDataCatalogueReader, "catalogue.csv", () => catalogue);
