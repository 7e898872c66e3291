/**
 * The point that a standard normal variable stays below with a given probability.
 *
 * Three rational functions, one for the middle (|p − ½| ≤ 0.425) and two for the tails, in √(−ln tail).
 *
 * @param probability between 0 and 1
 * @returns the quantile; −Infinity at 0, Infinity at 1, NaN for NaN
 * @throws RangeError where the probability is below 0 or above 1
 *
 * Source: Wichura MJ. Algorithm AS 241: the percentage points of the normal distribution. Applied Statistics
 * 1988;37:477–84 (PPND16).
 * Reference: `qnorm` of R 4.2.2, to 1e-15 relative; mpmath at 50 digits, down to 1e-300.
 *
 * @example
 * normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(probability: number): number {
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
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  below: [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
    687.1870074920579083, 42.313330701600911252, 1,
  ],
};

const tail: Rational = {
  above: [
    7.7454501427834140764e-4, 2.27238449892691845833e-2, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  below: [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
};

const farTail: Rational = {
  above: [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3, 2.6532189526576123093e-2,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  below: [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    1.48753612908506148525e-2, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
};
