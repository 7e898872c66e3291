/** One value of a table; `null` is written as an empty field. */
export type Cell = string | number | null;

/** A column with what its values mean. */
export interface Column {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "date";
  readonly description: string;
  /** Every value there is, in the order in which rows are sorted. */
  readonly values?: readonly string[];
  /** A value may be missing. */
  readonly blank?: boolean;
  /** The smallest value; a number column has 0 unless it says otherwise. */
  readonly minimum?: number;
  /** What a text must look like. */
  readonly pattern?: string;
}

/** Where figures come from. */
export interface TableSource {
  readonly title: string;
  readonly organisation: string;
  /** The publisher's page. */
  readonly path?: string;
}

/** A table to be written, with all that its resource in the data package says. */
export interface DataTable {
  /** `topic/file`, without the ending. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  /** The columns that together name a row; rows are sorted by them. */
  readonly key: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly publisher: string;
  readonly edition: string;
  /** Day of publication, where the file states it. */
  readonly released?: string;
  readonly class: "observed" | "published" | "projected" | "modelled";
  readonly licence?: "OGL-UK-3.0" | "other-open";
  readonly sources: readonly TableSource[];
  /** Names of the raw files, as the builder asks for them. */
  readonly rawFiles: readonly string[];
  readonly changes: string;
  readonly caveats: readonly string[];
}
