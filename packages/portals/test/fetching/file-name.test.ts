import { expect, it } from "vitest";
import { fileName } from "../../src/fetching/file-name.ts";

// Addresses of the forms that the two portals have.
it.each([
  ["https://www.opendata.nhs.scot/dataset/4d/resource/ed/download/european_standard_population.csv", "a.csv"],
  ["https://www.opendata.nhs.scot/dataset/4d/resource/ed/download/ANNEX.XLSX", "a.xlsx"],
  ["https://portal.test/a/b.csv.gz", "a.csv.gz"],
  ["https://statistics.gov.scot/downloads/cube-table?uri=http%3A%2F%2Fstatistics.gov.scot%2Fdata%2Fx", "a.csv"],
  ["http://statistics.gov.scot/downloads/file?id=2a2be2f0%2FDatazone2011lookup.csv", "a.csv"],
  ["http://statistics.gov.scot/downloads/file?id=ca23e4da%2FALL+INDICATORS+-+August+2024.xlsx", "a.xlsx"],
  ["https://portal.test/a.exe", "a.csv"],
])("%s", (url, expected) => {
  expect(fileName("a", url)).toBe(expected);
});
