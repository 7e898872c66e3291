import { expect, test } from "vitest";
import { perturbation } from "../../../src/readers/national-records-of-scotland/perturbation.ts";

const table = (rows: readonly (readonly string[])[]) => ({
  file: "census.csv",
  header: ["zone", "all", "a", "b"],
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [],
});

test("parts that add up are nothing to speak of; figures that are missing are passed over", () => {
  expect(
    perturbation(
      table([
        ["S1", "1,003", "1,000", "3"],
        ["S2", "", "1", "1"],
      ]),
      "all",
      ["a", "b"],
    ),
  ).toEqual([]);
  expect(perturbation(table([]), "all", ["a", "b"])).toEqual([]);
});

test("noise is one note, with how many, how much at most and in all", () => {
  // By hand: 1 more, 2 less, equal: together 1 less of 10 + 20 + 30.
  const rows = [
    ["S1", "10", "5", "6"],
    ["S2", "20", "9", "9"],
    ["S3", "30", "10", "20"],
  ];
  expect(perturbation(table(rows), "all", ["a", "b"]).map(({ severity, message }) => [severity, message])).toEqual([
    [
      "note",
      "the census perturbs its counts: in 2 of 3 rows the parts do not add up to all, by 2 at most; in all rows together they are -1 of 60 apart",
    ],
  ]);
});

test("a difference larger than 8 times the root of the number of counts is no noise: 13.9 for three counts", () => {
  const severities = (part: string) =>
    perturbation(table([["S1", "100", "50", part]]), "all", ["a", "b"]).map(({ severity }) => severity);
  expect(severities("63")).toEqual(["note"]);
  expect(severities("64")).toEqual(["note", "warning"]);
});
