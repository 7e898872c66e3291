import type { Issue } from "@popneeds/core";
import type { Doubting } from "./doubt.ts";
import type { RawColumn } from "./raw-columns.ts";
import type { FieldDeclaration } from "./schema-declaration.ts";
import type { ColumnSeems, Confidence } from "./schema-draft.ts";

/** What one column seems to be, looked at by itself. */
export interface Seeming {
  readonly seems: ColumnSeems;
  readonly what: string;
  readonly confidence: Confidence;
  /** Name wished for in the table; `null` where the column is not to be read. */
  readonly name: string | null;
  readonly field: FieldDeclaration | null;
  readonly doubts: readonly Issue[];
}

/** What is known when a column is looked at. */
export interface Seen {
  readonly column: RawColumn;
  /** The column of the publisher's qualifiers for this one, if there is one. */
  readonly qualifier: RawColumn | null;
  readonly rows: number;
  readonly doubt: Doubting;
}

/** Looks at a column, and says what it seems to be; `null` when it is not of the kind that is looked for. */
export type LookFor = (seen: Seen) => Seeming | null;

/** The option that names the qualifier's column, where there is one. */
export function qualified({ qualifier }: Seen): { readonly qualifier?: string } {
  return qualifier ? { qualifier: qualifier.header } : {};
}

/** A header as the name of a column of a table: `Number of deaths` becomes `numberOfDeaths`. */
export function nameOf(header: string): string {
  const words = header
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const name = words
    .map((word, i) => (i === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1).toLowerCase()))
    .join("");
  return /^\p{L}/u.test(name) ? name : `column${name}`;
}
