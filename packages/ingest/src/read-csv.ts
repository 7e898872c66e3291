import { describeIssue, type Evidence, type Issue, PopneedsError, type Source, type Table } from "@popneeds/core";
import { columnsOf } from "./columns.ts";
import { parseCsv } from "./parse-csv.ts";
import { type Encoding, readFileText } from "./read-file-text.ts";
import { Reading } from "./reading.ts";
import type { Fields, KeysOf, MeasuresOf, Schema } from "./schema.ts";

/** What is known of a file besides its contents. Footnotes print it. */
export interface About {
  readonly title?: string;
  readonly publisher?: string;
  readonly edition?: string;
  readonly licence?: string;
  readonly released?: string;
  /** How the publisher came by the figures; default `observed`. */
  readonly evidence?: Evidence;
  /** Short stable name; default the file's name. */
  readonly id?: string;
  /** How messages and footnotes name the file; default its path. */
  readonly name?: string;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** The table that a schema describes. */
export type TableOf<F extends Fields> = Table<KeysOf<F>, MeasuresOf<F>>;

/**
 * Reads a CSV file by a declared schema.
 *
 * Nothing is guessed and nothing is lost silently: a row that does not hold what the schema says is left out, with an issue
 * that gives its line, the reason and what was found. Totals that the schema declares are left out and counted. Columns
 * that the schema does not name are not read. Codes stay text.
 *
 * @param file   path of a CSV file, plain or gzip
 * @param schema what its columns mean
 * @param about  title, publisher, edition, licence: printed wherever the figures are used
 * @throws PopneedsError when the file cannot be read at all: `no-such-file`, `empty-file`, `truncated-gzip`, `not-utf-8`,
 *   `not-text`, `no-rows`, `missing-column`, `duplicate-column`, `overlapping-ages`, `missing-ages`, `unclosed-quote`,
 *   `stray-quote`
 */
export async function readCsv<F extends Fields>(
  file: string,
  schema: Schema<F>,
  about: About = {},
): Promise<TableOf<F>> {
  const name = about.name ?? file;
  const { text, sha256 } = await readFileText(file, { name, ...(about.encoding ? { encoding: about.encoding } : {}) });
  return parseTable(text, schema, sourceOf(name, sha256, about), about);
}

/** The table in a CSV text that was already read. As `readCsv`, for a browser or a test. */
export function parseTable<F extends Fields>(
  text: string,
  { fields }: Schema<F>,
  source: Source,
  { delimiter = "," }: { readonly delimiter?: string } = {},
): TableOf<F> {
  const csv = parseCsv(text, source.file, { delimiter });
  const columns = columnsOf(fields, csv.header, source.file, delimiter);
  const reading = new Reading(columns, csv.header, source.file, csv.lines);
  csv.rows.forEach((row, i) => {
    reading.row(row, i);
  });
  return reading.table(source, csv.rows.length, [...csv.issues, ...columns.issues]) as unknown as TableOf<F>;
}

/** The source of a file read with what is known about it. */
export function sourceOf(name: string, sha256: string, about: About): Source {
  const base = name.split("/").at(-1)!;
  return Object.freeze({
    id: about.id ?? base.replace(/\.(csv|tsv|txt)(\.gz)?$/, ""),
    title: about.title ?? base,
    publisher: about.publisher ?? "publisher not stated",
    edition: about.edition ?? "edition not stated",
    licence: about.licence ?? "licence not stated",
    file: name,
    sha256,
    evidence: about.evidence ?? "observed",
    ...(about.released ? { released: about.released } : {}),
  });
}

/** Refuses a table some of whose rows could not be used, for those who go on only with whole files. */
export function refuseErrors<T extends { readonly issues: readonly Issue[] }>(table: T): T {
  const errors = table.issues.filter((issue) => issue.severity === "error");
  if (errors.length === 0) return table;
  throw new PopneedsError({
    code: errors[0]!.code,
    message: `every row must hold what the schema says; ${errors.length} ${errors.length === 1 ? "fault" : "faults"}:`,
    where: errors.map(describeIssue),
    issues: errors,
  });
}
