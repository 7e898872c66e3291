import { cube } from "../shared/cube.ts";
import { directShare, logScaleOf, logUpperGamma, lowerIsDirect } from "./incomplete-gamma.ts";
import { logGamma, logGammaRise } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { deviance } from "./poisson-density.ts";
import { type TailOptions, tailsGiven } from "./tail.ts";

/**
 * The point that a gamma variable of unit rate stays below with a given probability.
 *
 * Newton's steps on the logarithm of the smaller tail in ln x, in which both tails are log-concave for every shape, so
 * that after its first step it approaches the root from one side and cannot miss it; near the root a step of the fourth
 * order. It starts from Temme's inversion, from Wilson and Hilferty's cube, or from the leading term P ≈ xᵃ / Γ(a + 1),
 * which never lies above the root. The upper tail of a shape below 1 is found in x, in which it is log-convex.
 *
 * @param probability from 0 to 1, or its logarithm
 * @param shape above 0; for another rate divide the quantile by it
 * @param options `tail`: whether the point is stayed below (`lower`, default) or exceeded (`upper`) with that probability;
 * `scale`: `plain` or `log`
 * @returns the quantile; 0 at 0, Infinity at 1, NaN for NaN
 * @throws RangeError where the probability is outside 0 to 1 or the shape not above 0
 *
 * Source: Wilson EB, Hilferty MM. The distribution of chi-square. PNAS 1931;17:684–8, and Temme NM. Asymptotic inversion
 * of incomplete gamma functions. Math Comp 1992;58:755–64 (the starts); Loader C, 2000 (the density).
 * Reference: `qgamma` of R 4.2.2, to 1e-13 relative; mpmath at 60 digits, to 1e-12 for shapes from 0.001 to 1e7 and tails
 * from 1e-300.
 *
 * @example
 * gammaQuantile(0.95, 1) // 2.995732273553991
 */
export function gammaQuantile(probability: number, shape: number, options?: TailOptions): number {
  if (shape <= 0 || shape === Infinity) throw new RangeError(`gammaQuantile: shape must be above 0, got ${shape}`);
  if (options !== undefined) {
    const { lower, upper } = tailsGiven("gammaQuantile", probability, options);
    return gammaQuantileOfLog(lower, upper, shape);
  }
  if (probability < 0 || probability > 1) {
    throw new RangeError(`gammaQuantile: probability must be from 0 to 1, got ${probability}`);
  }
  if (Number.isNaN(probability + shape)) return Number.NaN;
  if (probability === 0) return 0;
  if (probability === 1) return Infinity;
  return probability <= 0.5
    ? fromSmallerTail(Math.log(probability), true, shape, normalQuantile(probability))
    : fromSmallerTail(Math.log(1 - probability), false, shape, normalQuantile(probability));
}

/** The quantile from the logarithms of both tails. */
export function gammaQuantileOfLog(logLower: number, logUpper: number, shape: number): number {
  if (Number.isNaN(logLower + logUpper + shape))
    return logLower === -Infinity ? 0 : logUpper === -Infinity ? Infinity : Number.NaN;
  if (logLower === -Infinity) return 0;
  if (logUpper === -Infinity) return Infinity;
  return logLower <= logUpper
    ? fromSmallerTail(logLower, true, shape, normalQuantile(logLower, { scale: "log" }))
    : fromSmallerTail(logUpper, false, shape, normalQuantile(logUpper, { scale: "log", tail: "upper" }));
}

const enough = 200;
const leadingTermIsAll = 1e-290;

/** The quantile from the logarithm of the smaller tail, which is the lower one or not, and the normal quantile z. */
function fromSmallerTail(wanted: number, isLower: boolean, shape: number, z: number): number {
  if (!isLower && shape < 1) return fromUpperTailOfSmall(wanted, shape);
  const eta = z / Math.sqrt(shape);
  let floor = 0;
  let x = 0;
  if (Math.abs(eta) < 1 && shape >= 1) x = shape * temmeStart(eta, shape);
  else {
    if (isLower) floor = Math.exp((wanted + logGammaAboveOne(shape)) / shape);
    x = Math.max(floor, wilsonHilferty(z, shape));
    if (x < leadingTermIsAll) return x;
  }
  const constant = logScaleOf(shape);
  for (let i = 0; i < enough; i++) {
    const deviation = deviance(shape, x);
    const share = directShare(x, shape, deviation);
    let log: number;
    let hazard: number; // x times the density, divided by the tail: how fast its logarithm falls or rises in ln x
    if (lowerIsDirect(x, shape) === isLower) {
      log = constant - deviation + Math.log(share);
      hazard = 1 / share;
    } else {
      const scale = Math.exp(constant - deviation);
      log = Math.log1p(-scale * share);
      hazard = scale / (1 - scale * share);
    }
    const signed = isLower ? hazard : -hazard;
    const step = (wanted - log) / signed;
    // The second and the third derivative of the logarithm, divided by the first, say how far the step is out.
    const second = shape - x - signed;
    const third = second * second - x - signed * second;
    const spread = step * step * (1 + x + second * second + Math.abs(signed * second));
    const better = step * (1 - step * (second / 2 - step * ((second * second) / 2 - third / 6)));
    x = Math.max(floor, x * Math.exp(spread < 0.1 ? better : step));
    if (spread < closeEnough) break;
  }
  return x;
}

const closeEnough = 1e-8; // what is left after the better step is a share of the square of this

/** The upper tail of a shape below 1 is log-convex in x: Newton's steps in x. */
function fromUpperTailOfSmall(wanted: number, shape: number): number {
  let x = Math.exp((Math.log1p(-Math.exp(wanted)) + logGammaAboveOne(shape)) / shape);
  if (x < leadingTermIsAll) return x;
  for (let i = 0; i < enough; i++) {
    const above = logUpperGamma(x, shape);
    const slope = Math.exp(logScaleOf(shape) - deviance(shape, x) - above) / x;
    const step = (above - wanted) / slope;
    x += step;
    if (Math.abs(step) < 1e-11 * x) break;
  }
  return x;
}

/** x ÷ a by Temme's inversion, from η = z ÷ √a corrected by three terms in 1/a. */
function temmeStart(zeroth: number, shape: number): number {
  const n = zeroth;
  const first = -1 / 3 + n * (1 / 36 + n * (1 / 1620 + n * (-7 / 6480 + n * (5 / 18144 - n * (11 / 382725)))));
  const second = -7 / 405 + n * (-7 / 2592 + n * (533 / 204120 - n * (1579 / 2099520)));
  const third = 449 / 102060 - n * (63149 / 20995200);
  const eta = n + (first + (second + third / shape) / shape) / shape;
  return 1 + eta * (1 + eta * (1 / 3 + eta * (1 / 36 + eta * (-1 / 270 + eta * (1 / 4320 + eta * (1 / 17010))))));
}

function wilsonHilferty(z: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return root > 0 ? shape * cube(root) : 0;
}

function logGammaAboveOne(shape: number): number {
  return shape < 1 ? logGammaRise(1, shape) : logGamma(shape + 1);
}
