import { measureColumn } from "@popneeds/core";
import { expect, it } from "vitest";
import { printedStep } from "../../src/totals/printed-step.ts";

const step = (...values: number[]) => printedStep(measureColumn("count", values));
const many = (of: number) => Array.from({ length: 20 }, (_, i) => (i + 1) * of);

it.each([1000, 100, 10, 5])(
  "is %d where 20 figures above 0 are multiples of it, and one is not of the next larger",
  (of) => {
    expect(step(...many(of))).toBe(of);
    expect(step(...many(of), of + 1)).toBe(1);
  },
);

it("claims nothing of fewer than 20 figures above 0, nor of zeros", () => {
  expect(step(...many(5).slice(1))).toBe(1);
  expect(step(...many(5).slice(1), 0, 0, 0)).toBe(1);
  expect(step()).toBe(1);
});

it("is the last decimal printed, and 0 where there are more than twelve", () => {
  expect(step(0.5, 12)).toBe(0.1);
  expect(step(0.25, 12.1)).toBe(0.01);
  expect(step(0.000001)).toBe(0.000001);
  expect(step(1 / 3)).toBe(0);
});

it("passes over what is missing", () => {
  expect(printedStep(measureColumn("count", [...many(10), "suppressed"]))).toBe(10);
});
