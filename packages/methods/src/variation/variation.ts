import type { Exposed, Keys, Table } from "@popneeds/core";
import { figureAt } from "../shared/figure.ts";
import { type AreaCounts, type VariationTable, variationOfAreas } from "./variation-of-areas.ts";

/**
 * How much the crude rates of areas vary, and how much of that chance explains. The area key is used up: one row for
 * each combination of all other keys.
 *
 * Quotient of the highest and the lowest rate, ratios of percentiles (90:10, 75:25), coefficient of variation weighted
 * by people, systematic component of variation and the chi-square test that all rates are the same, areas being
 * expected to have the rate of all together.
 *
 * @param exposed events over people or person-years, by area and any more keys; sum over age first
 * @returns measures of variation among the areas that have figures; what cannot be computed is `not applicable`, as a
 * quotient over a lowest rate of 0. Areas without figures or people take no part, and an issue says how many
 * @throws PopneedsError `unknown-key` without areas
 *
 * Source: McPherson K et al. N Engl J Med 1982;307:1310–4; Diehr P et al. Health Serv Res 1990;24:741–71.
 * Reference: R 4.2.2, through `systematicComponent`, `heterogeneity`, `percentileRatio` and `coefficientOfVariation` of
 * `@popneeds/stats`.
 *
 * @example
 * variation(over(sumOver(admissions, "age"), sumOver(people, "age")))
 */
export function variation<K extends Keys & { readonly area: string }>(
  exposed: Exposed<K>,
): VariationTable<Omit<K, "area">> {
  const { events, population } = exposed.measures;
  const counts: AreaCounts[] = Array.from({ length: exposed.length }, (_, i) => ({
    observed: figureAt(events, i),
    size: figureAt(population, i),
  }));
  const said = "variation of crude rates between areas, each expected to have the rate of all areas together";
  return variationOfAreas("variation", exposed as unknown as Table, counts, "rate of all", said, exposed.provenance);
}
