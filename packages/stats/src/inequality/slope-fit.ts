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
  const groups = population.length;
  let total = 0;
  for (let i = 0; i < groups; i++) total += population[i]!;
  const share = new Float64Array(groups);
  const rank = new Float64Array(groups);
  for (let i = 0, below = 0; i < groups; i++) {
    share[i] = population[i]! / total;
    rank[i] = below + share[i]! / 2;
    below += share[i]!;
  }
  let spread = 0;
  for (let i = 0; i < groups; i++) spread += share[i]! * (rank[i]! - 0.5) * (rank[i]! - 0.5);
  const slope = share.map((a, i) => (a * (rank[i]! - 0.5)) / spread);
  return { share, rank, slope };
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
