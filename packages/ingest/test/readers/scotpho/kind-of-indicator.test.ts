import { expect, test } from "vitest";
import { kindOfIndicator } from "../../../src/readers/scotpho/kind-of-indicator.ts";

test.each([
  ["Percentage", "percentage"],
  ["Crude rate per 1,000 population", "rate"],
  ["Age-sex standardised rate per 100,000", "rate"],
  ["Years", "expectancy"],
  ["Mean", "score"],
  ["Number", "score"],
])("%s is a %s", (definition, kind) => {
  expect(kindOfIndicator(definition)).toBe(kind);
});
