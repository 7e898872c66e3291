import { describe, expect, test } from "vitest";
import { columnsOfOpenData } from "../../../src/readers/public-health-scotland/columns-of-open-data.ts";

/** The columns of a table whose cells are given by header: its fields in short. */
function fields(columns: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  const header = Object.keys(columns);
  const length = Math.max(...Object.values(columns).map((cells) => cells.length));
  const rows = Array.from({ length }, (_, i) => header.map((name) => columns[name]![i] ?? ""));
  const found = columnsOfOpenData({ file: "a.csv", header, rows, lines: rows.map((_, i) => i + 2), issues: [] });
  return Object.fromEntries(
    Object.entries(found).map(([name, field]) => [
      name,
      field.role === "measure"
        ? field.kind
        : [`key, ${field.holds}`, ...(field.totals.length > 0 ? [`totals ${field.totals.join(", ")}`] : [])].join("; "),
    ]),
  );
}

describe("the columns of open data", () => {
  test("are named as keys and measures are", () => {
    const names = Object.keys(
      fields({
        HBT: ["S08000015"],
        SIMDQuintile: ["1"],
        ICUAdmissions: ["3"],
        "90thPercentile": ["4"],
        EASR: ["1.5"],
        CAName: ["x"],
      }),
    );
    expect(names).toEqual(["area", "simdQuintile", "icuAdmissions", "90thPercentile", "easr", "caName"]);
  });

  test("are a period where the name says so and the cells are periods", () => {
    expect(fields({ Quarter: ["2017Q4", "2018Q1"], Stays: ["1", "2"] })["period"]).toMatch(/^key, a period/);
    expect(fields({ Year: ["2016/17 financial year"], Stays: ["1"] })["period"]).toMatch(/^key, a period/);
    expect(fields({ WeekBeginning: ["20200105"], Stays: ["1"] })["period"]).toMatch(/^key, a period/);
    expect(fields({ PaidDateMonth: ["202001"], Stays: ["1"] })["period"]).toMatch(/^key, a period/);
    expect(fields({ Over12Weeks: ["2001", "2002"] })).toEqual({ over12Weeks: "score" });
    expect(fields({ CADateEnacted: ["19960401"], Stays: ["1"] })).toEqual({
      caDateEnacted: "key, text",
      stays: "count",
    });
    expect(fields({ Year: ["all years", "first"], Stays: ["1", "2"] })).toEqual({
      year: "key, text; totals all years",
      stays: "count",
    });
    expect(fields({ Month: ["202001"], Quarter: ["2020Q1"], Stays: ["1"] })).toMatchObject({
      month: expect.stringMatching(/^key, a period/),
      quarter: expect.stringMatching(/^key, a period/),
    });
  });

  test("are areas where the cells are codes, whatever the name; Scotland is a total among others", () => {
    expect(fields({ Anything: ["S08000015", "S92000003"], Country: ["S92000003"], Stays: ["1", "2"] })).toEqual({
      area: "key, an area code; totals S92000003",
      country: "key, an area code",
      stays: "count",
    });
  });

  test("are sexes and ages where every cell is one, and text where not", () => {
    expect(
      fields({ Sex: ["All", "Females", "Male"], AgeGroup: ["All ages", "0-4", "85plus"], Stays: ["1", "2", "3"] }),
    ).toEqual({
      sex: "key, Female or Females or Male or Males; totals All",
      ageGroup: "key, an age or a band of ages such as 85-89 or 90+; totals All ages",
      stays: "count",
    });
    expect(fields({ Sex: ["Male", "Unknown"], AgeGroup: ["0-4", "Unknown"], Stays: ["1", "2"] })).toEqual({
      sex: "key, text",
      ageGroup: "key, text",
      stays: "count",
    });
  });

  test("are measured where most cells are numbers; the name says of what kind", () => {
    expect(
      fields({
        NumberOfWaits: ["1", "2"],
        Median: ["1", "2"],
        CrudeRate: ["1", "2"],
        PercentVariation: ["1", "2"],
        EASRLower95pcConfidenceInterval: ["1", "2"],
        StandardisedIncidenceRatio: ["1", "x"],
        CumulativeDeaths: ["1", "2"],
        AverageNumberOfBeds: ["1", "2"],
        Admissions: ["1.5", "2"],
        Ages0to4: ["1", "2"],
      }),
    ).toEqual({
      numberOfWaits: "count",
      median: "score",
      crudeRate: "rate",
      percentVariation: "percentage",
      easrLower95pcConfidenceInterval: "limit",
      standardisedIncidenceRatio: "key, text",
      cumulativeDeaths: "score",
      averageNumberOfBeds: "score",
      admissions: "score",
      ages0to4: "count",
    });
  });

  test("that are blank throughout are measured where a qualifier stands beside them, and text where none does", () => {
    expect(fields({ A: ["", ""], AQF: ["c", "z"], B: ["", ""] })).toEqual({ a: "score", b: "key, text" });
  });

  test("of a table without figures count its rows, and so of one without rows", () => {
    expect(fields({ HB: ["S08000015"], HBName: ["NHS Ayrshire and Arran"] })).toEqual({
      area: "key, an area code; totals S92000003",
      hbName: "key, text",
      rows: "count",
    });
    expect(fields({ HB: [], Deaths: [] })).toEqual({ hb: "key, text", deaths: "key, text", rows: "count" });
  });
});
