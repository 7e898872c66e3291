import type { Age, Exposed, Keys } from "@popneeds/core";
import { indirectRatio as ratioOf } from "@popneeds/stats";
import { printLevel, printScale, type RateOptions, requireScale } from "../shared/scale.ts";
import type { IndirectEstimates } from "./indirect-estimates.ts";
import { indirectly } from "./indirectly.ts";

/**
 * Events observed in each group for each event expected at the rates of a reference: the standardised mortality ratio,
 * when events are deaths. The age key is used up.
 *
 * value = O ÷ E × per, E = Σ n·x′ ÷ n′ over ages. Limits are those of the observed count, exact below 10 events and Byar's
 * from 10, divided by E. Rows meet the reference by every key that it has, ages by their bands, never by position. Two
 * ratios are each weighted by their own ages: compare a group with the reference, not with another group.
 *
 * @param exposed   events over people or person-years, by age and by any more keys
 * @param reference events over people of the reference, by age and perhaps sex or period, in the same bands; ages that a
 * group leaves out are left out of the reference too, as for a ratio under 75
 * @param options   `per`: the ratio of a group that has what is expected, default 1; `level`: coverage, default 0.95
 * @returns value and limits in units of `per`, with events, `expected` events and people. Missing, with an issue, as
 * `incomplete` when a band has no row in the group or in the reference, as `no population` when people live in a band in
 * which the reference has none or no people live in any, as `not applicable` when no events are expected (the reference
 * software gives Inf), as `not available` when a count is negative or infinite. Events in a band without people count, with an issue. Missing or suppressed counts of either pass
 * their reason. No events: 0, lower limit 0
 * @throws PopneedsError `not-counts` when the events are years
 * @throws PopneedsError `unknown-key` when the reference has a key that the table lacks; `bands-differ` when they share no
 * band of ages; `invalid-option`
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987.
 * Reference: `calculate_ISRatio` of PHEindicatormethods 2.1.0, through `indirectRatio` of `@popneeds/stats`.
 *
 * @example
 * indirectRatio(over(deaths, people), over(sumOver(deaths, "area"), sumOver(people, "area")))
 */
export function indirectRatio<K extends Keys & { readonly age: Age }>(
  exposed: Exposed<K>,
  reference: Exposed<{ readonly age: Age }>,
  { per = 1, level = 0.95 }: RateOptions = {},
): IndirectEstimates<Omit<K, "age">, "ratio"> {
  requireScale("indirectRatio", { per, level });
  return indirectly("indirectRatio", exposed, reference, "ratio", {
    method: (observed, expected) => ratioOf(observed, expected, { per, level }),
    step: `indirectly standardised ratio per ${printScale(per)}; ${printLevel(level)} limits of the count, exact below 10 events and Byar's from 10`,
  });
}
