/** How risk rises with exposure. */
export interface LogLinearRiskOptions {
  /** The rise of exposure that the relative risk is for, above 0. Default 1. */
  readonly per?: number;
  /** Exposure below which risk does not fall any further. Default 0. */
  readonly cutOff?: number;
}

/**
 * The relative risk at an exposure when the logarithm of risk rises in a straight line: RR = exp(ln(risk) ÷ per × (exposure − cut-off)), 1 up to the cut-off.
 *
 * Its attributable fraction, when all have the same exposure, is 1 − 1 ÷ RR.
 *
 * @param exposure what people are exposed to, in any unit
 * @param relativeRisk relative risk for a rise of `per`, above 0
 * @param options `per`, `cutOff`, in the same unit
 * @returns a ratio, 1 at the cut-off and below; NaN for a missing exposure
 * @throws RangeError where the risk or `per` is not above 0, or anything is infinite
 *
 * Source: World Health Organization. AirQ+: software tool for health risk assessment of air pollution.
 * Reference: AirQ+, COPD from PM2.5 of 8.85 (RR 1.369 per 10 above 5): fraction 0.1139, 3,502 of 30,747 cases.
 *
 * @example
 * logLinearRisk(8.85, 1.369, { per: 10, cutOff: 5 }) // 1.1285357661764865
 */
export function logLinearRisk(
  exposure: number,
  relativeRisk: number,
  { per = 1, cutOff = 0 }: LogLinearRiskOptions = {},
): number {
  if (!(relativeRisk > 0) || relativeRisk === Infinity)
    throw new RangeError(`logLinearRisk: relative risk must be above 0, got ${relativeRisk}`);
  if (!(per > 0) || per === Infinity) throw new RangeError(`logLinearRisk: per must be above 0, got ${per}`);
  if (Math.abs(exposure) === Infinity || Math.abs(cutOff) === Infinity || Number.isNaN(cutOff))
    throw new RangeError(`logLinearRisk: exposure and cut-off must be finite, got ${exposure} and ${cutOff}`);
  return exposure <= cutOff ? 1 : Math.exp((Math.log(relativeRisk) / per) * (exposure - cutOff));
}
