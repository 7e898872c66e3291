import { requireChoice } from "../shared/require-choice.ts";

/** Which form of the correction is meant. */
export interface FinitePopulationOptions {
  /**
   * `1 - n/N` (default), for a variance with n − 1 below; or `(N - n)/(N - 1)`, for the variance p(1 − p)/n of a share. They
   * are the same to the first digits.
   */
  readonly form?: "1 - n/N" | "(N - n)/(N - 1)";
}

/**
 * What a standard error shrinks to where the people asked are a good part of all there are: the finite population
 * correction.
 *
 * √(1 − n/N) or √((N − n)/(N − 1)), for n people of N, drawn without replacement.
 *
 * @param sampled    n, people asked, above 0
 * @param population N, people there are, above 0; fewer than were asked, as an estimate of a population may be, is taken as all
 * @returns the factor, from 0, where all were asked, to 1; NaN where a number is missing
 * @throws RangeError where a number is not above 0, or infinite
 *
 * Source: Cochran WG. Sampling Techniques, 3rd ed., 1977, 2.6 and 3.2.
 * Reference: worked by hand; through `finitePopulationMean`, survey 4.1-1 of R.
 *
 * @example
 * finitePopulationFactor(750, 1_000) // 0.5
 */
export function finitePopulationFactor(
  sampled: number,
  population: number,
  { form = "1 - n/N" }: FinitePopulationOptions = {},
): number {
  return factorOf("finitePopulationFactor", sampled, population, form);
}

/** The factor; refuses, in the caller's name, sizes that cannot be. */
export function factorOf(
  caller: string,
  sampled: number,
  population: number,
  form: "1 - n/N" | "(N - n)/(N - 1)",
): number {
  requireChoice(caller, "form", form, ["1 - n/N", "(N - n)/(N - 1)"]);
  for (const [name, size] of Object.entries({ sampled, population })) {
    if (size <= 0 || size === Infinity) throw new RangeError(`${caller}: ${name} must be above 0, got ${size}`);
  }
  if (sampled >= population) return 0;
  return form === "1 - n/N"
    ? Math.sqrt(1 - sampled / population)
    : Math.sqrt((population - sampled) / (population - 1));
}
