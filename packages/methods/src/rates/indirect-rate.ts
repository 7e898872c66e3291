import type { Age, Exposed, Keys } from "@popneeds/core";
import { indirectRate as rateOf } from "@popneeds/stats";
import { printLevel, printScale, type RateOptions, requireScale } from "../shared/scale.ts";
import type { IndirectEstimates } from "./indirect-estimates.ts";
import { indirectly } from "./indirectly.ts";

/**
 * The indirectly standardised ratio of each group times the crude rate of the reference; the age key is used up.
 *
 * value = O ÷ E × Σ x′ ÷ Σ n′ × per, over the ages that the group has. Joining, limits, missing bands and issues are those
 * of `indirectRatio`.
 *
 * @param exposed   events over people or person-years, by age and by any more keys
 * @param reference events over people of the reference, by age and perhaps sex or period, in the same bands
 * @param options   `per`: people that the rate is expressed per, default 100,000; `level`: coverage, default 0.95
 * @returns value and limits per `per` people, with events, `expected` events and people; missing as `indirectRatio` is
 * @throws PopneedsError as `indirectRatio` does
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987.
 * Reference: `calculate_ISRate` of PHEindicatormethods 2.1.0, through `indirectRate` of `@popneeds/stats`.
 *
 * @example
 * indirectRate(over(deaths, people), scotland, { per: 1000 })
 */
export function indirectRate<K extends Keys & { readonly age: Age }>(
  exposed: Exposed<K>,
  reference: Exposed<{ readonly age: Age }>,
  { per = 100_000, level = 0.95 }: RateOptions = {},
): IndirectEstimates<Omit<K, "age">, "rate"> {
  requireScale("indirectRate", { per, level });
  return indirectly("indirectRate", exposed, reference, "rate", {
    method: (observed, expected, crude) => rateOf(observed, expected, crude * per, { level }),
    step: `indirectly standardised rate per ${printScale(per)}; ${printLevel(level)} limits of the count, exact below 10 events and Byar's from 10`,
  });
}
