/** The scale on which a straight line is fitted, or on which errors are normal. */
export type Scale = "linear" | "log" | "logit";

/** The value on the scale. */
export function onScale(value: number, scale: Scale): number {
  if (scale === "linear") return value;
  return scale === "log" ? Math.log(value) : Math.log(value / (1 - value));
}

/** The value that stands at a place of the scale. */
export function fromScale(place: number, scale: Scale): number {
  if (scale === "linear") return place;
  return scale === "log" ? Math.exp(place) : 1 / (1 + Math.exp(-place));
}

/**
 * What a population-weighted line through groups in order makes of their values: slope and level at mid-rank are sums of
 * the values, each with a weight of its own.
 */
export interface SlopeWeights {
  /** Share of the population in each group: a. */
  readonly share: Float64Array;
  /** Middle of each group in the population ranked from 0 to 1: b. */
  readonly rank: Float64Array;
  /** What each value adds to the slope; they sum to 0. */
  readonly slope: Float64Array;
}

/** The weights of groups by their population. */
export function slopeWeights(population: ArrayLike<number>): SlopeWeights {
  const column = () => new Float64Array(population.length);
  const weights = { share: column(), rank: column(), slope: column() };
  writeSlopeWeights(population, 0, weights);
  return weights;
}

/** Writes the weights of the groups whose population begins at `start`, as many as there is room for. */
export function writeSlopeWeights(
  population: ArrayLike<number>,
  start: number,
  { share, rank, slope }: SlopeWeights,
): void {
  const groups = share.length;
  let total = 0;
  for (let i = 0; i < groups; i++) total += population[start + i]!;
  let below = 0;
  let spread = 0;
  for (let i = 0; i < groups; i++) {
    share[i] = population[start + i]! / total;
    rank[i] = below + share[i]! / 2;
    below += share[i]!;
    spread += share[i]! * (rank[i]! - 0.5) * (rank[i]! - 0.5);
  }
  for (let i = 0; i < groups; i++) slope[i] = (share[i]! * (rank[i]! - 0.5)) / spread;
}

/** A line over the ranked population: its slope from rank 0 to 1, and its level at rank ½. */
export interface Line {
  readonly slope: number;
  readonly middle: number;
}

/** The line through values that are on the scale of the fit. The population's mean rank is ½, so its mean lies there. */
export function lineThrough(values: ArrayLike<number>, { share, slope }: SlopeWeights): Line {
  let rise = 0;
  let mean = 0;
  for (let i = 0; i < share.length; i++) {
    rise += slope[i]! * values[i]!;
    mean += share[i]! * values[i]!;
  }
  return { slope: rise, middle: mean };
}

/** The variance of the slope, from the standard errors of the values, the first at `start`. */
export function slopeVariance({ slope }: SlopeWeights, standardErrors: ArrayLike<number>, start: number): number {
  let variance = 0;
  for (let i = 0; i < slope.length; i++) {
    const error = slope[i]! * standardErrors[start + i]!;
    variance += error * error;
  }
  return variance;
}

/** The covariance of two ends of the line, −1 the first and 1 the last: of one end with itself its variance. */
export function covarianceOfEnds(
  { share, slope }: SlopeWeights,
  standardErrors: ArrayLike<number>,
  start: number,
  one: -1 | 1,
  other: -1 | 1,
): number {
  let sum = 0;
  for (let i = 0; i < share.length; i++) {
    const error = standardErrors[start + i]!;
    sum += (share[i]! + (one * slope[i]!) / 2) * (share[i]! + (other * slope[i]!) / 2) * error * error;
  }
  return sum;
}
