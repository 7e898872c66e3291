import { gammaQuantile } from "./gamma-quantile.ts";
import { type TailOptions, tailsGiven } from "./tail.ts";

/**
 * The point that a chi-square variable stays below with a given probability: twice the gamma quantile of half the
 * degrees of freedom.
 *
 * @param probability from 0 to 1, or its logarithm
 * @param degreesOfFreedom above 0, whole or not
 * @param options `tail`: `lower` or `upper`; `scale`: `plain` or `log`
 * @returns the quantile; 0 at 0, Infinity at 1, NaN for NaN
 * @throws RangeError where the probability is outside 0 to 1 or the degrees of freedom not above 0
 *
 * Source: as for `gammaQuantile`.
 * Reference: `qchisq` of R 4.2.2, to 1e-13 relative.
 *
 * @example
 * chiSquareQuantile(0.95, 2) // 5.991464547107982
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number, options: TailOptions = {}): number {
  if (degreesOfFreedom <= 0 || degreesOfFreedom === Infinity) {
    throw new RangeError(`chiSquareQuantile: degrees of freedom must be above 0, got ${degreesOfFreedom}`);
  }
  tailsGiven("chiSquareQuantile", probability, options);
  return 2 * gammaQuantile(probability, degreesOfFreedom / 2, options);
}
