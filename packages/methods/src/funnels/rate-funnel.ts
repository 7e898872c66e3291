import type { Exposed, Keys, Table } from "@popneeds/core";
import type { RatioControlMethod } from "@popneeds/stats";
import { figureAt } from "../shared/figure.ts";
import { printScale, requireScale } from "../shared/scale.ts";
import type { Funnel, FunnelOptions } from "./funnel.ts";
import { funnelOfAreas } from "./funnel-of-areas.ts";
import { poissonShape } from "./poisson-shape.ts";

export interface RateFunnelOptions extends FunnelOptions {
  /** People that rates are expressed per. Default 100,000. */
  readonly per?: number;
  /** How the limits are placed. Default `exact`. */
  readonly method?: RatioControlMethod;
  /**
   * What makes a signal: a value beyond its `control limits` (default), or `own limits` of the count, exact below 10
   * events and Byar's from 10, that leave out the target.
   */
  readonly signals?: "control limits" | "own limits";
}

/**
 * The crude rates of areas in a funnel plot: which lie further from the common rate than chance explains at their size.
 *
 * Each area has the limits within which a Poisson count lies with the chance of each level if its rate is the target;
 * they are exact. One funnel for each combination of all other keys, such as period and sex.
 *
 * @param exposed events over people or person-years, by area and any more keys; sum over age first
 * @param options `per`, `levels`, `target` or `against`, `method`, `signals`, `dispersion` and what it takes; see
 * `FunnelOptions`
 * @returns `areas` with limits and signal, `lines` for the chart, and one row of `groups` for each funnel. An area
 * without people is missing as `no population` and takes no part; missing or suppressed counts pass their reason; where
 * no area has events all limits are `not applicable`
 * @throws PopneedsError `unknown-key` without areas; `unknown-area`; `invalid-option`
 *
 * Source: Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185–202.
 * Reference: `calculate_funnel_limits` of PHEindicatormethods 2.1.0, through `ratioFunnel` of `@popneeds/stats`.
 *
 * @example
 * rateFunnel(over(sumOver(deaths, "age"), sumOver(people, "age"))).areas
 */
export function rateFunnel<K extends Keys & { readonly area: string }>(
  exposed: Exposed<K>,
  { per = 100_000, method = "exact", signals = "control limits", ...options }: RateFunnelOptions = {},
): Funnel<K, "rate"> {
  requireScale("rateFunnel", { per });
  const { events, population } = exposed.measures;
  const areas = Array.from({ length: exposed.length }, (_, i) => ({
    observed: figureAt(events, i),
    size: figureAt(population, i),
  }));
  return funnelOfAreas(
    "rateFunnel",
    exposed as unknown as Table,
    areas,
    {
      ...poissonShape(per, method, signals, options.levels),
      kind: "rate",
      said: `crude rates per ${printScale(per)}`,
    },
    exposed.provenance,
    options,
  );
}
