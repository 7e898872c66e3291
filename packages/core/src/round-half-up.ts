import { PopneedsError } from "./popneeds-error.ts";

/**
 * A number to so many decimals, halves away from zero: 0.125 to 0.13, -0.125 to -0.13.
 *
 * sign(x) · ⌊|x| · 10^d + 1/2 + √ε⌋ / 10^d with ε = 2^-52. The nudge √ε (1.5e-8) lets a half be a half that has no exact
 * binary form: 1.005 gives 1.01. So a figure that truly falls short of a half by less than 1.5e-8 in units of its last
 * decimal is rounded up too.
 *
 * @param value    the number; missing (NaN) and infinite ones come back as they are
 * @param decimals how many decimals, a whole number from 0 to 15; 0 by default
 * @returns the rounded number, never -0. A number so large that it has no halves at these decimals comes back as it is
 * @throws PopneedsError `invalid-decimals` when `decimals` is not such a number
 *
 * Agrees with `round_half_up` of R's janitor, which phsmethods' percentages follow, exactly. Rounding in Excel also takes
 * halves away from zero; `round` of R and Python take them to the even digit.
 *
 * @example
 * roundHalfUp(2.5) // 3
 * roundHalfUp(1.005, 2) // 1.01
 * roundHalfUp(-2.5) // -3
 */
export function roundHalfUp(value: number, decimals = 0): number {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 15)
    throw new PopneedsError({
      code: "invalid-decimals",
      message: `decimals must be a whole number from 0 to 15; found ${decimals}`,
      fix: "Write how many digits follow the decimal point: roundHalfUp(value, 1).",
    });
  const scale = Number(`1e${decimals}`);
  const scaled = Math.abs(value) * scale;
  if (!(scaled < 2 ** 52)) return value;
  const rounded = Math.trunc(scaled + 0.5 + Math.sqrt(Number.EPSILON)) / scale;
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}
