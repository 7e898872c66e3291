import type { Keys, Table } from "@popneeds/core";
import type { ObservedAndExpected } from "../funnels/ratio-funnel.ts";
import { figureAt } from "../shared/figure.ts";
import { type AreaCounts, type VariationTable, variationOfAreas } from "./variation-of-areas.ts";

/**
 * How much the indirectly standardised ratios of areas vary, and how much of that chance explains: `variation` with the
 * ages of areas allowed for.
 *
 * The systematic component takes the events as expected from the reference; the chi-square test allows all areas
 * together to differ from it.
 *
 * @param ratios events observed and expected by area and any more keys, as `indirectRatio` gives them
 * @returns as `variation`, the coefficient being weighted by expected events
 * @throws PopneedsError `unknown-key` without areas
 *
 * Source and reference: as for `variation`.
 *
 * @example
 * ratioVariation(indirectRatio(exposed, reference))
 */
export function ratioVariation<K extends Keys & { readonly area: string }>(
  ratios: ObservedAndExpected<K>,
): VariationTable<Omit<K, "area">> {
  const { value, events, expected } = ratios.measures;
  const counts: AreaCounts[] = Array.from({ length: ratios.length }, (_, i) => {
    const withheld = figureAt(value, i);
    const observed = figureAt(events, i);
    return { observed: typeof withheld === "string" ? withheld : observed, size: figureAt(expected, i) };
  });
  const said = "variation between areas of the ratio of events observed to those expected";
  return variationOfAreas("ratioVariation", ratios as unknown as Table, counts, "expected", said, ratios.provenance);
}
