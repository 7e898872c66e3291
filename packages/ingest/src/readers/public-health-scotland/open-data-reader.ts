import type { Evidence, Issue } from "@popneeds/core";
import { headerOf } from "../../published/header-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import type { Schema } from "../../schema.ts";
import { openDataTable, withReasonsInKeys } from "./open-data-table.ts";

/** A table that Public Health Scotland publishes, or that others re-saved, with the columns by which it is known. */
export interface OpenDataFormat {
  /** The reader's name: `phs-beds`. */
  readonly name: string;
  readonly title: string;
  /** The schema of each form in which the table is published, by council or by board for instance. */
  readonly forms: readonly Schema[];
  /** Columns of the format that are not read, since another says the same. */
  readonly beside?: readonly string[];
  /** Default `published`. */
  readonly evidence?: Evidence;
  /** The edition, as the headers say it; `null` where they do not. */
  readonly edition?: (header: readonly string[]) => string | null;
  /** Doubts about the table as a whole. */
  readonly doubts?: (cells: RawTable) => readonly Issue[];
  /** The tables in it, where it is not one. */
  readonly split?: (cells: RawTable, schema: Schema) => readonly Part[];
}

/**
 * Makes the reader of one table of Public Health Scotland's.
 *
 * It recognises a file that has just the columns of one of the forms, in any order, with or without the datastore's `_id`.
 * A file with a column more or fewer is for the general reader: what was renamed or added is not guessed.
 */
export function openDataReader(format: OpenDataFormat): Reader {
  const { name, title, forms, beside = [], evidence = "published", doubts, split, edition } = format;
  const known = forms.map((schema) => ({ schema, headers: headersOf(schema, beside) }));
  const formOf = (header: readonly string[]): Schema | null => {
    const found = [...new Set(header.filter((text) => text !== "_id"))].sort().join("\n");
    return known.find(({ headers }) => headers.toSorted().join("\n") === found)?.schema ?? null;
  };
  return Object.freeze({
    name,
    title,
    publisher: "Public Health Scotland",
    licence: "Open Government Licence v3.0",
    evidence,
    recognise(file: RawFile): string | null {
      const header = headerOf(file);
      return formOf(header) ? `its columns are just those of this table: ${begin(header)}` : null;
    },
    edition: (file: RawFile): string | null => edition?.(headerOf(file)) ?? null,
    parts(file: RawFile): readonly Part[] {
      const read = openDataTable(file);
      const schema = formOf(read.header) ?? forms[0]!;
      const cells = withReasonsInKeys(read, schema);
      const checked = doubts ? { ...cells, issues: [...cells.issues, ...doubts(cells)] } : cells;
      return split ? split(checked, schema) : [{ name: "", cells: checked, schema }];
    },
  });
}

function headersOf({ fields }: Schema, beside: readonly string[]): readonly string[] {
  const named = Object.values(fields).flatMap(({ header, qualifier }) =>
    [header, qualifier].filter((text) => typeof text === "string"),
  );
  return [...new Set([...named, ...beside])];
}

function begin(header: readonly string[]): string {
  const columns = header.filter((text) => text !== "_id");
  return `${columns.slice(0, 4).join(", ")}${columns.length > 4 ? ` and ${columns.length - 4} more` : ""}`;
}
