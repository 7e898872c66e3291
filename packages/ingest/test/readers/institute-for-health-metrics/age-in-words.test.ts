import { expect, test } from "vitest";
import { ageInWords } from "../../../src/readers/institute-for-health-metrics/age-in-words.ts";

test.each([
  ["All ages", "all"],
  ["All Ages", "all"],
  ["Age-standardized", "standardised"],
  ["Under 5", "in years"],
  ["<1 year", "in years"],
  ["1-4 years", "in years"],
  ["1 to 4", "in years"],
  ["95+ years", "in years"],
  ["95 plus", "in years"],
  ["0-6 days", "in words"],
  ["1-5 months", "in words"],
  ["Early Neonatal", "in words"],
  ["", "in words"],
])('"%s" is %s', (text, taken) => {
  expect(ageInWords(text)).toBe(taken);
});
