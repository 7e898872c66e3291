import { logBinomialDensity } from "./binomial-density.ts";
import { requireShapes } from "./incomplete-beta.ts";
import { type DensityOptions, requireScale } from "./tail.ts";

/**
 * The density of a beta variable: x^(a−1) (1 − x)^(b−1) ÷ B(a, b).
 *
 * @param x from 0 to 1; a density outside is 0
 * @param first a, above 0
 * @param second b, above 0
 * @param options `scale`: `plain` or `log`
 * @returns the density, or its logarithm; at an end Infinity, the other shape, or 0 where its shape is below, at or above 1
 * @throws RangeError where a shape is not above 0
 *
 * Source: Loader C. Fast and accurate computation of binomial probabilities, 2000.
 * Reference: mpmath at 60 digits, to 1e-12 relative for shapes from 0.001 to 1e7.
 *
 * @example
 * betaDensity(0.5, 2, 3) // 1.5
 */
export function betaDensity(
  x: number,
  first: number,
  second: number,
  { scale = "plain" }: DensityOptions = {},
): number {
  requireShapes("betaDensity", first, second);
  const log = logBetaDensity(x, first, second);
  requireScale("betaDensity", scale);
  return scale === "log" ? log : Math.exp(log);
}

function logBetaDensity(x: number, a: number, b: number): number {
  if (Number.isNaN(x + a + b)) return Number.NaN;
  if (x < 0 || x > 1) return -Infinity;
  if (x === 0) return atEnd(a, b);
  if (x === 1) return atEnd(b, a);
  return logBinomialDensity(a, b, x, 1 - x) + Math.log((a * (b / (a + b))) / (x * (1 - x)));
}

function atEnd(shape: number, other: number): number {
  return shape < 1 ? Infinity : shape === 1 ? Math.log(other) : -Infinity;
}
