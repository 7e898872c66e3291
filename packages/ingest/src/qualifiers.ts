import type { Missing } from "@popneeds/core";

/**
 * The qualifiers of Public Health Scotland's open data: what each says of a figure, and why the figure is not there where
 * the cell is blank.
 *
 * Source: Public Health Scotland, list of statistical qualifiers (opendata.nhs.scot).
 */
const qualifiers: Readonly<Record<string, { readonly name: string; readonly missing?: Missing }>> = {
  b: { name: "break in the series" },
  c: { name: "confidential", missing: "suppressed" },
  d: { name: "derived" },
  e: { name: "estimated" },
  f: { name: "forecast" },
  n: { name: "not significant" },
  p: { name: "provisional" },
  r: { name: "revised" },
  u: { name: "low reliability" },
  x: { name: "archived or expired" },
  y: { name: "incomplete", missing: "incomplete" },
  z: { name: "not applicable", missing: "not applicable" },
  ":": { name: "not available", missing: "not available" },
  "~": { name: "rounds to zero, and is not zero" },
  "*": { name: "significant at the 0.05 level" },
  "**": { name: "significant at the 0.01 level" },
  "***": { name: "significant at the 0.001 level" },
  "\u2020": { name: "earliest revision" },
};

/** Why a blank figure with this qualifier is not there; `null` when the qualifier does not say. */
export function missingBy(qualifier: string): Missing | null {
  return Object.hasOwn(qualifiers, qualifier) ? (qualifiers[qualifier]!.missing ?? null) : null;
}

/** A qualifier with its meaning: `provisional (p)`. */
export function qualifierInWords(qualifier: string): string {
  const known = Object.hasOwn(qualifiers, qualifier)
    ? qualifiers[qualifier]!.name
    : "a qualifier not on the publisher's list";
  return `${known} (${qualifier})`;
}
