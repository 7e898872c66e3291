/** How a trend goes on. */
export interface DampedTrendOptions {
  /** How much of a year's change is left in the next, above 0 to 1. Default 0.95; 1 carries the trend on undamped. */
  readonly damping?: number;
  /** The most by which a rate may rise or fall in all, as a ratio of at least 1. Default none. */
  readonly cap?: number;
}

/**
 * By how much a rate is multiplied in each of the years ahead when its past yearly change goes on, less and less.
 *
 * exp(change × (φ + φ² + … + φʰ)) after h years, with φ the damping; kept between 1 ÷ cap and cap. With φ below 1 it levels off at exp(change × φ ÷ (1 − φ)).
 *
 * An undamped trend of a rate is seldom believable over twenty years: say which damping was used.
 *
 * @param change yearly change of the logarithm of the rate, such as −0.02 for about −2 % a year (`annualChange`)
 * @param years how many years ahead, a whole number of 0 or more
 * @param options `damping`, `cap`
 * @returns a factor for each year ahead, the first being next year; NaN for a missing change
 * @throws RangeError where the change is infinite, years are no whole number from 0 to 1,000, damping is not above 0 to 1, or the cap is below 1
 *
 * Source: Gardner ES, McKenzie E. Forecasting trends in time series. Manage Sci 1985;31:1237–46.
 *
 * @example
 * dampedTrend(Math.log(0.5), 2, { damping: 0.5 }) // [0.7071067811865476, 0.5946035575013605]
 */
export function dampedTrend(
  change: number,
  years: number,
  { damping = 0.95, cap }: DampedTrendOptions = {},
): Float64Array {
  if (Math.abs(change) === Infinity) throw new RangeError(`dampedTrend: change must be finite, got ${change}`);
  if (!Number.isInteger(years) || years < 0 || years > 1000)
    throw new RangeError(`dampedTrend: years must be a whole number from 0 to 1,000, got ${years}`);
  if (!(damping > 0 && damping <= 1)) throw new RangeError(`dampedTrend: damping must be above 0 to 1, got ${damping}`);
  if (cap !== undefined && !(cap >= 1)) throw new RangeError(`dampedTrend: cap must be 1 or more, got ${cap}`);
  let [sum, weight] = [0, 1];
  return Float64Array.from({ length: years }, () => {
    weight *= damping;
    sum += weight;
    const factor = Math.exp(change * sum);
    return cap === undefined ? factor : Math.max(1 / cap, Math.min(cap, factor));
  });
}
