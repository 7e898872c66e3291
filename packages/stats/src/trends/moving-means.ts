import { deviateOf } from "../intervals/deviate.ts";
import { exactPoissonLimits } from "../intervals/exact-poisson-limits.ts";
import { requireEvents, requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";

/** How moving means are formed. */
export interface MovingMeansOptions {
  /** How many counts in a row each mean is of, a whole number of 1 or more. Default 5. */
  readonly years?: number;
  /**
   * `exact` (default): exact Poisson limits of the sum, divided by the number of years. `one year`: mean ∓ z √mean, the spread
   * of a single year's count around the mean, which some tables print as limits of it; it is √years times as wide.
   */
  readonly limits?: "exact" | "one year";
  /** A normal deviate in place of that of the level, such as 1.96, for `one year`. Default none. */
  readonly deviate?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** Moving means in columns, one row for each run of counts. */
export interface MovingMeans {
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * The means of every run of consecutive counts, with limits: five-year moving means and the like.
 *
 * value = Σ count ÷ years; the limits are those of the sum, a Poisson count, divided by years. Row k is of the counts k to
 * k + years − 1, so that there are years − 1 fewer rows than counts.
 *
 * @param counts one a year, 0 or more, in order of time and without gaps
 * @param options `years`, `limits`, `deviate`, `level`
 * @returns means with limits in events a year, lower limits of `one year` no lower than they come, so below 0 for means below
 * z²; NaN where a count of the run is missing; no rows for fewer counts than years
 * @throws RangeError where a count is negative or infinite, or an option is invalid
 *
 * Source: Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437–42.
 * Reference: five-year means of drug deaths in a national office's tables, with `limits: "one year", deviate: 1.96`: the digits of
 * all 67 rows; R 4.2.2 `poisson.test(sum, 5)`, to 1e-12 relative.
 *
 * @example
 * movingMeans([10, 20, 30], { years: 2 }).value // [15, 25]
 */
export function movingMeans(
  counts: ArrayLike<number>,
  { years = 5, limits = "exact", deviate, level = 0.95 }: MovingMeansOptions = {},
): MovingMeans {
  requireLevel("movingMeans", level);
  requireChoice("movingMeans", "limits", limits, ["exact", "one year"]);
  if (!(Number.isInteger(years) && years >= 1)) {
    throw new RangeError(`movingMeans: years must be a whole number of 1 or more, got ${years}`);
  }
  const z = deviateOf("movingMeans", level, deviate);
  for (let i = 0; i < counts.length; i++) requireEvents("movingMeans", counts[i]!, ` at ${i}`);
  const rows = Math.max(0, counts.length - years + 1);
  const found = { value: new Float64Array(rows), lower: new Float64Array(rows), upper: new Float64Array(rows) };
  for (let k = 0; k < rows; k++) {
    let sum = 0;
    for (let i = k; i < k + years; i++) sum += counts[i]!;
    const mean = sum / years;
    found.value[k] = mean;
    if (limits === "one year") {
      found.lower[k] = mean - z * Math.sqrt(mean);
      found.upper[k] = mean + z * Math.sqrt(mean);
    } else {
      const { lower, upper } = exactPoissonLimits(sum, level);
      found.lower[k] = lower / years;
      found.upper[k] = upper / years;
    }
  }
  return found;
}
