import { upperGamma } from "../distributions/incomplete-gamma.ts";
import { comparedAreas } from "./compared-areas.ts";

/** A test of whether areas differ at all. */
export interface Heterogeneity {
  /** Σ (O − λE)² ÷ λE. */
  readonly chiSquare: number;
  /** One less than the number of areas. */
  readonly degreesOfFreedom: number;
  /** Chance of a χ² at least as large if all areas had the same ratio. */
  readonly probability: number;
  /** χ² ÷ degrees of freedom: 1 on average where there is chance alone. */
  readonly dispersion: number;
}

/**
 * The chi-square test that all areas have the same ratio of observed to expected events.
 *
 * χ² = Σ (O − λE)² ÷ λE with k − 1 degrees of freedom, λ = ΣO ÷ ΣE. For crude rates give people in place of expected
 * events: the test is the same. It wants some five events expected in most areas.
 *
 * @param observed events of each area, 0 or more
 * @param expected events expected of each area, 0 or more, on any scale
 * @returns the statistic and its probability; areas that are missing or have nothing expected are left out; χ² and the
 * probability are NaN for fewer than two areas, or where no area has any events
 * @throws RangeError where a number is negative or infinite, or the columns differ in length or are empty
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987, 3.4.
 * Reference: R 4.2.2 `chisq.test(O, p = E, rescale.p = TRUE)`, to 1e-12 relative.
 *
 * @example
 * heterogeneity([60, 40], [50, 50]) // { chiSquare: 4, degreesOfFreedom: 1, probability: 0.04550026389635842,
 * dispersion: 4 }
 */
export function heterogeneity(observed: ArrayLike<number>, expected: ArrayLike<number>): Heterogeneity {
  const areas = comparedAreas("heterogeneity", observed, expected);
  let total = 0;
  let base = 0;
  for (const i of areas) {
    total += observed[i]!;
    base += expected[i]!;
  }
  const ratio = total / base;
  let chiSquare = 0;
  for (const i of areas) {
    const mean = ratio * expected[i]!;
    chiSquare += ((observed[i]! - mean) * (observed[i]! - mean)) / mean;
  }
  const degreesOfFreedom = Math.max(0, areas.length - 1);
  if (degreesOfFreedom === 0) chiSquare = Number.NaN;
  return {
    chiSquare,
    degreesOfFreedom,
    probability: Number.isNaN(chiSquare) ? Number.NaN : upperGamma(chiSquare / 2, degreesOfFreedom / 2),
    dispersion: chiSquare / degreesOfFreedom,
  };
}
