import { describe, expect, test } from "vitest";
import { phsAreaNames, phsAreaNamesReader } from "../../../src/readers/public-health-scotland/area-names.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText } from "./sample.ts";

/** Synthetic: one name for two codes. */
const names = csv(
  '"geo_code","area_name"',
  '"S12000001","Northtown"',
  '"S12000009","Northtown"',
  '"S92000003","Scotland"',
);

describe("names of areas", () => {
  test("names may be those of a total", async () => {
    const rows = [...(await readText(names)).as(phsAreaNames)];
    expect(rows.map(({ area, areaName, codes }) => [area, areaName, codes])).toEqual([
      ["S12000001", "Northtown", 1],
      ["S12000009", "Northtown", 1],
      ["S92000003", "Scotland", 1],
    ]);
  });
});

describeSturdiness(phsAreaNamesReader, "names.csv", () => names);
