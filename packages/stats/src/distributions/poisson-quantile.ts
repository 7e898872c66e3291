import { normalQuantile } from "./normal-quantile.ts";
import { poissonDistribution, requireMean } from "./poisson-distribution.ts";
import { type TailOptions, tailsGiven } from "./tail.ts";
import { cornishFisher, wholeQuantile } from "./whole-quantile.ts";

/**
 * The least count that a Poisson variable does not exceed with a given probability.
 *
 * A search by steps that double and then halve, begun where Cornish and Fisher's expansion points.
 *
 * @param probability from 0 to 1, or its logarithm
 * @param mean λ, 0 or more
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns a whole count; 0 at a lower tail of 0, Infinity at one of 1 (0 for a mean of 0); NaN for NaN. A probability that
 * differs from that of a count by rounding alone gives that count, so that the quantile of a distribution leads back
 * @throws RangeError where the probability is none, or the mean is below 0 or infinite
 *
 * Source: Cornish EA, Fisher RA. Rev Inst Int Stat 1938;5:307–20 (the start).
 * Reference: `qpois` of R 4.2.2, exactly on the grid of the tests.
 *
 * @example
 * poissonQuantile(0.975, 10) // 17
 */
export function poissonQuantile(probability: number, mean: number, options: TailOptions = {}): number {
  requireMean("poissonQuantile", mean);
  if (Number.isNaN(probability + mean)) return Number.NaN;
  const wanted = tailsGiven("poissonQuantile", probability, options);
  if (mean === 0 || wanted.lower === -Infinity) return 0;
  if (wanted.upper === -Infinity) return Infinity;
  const z =
    wanted.lower <= wanted.upper
      ? normalQuantile(wanted.lower, { scale: "log" })
      : normalQuantile(wanted.upper, { scale: "log", tail: "upper" });
  const deviation = Math.sqrt(mean);
  return wholeQuantile(
    wanted,
    (count) => poissonDistribution(count, mean, { scale: "log" }),
    (count) => poissonDistribution(count, mean, { scale: "log", tail: "upper" }),
    cornishFisher(z, mean, deviation, 1 / deviation),
    Number.MAX_SAFE_INTEGER,
  );
}
