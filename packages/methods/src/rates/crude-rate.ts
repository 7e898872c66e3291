import { type Exposed, type Keys, withStep } from "@popneeds/core";
import { crudeRate as rateOf } from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { estimateRows } from "../shared/estimate-rows.ts";
import { printLevel, printScale, type RateOptions, requireScale } from "../shared/scale.ts";

/**
 * Events per so many people, in every row: value = events ÷ population × per.
 *
 * All keys stay: with an age key the rates are those of each age; sum over age first for one rate of all ages. Limits are
 * those of the count, exact below 10 events and Byar's from 10.
 *
 * @param exposed events over people or person-years
 * @param options `per`: people that the rate is expressed per, default 100,000; `level`: coverage, default 0.95
 * @returns value and limits per `per` people, with the events and people they rest on. No events: 0, lower limit 0.
 * No people: missing as `no population`. Missing or suppressed counts pass their reason
 * @throws PopneedsError `invalid-option`
 *
 * Source: Association of Public Health Observatories. Technical Briefing 3, 2008.
 * Reference: `phe_rate` of PHEindicatormethods 2.1.0, through `crudeRate` of `@popneeds/stats`.
 *
 * @example
 * crudeRate(over(sumOver(deaths, "age"), sumOver(people, "age")), { per: 1000 })
 */
export function crudeRate<K extends Keys>(
  exposed: Exposed<K>,
  { per = 100_000, level = 0.95 }: RateOptions = {},
): Estimates<K, "rate"> {
  requireScale("crudeRate", { per, level });
  const step = `crude rate per ${printScale(per)}; ${printLevel(level)} limits of the count, exact below 10 events and Byar's from 10`;
  return estimateRows(
    exposed,
    "rate",
    (events, population) => rateOf(events, population, { per, level }),
    withStep(exposed.provenance, step),
  );
}
