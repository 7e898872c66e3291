import type { Issue } from "@popneeds/core";
import { expect, test } from "vitest";
import { eachOnce } from "../../src/published/each-once.ts";

const issue: Issue = {
  code: "blank-key",
  severity: "error",
  message: "age is blank",
  fix: "Fill it.",
  file: "a.csv",
  line: 3,
};

test("the same words of the same row are given once, others each", () => {
  expect(
    eachOnce([
      issue,
      { ...issue },
      { ...issue, line: 4 },
      { ...issue, file: "b.csv" },
      { ...issue, message: "sex is blank" },
    ]),
  ).toHaveLength(4);
  expect(eachOnce([])).toEqual([]);
});

test("what is about no row is left as it is", () => {
  const { line: _, ...whole } = issue;
  expect(eachOnce([whole, whole])).toHaveLength(2);
});
