import { expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { statisticsGovScotCatalogueReader } from "../../../src/readers/statistics-gov-scot/catalogue.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic. */
const sample = [
  "url,title,organization,date_created,date_updated,licence,notes,category",
  'http://example.org/a,A,Scottish Government,2020-01-01,2021-01-01,,"One, two",Health',
  "http://example.org/b,B,Public Health Scotland,2020-01-01,2021-01-01,,,Housing",
  "",
].join("\n");

test("the catalogue has a row for each data set", async () => {
  const file = readRaw(await rawFile(sample, "catalogue.csv"));
  expect(file.reader).toBe("statistics-gov-scot-catalogue");
  expect([...file.tables[0]!.table].map((row) => [row["title"], row["notes"], row["rows"]])).toEqual([
    ["A", "One, two", 1],
    ["B", "", 1],
  ]);
  expect(file.issues).toEqual([]);
});

describeSturdiness(statisticsGovScotCatalogueReader, "catalogue.csv", () => sample);
