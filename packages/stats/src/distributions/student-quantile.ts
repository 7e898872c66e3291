import { betaLogit } from "./beta-quantile.ts";
import { requireProbability } from "./binomial-density.ts";
import { requireDegrees } from "./student-distribution.ts";

/**
 * The point that a variable of Student's t distribution stays below with a given probability.
 *
 * ν / (ν + t²) is a beta variable with shapes ν/2 and ½; its logit gives t without loss, however far out.
 *
 * @param probability between 0 and 1
 * @param degreesOfFreedom ν, above 0, whole or not
 * @returns the quantile; −Infinity at 0, 0 at a half, Infinity at 1, NaN for NaN
 * @throws RangeError where the probability is outside 0 to 1 or the degrees of freedom are not above 0
 *
 * Source: as for `studentDistribution` and `betaQuantile`.
 * Reference: `qt` of R 4.2.2, to 1e-12 relative.
 *
 * @example
 * studentQuantile(0.75, 1) // 1
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  requireProbability("studentQuantile", probability);
  requireDegrees("studentQuantile", degreesOfFreedom);
  if (Number.isNaN(probability + degreesOfFreedom)) return Number.NaN;
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  const distance = tail === 0 ? Infinity : distanceOf(tail, degreesOfFreedom);
  return probability < 0.5 ? -distance : distance;
}

function distanceOf(tail: number, degrees: number): number {
  const logit = tail <= 0.25 ? betaLogit(2 * tail, degrees / 2, 0.5) : -betaLogit(1 - 2 * tail, 0.5, degrees / 2);
  return Math.sqrt(degrees) * Math.exp(-logit / 2);
}
