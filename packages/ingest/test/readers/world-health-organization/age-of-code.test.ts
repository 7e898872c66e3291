import { expect, test } from "vitest";
import { ageOfCode } from "../../../src/readers/world-health-organization/age-of-code.ts";

test.each([
  ["YEARS0-4", "0-4"],
  ["YEARS5-14", "5-14"],
  ["YEARS85PLUS", "85+"],
])("%s is %s", (code, label) => {
  expect(ageOfCode(code)?.label).toBe(label);
});

test.each(["ALLAges", "TOTAL", "age-standardized", "YEARS14-5", "D0T27", "", "0-4"])(
  '"%s" is no band of years',
  (code) => {
    expect(ageOfCode(code)).toBeNull();
  },
);
