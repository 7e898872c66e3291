import { expect, it } from "vitest";
import { cube } from "../../src/shared/cube.ts";

it("is the product, rounded twice, in every engine", () => {
  // 1.1 × 1.1 = 1.2100000000000002 and × 1.1 = 1.3310000000000004 in IEEE 754 double precision.
  expect(cube(1.1)).toBe(1.3310000000000004);
  expect(cube(-2)).toBe(-8);
  expect(cube(0)).toBe(0);
  expect(cube(Number.NaN)).toBeNaN();
});
