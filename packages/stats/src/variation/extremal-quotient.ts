import { percentileRatio } from "./percentile-ratio.ts";
import { requireValues } from "./require-values.ts";

/**
 * The highest value divided by the lowest.
 *
 * It grows with the number of areas and with the smallness of their counts, so that it says little alone;
 * `percentileRatio` is steadier.
 *
 * @param values rates or ratios of areas, 0 or more
 * @returns the quotient, at least 1; Infinity where the lowest is 0 and the highest is not; NaN where all are 0 or none
 * is known; missing values are left out
 * @throws RangeError where a value is negative or infinite, or there are none
 *
 * Source: Kazandjian VA, Durance PW, Schork MA. The extremal quotient in small-area variation analysis. Health Serv Res
 * 1989;24:665–84.
 *
 * @example
 * extremalQuotient([30, 12, 18]) // 2.5
 */
export function extremalQuotient(values: ArrayLike<number>): number {
  requireValues("extremalQuotient", values);
  return percentileRatio(values, { high: 1, low: 0 });
}
