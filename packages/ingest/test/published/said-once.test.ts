import { expect, test } from "vitest";
import { saidOnce } from "../../src/published/said-once.ts";

const issue = { code: "odd", severity: "warning", file: "f.csv", fix: "Look." } as const;
const said = (lines: readonly number[]) => saidOnce(issue, lines, (rows) => `it is odd in ${rows}`);

test("no row, no issue", () => {
  expect(said([])).toEqual([]);
});

test("one row, and three, are named", () => {
  expect(said([7])).toEqual([{ ...issue, line: 7, message: "it is odd in 1 row (line 7)" }]);
  expect(said([1000, 2000, 3000])[0]!.message).toBe("it is odd in 3 rows (lines 1,000, 2,000, 3,000)");
});

test("of more than three the first are named and the rest counted", () => {
  expect(said(Array.from({ length: 1203 }, (_, i) => i + 2))[0]).toMatchObject({
    line: 2,
    message: "it is odd in 1,203 rows (lines 2, 3, 4 and 1,200 more)",
  });
});
