import { rateDifference } from "../differences/rate-difference.ts";
import { rateRatio } from "../differences/rate-ratio.ts";
import { reachOf } from "../models/coefficient.ts";
import type { Interval } from "../shared/interval.ts";
import { requireEvents, requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";

/** Deaths above what earlier years would have had one expect. */
export interface ExcessDeaths {
  /** Deaths expected: the mean of the years of the baseline. */
  readonly expected: number;
  /** Deaths − expected. */
  readonly excess: Interval;
  /** Excess in per cent of those expected. */
  readonly percentage: Interval;
}

/** How excess deaths are set against their baseline. */
export interface ExcessDeathsOptions {
  /**
   * What is taken to move deaths about. `chance` (default): every year's deaths are a Poisson count, and the baseline is one
   * rate; `between years`: years differ from each other as those of the baseline do, so that there must be at least two.
   */
  readonly limits?: "chance" | "between years";
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * Deaths above the mean of earlier years, with limits.
 *
 * excess = deaths − mean, and in per cent of the mean. `chance`: the limits are those of the difference, and of the ratio, of
 * two Poisson rates, deaths in one year and Σ baseline in k. `between years`: excess ∓ t s √(1 + 1/k), s being the standard
 * deviation of the baseline and t Student's quantile with k − 1 degrees of freedom: an excess outside it is more than a
 * further year like those before would bring.
 *
 * Neither allows for a trend or for an ageing population: see `modelledExcess`.
 *
 * @param deaths   in the year, or the same weeks or months of it, 0 or more
 * @param baseline deaths in the same part of each of the years before, such as five
 * @param options  `limits`, `level`
 * @returns deaths expected, and excess in deaths and per cent with limits; the percentage is Infinity, or NaN, where nobody died
 * in the baseline; limits `between years` are NaN for one year; all are NaN where a count is missing
 * @throws RangeError where a count is negative or infinite, there is no baseline, or the level is invalid
 *
 * Source: Office for National Statistics. Measuring excess mortality (the five-year mean); Przyborowski J, Wilenski H. Biometrika
 * 1940;31:313–23 (the limits of the percentage); Hahn GJ, Meeker WQ. Statistical intervals, 1991, 4.7 (`between years`).
 * Reference: `rateDifference` and `rateRatio`; `between years` R 4.2.2 `predict(lm(y ~ 1), interval = "prediction")`, to 1e-12.
 *
 * @example
 * excessDeaths(120, [98, 102, 100]).excess.value // 20
 */
export function excessDeaths(
  deaths: number,
  baseline: ArrayLike<number>,
  { limits = "chance", level = 0.95 }: ExcessDeathsOptions = {},
): ExcessDeaths {
  const years = baseline.length;
  requireEvents("excessDeaths", deaths);
  requireLevel("excessDeaths", level);
  requireChoice("excessDeaths", "limits", limits, ["chance", "between years"]);
  if (years === 0) throw new RangeError("excessDeaths: baseline must hold at least one year, got none");
  let sum = 0;
  for (let i = 0; i < years; i++) {
    requireEvents("excessDeaths", baseline[i]!, ` in year ${i} of the baseline`);
    sum += baseline[i]!;
  }
  const expected = sum / years;
  const excess = deaths - expected;
  if (limits === "chance") {
    const [now, then] = [
      { events: deaths, population: 1 },
      { events: sum, population: years },
    ];
    const { lower, upper } = rateDifference(now, then, { per: 1, level });
    const ratio = rateRatio(now, then, { level });
    return {
      expected,
      excess: { value: excess, lower, upper },
      percentage: { value: (100 * excess) / expected, lower: inPerCent(ratio.lower), upper: inPerCent(ratio.upper) },
    };
  }
  let squares = 0;
  for (let i = 0; i < years; i++) squares += (baseline[i]! - expected) * (baseline[i]! - expected);
  const reach = reachOf("student", years - 1, level) * Math.sqrt((squares / (years - 1)) * (1 + 1 / years));
  const part = (value: number) => (100 * value) / expected;
  return {
    expected,
    excess: { value: excess, lower: excess - reach, upper: excess + reach },
    percentage: { value: part(excess), lower: part(excess - reach), upper: part(excess + reach) },
  };
}

const inPerCent = (ratio: number) => 100 * (ratio - 1);
