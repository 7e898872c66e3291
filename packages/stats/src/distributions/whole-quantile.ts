import type { LogTails } from "./tail.ts";

// A probability that a distribution gave must lead back to its count: so much may be lost on the way.
const slack = 64 * 2.220446049250313e-16;

/**
 * The least whole number whose lower tail reaches a probability, or whose upper tail falls to it.
 *
 * @param wanted logarithms of both tails
 * @param logLower logarithm of the chance of at most k
 * @param logUpper logarithm of the chance of more than k
 * @param guess where to begin
 * @param most the largest count there can be
 */
export function wholeQuantile(
  wanted: LogTails,
  logLower: (count: number) => number,
  logUpper: (count: number) => number,
  guess: number,
  most: number,
): number {
  const lost = slack * Math.max(1, Math.abs(Math.min(wanted.lower, wanted.upper)));
  const reaches =
    wanted.lower <= wanted.upper
      ? (count: number) => logLower(count) >= wanted.lower - lost
      : (count: number) => logUpper(count) <= wanted.upper + lost;
  let above = Math.min(most, Math.max(0, Math.round(guess)));
  let step = 1;
  while (above < most && !reaches(above)) {
    above = Math.min(most, above + step);
    step *= 2;
  }
  let below = above;
  step = 1;
  while (below >= 0 && reaches(below)) {
    above = below;
    below -= step;
    step *= 2;
  }
  below = Math.max(-1, below);
  while (above - below > 1) {
    const middle = Math.floor((above + below) / 2);
    if (reaches(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** Where a count with a given skewness has the quantile that a normal variable has at z, by Cornish and Fisher. */
export function cornishFisher(z: number, mean: number, deviation: number, skewness: number): number {
  return mean + deviation * (z + (skewness * (z * z - 1)) / 6);
}
