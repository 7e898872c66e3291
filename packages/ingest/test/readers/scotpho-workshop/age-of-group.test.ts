import { parseAge } from "@popneeds/core";
import { expect, test } from "vitest";
import { ageOfGroup } from "../../../src/readers/scotpho-workshop/age-of-group.ts";

test("the 20 codes are ages that follow on one another, from birth to the oldest", () => {
  const ages = Array.from({ length: 20 }, (_, i) => parseAge(ageOfGroup(String(i + 1)))!);
  expect(ages.map(({ label }) => label).join(" ")).toBe(
    "0 1-4 5-9 10-14 15-19 20-24 25-29 30-34 35-39 40-44 45-49 50-54 55-59 60-64 65-69 70-74 75-79 80-84 85-89 90+",
  );
  expect(ages.slice(1).every(({ from }, i) => from === ages[i]!.to)).toBe(true);
  expect(ages.at(-1)!.to).toBe(Number.POSITIVE_INFINITY);
});

test("a code that there is not is no age", () => {
  for (const code of ["0", "21", "", "x", "1.5"]) expect(parseAge(ageOfGroup(code))).toBeNull();
});
