import { describe, expect, test } from "vitest";
import { dimension, nameOfDimension } from "../../../src/readers/statistics-gov-scot/dimension.ts";

describe("the dimensions of statistics.gov.scot", () => {
  test.each([
    ["Sex", "sex"],
    ["Gender", "sex"],
    ["Age", "age"],
    ["SIMD quintiles", "quintile"],
    ["simd_quintiles", "quintile"],
    ["Scottish Health Survey Indicator", "indicator"],
    ["Type Of Tenure", "typeOfTenure"],
    ["urban_rural_classification", "urbanRuralClassification"],
    ["Value", "valueDimension"],
  ])("%s is the key %s", (header, name) => {
    expect(nameOfDimension(header)).toBe(name);
  });

  test("ages are bands where a cell is one, else words", () => {
    expect(dimension("Age", ["All", "0-4 years"]).read("0-4 years")).toMatchObject({ from: 0, to: 5 });
    expect(dimension("Age", ["Children", "All"]).read("Children")).toBe("Children");
  });

  test("All is a total", () => {
    expect(dimension("Tenure", []).totals).toContain("All");
  });
});
