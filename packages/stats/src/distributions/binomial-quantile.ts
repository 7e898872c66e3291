import { requireCount, requireProbability } from "./binomial-density.ts";
import { binomialDistribution } from "./binomial-distribution.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { type TailOptions, tailsGiven } from "./tail.ts";
import { cornishFisher, wholeQuantile } from "./whole-quantile.ts";

/**
 * The least count that a binomial variable does not exceed with a given probability.
 *
 * A search by steps that double and then halve, begun where Cornish and Fisher's expansion points.
 *
 * @param probability from 0 to 1, or its logarithm
 * @param total n, 0 or more
 * @param chance the chance of each to count, from 0 to 1
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns a whole count from 0 to `total`; NaN for NaN. A probability that differs from that of a count by rounding
 * alone gives that count
 * @throws RangeError where the probability or the chance is none, or the total is below 0 or infinite
 *
 * Source: Cornish EA, Fisher RA. Rev Inst Int Stat 1938;5:307–20 (the start).
 * Reference: `qbinom` of R 4.2.2, exactly on the grid of the tests.
 *
 * @example
 * binomialQuantile(0.975, 20, 0.3) // 10
 */
export function binomialQuantile(
  probability: number,
  total: number,
  chance: number,
  options: TailOptions = {},
): number {
  requireCount("binomialQuantile", 0, total);
  requireProbability("binomialQuantile", chance);
  if (Number.isNaN(probability + total + chance)) return Number.NaN;
  const wanted = tailsGiven("binomialQuantile", probability, options);
  const most = Math.floor(total);
  if (chance === 0 || most === 0 || wanted.lower === -Infinity) return 0;
  if (chance === 1 || wanted.upper === -Infinity) return most;
  const z =
    wanted.lower <= wanted.upper
      ? normalQuantile(wanted.lower, { scale: "log" })
      : normalQuantile(wanted.upper, { scale: "log", tail: "upper" });
  const deviation = Math.sqrt(most * chance * (1 - chance));
  return wholeQuantile(
    wanted,
    (count) => binomialDistribution(count, most, chance, { scale: "log" }),
    (count) => binomialDistribution(count, most, chance, { scale: "log", tail: "upper" }),
    cornishFisher(z, most * chance, deviation, (1 - 2 * chance) / deviation),
    most,
  );
}
