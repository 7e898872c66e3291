import type { Provenance } from "./provenance.ts";

/** Which area of one level each smaller area lies in, as of a named edition. */
export interface LookUp {
  /** The level of the parents: `locality`, `partnership`. */
  readonly level: string;
  /** Child code → parent code. A child that is not here has no parent at this level. */
  readonly parents: ReadonlyMap<string, string>;
  /** Which edition of the geography this is; printed in every step that uses it. */
  readonly edition: string;
  readonly provenance: Provenance;
}
