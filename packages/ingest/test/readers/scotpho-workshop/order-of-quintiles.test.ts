import { expect, test } from "vitest";
import { orderOfQuintiles } from "../../../src/readers/scotpho-workshop/order-of-quintiles.ts";

const table = (rates: readonly (readonly [string, string, number])[]) => ({
  file: "rates.csv",
  header: ["ses", "age", "rate", "ethnicity", "outcome"],
  rows: rates.map(([quintile, age, rate]) => [quintile, age, String(rate), "Indian", "LLTI"]),
  lines: rates.map((_, i) => i + 2),
  issues: [],
});

test("rates that are higher in 5 than in 1 in most groups are said", () => {
  const rates = [
    ["1", "0-14", 2],
    ["5", "0-14", 3],
    ["1", "75", 2],
    ["5", "75", 9],
    ["1", "15-29", 3],
    ["5", "15-29", 1],
  ] as const;
  expect(orderOfQuintiles(table(rates)).map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
    [
      "quintiles-other-way-round: the rates are higher in quintile 5 than in quintile 1 in 2 of 3 groups: 5 looks like the most deprived, not 1 as in the Scottish Index of Multiple Deprivation",
    ]
  `);
});

test("rates that fall, groups without both quintiles, no rows: nothing to say", () => {
  expect(
    orderOfQuintiles(
      table([
        ["1", "0-14", 3],
        ["5", "0-14", 2],
      ]),
    ),
  ).toEqual([]);
  expect(
    orderOfQuintiles(
      table([
        ["1", "0-14", 3],
        ["overall", "0-14", 2],
      ]),
    ),
  ).toEqual([]);
  expect(orderOfQuintiles(table([]))).toEqual([]);
});
