import { expect, test } from "vitest";
import { rawTable } from "../../src/published/raw-table.ts";
import { sexesThatDoNotSum } from "../../src/published/sexes-that-do-not-sum.ts";

const options = { sex: "sex", value: "n", all: "All", each: ["Female", "Male"] } as const;
const said = (...rows: readonly (readonly string[])[]) =>
  sexesThatDoNotSum(rawTable([["area", "sex", "n"], ...rows], "f.csv"), options).map(({ message }) => message);

test("sexes that add up are not mentioned, in any order; nor is an area in which one of the three is missing", () => {
  expect(
    said(
      ["A", "Male", "2"],
      ["A", "All", "5"],
      ["A", "Female", "3"],
      ["B", "All", "9"],
      ["B", "Male", "1"],
      ["C", "All", ""],
    ),
  ).toEqual([]);
});

test("sexes that do not add up are one warning for all areas", () => {
  expect(
    said(
      ["A", "All", "5"],
      ["A", "Female", "3"],
      ["A", "Male", "3"],
      ["B", "All", "1"],
      ["B", "Female", "0"],
      ["B", "Male", "0"],
    ),
  ).toEqual(["Female and Male do not add up to All in 2 rows (lines 2, 5)"]);
});

test("a table without rows, or without the columns, has nothing wrong", () => {
  expect(said()).toEqual([]);
  expect(sexesThatDoNotSum(rawTable([["n"], ["1"]], "f.csv"), options)).toEqual([]);
});
