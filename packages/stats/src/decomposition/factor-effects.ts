/** What a rate depends on: for each factor a number, or a column of numbers by age, cause or the like. */
export type Factors = readonly (number | ArrayLike<number>)[];

/** What each factor contributes to the difference of two rates. */
export interface FactorEffects {
  /** The rate of the first population. */
  readonly first: number;
  /** The rate of the second population. */
  readonly second: number;
  /** The effect of each factor, in the order given; their sum is second − first. */
  readonly effects: Float64Array;
}

/**
 * What each factor contributes to the difference of a rate between two populations, for any number of factors and any rate.
 *
 * The effect of a factor is the change of the rate when that factor alone goes from the first population's value to the
 * second's, averaged over all states that the other factors can be in: Σ over subsets S of the others of
 * |S|! (k − 1 − |S|)! ÷ k! × (f(S with the factor) − f(S)). It does not depend on the order of the factors, and the effects add up to the
 * difference. For a product of two factors it is Δa (b₁ + b₂) ÷ 2. Das Gupta's effects are Shapley's values of this game.
 *
 * It is arithmetic, not cause: it says how much of a difference goes with each factor.
 *
 * @param first the factors of the first population, 1 to 16 of them
 * @param second the same factors of the second population
 * @param rate the rate that follows from factors; called 2ᵏ times
 * @returns both rates, and effects that add up to second − first; NaN where a factor that counts is missing
 * @throws RangeError where the populations have different numbers of factors, none, or more than 16, or a factor is a number
 * in one and a column in the other, or columns differ in length
 *
 * Source: Das Gupta P. Standardization and Decomposition of Rates: A User's Manual. US Bureau of the Census, P23-186, 1993;
 * Shapley LS. A value for n-person games, 1953.
 * Reference: Das Gupta's examples 2.1, 2.2, 4.3, 4.4 and 5.1, to 1e-9 and to his printed digits.
 *
 * @example
 * factorEffects([10930, 0.717892], [16591, 0.825974], ([earnings, share]) => earnings * share)
 * // { first: 7846.55956, second: 13703.734634, effects: [4369.912713, 1487.262361] }
 */
export function factorEffects(first: Factors, second: Factors, rate: (factors: Factors) => number): FactorEffects {
  const size = requireFactors("factorEffects", first, second);
  const states = 2 ** size;
  const rates = new Float64Array(states);
  for (let state = 0; state < states; state++)
    rates[state] = rate(first.map((factor, i) => ((state >> i) & 1 ? second[i]! : factor)));
  const weights = Float64Array.from({ length: size }, (_, others) => weight(others, size));
  const effects = new Float64Array(size);
  for (let factor = 0; factor < size; factor++)
    for (let state = 0; state < states; state++)
      if (!((state >> factor) & 1))
        effects[factor]! += weights[members(state)]! * (rates[state | (1 << factor)]! - rates[state]!);
  return { first: rates[0]!, second: rates[states - 1]!, effects };
}

/** The weight of a state in which so many of the other factors have changed: 1 ÷ (k × (k − 1 over their number)). */
export function weight(others: number, size: number): number {
  let ways = 1;
  for (let i = 1; i <= others; i++) ways = (ways * (size - i)) / i;
  return 1 / (size * ways);
}

/** How many factors a state has changed. */
export function members(state: number): number {
  let count = 0;
  for (let left = state; left > 0; left &= left - 1) count++;
  return count;
}

/** Refuses factors that do not match; gives their number. */
export function requireFactors(caller: string, first: Factors, second: Factors): number {
  const size = first.length;
  if (size !== second.length || size < 1 || size > 16)
    throw new RangeError(
      `${caller}: both populations must have the same 1 to 16 factors, got ${size} and ${second.length}`,
    );
  first.forEach((factor, i) => {
    const [one, other] = [shape(factor), shape(second[i]!)];
    if (one !== other)
      throw new RangeError(`${caller}: factor ${i} must have one shape in both populations, got ${one} and ${other}`);
  });
  return size;
}

function shape(factor: number | ArrayLike<number>): string {
  return typeof factor === "number" ? "a number" : `a column of ${factor.length}`;
}
