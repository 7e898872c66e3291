import { roundHalfUp } from "./round-half-up.ts";

/**
 * A proportion as text with a per cent sign, halves rounded away from zero.
 *
 * @param proportion the part of one: 0.5 is `50%`
 * @param decimals   most decimals to print, 0 to 15; 2 by default. Zeros at the end are not printed
 * @returns the text; `null` when the proportion is missing (NaN) or infinite. A minus is a hyphen, so that spreadsheets
 * read the text back as a number
 * @throws PopneedsError `invalid-decimals` as `roundHalfUp`
 *
 * Follows `as_percent` of phsmethods: the same rounding, the same two decimals.
 *
 * @example
 * asPercentText(0.000555) // "0.06%"
 * asPercentText(0.5) // "50%"
 * asPercentText(0.12345, 1) // "12.3%"
 */
export function asPercentText(proportion: number, decimals = 2): string | null {
  const rounded = roundHalfUp(proportion * 100, decimals);
  return Number.isFinite(rounded) ? `${plain.format(rounded)}%` : null;
}

const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 15, useGrouping: false });
