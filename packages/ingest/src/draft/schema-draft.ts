import type { Issue } from "@popneeds/core";
import type { Encoding } from "../read-file-text.ts";
import type { FieldDeclaration, SchemaDeclaration } from "./schema-declaration.ts";

/** How far a guess can be trusted, in words. */
export type Confidence = "sure" | "likely" | "unsure";

/** What a column may seem to be. */
export type ColumnSeems =
  | "area code"
  | "area name"
  | "sex"
  | "age"
  | "ages across"
  | "period"
  | "category"
  | "count"
  | "figure"
  | "qualifier"
  | "text"
  | "row number"
  | "personal identifier"
  | "empty";

/** What a column of a file seems to be, why, and what is doubtful about it. */
export interface ColumnDraft {
  /** The header as it stands in the file; empty where the column has none. */
  readonly header: string;
  /** Position in the file, 1 being the first. */
  readonly position: number;
  readonly seems: ColumnSeems;
  /** What was seen, in a few words: `codes of data zones of 2011, 6,976 different`. */
  readonly what: string;
  readonly confidence: Confidence;
  /** Name in the table; `null` where the draft does not read the column. */
  readonly name: string | null;
  readonly field: FieldDeclaration | null;
  /**
   * What a person has to decide or know: an `error` keeps the file from being read as it stands, a `warning` wants a decision, a
   * `note` is worth knowing.
   */
  readonly doubts: readonly Issue[];
}

/** A proposal for reading a plain CSV file, made from what is in it. A person reads, corrects and confirms it. */
export interface SchemaDraft {
  /** How messages name the file. */
  readonly file: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Line of the header; 1 is the first. */
  readonly headerLine: number;
  /** Rows under the header. */
  readonly rows: number;
  /** In the order of the file; ages that stand across are one entry. */
  readonly columns: readonly ColumnDraft[];
  /** Doubts about the file as a whole: where its header stands, its encoding, which columns tell its rows apart. */
  readonly doubts: readonly Issue[];
  /** The schema proposed; `null` where none can read the file as it stands, and the doubts say why. */
  readonly schema: SchemaDeclaration | null;
}
