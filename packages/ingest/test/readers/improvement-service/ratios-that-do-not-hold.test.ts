import { expect, test } from "vitest";
import { rawTable } from "../../../src/published/raw-table.ts";
import { ratiosThatDoNotHold } from "../../../src/readers/improvement-service/ratios-that-do-not-hold.ts";

const columns = { indicator: "code", ratio: "value", numerator: "over", denominator: "under" };
const said = (...rows: readonly (readonly string[])[]) =>
  ratiosThatDoNotHold(rawTable([["code", "value", "over", "under"], ...rows], "f.csv"), columns).map(
    ({ severity, message }) => [severity, message],
  );

test("a ratio that is its numerator over its denominator, to the digits printed, is not mentioned", () => {
  // 7 ÷ 3 = 2.333…, 1 ÷ 8 = 0.125 printed as 0.13 is within half a hundredth
  expect(said(["A", "2.333", "7", "3"], ["A", "0.13", "1", "8"])).toEqual([]);
});

test("the power of ten is that of most rows of the indicator", () => {
  // 85.4423 thousand pounds for 11.9 pupils: 7180.02… a pupil
  expect(said(["C", "7180.03", "85442.3234", "11900"], ["P", "33.3", "1", "3"])).toEqual([]);
});

test("a difference in the last digits is a note, a greater one a warning; blank and zero are passed over", () => {
  // 2 ÷ 3 = 0.66667: 0.6669 is 0.035 % off, 0.7676 is 15 % off
  expect(
    said(
      ["A", "0.6667", "2", "3"],
      ["A", "0.6669", "2", "3"],
      ["A", "0.7676", "2", "3"],
      ["A", "5", "", "3"],
      ["A", "5", "2", "0"],
      ["A", "", "2", "3"],
      ["B", "0", "0", "3"],
    ),
  ).toEqual([
    ["warning", "value is not over ÷ under in 1 row (line 4)"],
    ["note", "value differs from over ÷ under in its last digits, by 0.04 % at most, in 1 row (line 3)"],
  ]);
});

test("no rows, or other columns: nothing to say", () => {
  expect(said()).toEqual([]);
  expect(ratiosThatDoNotHold(rawTable([["a"], ["1"]], "f.csv"), columns)).toEqual([]);
});
