import { expect, test } from "vitest";
import { meansOfTheSexes } from "../../../src/readers/national-records-of-scotland/means-of-the-sexes.ts";

const table = (rows: readonly (readonly string[])[]) => ({
  file: "rates.xlsx",
  header: ["Sex", "Cause", "Year", "rate"],
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [],
});
const rates = table([
  ["Males", "All causes", "2001", "30.1"],
  ["Females", "All causes", "2001", "20.2"],
  ["Males", "COVID-19", "2001", "."],
  ["Females", "COVID-19", "2001", "."],
]);

test("within rounding: (30.1 + 20.2) / 2 = 25.15 may be printed as 25.1 or 25.2", () => {
  for (const rate of ["25.1", "25.2"])
    expect(meansOfTheSexes(rates, table([["mean", "All causes", "2001", rate]]))).toEqual([]);
  expect(
    meansOfTheSexes(rates, table([["mean", "All causes", "2001", "25.4"]])).map(({ code, line }) => [code, line]),
  ).toEqual([["mean-of-sexes-does-not-hold", 2]]);
});

test("what is not there is passed over", () => {
  expect(
    meansOfTheSexes(
      rates,
      table([
        ["mean", "COVID-19", "2001", "."],
        ["mean", "All causes", "2002", "3"],
      ]),
    ),
  ).toEqual([]);
  expect(meansOfTheSexes(table([]), table([]))).toEqual([]);
});
