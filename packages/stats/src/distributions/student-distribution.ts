import { logLowerBeta } from "./incomplete-beta.ts";

/**
 * The probability that a variable of Student's t distribution stays below a point.
 *
 * ½ I(ν / (ν + t²); ν/2, ½) below 0 and one minus that above, so that a small lower tail keeps its digits. The chance of
 * exceeding t is `studentDistribution(-t, ν)`.
 *
 * @param t where the distribution is cut, in standard errors
 * @param degreesOfFreedom ν, above 0, whole or not
 * @returns the probability, from 0 to 1; NaN for NaN
 * @throws RangeError where the degrees of freedom are not above 0
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 26.7.1; as for `lowerBeta`.
 * Reference: mpmath at 60 digits, to 1e-12 relative for degrees of freedom from 1 to 100.
 *
 * @example
 * studentDistribution(1, 1) // 0.75
 */
export function studentDistribution(t: number, degreesOfFreedom: number): number {
  requireDegrees("studentDistribution", degreesOfFreedom);
  if (Number.isNaN(t + degreesOfFreedom)) return Number.NaN;
  const beyond = lowerTail(Math.abs(t), degreesOfFreedom);
  return t < 0 ? beyond : 1 - beyond;
}

const leadingTermIsAll = 1e140; // beyond this the tail is a power of t to the last digit

function lowerTail(distance: number, degrees: number): number {
  const ratio = distance / Math.sqrt(degrees);
  const near = Math.min(ratio, leadingTermIsAll);
  const square = near * near;
  const tail = logLowerBeta(1 / (1 + square), square / (1 + square), degrees / 2, 0.5);
  return 0.5 * Math.exp(tail - degrees * Math.log(ratio > near ? ratio / near : 1));
}

/** Refuses degrees of freedom that are not above 0. */
export function requireDegrees(caller: string, degreesOfFreedom: number): void {
  if (degreesOfFreedom <= 0 || degreesOfFreedom === Infinity) {
    throw new RangeError(`${caller}: degrees of freedom must be above 0, got ${degreesOfFreedom}`);
  }
}
