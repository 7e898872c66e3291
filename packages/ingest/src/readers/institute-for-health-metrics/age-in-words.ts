import { parseAge } from "@popneeds/core";

/**
 * How an age of the Global Burden of Disease is to be taken: `all` ages together, `standardised` for age, a band `in years`, or a
 * band of days or months, or anything else, `in words`.
 */
export function ageInWords(text: string): "all" | "standardised" | "in years" | "in words" {
  if (/^all ages?$/i.test(text)) return "all";
  if (/^age-?standardi[sz]ed$/i.test(text)) return "standardised";
  return parseAge(text) ? "in years" : "in words";
}
