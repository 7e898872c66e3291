import { PopneedsError, parsePeriod } from "@popneeds/core";
import { type ChiOptions, type ChiVerdict, checkChiNumber, possibleBirths } from "./check-chi-number.ts";

/** Between which days a birth can lie, and how the check digit is reckoned. */
export interface BirthOptions extends ChiOptions {
  /** First possible day of birth, `yyyy-mm-dd`; 1900-01-01 by default. */
  readonly earliest?: string;
  /** Last possible day of birth, `yyyy-mm-dd`: the day of the event recorded, or of the extract. */
  readonly latest: string;
}

/** A day of birth, or the reason why there is none. */
export type ChiBirth =
  | { readonly date: string; readonly reason: null }
  | { readonly date: null; readonly reason: Exclude<ChiVerdict, "valid"> | "either century" | "neither century" };

/**
 * The day of birth that a Community Health Index (CHI) number records as ddmmyy, in the one century that is possible.
 *
 * @param text    the number as text
 * @param options the first and the last day on which the person can have been born, both included
 * @returns the day as `yyyy-mm-dd`; or no day, and why: the verdict on a number that is not valid, `either century` where
 * both lie between the days (narrow them), `neither century` where none does
 * @throws PopneedsError `invalid-date` when a limit is no day of the calendar, or the earliest comes after the latest
 *
 * Follows `dob_from_chi` of phsmethods with three differences: the last day has to be given and is never silently today; a
 * birth on a limit is possible; a birth outside the limits in both centuries is given as missing, not in one of them.
 *
 * @example
 * birthDateOfChiNumber("0101336489", { latest: "2024-03-31" }).date // "1933-01-01"
 * birthDateOfChiNumber("0101011237", { latest: "2024-03-31" }).reason // "either century"
 * birthDateOfChiNumber("0101011237", { earliest: "1910-01-01", latest: "2024-03-31" }).date // "2001-01-01"
 */
export function birthDateOfChiNumber(text: string | null | undefined, options: BirthOptions): ChiBirth {
  const { earliest = "1900-01-01", latest } = options;
  requireOrder(earliest, latest);
  const verdict = checkChiNumber(text, options);
  if (typeof text !== "string" || verdict !== "valid")
    return { date: null, reason: verdict === "valid" ? "missing" : verdict };
  const within = possibleBirths(text).filter((date) => date >= earliest && date <= latest);
  if (within.length > 1) return { date: null, reason: "either century" };
  return within[0] === undefined ? { date: null, reason: "neither century" } : { date: within[0], reason: null };
}

function requireOrder(earliest: string, latest: string): void {
  const days = [earliest, latest].every((day) => /^\d{4}-\d\d-\d\d$/.test(day) && parsePeriod(day) !== null);
  if (!days || earliest > latest)
    throw new PopneedsError({
      code: "invalid-date",
      message: `birthDateOfChiNumber: earliest and latest must be days of the calendar as yyyy-mm-dd, in order; found ${earliest} and ${latest}`,
      fix: 'Write the first and the last possible day of birth: { earliest: "1910-01-01", latest: "2024-03-31" }.',
    });
}
