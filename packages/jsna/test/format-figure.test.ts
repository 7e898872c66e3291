import { expect, it } from "vitest";
import { formatFigure } from "../src/index.ts";

it.each([
  [37_899, 0, "37,899"],
  [0, 1, "0.0"],
  [-3.14, 1, "−3.1"],
  [-0.04, 1, "0.0"],
  [0.05, 1, "0.1"],
  [1_234_567.891, 2, "1,234,567.89"],
  [99.95, 1, "100.0"],
])("prints %d with %d decimals as %s", (value, decimals, text) => {
  expect(formatFigure(value, decimals)).toBe(text);
});
