import { describe, expect, test } from "vitest";
import {
  isKnownMeasurement,
  kindOfMeasurement,
  limitIn,
} from "../../../src/readers/statistics-gov-scot/measurement.ts";

describe("the measurements of statistics.gov.scot", () => {
  test.each([
    ["Count", "People", ["1", "2.0"], "count"],
    ["Count", "People", ["1.5"], "score"],
    ["Count", "Years", ["80"], "expectancy"],
    ["Ratio", "EASR per 100,000", ["1.5"], "rate"],
    ["Ratio", "Percent of Adults", ["1.5"], "percentage"],
    ["Ratio", "Index", ["1.5"], "ratio"],
    ["Percent", "Adults", [], "percentage"],
    ["Mean", "WEMWBS Score", [], "score"],
    ["Net Mass", "Tonnes", [], "score"],
  ])("%s in %s is a %s", (name, units, cells, kind) => {
    expect(kindOfMeasurement(name, units, cells)).toBe(kind);
  });

  test("a limit may say what it limits", () => {
    expect(limitIn("95% Lower Confidence Limit")).toEqual({ side: "lower", of: null });
    expect(limitIn("95% Upper Confidence Limit, Percent")).toEqual({ side: "upper", of: "Percent" });
    expect(limitIn("Percent")).toBeNull();
    expect(limitIn("99% Upper Confidence Limit")).toBeNull();
  });

  test("what is known by its name", () => {
    expect(["Count", "percent", "Rank", "Net Mass", ""].map(isKnownMeasurement)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
