import type { Exposed, Keys, Table } from "@popneeds/core";
import { empiricalBayesRates } from "@popneeds/stats";
import { figureAt } from "../shared/figure.ts";
import { printScale, type RateOptions, requireScale } from "../shared/scale.ts";
import { type Smoothed, smoothedAreas } from "./smoothed.ts";

/**
 * Crude rates of areas, those of few people drawn towards the rate of all: for a map that is not led by its smallest
 * areas.
 *
 * Marshall's empirical Bayes estimator, among the areas of each combination of all other keys. Where areas vary no more
 * than by chance all get the common rate. The rates are modelled, without limits, and are not to be compared with
 * published ones.
 *
 * @param exposed events over people or person-years, by area and any more keys; sum over age first
 * @param options `per`: people that the rate is expressed per, default 100,000
 * @returns smoothed rates whose limits are `not applicable`, with `weight`: how much of each is the area's own;
 * evidence `modelled`. An area without people is missing as `no population` and takes no part; missing or suppressed
 * counts pass their reason; an issue says how many
 * @throws PopneedsError `unknown-key` without areas; `invalid-option`
 *
 * Source: Marshall RJ. Mapping disease and mortality rates using empirical Bayes estimators. Appl Stat 1991;40:283–94.
 * Reference: `EBest` of spdep in R 4.2.2, through `empiricalBayesRates` of `@popneeds/stats`.
 *
 * @example
 * smoothedRate(over(sumOver(deaths, "age"), sumOver(people, "age")))
 */
export function smoothedRate<K extends Keys & { readonly area: string }>(
  exposed: Exposed<K>,
  { per = 100_000 }: Pick<RateOptions, "per"> = {},
): Smoothed<K, "rate"> {
  requireScale("smoothedRate", { per });
  return smoothedAreas(
    "smoothedRate",
    exposed as unknown as Table,
    countsOf(exposed),
    "rate",
    (events, people) => empiricalBayesRates(events, people, { per }),
    exposed.provenance,
    `crude rates per ${printScale(per)} smoothed towards the rate of all areas by Marshall's empirical Bayes method`,
  );
}

/** Events and people of each row. */
export function countsOf(exposed: Pick<Exposed, "length" | "measures">) {
  const { events, population } = exposed.measures;
  return Array.from({ length: exposed.length }, (_, i) => ({
    observed: figureAt(events, i),
    size: figureAt(population, i),
  }));
}
