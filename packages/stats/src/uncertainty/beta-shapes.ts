import { betaQuantile } from "../distributions/beta-quantile.ts";
import { requireLevel } from "../shared/require.ts";

/** Shapes of a beta distribution. */
export interface BetaShapes {
  readonly first: number;
  readonly second: number;
}

/**
 * The beta distribution that has a given mean and limits as far apart as the given ones: for a disability weight or a prevalence that is
 * published with an interval.
 *
 * It has α = mν and β = (1 − m)ν, with ν such that the distance between its quantiles at (1 ± level) ÷ 2 is that of the limits. Limits
 * themselves agree only where the published ones are those of a beta distribution.
 *
 * @param mean between 0 and 1
 * @param lower lower limit, below the mean, 0 or more
 * @param upper upper limit, above the mean, 1 at most
 * @param options `level`: coverage of the limits, default 0.95
 * @returns `first` (α) and `second` (β); NaN where anything is missing
 * @throws RangeError where mean and limits are not in order from 0 to 1, or the limits are further apart than those of a beta
 * distribution of one hump (ν of 1 at least)
 *
 * Reference: R 4.2.2, `uniroot` over `qbeta`, to 1e-9; in tests mean and distance come out again.
 *
 * @example
 * betaShapes(0.2, 0.1, 0.32) // { first: 9.7909424680395, second: 39.163769872158 }
 */
export function betaShapes(
  mean: number,
  lower: number,
  upper: number,
  { level = 0.95 }: { readonly level?: number } = {},
): BetaShapes {
  requireLevel("betaShapes", level);
  if (Number.isNaN(mean + lower + upper)) return { first: Number.NaN, second: Number.NaN };
  if (!(lower >= 0 && lower < mean && mean < upper && upper <= 1))
    throw new RangeError(
      `betaShapes: mean and limits must be in order from 0 to 1, got ${mean} with ${lower} to ${upper}`,
    );
  const tail = (1 - level) / 2;
  const width = (logConcentration: number): number => {
    const v = Math.exp(logConcentration);
    return betaQuantile(1 - tail, mean * v, (1 - mean) * v) - betaQuantile(tail, mean * v, (1 - mean) * v);
  };
  const wanted = upper - lower;
  let [low, high] = [0, 60];
  // For a mean near 0 or 1 the distance grows with the concentration before it falls: what is sought is on the falling side.
  if (width(low) < wanted) for (low = high; low > 0 && width(low) < wanted; ) low -= 1;
  if (width(low) < wanted || width(high) > wanted)
    throw new RangeError(
      `betaShapes: limits must be as far apart as those of a beta distribution of mean ${mean} can be, got ${lower} to ${upper}`,
    );
  for (let i = 0; i < 80 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2;
    if (width(middle) > wanted) low = middle;
    else high = middle;
  }
  const concentration = Math.exp((low + high) / 2);
  return { first: mean * concentration, second: (1 - mean) * concentration };
}
