import { expect, test } from "vitest";
import { kindOfMetric } from "../../../src/readers/institute-for-health-metrics/kind-of-metric.ts";

test.each([
  ["Deaths", "Number", false, "count"],
  ["Prevalence", "Number", false, "count"],
  ["DALYs (Disability-Adjusted Life Years)", "Number", false, "years"],
  ["YLLs (Years of Life Lost)", "Number", false, "years"],
  ["YLDs (Years Lived with Disability)", "Number", false, "years"],
  ["Deaths", "Rate", false, "rate"],
  ["Deaths", "Percent", false, "ratio"],
  ["Deaths", "Rate", true, "ratio"],
  ["Life expectancy", "Years", false, "expectancy"],
  ["Probability of death", "Probability of death", false, "ratio"],
  ["Deaths", "Something new", false, "score"],
])("%s in %s (change: %s) is a %s", (measure, metric, change, kind) => {
  expect(kindOfMetric(measure, metric, change)).toBe(kind);
});
