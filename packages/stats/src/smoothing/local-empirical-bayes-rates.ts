import { requirePer, requireSameLength } from "../shared/require.ts";
import { ownWeight, type SmoothedRatesOptions } from "./empirical-bayes-rates.ts";
import { emptySmoothed, type Smoothed } from "./smoothed.ts";

/** How smoothed rates are expressed, and what the rates of a neighbourhood deviate from. */
export interface LocallySmoothedRatesOptions extends SmoothedRatesOptions {
  /**
   * What the variance of a neighbourhood is taken around: the `common mean` of the neighbourhood (default), or the `own
   * means` of its areas, each that of its own neighbourhood.
   */
  readonly deviations?: "common mean" | "own means";
}

/** Smoothed rates, and the rate of each neighbourhood that they were drawn towards. */
export interface LocallySmoothedRates extends Smoothed {
  /** The rate of each area and its neighbours together. */
  readonly mean: Float64Array;
  /** The variance of rates in each neighbourhood beyond chance, in squared units of the rates. */
  readonly variance: Float64Array;
}

/**
 * Crude rates drawn towards the rate of their neighbourhood, by Marshall's local empirical Bayes estimator.
 *
 * As `empiricalBayesRates`, the mean and the variance being those of the area and its neighbours. Where a neighbourhood
 * varies no more than by chance its rates all become its mean, and an area without neighbours its own rate: it is a
 * mean of one.
 *
 * @param events events of each area, 0 or more
 * @param population person-years of each area, above 0
 * @param neighbours the numbers of the neighbours of each area, from 0, the area itself left out
 * @returns rates per `per` person-years, with mean and variance of each neighbourhood; NaN, with a status, for areas
 * that are missing, cannot be or have no people, which take no part in any neighbourhood
 * @throws RangeError where the columns differ in length or are empty, a neighbour is no area, is named twice or is the
 * area itself, or `per` is invalid
 *
 * Source: Marshall RJ. Appl Stat 1991;40:283–94, section 4.
 * Reference: `EBlocal` of spdep in R 4.2.2, to 1e-12 relative: with `geoda = TRUE`, and without it by `own means`.
 *
 * @example
 * localEmpiricalBayesRates([2, 12, 7], [1_000, 1_000, 1_000], [[1], [0], []], { per: 1_000 }).value // [3.4, 10.6, 7]
 */
export function localEmpiricalBayesRates(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  neighbours: readonly ArrayLike<number>[],
  { per = 100_000, deviations = "common mean" }: LocallySmoothedRatesOptions = {},
): LocallySmoothedRates {
  requireSameLength("localEmpiricalBayesRates", { events, population, neighbours });
  requirePer("localEmpiricalBayesRates", per);
  requireNeighbours("localEmpiricalBayesRates", neighbours);
  const result = emptySmoothed(events, population, "no population");
  const means = new Float64Array(events.length).fill(Number.NaN);
  const variances = new Float64Array(events.length).fill(Number.NaN);
  const rates = Float64Array.from({ length: events.length }, (_, i) => events[i]! / population[i]!);
  const taking = (i: number, each: (j: number) => void): void => {
    each(i);
    const around = neighbours[i]!;
    for (let k = 0; k < around.length; k++) if (result.status[around[k]!] === 0) each(around[k]!);
  };
  const people = new Float64Array(events.length);
  for (let i = 0; i < events.length; i++) {
    if (result.status[i] !== 0) continue;
    let cases = 0;
    taking(i, (j) => {
      cases += events[j]!;
      people[i]! += population[j]!;
    });
    means[i] = cases / people[i]!;
  }
  for (let i = 0; i < events.length; i++) {
    if (result.status[i] !== 0) continue;
    const mean = means[i]!;
    let count = 0;
    let squares = 0;
    taking(i, (j) => {
      const gap = rates[j]! - (deviations === "common mean" ? mean : means[j]!);
      count++;
      squares += population[j]! * gap * gap;
    });
    variances[i] = Math.max(0, (squares - mean * count) / people[i]!);
    const weight = ownWeight(variances[i]!, mean, population[i]!);
    result.weight[i] = weight;
    result.value[i] = (mean + weight * (rates[i]! - mean)) * per;
  }
  for (let i = 0; i < events.length; i++) {
    means[i]! *= per;
    variances[i]! *= per * per;
  }
  return { ...result, mean: means, variance: variances };
}

function requireNeighbours(caller: string, neighbours: readonly ArrayLike<number>[]): void {
  const areas = neighbours.length;
  const metBy = new Int32Array(areas).fill(-1);
  neighbours.forEach((around, i) => {
    for (let k = 0; k < around.length; k++) {
      const j = around[k]!;
      if (!(Number.isInteger(j) && j >= 0 && j < areas && j !== i && metBy[j] !== i)) {
        throw new RangeError(
          `${caller}: neighbours must be other areas, from 0 to ${areas - 1}, each once, got ${j} beside area ${i}`,
        );
      }
      metBy[j] = i;
    }
  });
}
