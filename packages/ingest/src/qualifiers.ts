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

/**
 * Why a blank figure with this qualifier is not there; `null` when the qualifier does not say. Several qualifiers in one
 * cell, as in `:u`, are taken one by one: the first that gives a reason counts.
 */
export function missingBy(qualifier: string): Missing | null {
  for (const one of separately(qualifier)) {
    const why = Object.hasOwn(qualifiers, one) ? qualifiers[one]!.missing : undefined;
    if (why) return why;
  }
  return null;
}

/** A qualifier with its meaning, `provisional (p)`; several in one cell with theirs, `not available and low reliability (:u)`. */
export function qualifierInWords(qualifier: string): string {
  const known = separately(qualifier).map((one) =>
    Object.hasOwn(qualifiers, one) ? qualifiers[one]!.name : "a qualifier not on the publisher's list",
  );
  return `${[...new Set(known)].join(" and ")} (${qualifier})`;
}

/** The qualifiers in a cell: itself when it is on the list; else its marks one by one, when all of them are. */
function separately(qualifier: string): readonly string[] {
  const marks = [...qualifier];
  return !Object.hasOwn(qualifiers, qualifier) && marks.every((mark) => Object.hasOwn(qualifiers, mark))
    ? marks
    : [qualifier];
}
