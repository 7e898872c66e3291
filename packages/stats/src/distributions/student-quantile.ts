import { betaLogit, leadingTermIsAll } from "./beta-quantile.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { requireDegrees } from "./student-distribution.ts";
import { complementOfLog, type TailOptions, tailsGiven } from "./tail.ts";

/**
 * The point that a variable of Student's t distribution stays below with a given probability.
 *
 * ν / (ν + t²) is a beta variable with shapes ν/2 and ½; its logit gives t without loss, however far out.
 *
 * @param probability from 0 to 1, or its logarithm
 * @param degreesOfFreedom ν, above 0, whole or not
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the quantile; −Infinity at 0, 0 at a half, Infinity at 1, NaN for NaN
 * @throws RangeError where the probability is outside 0 to 1 or the degrees of freedom are not above 0
 *
 * Source: as for `studentDistribution` and `betaQuantile`; Abramowitz M, Stegun IA, 1964, 26.7.5 (the start).
 * Reference: mpmath at 60 digits, to 1e-12 relative for 0.001 to 1e12 degrees of freedom and tails from 1e-300, but for
 * what the last digit of a probability near a half is worth; `qt` of R 4.2.2.
 *
 * @example
 * studentQuantile(0.75, 1) // 1
 */
export function studentQuantile(probability: number, degreesOfFreedom: number, options: TailOptions = {}): number {
  requireDegrees("studentQuantile", degreesOfFreedom);
  const { lower, upper } = tailsGiven("studentQuantile", probability, options);
  if (Number.isNaN(probability + degreesOfFreedom)) return Number.NaN;
  if (lower === upper) return 0;
  const log = Math.min(lower, upper);
  const distance = log === -Infinity ? Infinity : distanceOf(log, degreesOfFreedom);
  return lower < upper ? -distance : distance;
}

const largest = 1e12; // as for the distribution

/** How far from 0 a tail begins, given the logarithm of its probability. */
function distanceOf(logTail: number, degrees: number): number {
  if (degrees > largest) {
    const z = normalQuantile(logTail, upperLog);
    return z * (1 + (1 + z * z) / (4 * degrees));
  }
  const both = logTail + Math.LN2;
  const start = startOf(logTail, degrees);
  const logit =
    both <= -Math.LN2 || both < leadingTermIsAll * (degrees / 2)
      ? betaLogit(both, degrees / 2, 0.5, start)
      : -betaLogit(complementOfLog(both), 0.5, degrees / 2, -start);
  return Math.sqrt(degrees) * Math.exp(-logit / 2);
}

/** The logit of ν ÷ (ν + t²) at the t of Abramowitz and Stegun's 26.7.5, or, where that does not hold, at t = 1. */
function startOf(logTail: number, degrees: number): number {
  const z = normalQuantile(logTail, upperLog);
  const square = z * z;
  if (degrees < 3 || square > 2 * degrees) return Math.log(degrees);
  const cubic = (square + 1) / (4 * degrees);
  const fifth = (5 * square * square + 16 * square + 3) / (96 * degrees * degrees);
  return Math.log(degrees) - 2 * Math.log(z * (1 + cubic + fifth));
}

const upperLog = { scale: "log", tail: "upper" } as const;
