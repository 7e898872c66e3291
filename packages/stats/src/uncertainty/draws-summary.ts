import { requireLevel } from "../shared/require.ts";

/** What draws of a figure come to. */
export interface DrawsSummary {
  readonly mean: number;
  readonly median: number;
  /** Limits of the uncertainty interval: percentiles of the draws. */
  readonly lower: number;
  readonly upper: number;
  /** Standard error of the mean that comes of the number of draws: standard deviation ÷ √draws. More draws make it smaller, not the interval. */
  readonly monteCarloError: number;
}

/**
 * Mean, median, uncertainty interval and Monte Carlo error of the draws of a figure.
 *
 * The interval's limits are percentiles, each on the straight line between the two draws about it (R's type 7).
 *
 * @param draws one figure for each draw
 * @param options `level`: coverage of the interval, default 0.95
 * @returns a summary; all NaN where a draw is missing
 * @throws RangeError where there are fewer than two draws, or the level is not between 0 and 1
 *
 * Source: Hyndman RJ, Fan Y. Sample quantiles in statistical packages. Am Stat 1996;50:361–5.
 * Reference: R 4.2.2, `quantile(x, c(.025, .5, .975))`, in tests.
 *
 * @example
 * drawsSummary([1, 2, 3, 4, 10], { level: 0.5 }).upper // 4
 */
export function drawsSummary(
  draws: ArrayLike<number>,
  { level = 0.95 }: { readonly level?: number } = {},
): DrawsSummary {
  requireLevel("drawsSummary", level);
  if (draws.length < 2) throw new RangeError(`drawsSummary: needs two draws or more, got ${draws.length}`);
  const sorted = Float64Array.from(draws).sort();
  let sum = 0;
  for (const draw of sorted) sum += draw;
  const mean = sum / sorted.length;
  if (Number.isNaN(mean)) {
    return { mean: Number.NaN, median: Number.NaN, lower: Number.NaN, upper: Number.NaN, monteCarloError: Number.NaN };
  }
  let squares = 0;
  for (const draw of sorted) squares += (draw - mean) * (draw - mean);
  const at = (probability: number): number => {
    const place = (sorted.length - 1) * probability;
    const below = sorted[Math.floor(place)]!;
    const above = sorted[Math.ceil(place)]!;
    return below === above ? below : below + (above - below) * (place - Math.floor(place));
  };
  return {
    mean,
    median: at(0.5),
    lower: at((1 - level) / 2),
    upper: at((1 + level) / 2),
    monteCarloError: Math.sqrt(squares / (sorted.length - 1) / sorted.length),
  };
}
