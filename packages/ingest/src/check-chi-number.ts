import { parsePeriod } from "@popneeds/core";

/** What is the matter with a Community Health Index number, or `valid`. */
export type ChiVerdict =
  | "valid"
  | "missing"
  | "blank"
  | "characters other than digits"
  | "fewer than ten digits"
  | "more than ten digits"
  | "no such date"
  | "wrong check digit";

/** How the check digit of a Community Health Index number is reckoned. */
export interface ChiOptions {
  /** `either` (the default) accepts both ways; `modulo 11` is the only way before February 2026, `modulo 10` came with it. */
  readonly check?: "either" | "modulo 11" | "modulo 10";
}

/**
 * Checks the form of a Community Health Index (CHI) number, the ten digits by which NHS Scotland knows a patient.
 *
 * Digits 1 to 6 are the date of birth as ddmmyy, digit 9 is odd for males and even for females, digit 10 checks the others:
 * - modulo 11: 11 − (10 d1 + 9 d2 + … + 2 d9) mod 11, with 11 written 0; there is no number where it is 10
 * - modulo 10: 10 − (Σ) mod 10, with 10 written 0, where the sum Σ takes digits 2, 4, 6, 8 as they are, and digits
 *   1, 3, 5, 7, 9 doubled, less 9 where that is above 9 (Luhn's rule)
 *
 * Numbers given out until early 2026 hold by modulo 11; from February 2026 a number is valid by either. Of ten random
 * digits with a date in front, one in eleven passes modulo 11 and nearly one in five either: where all numbers are older,
 * `modulo 11` finds more mistakes.
 *
 * @param text the number as text, as numbers lose a leading zero; see `padChiNumber`. `null` and `undefined` are missing
 * @returns the first of these that applies: missing, blank, characters other than digits, fewer or more than ten digits,
 * no such date (in the 1900s or the 2000s), wrong check digit, valid. Valid in form: whether the person exists is not known
 *
 * The order of verdicts is that of `chi_check` in phsmethods 1.1, except that a text of spaces alone is blank here; the
 * vignette of 1.2 names a wrong length before wrong characters.
 * Source: the help pages of `chi_check`, phsmethods 1.1 (modulo 11) and 1.2 (either), which print the numbers below.
 *
 * @example
 * checkChiNumber("0101011237") // "valid"
 * checkChiNumber("3201201234") // "no such date"
 * checkChiNumber(null) // "missing"
 */
export function checkChiNumber(text: string | null | undefined, { check = "either" }: ChiOptions = {}): ChiVerdict {
  if (text === null || text === undefined) return "missing";
  if (text.trim() === "") return "blank";
  if (!/^\d+$/.test(text)) return "characters other than digits";
  if (text.length < 10) return "fewer than ten digits";
  if (text.length > 10) return "more than ten digits";
  if (possibleBirths(text).length === 0) return "no such date";
  const digits = Array.from(text, Number);
  const passes = (check !== "modulo 10" && passesModulo11(digits)) || (check !== "modulo 11" && passesModulo10(digits));
  return passes ? "valid" : "wrong check digit";
}

/** The days, `yyyy-mm-dd`, that the first six digits can mean, the earlier first; none where there is no such date. */
export function possibleBirths(digits: string): readonly string[] {
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)];
  return ["19", "20"]
    .map((century) => `${century}${year}-${month}-${day}`)
    .filter((date) => parsePeriod(date) !== null);
}

function passesModulo11(digits: readonly number[]): boolean {
  const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

function passesModulo10(digits: readonly number[]): boolean {
  const parts = digits.slice(0, 9).map((digit, i) => (i % 2 === 1 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit));
  const sum = parts.reduce((total, part) => total + part, 0);
  return (10 - (sum % 10)) % 10 === digits[9];
}
