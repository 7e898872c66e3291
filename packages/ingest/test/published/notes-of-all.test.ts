import type { Issue } from "@popneeds/core";
import { describe, expect, test } from "vitest";
import { notesOfAll } from "../../src/published/notes-of-all.ts";

const note = (message: string, more: Partial<Issue> = {}): Issue => ({
  code: "qualified-rows",
  severity: "note",
  message,
  fix: "Nothing to do.",
  file: "a.csv",
  ...more,
});

describe("the notes of a file's tables", () => {
  test("that count the same thing are said once, with the sum", () => {
    const said = notesOfAll([
      note("1,200 rows whose Quarter is provisional"),
      note("1 row whose Quarter is provisional"),
      note("3 rows whose HB is provisional"),
    ]);
    // By hand: 1,200 + 1 = 1,201.
    expect(said.map(({ message }) => message)).toEqual([
      "1,201 rows whose Quarter is provisional",
      "3 rows whose HB is provisional",
    ]);
  });

  test("stay apart when file, code or unit differ, or when they are of one line", () => {
    const issues = [
      note("2 rows x"),
      note("2 rows x", { file: "b.csv" }),
      note("2 rows x", { code: "other" }),
      note("2 figures x"),
      note("2 rows x", { line: 7 }),
      note("2 rows x", { severity: "warning" }),
      note("something else"),
    ];
    expect(notesOfAll(issues)).toEqual(issues);
  });

  test("may be none", () => {
    expect(notesOfAll([])).toEqual([]);
    expect(notesOfAll([note("1 row x")])).toEqual([note("1 row x")]);
  });
});
