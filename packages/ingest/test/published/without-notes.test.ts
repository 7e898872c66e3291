import { describe, expect, test } from "vitest";
import { withoutNotes } from "../../src/published/without-notes.ts";

describe("labels without the marks of their notes", () => {
  test.each([
    ["Area code1", "Area code", ["1"]],
    ["Area code1,2", "Area code", ["1", "2"]],
    ["the rest of the UK1,2", "the rest of the UK", ["1", "2"]],
    ["Pensionable age 3 ", "Pensionable age", ["3"]],
    ["Density3\n(Persons per\nsquare kilometre)", "Density (Persons per square kilometre)", ["3"]],
    ["Working age [Note 7]", "Working age", ["Note 7"]],
    ["Net Migration \n[Note 1]\n[Note 4]", "Net Migration", ["Note 1", "Note 4"]],
    ["Drug deaths [note 1] in [note 12]", "Drug deaths in", ["note 1", "note 12"]],
  ])("%j is %j", (label, text, notes) => {
    expect(withoutNotes(label)).toEqual({ text, notes });
  });

  test.each([
    "Mid-2020",
    "AGE0",
    "AGE1",
    "Age 5",
    "0 - 14",
    "1 to 4",
    "2011",
    "Estimated population 30 June 2018",
    "Table 3",
    "[x]",
    "",
  ])("%j is left as it is", (label) => {
    expect(withoutNotes(label)).toEqual({ text: label, notes: [] });
  });
});
