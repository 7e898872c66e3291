import { logGammaRise } from "./log-gamma.ts";
import { deviance } from "./poisson-density.ts";
import { stirlingError } from "./stirling-error.ts";
import { temmeHolds, temmeShare } from "./temme-expansion.ts";

/**
 * The probability that a gamma variable of unit rate stays below a point: P(a, x) = ∫₀ˣ t^(a−1) e^(−t) dt / Γ(a).
 *
 * A series, a continued fraction of the upper tail, or from shapes of 20 and where x is near the shape Temme's expansion:
 * each times x and the density at x. None takes more than some eighty terms, whatever the shape.
 *
 * @param x where the distribution is cut, 0 or more
 * @param shape a, above 0
 * @returns the probability, from 0 to 1; NaN for NaN
 * @throws RangeError where x is below 0 or the shape not above 0
 *
 * Source: Abramowitz M, Stegun IA. Handbook of Mathematical Functions, 1964, 6.5.29 and 6.5.31; as for
 * `temmeShare`; DiDonato AR, Morris AH. ACM TOMS 1986;12:377–93 (the upper tail of shapes below a half).
 * Reference: mpmath at 60 digits and more: each tail to 5e-13 relative for shapes from 0.001 to 1e9 and tails from 1e-300.
 */
export function lowerGamma(x: number, shape: number): number {
  check("lowerGamma", x, shape);
  if (Number.isNaN(x + shape)) return Number.NaN;
  if (x === 0 || x === Infinity) return x === 0 ? 0 : 1;
  return lowerIsDirect(x, shape) ? direct(x, shape) : 1 - direct(x, shape);
}

/**
 * The probability that a gamma variable of unit rate exceeds a point: Q(a, x) = 1 − P(a, x), a small tail keeping its
 * digits.
 *
 * @param x where the distribution is cut, 0 or more
 * @param shape a, above 0
 * @returns the probability, from 0 to 1; NaN for NaN
 * @throws RangeError where x is below 0 or the shape not above 0
 *
 * Source and reference: as for `lowerGamma`.
 */
export function upperGamma(x: number, shape: number): number {
  check("upperGamma", x, shape);
  if (Number.isNaN(x + shape)) return Number.NaN;
  if (x === 0 || x === Infinity) return x === 0 ? 1 : 0;
  if (isSmall(x, shape)) return upperOfSmall(x, shape);
  return lowerIsDirect(x, shape) ? 1 - direct(x, shape) : direct(x, shape);
}

function check(caller: string, x: number, shape: number): void {
  if (x < 0) throw new RangeError(`${caller}: x must be 0 or more, got ${x}`);
  if (shape <= 0 || shape === Infinity) throw new RangeError(`${caller}: shape must be above 0, got ${shape}`);
}

/** The logarithm of P, as a number for kernels: x above 0 and finite. */
export function logLowerGamma(x: number, shape: number): number {
  return lowerIsDirect(x, shape) ? logDirect(x, shape) : Math.log1p(-direct(x, shape));
}

/** The logarithm of Q, as a number for kernels: x above 0 and finite. */
export function logUpperGamma(x: number, shape: number): number {
  if (isSmall(x, shape)) return Math.log(upperOfSmall(x, shape));
  return lowerIsDirect(x, shape) ? Math.log1p(-direct(x, shape)) : logDirect(x, shape);
}

/** Whether P is what is summed and Q its rest, or the other way round. A Q of 2 % or more may be the rest. */
export function lowerIsDirect(x: number, shape: number): boolean {
  return x < shape || (shape < 20 ? x < shape + 1 + 2 * Math.sqrt(shape) : !temmeHolds(x, shape) && x < shape + 1);
}

/** The tail that is summed, divided by x f(x); the deviance of the shape at mean x is given. */
export function directShare(x: number, shape: number, deviation: number): number {
  if (temmeHolds(x, shape)) return temmeShare(x, shape, deviation);
  return lowerIsDirect(x, shape) ? seriesSum(x, shape) / shape : fractionValue(x, shape);
}

/** The logarithm of x f(x) but for the deviance: ½ ln(a/2π) − δ(a). */
export function logScaleOf(shape: number): number {
  return 0.5 * Math.log(shape / (2 * Math.PI)) - stirlingError(shape);
}

function logDirect(x: number, shape: number): number {
  const deviation = deviance(shape, x);
  return Math.min(0, logScaleOf(shape) - deviation + Math.log(directShare(x, shape, deviation)));
}

function direct(x: number, shape: number): number {
  const deviation = deviance(shape, x);
  const scale = Math.sqrt(shape / (2 * Math.PI)) * Math.exp(-deviation - stirlingError(shape));
  return Math.min(1, scale * directShare(x, shape, deviation));
}

/** P times the shape, divided by x f(x). */
function seriesSum(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** Q divided by x f(x), by Lentz's way of running down 1/(x+1−a− 1(1−a)/(x+3−a− 2(2−a)/(x+5−a− …))). */
function fractionValue(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let k = 1; ; k++) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const change = c * d;
    value *= change;
    if (!(Math.abs(change - 1) > 5e-16)) break;
  }
  return value;
}

function isSmall(x: number, shape: number): boolean {
  return shape < 0.5 && x < 1.5;
}

/** Q where P is nearly 1: 1 − xᵃ/Γ(a+1), and what the later terms of the power series of P take from it. */
function upperOfSmall(x: number, shape: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 1; Math.abs(term) > 1e-17; k++) {
    term *= -x / k;
    sum -= term / (shape + k);
  }
  const logLeading = shape * Math.log(x) - logGammaRise(1, shape);
  return Math.exp(logLeading) * shape * sum - Math.expm1(logLeading);
}
