import { type Period, parsePeriod } from "./period.ts";
import { PopneedsError } from "./popneeds-error.ts";

/** The first and the last day of a period, or a day twice; both as `yyyy-mm-dd`. */
export function daySpan(of: string | Period, caller: string): { readonly first: string; readonly last: string } {
  if (typeof of === "string") return { first: requireDay(of, caller), last: of };
  return { first: of.start, last: of.end };
}

/**
 * The text itself, when it is a day of the calendar written `yyyy-mm-dd`.
 *
 * @throws PopneedsError `invalid-date`, in the name of the caller, when it is not
 */
export function requireDay(text: string, caller: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || parsePeriod(text) === null)
    throw new PopneedsError({
      code: "invalid-date",
      message: `${caller}: a date must be a day of the calendar as yyyy-mm-dd; found ${JSON.stringify(text)}`,
      fix: "Write the year in four digits, then month and day in two: 2024-02-29.",
    });
  return text;
}
