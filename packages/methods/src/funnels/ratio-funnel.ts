import type { Additive, Derived, Keys, Table } from "@popneeds/core";
import type { RatioControlMethod } from "@popneeds/stats";
import { observedAndExpected } from "../shared/area-counts.ts";
import { printScale, requireScale } from "../shared/scale.ts";
import type { Funnel, FunnelOptions } from "./funnel.ts";
import { funnelOfAreas } from "./funnel-of-areas.ts";
import { poissonShape } from "./poisson-shape.ts";

export interface RatioFunnelOptions extends FunnelOptions {
  /** The ratio of an area that has what is expected: 1, or 100. Default 1. */
  readonly per?: number;
  /** How the limits are placed. Default `exact`. */
  readonly method?: RatioControlMethod;
  /**
   * What makes a signal: a value beyond its `control limits` (default), or `own limits` of the count, exact below 10
   * events and Byar's from 10, that leave out the target.
   */
  readonly signals?: "control limits" | "own limits";
}

/** A table that has the events observed and those expected, as `indirectRatio` and `indirectRate` give it. */
export type ObservedAndExpected<K extends Keys> = Table<
  K,
  { readonly value: Derived; readonly events: "count"; readonly expected: Additive }
>;

/**
 * Indirectly standardised ratios of areas in a funnel plot: which lie further from what is expected than chance
 * explains.
 *
 * As `rateFunnel`; the size of an area is the number of events expected in it. The target is `per` unless another is
 * given: the reference, from which the expected events come, not the mean of the areas.
 *
 * @param ratios  events observed and expected by area and any more keys, as `indirectRatio` gives them
 * @param options `per`, `levels`, `target` in units of `per` or `against`, `method`, `signals`, `dispersion` and what
 * it takes; see `FunnelOptions`
 * @returns as `rateFunnel`, in units of `per`, whatever unit the table's values have. An area in which nothing is
 * expected is `no population`; a ratio that is missing passes its reason
 * @throws PopneedsError `unknown-key` without areas; `unknown-area`; `invalid-option`
 *
 * Source: Spiegelhalter DJ. Stat Med 2005;24:1185–202.
 * Reference: `calculate_funnel_limits` of PHEindicatormethods 2.1.0, through `ratioFunnel` of `@popneeds/stats`.
 *
 * @example
 * ratioFunnel(indirectRatio(exposed, reference)).areas
 */
export function ratioFunnel<K extends Keys & { readonly area: string }>(
  ratios: ObservedAndExpected<K>,
  { per = 1, method = "exact", signals = "control limits", ...options }: RatioFunnelOptions = {},
): Funnel<K, "ratio"> {
  requireScale("ratioFunnel", { per });
  return funnelOfAreas(
    "ratioFunnel",
    ratios as unknown as Table,
    observedAndExpected(ratios),
    {
      ...poissonShape(per, method, signals, options.levels),
      kind: "ratio",
      said: `ratios per ${printScale(per)}`,
    },
    ratios.provenance,
    options.against === undefined ? { target: per, ...options } : options,
  );
}
