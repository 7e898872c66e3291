import { type Counts, type Exposed, type Keys, over, type Table } from "@popneeds/core";
import { type ProportionControlMethod, proportionFunnel, proportionScores } from "@popneeds/stats";
import { refusePartAboveWhole } from "../differences/part-above-whole.ts";
import { figureAt } from "../shared/figure.ts";
import type { Funnel, FunnelOptions } from "./funnel.ts";
import { funnelOfAreas } from "./funnel-of-areas.ts";

export interface PercentageFunnelOptions extends FunnelOptions {
  /** How the limits are placed. Default `exact`. */
  readonly method?: ProportionControlMethod;
}

/**
 * The percentages of areas in a funnel plot: which lie further from the common percentage than chance explains at their
 * size.
 *
 * As `rateFunnel`, with the limits of a binomial count.
 *
 * @param part    how many have it: one count, by the keys of the whole and any more
 * @param whole   how many there are: one count, by area and any more keys
 * @param options `levels`, `target` in per cent or `against`, `method`, `dispersion` and what it takes; see
 * `FunnelOptions`
 * @returns as `rateFunnel`, in per cent
 * @throws PopneedsError `part-above-whole` when more have it than there are; `unknown-key` without areas;
 * `unknown-area`; `invalid-option`; those of `over`
 *
 * Source: Spiegelhalter DJ. Stat Med 2005;24:1185–202.
 * Reference: `calculate_funnel_limits` of PHEindicatormethods 2.1.0 under the method `score`, through
 * `proportionFunnel` of `@popneeds/stats`.
 *
 * @example
 * percentageFunnel(only(screening, "taken up"), only(screening, "invited")).areas
 */
export function percentageFunnel<KP extends KW, KW extends Keys & { readonly area: string }>(
  part: Table<KP, Readonly<Record<string, "count">>>,
  whole: Table<KW, Counts>,
  { method = "exact", ...options }: PercentageFunnelOptions = {},
): Funnel<KP, "percentage"> {
  const exposed: Exposed<KP> = over(part, whole);
  refusePartAboveWhole("percentageFunnel", exposed);
  const { levels = [0.95, 0.998] } = options;
  const areas = Array.from({ length: exposed.length }, (_, i) => ({
    observed: figureAt(exposed.measures.events, i),
    size: figureAt(exposed.measures.population, i),
  }));
  return funnelOfAreas(
    "percentageFunnel",
    exposed as unknown as Table,
    areas,
    {
      kind: "percentage",
      said: "percentages",
      method,
      scale: "arcsine",
      signals: "control limits",
      most: 100,
      valueAmong: (having, all) => (having / all) * 100,
      against: (counts, totals, target, spread) =>
        proportionFunnel(counts, totals, {
          levels,
          method,
          per: 100,
          target,
          ...(spread && { dispersion: { scale: "arcsine", ...spread } }),
        }),
      scores: (counts, totals, target) => proportionScores(counts, totals, target / 100),
    },
    exposed.provenance,
    options,
  );
}
