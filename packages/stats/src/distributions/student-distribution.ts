import { logLowerBeta } from "./incomplete-beta.ts";
import { logUpperTail, lowerTail } from "./normal-distribution.ts";
import { asAsked, type TailOptions } from "./tail.ts";

/**
 * The probability that a variable of Student's t distribution stays below a point.
 *
 * ½ I(ν / (ν + t²); ν/2, ½) below 0 and one minus that above, so that a small lower tail keeps its digits. The chance of
 * exceeding t is `studentDistribution(-t, ν)`.
 *
 * @param t where the distribution is cut, in standard errors
 * @param degreesOfFreedom ν, above 0, whole or not
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the probability, from 0 to 1; NaN for NaN
 * @throws RangeError where the degrees of freedom are not above 0
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 26.7.1; as for `betaDistribution`.
 * Reference: mpmath at 60 digits and more, each tail to 4e-13 relative for 0.001 to 1e12 degrees of freedom, from 1e-300.
 *
 * @example
 * studentDistribution(1, 1) // 0.75
 */
export function studentDistribution(t: number, degreesOfFreedom: number, options: TailOptions = {}): number {
  requireDegrees("studentDistribution", degreesOfFreedom);
  if (Number.isNaN(t + degreesOfFreedom)) return Number.NaN;
  const logBeyond = logTail(Math.abs(t), degreesOfFreedom);
  const beyond = Math.exp(logBeyond);
  return asAsked(
    "studentDistribution",
    {
      lower: () => (t < 0 ? beyond : 1 - beyond),
      upper: () => (t < 0 ? 1 - beyond : beyond),
      logOfTiny: () => logBeyond,
    },
    options,
  );
}

const largest = 1e12; // above this Student's t is normal but for a part of 1/ν², which no digit shows
const leadingTermIsAll = 1e140; // beyond this the tail is a power of t to the last digit

/** The logarithm of the tail beyond a distance from 0. */
function logTail(distance: number, degrees: number): number {
  if (distance === Infinity) return -Infinity;
  if (degrees > largest)
    return logNormalTail((distance * (1 - 0.25 / degrees)) / Math.sqrt(1 + (distance / degrees) * (distance / 2)));
  const ratio = distance / Math.sqrt(degrees);
  const near = Math.min(ratio, leadingTermIsAll);
  const square = near * near;
  const tail = logLowerBeta(1 / (1 + square), square / (1 + square), degrees / 2, 0.5);
  return tail - Math.LN2 - degrees * Math.log(ratio > near ? ratio / near : 1);
}

function logNormalTail(z: number): number {
  return z < 30 ? Math.log(lowerTail(-z)) : logUpperTail(z);
}

/** Refuses degrees of freedom that are not above 0. */
export function requireDegrees(caller: string, degreesOfFreedom: number): void {
  if (degreesOfFreedom <= 0 || degreesOfFreedom === Infinity) {
    throw new RangeError(`${caller}: degrees of freedom must be above 0, got ${degreesOfFreedom}`);
  }
}
