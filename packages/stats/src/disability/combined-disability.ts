import { requireSameLength } from "../shared/require.ts";

/**
 * Years lived with disability per person from several conditions that occur independently of one another.
 *
 * A person with several conditions loses 1 − Π(1 − dᵢ) of a year's health, not the sum of the weights; over a population in which the
 * conditions are independent that is 1 − Π(1 − pᵢdᵢ), exactly.
 *
 * @param prevalences share of people who have each condition, 0 to 1
 * @param weights disability weight of each condition, 0 (full health) to 1
 * @returns share of the year's health that is lost, 0 to 1; NaN where anything is missing
 * @throws RangeError where columns differ in length or are empty, or a number is not from 0 to 1
 *
 * Source: Flanagan W, McIntosh CN, Le Petit C, Berthelot JM. Deriving utility scores for co-morbid conditions. Popul Health Metr
 * 2006;4:13 (multiplicative model).
 * Reference: enumeration of all states of 8 and 11 conditions, to 1e-10.
 *
 * @example
 * combinedDisability([0.5, 0.2], [0.1, 0.5]) // 0.145
 */
export function combinedDisability(prevalences: ArrayLike<number>, weights: ArrayLike<number>): number {
  requireConditions("combinedDisability", prevalences, weights);
  // By logarithms, so that rare conditions keep their digits.
  let healthy = 0;
  for (let i = 0; i < weights.length; i++) healthy += Math.log1p(-prevalences[i]! * weights[i]!);
  return -Math.expm1(healthy);
}

/** Refuses shares and weights that cannot be. NaN passes, since a missing one is no mistake. */
export function requireConditions(caller: string, prevalences: ArrayLike<number>, weights: ArrayLike<number>): void {
  requireSameLength(caller, { prevalences, weights });
  for (const [name, column] of [
    ["prevalences", prevalences],
    ["weights", weights],
  ] as const)
    for (let i = 0; i < column.length; i++)
      if (column[i]! < 0 || column[i]! > 1)
        throw new RangeError(`${caller}: ${name} must be from 0 to 1, got ${column[i]} in condition ${i}`);
}
