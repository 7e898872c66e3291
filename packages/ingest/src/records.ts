import type { Issue, Source } from "@popneeds/core";

/** Rows as text, for look-ups; every column wanted is there. */
export interface Records {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly source: Source;
  readonly issues: readonly Issue[];
}
