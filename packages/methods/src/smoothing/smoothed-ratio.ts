import type { Additive, Derived, Keys, Table } from "@popneeds/core";
import { type GammaFit, poissonGammaRatios } from "@popneeds/stats";
import { observedAndExpected } from "../shared/area-counts.ts";
import { printLevel, printScale, type RateOptions, requireScale } from "../shared/scale.ts";
import { type Smoothed, smoothedAreas } from "./smoothed.ts";

export interface SmoothedRatioOptions extends RateOptions {
  /** How the gamma distribution of the ratios is found: by `moments` (default) or by maximum `likelihood`. */
  readonly fit?: GammaFit;
}

/** A table that has the events observed and those expected, and the people, as `indirectRatio` gives it. */
export type SmoothableRatios<K extends Keys> = Table<
  K,
  { readonly value: Derived; readonly events: "count"; readonly expected: Additive; readonly population: Additive }
>;

/**
 * Indirectly standardised ratios of areas, those with few events expected drawn towards the common distribution of
 * ratios, with limits.
 *
 * (O + α) ÷ (E + ν), the gamma distribution of shape α and rate ν being that of the areas of each combination of all
 * other keys (Clayton and Kaldor). Where areas vary no more than by chance all get the common ratio, without limits.
 *
 * @param ratios  events observed and expected by area and any more keys, as `indirectRatio` gives them
 * @param options `per`: the ratio of an area that has what is expected, default 1; `level`: default 0.95; `fit`
 * @returns smoothed ratios with limits and `weight`: how much of each is the area's own; evidence `modelled`. A ratio
 * that is missing passes its reason and takes no part, and an issue says how many
 * @throws PopneedsError `unknown-key` without areas; `invalid-option`
 *
 * Source: Clayton D, Kaldor J. Biometrics 1987;43:671–81.
 * Reference: `glm.nb` of MASS in R 4.2.2, through `poissonGammaRatios` of `@popneeds/stats`.
 *
 * @example
 * smoothedRatio(indirectRatio(exposed, reference), { per: 100 })
 */
export function smoothedRatio<K extends Keys & { readonly area: string }>(
  ratios: SmoothableRatios<K>,
  { per = 1, level = 0.95, fit = "moments" }: SmoothedRatioOptions = {},
): Smoothed<K, "ratio"> {
  requireScale("smoothedRatio", { per, level });
  return smoothedAreas(
    "smoothedRatio",
    ratios as unknown as Table,
    observedAndExpected(ratios),
    "ratio",
    (observed, sizes) => {
      const { lower, upper, rate, ...found } = poissonGammaRatios(observed, sizes, { per, level, fit });
      return rate === Infinity ? found : { ...found, lower, upper };
    },
    ratios.provenance,
    `ratios per ${printScale(per)} smoothed by Clayton and Kaldor's empirical Bayes method, gamma distribution by ${fit}; ${printLevel(level)} limits`,
  );
}
