import { expect, test } from "vitest";
import { count } from "../../../src/field.ts";
import type { Part } from "../../../src/published/reader.ts";
import { marksSaidOnce } from "../../../src/readers/national-records-of-scotland/marks-said-once.ts";
import { schema } from "../../../src/schema.ts";

const part = (sheet: string, ...messages: readonly string[]): Part => ({
  name: sheet,
  schema: schema({ people: count("People") }),
  cells: {
    file: `book.xlsx, sheet "${sheet}"`,
    header: ["People"],
    rows: [],
    lines: [],
    issues: messages.map((message) => ({
      code: /notes/.test(message) ? "notes-left-off" : "other",
      severity: "note",
      file: `book.xlsx, sheet "${sheet}"`,
      message,
      fix: "Read them.",
    })),
  },
});
const messages = (parts: readonly Part[]) => parts.map(({ cells }) => cells.issues.map(({ message }) => message));

test("what each sheet says of marks of notes is said once for the file; other issues stay where they are", () => {
  const parts = [
    part("A", "the marks of notes were left off Area code (1); Density (2)", "another"),
    part("B", "under Population by age, the marks of notes were left off Working age (7)"),
    part("C", "the publisher has notes on Area code (1); Angus (4)"),
  ];
  expect(messages(marksSaidOnce("book.xlsx", parts))).toEqual([
    [
      "another",
      "the marks of the publisher's notes were left off headers and labels of A, B, C: Area code (1); Density (2); Working age (7) and 1 more",
    ],
    [],
    [],
  ]);
});

test("one note, or none, stays as it is", () => {
  const parts = [part("A", "the marks of notes were left off Area code (1)"), part("B", "another")];
  expect(marksSaidOnce("book.xlsx", parts)).toBe(parts);
  expect(marksSaidOnce("book.xlsx", [])).toEqual([]);
});
