import { requireEvents, requirePer, requirePopulation, requireSameLength } from "../shared/require.ts";
import { requireSomeWeight, requireWeight } from "./direct-rate.ts";

/** A directly standardised rate as the weighted sum of counts that it is, Σ W·e with W = w ÷ n ÷ Σ w × per. */
export interface WeightedRate {
  /** Σ W e. */
  readonly rate: number;
  /** Σ W² e: what the sum varies by if every count is Poisson. */
  readonly variance: number;
  /** Σ W³ e: its third moment about the mean. */
  readonly third: number;
  /** All events. */
  readonly events: number;
  /** The largest W: what one event more would add where it would add most. */
  readonly largestWeight: number;
  /** The mean of W over all strata. */
  readonly meanWeight: number;
  /** The mean of W² over all strata. */
  readonly meanSquare: number;
}

/** Adds up what the limits of a directly standardised rate rest on; refuses, in the caller's name, what cannot be. */
export function weightedRate(
  caller: string,
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  per: number,
): WeightedRate {
  requireSameLength(caller, { events, population, weights });
  requirePer(caller, per);
  let weight = 0;
  for (let i = 0; i < weights.length; i++) {
    requireEvents(caller, events[i]!, ` in stratum ${i}`);
    requirePopulation(caller, population[i]!, ` in stratum ${i}`);
    requireWeight(caller, weights[i]!, i);
    weight += weights[i]!;
  }
  requireSomeWeight(caller, weight);

  const strata = weights.length;
  let total = 0;
  let rate = 0;
  let variance = 0;
  let third = 0;
  let largestWeight = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < strata; i++) {
    const e = events[i]!;
    const each = (weights[i]! / population[i]! / weight) * per;
    total += e;
    rate += each * e;
    variance += each * each * e;
    third += each * each * each * e;
    sum += each;
    squares += each * each;
    if (each > largestWeight) largestWeight = each;
  }
  return {
    rate,
    variance,
    third,
    events: total,
    largestWeight,
    meanWeight: sum / strata,
    meanSquare: squares / strata,
  };
}
