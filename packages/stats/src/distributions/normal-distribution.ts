import { millsRatio } from "./mills-ratio.ts";
import { asAsked, type TailOptions } from "./tail.ts";

/**
 * The probability that a standard normal variable stays below a point.
 *
 * Near the centre ½ + φ(x)(x + x³/3 + x⁵/15 + …); in the tails φ(x) times Mills's ratio, so that a small tail keeps its
 * digits.
 *
 * @param x in standard deviations from the mean
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the probability, from 0 to 1, or its logarithm; NaN for NaN
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 26.2.11 and 26.2.14.
 * Reference: mpmath at 60 digits: plain to 2e-15 relative from −37 to 37, logarithms to 1e-15 to −1e5. It is the inverse of `normalQuantile`.
 *
 * @example
 * normalDistribution(1.959963984540054) // 0.975
 */
export function normalDistribution(x: number, options?: TailOptions): number {
  if (options === undefined) return lowerTail(x);
  if (Number.isNaN(x)) return Number.NaN;
  return asAsked(
    "normalDistribution",
    {
      lower: () => lowerTail(x),
      upper: () => lowerTail(-x),
      logOfTiny: (tail) => logUpperTail(tail === "lower" ? -x : x),
    },
    options,
  );
}

/** The probability below a point, as a number for kernels. */
export function lowerTail(x: number): number {
  if (Math.abs(x) < 0.7) return 0.5 + density(x) * centralSeries(x);
  const beyond = upperTail(Math.abs(x));
  return x < 0 ? beyond : 1 - beyond;
}

/** The logarithm of the tail beyond a point far above 0. */
export function logUpperTail(x: number): number {
  return -0.5 * x * x + Math.log(millsRatio(x) / Math.sqrt(2 * Math.PI));
}

function centralSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return sum;
}

function upperTail(x: number): number {
  return x > 38.6 ? 0 : density(x) * millsRatio(x);
}

/** The square is split so that its rounding, magnified by the exponential, does not show. */
export function density(x: number): number {
  const head = Math.trunc(x * 16) / 16;
  const rest = (x - head) * (x + head);
  return (Math.exp((-head * head) / 2) * Math.exp(-rest / 2)) / Math.sqrt(2 * Math.PI);
}
