import { describe, expect, test } from "vitest";
import { blanksAroundText } from "../../../src/readers/public-health-scotland/blanks-around-text.ts";

const names = (...cells: readonly string[]) => ({
  file: "look-up.csv",
  header: ["Code", "Name"],
  rows: cells.map((cell, i) => [`${i}`, cell]),
  lines: cells.map((_, i) => i + 2),
  issues: [],
});

describe("blanks around text", () => {
  test("are noted once for a column, with the texts", () => {
    expect(blanksAroundText(names("West", "North ", "North ", " South"))).toEqual([
      {
        code: "blanks-around-text",
        severity: "note",
        file: "look-up.csv",
        line: 3,
        column: "Name",
        found: "North ",
        message: '3 cells of Name begin or end with a blank, and are read without it: "North ", " South"',
        fix: "Nothing to do; where names are joined with the publisher's other files, join by code.",
      },
    ]);
    expect(blanksAroundText(names("East "))[0]!.message).toBe(
      '1 cell of Name begins or ends with a blank, and is read without it: "East "',
    );
  });

  test("inside text, and no rows, give no note", () => {
    expect(blanksAroundText(names("West Lothian", ""))).toEqual([]);
    expect(blanksAroundText(names())).toEqual([]);
  });
});
