import { type Factors, members, requireFactors, weight } from "./factor-effects.ts";

/** Rates of several populations, each as it would be if they differed in one factor only. */
export interface StandardisedAcross {
  /** The rate of each population as it is. */
  readonly rates: Float64Array;
  /** For each factor, the rate of each population if it differed from the others in that factor alone. */
  readonly standardised: readonly Float64Array[];
}

/**
 * Which part of the differences among several populations goes with which factor, without contradiction between pairs.
 *
 * Compared pair by pair, the effects of a factor between A and B, and between B and C, do not add up to that between A and C. Das Gupta's
 * standardised rates do: the effect of a factor between any two populations is the difference of their rates here, and the
 * effects of all factors add up to the difference of their own rates. For population 1 of N and a factor,
 * Σⱼ A₁.ⱼ ÷ (N − 1) + Σᵢ (Σⱼ Aᵢ.ⱼ − (N − 2) Aᵢ.₁) ÷ (N (N − 1)), with Aᵢ.ⱼ the rate of i standardised on i and j.
 *
 * @param populations the factors of each population, two or more
 * @param rate the rate that follows from factors; called 2ᵏ times for each pair
 * @returns own and standardised rates, in the unit of the rate
 * @throws RangeError where there are fewer than two populations, or their factors do not match
 *
 * Source: Das Gupta P. Standardization and Decomposition of Rates: A User's Manual. US Bureau of the Census, P23-186, 1993,
 * chapter 6; Das Gupta P. Decomposition of the difference between two rates and its consistency when more than two populations
 * are involved. Math Popul Stud 1991;3:105–25.
 * Reference: with two populations the differences are those of `factorEffects`; with more, adding up over pairs and factors, to 1e-12.
 *
 * @example
 * standardisedAcross([[1, 10], [2, 10], [2, 20]], ([a, b]) => a * b).rates // [10, 20, 40]
 */
export function standardisedAcross(
  populations: readonly Factors[],
  rate: (factors: Factors) => number,
): StandardisedAcross {
  const size = populations.length;
  if (size < 2) throw new RangeError(`standardisedAcross: needs at least two populations, got ${size}`);
  for (const other of populations) requireFactors("standardisedAcross", populations[0]!, other);
  const factors = populations[0]!.length;
  const pairs = populations.map((one, i) =>
    populations.map((other, j) => (i === j ? null : standardisedPair(one, other, rate))),
  );
  const standardised = Array.from({ length: factors }, (_, f) =>
    Float64Array.from({ length: size }, (_, one) => {
      let mean = 0;
      let correction = 0;
      for (let i = 0; i < size; i++) {
        if (i === one) continue;
        mean += pairs[one]![i]![f]!;
        for (let j = 0; j < size; j++) if (j !== one && j !== i) correction += pairs[i]![j]![f]!;
        correction -= (size - 2) * pairs[i]![one]![f]!;
      }
      return mean / (size - 1) + correction / (size * (size - 1));
    }),
  );
  return { rates: Float64Array.from(populations, (one) => rate(one)), standardised };
}

/** For each factor, the rate of the first of a pair with all other factors averaged over the states that they have in both. */
function standardisedPair(one: Factors, other: Factors, rate: (factors: Factors) => number): Float64Array {
  const size = one.length;
  return Float64Array.from(one, (_, f) => {
    let sum = 0;
    for (let state = 0; state < 2 ** size; state++) {
      if ((state >> f) & 1) continue;
      sum += weight(members(state), size) * rate(one.map((factor, i) => ((state >> i) & 1 ? other[i]! : factor)));
    }
    return sum;
  });
}
