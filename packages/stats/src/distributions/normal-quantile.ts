import { logUpperTail } from "./normal-distribution.ts";
import { type TailOptions, tailsGiven } from "./tail.ts";

/**
 * The point that a standard normal variable stays below with a given probability.
 *
 * Three rational functions, one for the middle (|p − ½| ≤ 0.425) and two for the tails, in √(−ln tail); Newton's steps on the
 * logarithm of the tail below e^(−700).
 *
 * @param probability from 0 to 1, or its logarithm
 * @param options `tail`: whether the point is stayed below (`lower`, default) or exceeded (`upper`) with that probability;
 * `scale`: `plain` or `log`
 * @returns the quantile; −Infinity at 0, Infinity at 1, NaN for NaN
 * @throws RangeError where the probability is below 0 or above 1
 *
 * Source: Wichura MJ. Algorithm AS 241: the percentage points of the normal distribution. Applied Statistics
 * 1988;37:477–84 (PPND16).
 * Reference: `qnorm` of R 4.2.2, to 1e-15 relative; mpmath at 60 digits, to 1e-15, down to e^(−1e8).
 *
 * @example
 * normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(probability: number, options?: TailOptions): number {
  if (options !== undefined) {
    const { lower, upper } = tailsGiven("normalQuantile", probability, options);
    return lower <= upper ? -distanceOfTail(lower) : distanceOfTail(upper);
  }
  if (Number.isNaN(probability)) return Number.NaN;
  if (probability < 0 || probability > 1) {
    throw new RangeError(`normalQuantile: probability must be from 0 to 1, got ${probability}`);
  }
  if (probability === 0) return -Infinity;
  if (probability === 1) return Infinity;

  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(middle, 0.180625 - q * q);

  const r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
  const distance = r <= 5 ? ratio(tail, r - 1.6) : ratio(farTail, r - 5);
  return q < 0 ? -distance : distance;
}

/** How far from 0 a tail begins, given the logarithm of its probability, at most a half. */
function distanceOfTail(logTail: number): number {
  if (Number.isNaN(logTail)) return Number.NaN;
  if (logTail === -Infinity) return Infinity;
  const q = -Math.expm1(logTail + Math.LN2) / 2; // ½ − tail
  if (q <= 0.425) return q * ratio(middle, 0.180625 - q * q);
  const r = Math.sqrt(-logTail);
  if (r <= 5) return ratio(tail, r - 1.6);
  if (logTail > -700) return ratio(farTail, r - 5);

  let x = Math.sqrt(-2 * logTail - Math.log(-4 * Math.PI * logTail));
  for (let i = 0; i < 20; i++) {
    const step = (logUpperTail(x) - logTail) / (x + 1 / x);
    x += step;
    if (Math.abs(step) <= 1e-16 * x) break;
  }
  return x;
}

interface Rational {
  /** Coefficients from the highest power down. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

function ratio({ above, below }: Rational, x: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let i = 0; i < above.length; i++) {
    numerator = numerator * x + above[i]!;
    denominator = denominator * x + below[i]!;
  }
  return numerator / denominator;
}

const middle: Rational = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
};

const tail: Rational = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};

const farTail: Rational = {
  above: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
};
