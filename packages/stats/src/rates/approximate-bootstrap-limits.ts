import { normalDeviate } from "../distributions/normal-deviate.ts";
import type { Interval } from "../shared/interval.ts";
import { requireLevel } from "../shared/require.ts";
import type { RateOptions } from "./crude-rate.ts";
import { weightedRate } from "./weighted-rate.ts";

/**
 * A directly standardised rate with approximate bootstrap (ABC) limits: what resampling Poisson counts would give in the
 * limit, corrected for skewness, without resampling.
 *
 * With W = w ÷ n ÷ Σ w, σ = √Σ W² e and the acceleration a = Σ W³ e ÷ 6σ³, each limit is y + σ (a ± z) ÷ (1 − a (a ± z))².
 * The rate is a linear sum, so that the bias correction equals the acceleration.
 *
 * @param events events in each stratum, 0 or more
 * @param population person-years in each stratum, above 0
 * @param weights people of the standard in each stratum, 0 or more, on any scale
 * @returns value, lower and upper per `per` person-years; with no events the value is 0 and the limits are NaN; all are
 * NaN where a count is missing. The upper limit is Infinity where 1 − a (a + z) is not above 0, and both are NaN where a is not below
 * z: as they may be for a small fraction of an event
 * @throws RangeError as `directRate` does
 *
 * Source: Swift MB. Simple confidence intervals for standardized rates based on the approximate bootstrap method. Stat Med
 * 1995;14:1875–88; DiCiccio T, Efron B. More accurate confidence intervals in exponential families. Biometrika
 * 1992;79:231–45.
 * Reference: R 4.2.2, the formula written out, to 1e-13 relative.
 *
 * @example
 * approximateBootstrapLimits([10, 40], [10_000, 5_000], [60_000, 40_000])
 * // { value: 380, lower: 284.43546451279445, upper: 498.1472979857228 }
 */
export function approximateBootstrapLimits(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 100_000, level = 0.95 }: RateOptions = {},
): Interval {
  const { rate, variance, third } = weightedRate("approximateBootstrapLimits", events, population, weights, per);
  requireLevel("approximateBootstrapLimits", level);
  const z = normalDeviate(level);
  const sigma = Math.sqrt(variance);
  const acceleration = third / (6 * sigma * sigma * sigma);
  if (acceleration >= z) return { value: rate, lower: Number.NaN, upper: Number.NaN };
  const limit = (deviate: number): number => {
    const moved = acceleration + deviate;
    const left = 1 - acceleration * moved;
    return left <= 0 ? Infinity : rate + (sigma * moved) / (left * left);
  };
  return { value: rate, lower: limit(-z), upper: limit(z) };
}
