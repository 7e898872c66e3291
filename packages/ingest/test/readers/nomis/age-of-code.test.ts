import { expect, test } from "vitest";
import { ageOfCode } from "../../../src/readers/nomis/age-of-code.ts";

// Nomis, population estimates by single year of age: 101 is age 0, 191 is 90 and over, 200 is all ages.
test.each([
  ["101", "0"],
  ["146", "45"],
  ["190", "89"],
  ["191", "90+"],
])("%s is %s", (code, label) => {
  expect(ageOfCode(code)?.label).toBe(label);
});

test.each(["100", "192", "200", "1", "18", "", "1010", "10a"])('"%s" is no age that is known', (code) => {
  expect(ageOfCode(code)).toBeNull();
});
