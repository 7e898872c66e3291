import type { Sex } from "@popneeds/core";
import { type ChiOptions, checkChiNumber } from "./check-chi-number.ts";

/**
 * The sex that a Community Health Index (CHI) number records: male where its ninth digit is odd, female where even.
 *
 * @param text    the number as text
 * @param options how the check digit is reckoned, as in `checkChiNumber`
 * @returns the sex recorded when the number was given; `null` where the number is missing or not valid
 *
 * Agrees with `sex_from_chi` of phsmethods.
 *
 * @example
 * sexOfChiNumber("0101011237") // "male"
 */
export function sexOfChiNumber(text: string | null | undefined, options: ChiOptions = {}): Exclude<Sex, "all"> | null {
  if (typeof text !== "string" || checkChiNumber(text, options) !== "valid") return null;
  return Number(text[8]) % 2 === 1 ? "male" : "female";
}
