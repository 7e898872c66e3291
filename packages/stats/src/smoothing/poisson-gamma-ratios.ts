import { gammaQuantile } from "../distributions/gamma-quantile.ts";
import { requireLevel, requirePer, requireSameLength } from "../shared/require.ts";
import { fitGamma, type GammaFit } from "./fit-gamma.ts";
import { emptySmoothed, type Smoothed } from "./smoothed.ts";

/** How ratios are smoothed and expressed. */
export interface PoissonGammaOptions {
  /**
   * How the gamma distribution of the ratios is found: by `moments`, Clayton and Kaldor's two equations (default), or
   * by maximum `likelihood`, as a negative binomial regression does.
   */
  readonly fit?: GammaFit;
  /** The ratio of an area that has as many events as expected: 1, or 100. Default 1. */
  readonly per?: number;
  /** Chance that the ratio of an area lies within its limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** Smoothed ratios with limits, and the gamma distribution that they were drawn towards. */
export interface PoissonGammaRatios extends Smoothed {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Mean of the gamma distribution, α ÷ ν, in units of `per`. */
  readonly mean: number;
  /** Its variance, α ÷ ν²: how much the true ratios of areas vary, chance left out. 0 where chance explains all. */
  readonly variance: number;
  /** α; Infinity where the variance is 0. */
  readonly shape: number;
  /** ν, in expected events: an area that expects so many is half its own. Infinity where the variance is 0. */
  readonly rate: number;
}

/**
 * Observed-to-expected ratios drawn towards their common distribution, where that is a gamma one: the empirical Bayes
 * estimates of Clayton and Kaldor, with limits.
 *
 * θᵢ = (Oᵢ + α) ÷ (Eᵢ + ν); the limits are quantiles of the gamma distribution of shape Oᵢ + α and rate Eᵢ + ν.
 * `moments`: α ÷ ν = mean θ, α ÷ ν² = Σ (1 + ν ÷ Eᵢ)(θᵢ − mean)² ÷ (k − 1), solved together; they have a solution where
 * χ² of `heterogeneity` exceeds its degrees of freedom, and otherwise all areas get the common ratio. The limits take α
 * and ν as known, and are a little too narrow where there are few areas.
 *
 * @param observed events of each area, 0 or more
 * @param expected events expected of each area, above 0
 * @returns ratios and limits in units of `per`, with the gamma distribution; NaN, with a status, for areas that are
 * missing, cannot be or have nothing expected, which take no part; for a single area its own ratio with a variance of 0
 * @throws RangeError where the columns differ in length or are empty, or an option is invalid
 *
 * Source: Clayton D, Kaldor J. Empirical Bayes estimates of age-standardized relative risks for use in disease mapping.
 * Biometrics 1987;43:671–81.
 * Reference: `likelihood`: α and ν as `glm.nb` of MASS in R 4.2.2, to its 1e-8; `moments`: the two equations iterated
 * in R 4.2.2, to 1e-12; the lip cancers of the source, α 1.88 and ν 1.32 by likelihood.
 *
 * @example
 * poissonGammaRatios([20, 2, 4], [10, 10, 10]).mean // 0.8666666666666666
 */
export function poissonGammaRatios(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  { fit = "moments", per = 1, level = 0.95 }: PoissonGammaOptions = {},
): PoissonGammaRatios {
  requireSameLength("poissonGammaRatios", { observed, expected });
  requirePer("poissonGammaRatios", per);
  requireLevel("poissonGammaRatios", level);
  const result = emptySmoothed(observed, expected, "nothing expected");
  const used: number[] = [];
  for (let i = 0; i < observed.length; i++) if (result.status[i] === 0) used.push(i);
  const O = Float64Array.from(used, (i) => observed[i]!);
  const E = Float64Array.from(used, (i) => expected[i]!);
  const { mean, rate } = fitGamma(O, E, fit);
  const shape = mean * rate;
  const lower = new Float64Array(observed.length).fill(Number.NaN);
  const upper = new Float64Array(observed.length).fill(Number.NaN);
  const tail = (1 - level) / 2;
  used.forEach((i, k) => {
    if (rate === Infinity) {
      result.weight[i] = 0;
      result.value[i] = mean * per;
      lower[i] = mean * per;
      upper[i] = mean * per;
      return;
    }
    const scale = per / (E[k]! + rate);
    result.weight[i] = E[k]! / (E[k]! + rate);
    result.value[i] = (O[k]! + shape) * scale;
    lower[i] = gammaQuantile(tail, O[k]! + shape) * scale;
    upper[i] = gammaQuantile(1 - tail, O[k]! + shape) * scale;
  });
  return { ...result, lower, upper, mean: mean * per, variance: (mean / rate) * per * per, shape, rate };
}
