import { PopneedsError } from "popneeds";
import { expect, it } from "vitest";
import { forCommandLine, issuesOf } from "../src/checking/for-command-line.ts";

const issue = (fix: string) => ({ code: "x", severity: "error" as const, message: "", fix });

it.each([
  ['Say which is meant: reader: "phs-beds".', "Say which is meant: --reader phs-beds."],
  ['say that it is Windows-1252: encoding: "windows-1252".', "say that it is Windows-1252: --encoding windows-1252."],
  ['say so with delimiter: "\\t".', "say so with --delimiter tab."],
  ['say so with delimiter: ";".', 'say so with --delimiter ";".'],
  ["Correct the cell.", "Correct the cell."],
])("says what to write on the command line: %s", (inScript, onCommandLine) => {
  expect(forCommandLine(issue(inScript)).fix).toBe(onCommandLine);
});

it("makes an issue of an error that has none, and lets go what is no fault of the data", () => {
  const error = new PopneedsError({ code: "several-readers", message: "a.csv: 2 readers fit", fix: 'reader: "b".' });
  expect(issuesOf(error, "a.csv")).toEqual([
    { code: "several-readers", severity: "error", file: "a.csv", message: "2 readers fit", fix: "--reader b." },
  ]);
  expect(() => issuesOf(new TypeError("a bug"), "a.csv")).toThrow("a bug");
});
