import { type Exposed, type Keys, withStep } from "@popneeds/core";
import { type CountLimitsMethod, crudeRates } from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { estimateRows } from "../shared/estimate-rows.ts";
import { orMissing } from "../shared/figure.ts";
import { requireCounts } from "../shared/require-counts.ts";
import { printLevel, printScale, type RateOptions, requireScale } from "../shared/scale.ts";

export interface CrudeRateOptions extends RateOptions {
  /** The limits of the count: exact below 10 events and Byar's from 10 (default), Byar's throughout, or exact throughout. */
  readonly limits?: CountLimitsMethod;
  /** A normal deviate in place of the level's, such as 1.96, for Byar's limits. Default none. */
  readonly deviate?: number;
  /** The lower limit where there are no events: 0 (default), or none. */
  readonly noEvents?: "zero" | "no lower limit";
  /** The name of the convention that these options come from, for the provenance. */
  readonly convention?: string;
}

/**
 * Events per so many people, in every row: value = events ÷ population × per.
 *
 * All keys stay: with an age key the rates are those of each age; sum over age first for one rate of all ages. Limits are
 * those of the count, exact below 10 events and Byar's from 10 unless told otherwise.
 *
 * @param exposed events over people or person-years
 * @param options `per`: people that the rate is expressed per, default 100,000; `level`: coverage, default 0.95; `limits`,
 * `deviate`, `noEvents`: see `CrudeRateOptions`
 * @returns value and limits per `per` people, with the events and people they rest on. No events: 0, lower limit 0.
 * No people: missing as `no population`. Missing or suppressed counts pass their reason
 * @throws PopneedsError `invalid-option`; `not-counts` when the events are years
 *
 * Source: Association of Public Health Observatories. Technical Briefing 3, 2008.
 * Reference: `phe_rate` of PHEindicatormethods 2.1.0, through `crudeRate` of `@popneeds/stats`.
 *
 * @example
 * crudeRate(over(sumOver(deaths, "age"), sumOver(people, "age")), { per: 1000 })
 */
export function crudeRate<K extends Keys>(
  exposed: Exposed<K>,
  { per = 100_000, level = 0.95, limits = "exact below 10", noEvents = "zero", ...rest }: CrudeRateOptions = {},
): Estimates<K, "rate"> {
  requireScale("crudeRate", { per, level });
  requireCounts("crudeRate", exposed.measures.events);
  const { deviate, convention } = rest;
  const { events, population } = exposed.measures;
  const chosen = { per, levels: [level], limits, ...(deviate === undefined ? {} : { deviate }) };
  const { value, lower, upper } = crudeRates(events.values, population.values, chosen);
  const said = [
    `crude rate per ${printScale(per)}; ${printLevel(level)} limits of the count, ${limitsInWords[limits]}${deviate === undefined ? "" : ` with z = ${deviate}`}`,
    noEvents === "zero" ? null : "no lower limit without events",
    convention === undefined ? null : `by the convention ${convention}`,
  ];
  return estimateRows(
    exposed,
    "rate",
    (e, _, i) => ({
      value: orMissing(value[i]!, "not available"),
      lower: e === 0 && noEvents === "no lower limit" ? "not applicable" : orMissing(lower[0]![i]!, "not available"),
      upper: orMissing(upper[0]![i]!, "not available"),
    }),
    withStep(exposed.provenance, said.filter((words) => words !== null).join("; ")),
  );
}

const limitsInWords: Readonly<Record<CountLimitsMethod, string>> = {
  "exact below 10": "exact below 10 events and Byar's from 10",
  byar: "Byar's",
  exact: "exact",
};
