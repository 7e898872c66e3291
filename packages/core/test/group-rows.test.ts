import { expect, it } from "vitest";
import { groupRows, keyColumn } from "../src/index.ts";

it("numbers distinct combinations in the order met", () => {
  const { group, first } = groupRows([keyColumn(["a", "b", "a", "b"]), keyColumn(["x", "x", "x", "y"])], 4);
  expect([Array.from(group), Array.from(first)]).toEqual([
    [0, 1, 0, 2],
    [0, 1, 3],
  ]);
});

it("has one group without columns, and none without rows", () => {
  expect(Array.from(groupRows([], 3).first)).toEqual([0]);
  expect(Array.from(groupRows([keyColumn([])], 0).first)).toEqual([]);
  expect(Array.from(groupRows([], 0).first)).toEqual([]);
});

it("gives the same groups when there are too many combinations to number beforehand", () => {
  const rows = 9000;
  const many = (step: number) => keyColumn(Array.from({ length: rows }, (_, i) => `${(i * step) % 4500}`));
  const { group, first } = groupRows([many(1), many(7)], rows);
  expect(first).toHaveLength(4500);
  for (let i = 0; i < 4500; i++) expect(group[i]).toBe(group[i + 4500]);
});
