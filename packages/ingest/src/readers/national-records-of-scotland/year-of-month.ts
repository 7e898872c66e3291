import { type Period, PopneedsError, parsePeriod } from "@popneeds/core";

/**
 * The year in a title that names a month of it: `September 2022`.
 *
 * @throws PopneedsError `no-period`
 */
export function yearOfMonth(title: string, file: string): Period {
  const found = /\b(?:June|September|December) (\d{4})\b(?! to)/.exec(title)?.[1];
  if (found !== undefined) return parsePeriod(found)!;
  const message = `the title "${title}" does not say of which year the figures are`;
  const fix = "Compare the title with the publisher's workbook: it should name a month, September 2022 for instance.";
  throw new PopneedsError({
    code: "no-period",
    message: `${file}: ${message}`,
    fix,
    issues: [{ code: "no-period", severity: "error", message, fix, file }],
  });
}
