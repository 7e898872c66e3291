import { expect, test } from "vitest";
import { levelOfCode } from "../../../src/readers/statistics-gov-scot/level-of-code.ts";

// The first and last codes of each edition of zones are those of the Standard Geography Code Register.
test.each([
  ["S01000001", "data zones 2001"],
  ["S01006505", "data zones 2001"],
  ["S01006506", "data zones 2011"],
  ["S01013481", "data zones 2011"],
  ["S01013482", "data zones 2022"],
  ["S02001235", "intermediate zones 2001"],
  ["S02001236", "intermediate zones 2011"],
  ["S02002514", "intermediate zones 2011"],
  ["S12000033", "council areas"],
  ["S92000003", "Scotland"],
  ["S44000001", "other areas"],
  ["E92000001", "other areas"],
  ["", "other areas"],
])("%s is of %s", (code, level) => {
  expect(levelOfCode(code)).toBe(level);
});
