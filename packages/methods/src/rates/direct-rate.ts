import type { Age, Exposed, Keys } from "@popneeds/core";
import type { Standard } from "@popneeds/population";
import type { Estimates } from "../shared/estimate.ts";
import { type DirectRateOptions, directly } from "./directly.ts";

/**
 * The rate that each group would have if it had the age structure of a standard; the age key is used up.
 *
 * Each age's rate is weighted by the standard, Σ w·e/n ÷ Σ w; Byar's limits of all events are placed around it, scaled by
 * Dobson's variance. Ages meet the standard by band, never by position. Ages that the table leaves out are left out of the
 * standard too, as for a rate under 75. Every key except age remains.
 *
 * @param exposed  events over people or person-years, by age
 * @param standard weights by band; the table's bands must not cut through them
 * @param options  `per`: people that the rate is expressed per, default 100,000; `level`: coverage, default 0.95;
 * `minimumEvents`: default 10; `limits`, `deviate`, `emptyRows`, `missingBands`, `belowZero`: see `DirectRateOptions`
 * @returns value and limits per `per` people, with all events and people of the group. Missing as `too few events` below
 * `minimumEvents`, as `no population` when nobody lives in one of the bands, as `incomplete` when a band has no row, as
 * `not available` when a count is impossible; issues say which. Missing or suppressed counts pass their reason
 * @throws PopneedsError `standard-cut` when a band cuts through one of the standard's; `invalid-option`; `not-counts`
 * when the events are years
 *
 * Source: Dobson AJ et al. Stat Med 1991;10:457–62; Breslow NE, Day NE, vol. II, 1987.
 * Reference: `calculate_dsr` of PHEindicatormethods 2.1.0, through `directRate` of `@popneeds/stats`.
 *
 * @example
 * directRate(over(deaths, people), esp2013)
 */
export function directRate<K extends Keys & { readonly age: Age }>(
  exposed: Exposed<K>,
  standard: Standard,
  options: DirectRateOptions = {},
): Estimates<Omit<K, "age">, "rate"> {
  const shape = {
    usedUp: ["age"],
    rows: exposed.keys.age.values.length,
    step: ({ name, source }: Standard) => `directly standardised to the ${name} (${source})`,
  };
  const table = exposed as unknown as Exposed<Keys & { readonly age: Age }>;
  return directly("directRate", table, standard, shape, options) as unknown as Estimates<Omit<K, "age">, "rate">;
}
