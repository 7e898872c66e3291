import { normalDeviate, recentTrend, recentTrendOfProportions } from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { NotImplemented } from "../not-implemented.ts";
import { numberOption, numbersOf, requireKnown } from "./columns.ts";

const directions = {
  increasing: "Increasing",
  decreasing: "Decreasing",
  "no significant change": "No significant change",
  "cannot be calculated": "Cannot be calculated",
} as const;

const reasons = {
  significant: "No outliers and significant trend",
  "not significant": "No significant trend",
  outlier: "Outlier found",
  "too few points": "Not enough data points",
  "repeated year": "Duplicates",
  missing: "Missing values",
} as const;

/** `assign_trend_markers` of the branch `add_trend_markers` of PHEindicatormethods: where the latest five years are going. */
export function trendMarkers(inputs: Inputs, options: Options) {
  requireKnown(options, ["value_type", "threshold", "confidence"]);
  const years = numbersOf(inputs, "year");
  const choices = { threshold: numberOption(options, "threshold", 9.5495) };
  if (options.value_type === "proportion") {
    return marked(
      recentTrendOfProportions(numbersOf(inputs, "numerator"), numbersOf(inputs, "denominator"), years, choices),
    );
  }
  if (options.value_type !== "other") throw new NotImplemented(`value_type ${JSON.stringify(options.value_type)}`);
  const [lower, upper] = [numbersOf(inputs, "lower_cl"), numbersOf(inputs, "upper_cl")];
  const deviate = normalDeviate(numberOption(options, "confidence", 0.95));
  const errors = lower.map((low, i) => (upper[i]! - low) / (2 * deviate));
  return marked(recentTrend(numbersOf(inputs, "value"), errors, years, choices));
}

function marked({ direction, reason }: ReturnType<typeof recentTrend>) {
  return { trend: directions[direction], reason: reasons[reason] };
}
