import type * as pn from "popneeds";

type Figure = number | null | undefined;

/** What a table shows, and of what class its figures are, in square brackets. */
export function heading(text: string, { provenance }: { readonly provenance: pn.Provenance }): void {
  console.log(`\n${text} [${provenance.evidence}]`);
}

/** A name and figures below one another. */
export function line(name: string, ...cells: readonly string[]): void {
  console.log([name.padEnd(21), ...cells.map((cell) => cell.padStart(7))].join(" ").trimEnd());
}

/** A figure to so many decimals; a dash where it is missing. */
export function to(decimals: number, figure: Figure): string {
  return figure?.toFixed(decimals) ?? "–";
}

/** Limits, as `(12 to 34)`. */
export function limits(decimals: number, lower: Figure, upper: Figure): string {
  return `(${to(decimals, lower)} to ${to(decimals, upper)})`;
}
