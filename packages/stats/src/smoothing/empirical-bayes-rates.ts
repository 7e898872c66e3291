import { requirePer, requireSameLength } from "../shared/require.ts";
import { emptySmoothed, type Smoothed } from "./smoothed.ts";

/** How smoothed rates are expressed. */
export interface SmoothedRatesOptions {
  /** Person-years (or people) that rates are expressed per. Default 100 000. */
  readonly per?: number;
}

/** Smoothed rates, and what they were drawn towards. */
export interface SmoothedRates extends Smoothed {
  /** The rate of all areas together. */
  readonly mean: number;
  /** The variance of rates between areas beyond chance, in squared units of the rates; 0 where there is none. */
  readonly variance: number;
}

/**
 * Crude rates drawn towards the rate of all areas, by Marshall's empirical Bayes estimator: rates of few people most.
 *
 * θᵢ = m + wᵢ (xᵢ ÷ nᵢ − m), wᵢ = A ÷ (A + m ÷ nᵢ), m = Σx ÷ Σn, A = Σ n (x/n − m)² ÷ Σn − m ÷ n̄, or 0 where that is
 * below 0: then areas differ by chance alone, and all get the mean.
 *
 * The method of moments, without a shape for the rates between areas, and so without limits; `poissonGammaRatios` has
 * them. A smoothed rate is modelled: other areas' figures are in it.
 *
 * @param events events of each area, 0 or more
 * @param population person-years of each area, above 0
 * @returns rates per `per` person-years, with mean and variance; NaN, with a status, for areas that are missing, cannot
 * be or have no people, which take no part
 * @throws RangeError where the columns differ in length or are empty, or `per` is invalid
 *
 * Source: Marshall RJ. Mapping disease and mortality rates using empirical Bayes estimators. Appl Stat 1991;40:283–94.
 * Reference: `EBest(family = "poisson")` of spdep in R 4.2.2, to 1e-13 relative.
 *
 * @example
 * empiricalBayesRates([2, 12], [1_000, 1_000], { per: 1_000 }).value // [3.4, 10.6]
 */
export function empiricalBayesRates(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  { per = 100_000 }: SmoothedRatesOptions = {},
): SmoothedRates {
  requireSameLength("empiricalBayesRates", { events, population });
  requirePer("empiricalBayesRates", per);
  const result = emptySmoothed(events, population, "no population");
  let count = 0;
  let cases = 0;
  let people = 0;
  for (let i = 0; i < events.length; i++) {
    if (result.status[i] !== 0) continue;
    count++;
    cases += events[i]!;
    people += population[i]!;
  }
  const mean = cases / people;
  let squares = 0;
  for (let i = 0; i < events.length; i++) {
    if (result.status[i] !== 0) continue;
    const gap = events[i]! / population[i]! - mean;
    squares += population[i]! * gap * gap;
  }
  const variance = Math.max(0, (squares - mean * count) / people);
  for (let i = 0; i < events.length; i++) {
    if (result.status[i] !== 0) continue;
    const weight = ownWeight(variance, mean, population[i]!);
    result.weight[i] = weight;
    result.value[i] = (mean + weight * (events[i]! / population[i]! - mean)) * per;
  }
  return { ...result, mean: mean * per, variance: variance * per * per };
}

/** How much of a smoothed rate is the area's own: A ÷ (A + m ÷ n). */
export function ownWeight(variance: number, mean: number, population: number): number {
  return variance === 0 ? 0 : variance / (variance + mean / population);
}
