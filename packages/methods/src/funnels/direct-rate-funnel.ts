import type { Keys, Table } from "@popneeds/core";
import type { Estimates } from "../shared/estimate.ts";
import { figureAt } from "../shared/figure.ts";
import { printScale, requireScale } from "../shared/scale.ts";
import type { Funnel } from "./funnel.ts";
import { funnelOfAreas } from "./funnel-of-areas.ts";
import { poissonShape } from "./poisson-shape.ts";
import type { RateFunnelOptions } from "./rate-funnel.ts";

/**
 * Directly standardised rates of areas in a funnel plot.
 *
 * As `rateFunnel`, the size of an area being the number of people among whom its events would give its standardised
 * rate as a crude one: per × events ÷ rate. The limits treat the rate as if it were crude, an approximation that is
 * good where the ages of areas do not differ much.
 *
 * @param rates   directly standardised rates by area and any more keys, with the events they rest on
 * @param options `per`: people that the rates are expressed per, default 100,000; all else as for `rateFunnel`
 * @returns as `rateFunnel`. A rate that is missing passes its reason, so that few events are `too few events`; a rate
 * of 0 has no size and is `not applicable`
 * @throws PopneedsError `unknown-key` without areas; `unknown-area`; `invalid-option`
 *
 * Source: Spiegelhalter DJ. Stat Med 2005;24:1185–202.
 * Reference: `calculate_funnel_points` of PHEindicatormethods 2.1.0 (the derived people), through `ratioFunnel` of
 * `@popneeds/stats`.
 *
 * @example
 * directRateFunnel(directRate(over(deaths, people), esp2013)).areas
 */
export function directRateFunnel<K extends Keys & { readonly area: string }>(
  rates: Estimates<K, "rate">,
  { per = 100_000, method = "exact", signals = "control limits", ...options }: RateFunnelOptions = {},
): Funnel<K, "rate"> {
  requireScale("directRateFunnel", { per });
  const { value, events } = rates.measures;
  const areas = Array.from({ length: rates.length }, (_, i) => {
    const rate = figureAt(value, i);
    const count = figureAt(events, i);
    if (typeof rate === "string") return { observed: rate, size: rate };
    if (typeof count === "string") return { observed: count, size: count };
    return { observed: count, size: rate > 0 ? (per * count) / rate : ("not applicable" as const) };
  });
  return funnelOfAreas(
    "directRateFunnel",
    rates as unknown as Table,
    areas,
    {
      ...poissonShape(per, method, signals, options.levels),
      kind: "rate",
      said: `directly standardised rates per ${printScale(per)}, as if crude among the people that their events imply,`,
    },
    rates.provenance,
    options,
  );
}
