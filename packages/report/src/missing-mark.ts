import type { Missing } from "@popneeds/core";

/**
 * The mark that stands in the place of a figure, as the Analysis Function's guidance on symbols has it: `[c]` confidential,
 * `[z]` not applicable, `[x]` not available, whatever the reason.
 */
export function missingMark(missing: Missing | null): "[c]" | "[z]" | "[x]" {
  if (missing === "suppressed") return "[c]";
  return missing === "not applicable" ? "[z]" : "[x]";
}

/** Why a figure is not there, in words, for the note under a table. */
export function missingWords(missing: Missing | null): string {
  return missing === null ? "no figure for this row and column" : words[missing];
}

const words: Readonly<Record<Missing, string>> = {
  suppressed: "withheld to protect people",
  "not applicable": "not applicable",
  "not available": "not available from the publisher",
  unknown: "not known",
  "too few events": "too few events to compute it",
  "no population": "no population to compute it for",
  incomplete: "a part that it needs is missing",
};
