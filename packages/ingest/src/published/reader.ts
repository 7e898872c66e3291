import type { Evidence } from "@popneeds/core";
import type { Encoding } from "../read-file-text.ts";
import type { Schema } from "../schema.ts";
import type { RawFile } from "./raw-file.ts";
import type { RawTable } from "./raw-table.ts";

/** One table that a published file holds: where it stands, and what its columns mean. */
export interface Part {
  /** What tells it from the file's other tables: `Table 2`; empty where the file is one table. */
  readonly name: string;
  readonly cells: RawTable;
  readonly schema: Schema;
  /** How the publisher came by these figures, where it is not as the reader says of all. */
  readonly evidence?: Evidence;
}

/** Reads one format of one publisher. */
export interface Reader {
  /** Stable name, by which a user chooses it: `phs-population`. */
  readonly name: string;
  /** What the format is, in a few words: `Population estimates and projections by single year of age`. */
  readonly title: string;
  readonly publisher: string;
  /** The licence under which the publisher gives such files out, unless the file says otherwise. */
  readonly licence: string;
  /** How the publisher came by the figures. */
  readonly evidence: Evidence;
  /** Encodings in which the publisher writes; default UTF-8 only. */
  readonly encodings?: readonly Encoding[];
  /** A reader of whatever the publisher's rules allow: it gives way to one that knows the very table. */
  readonly general?: boolean;
  /** Why a file is of this format, in one sentence that names what was seen; `null` when it is not. Looks at the file's head. */
  recognise(file: RawFile): string | null;
  /**
   * The tables of a file of this format, with the schema of each.
   * @throws PopneedsError when what the format promises is not there
   */
  parts(file: RawFile): readonly Part[];
  /** The edition, as the file itself says it; `null` where it does not. */
  edition?(file: RawFile): string | null;
}
