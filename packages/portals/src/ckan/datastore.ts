import { PopneedsError } from "@popneeds/core";
import type { Connection } from "../connection.ts";
import {
  isObject,
  type JsonObject,
  numberOrNull,
  objectsAt,
  textAt,
  textOrNull,
  unexpectedAnswer,
} from "../json-reading.ts";
import { type ActionResult, ckanAction } from "./ckan-action.ts";

/** A column of a table in CKAN's datastore. */
export interface DatastoreField {
  readonly id: string;
  /** The type of the database: `text`, `numeric`, `int` … */
  readonly type: string;
  /** What the publisher says the column is. */
  readonly label: string | null;
  readonly notes: string | null;
}

/** A cell as JSON has it. Of a `numeric` column `datastore_search` gives numbers, `datastore_search_sql` gives text. */
export type Cell = string | number | boolean | null;

/** Rows of a table in the datastore, and what its columns are. */
export interface DatastoreRows {
  readonly fields: readonly DatastoreField[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  /** How many rows answer to the filters; for SQL, how many came. */
  readonly total: number;
}

/** Which rows and columns of a table. */
export interface RowOptions {
  /** Values that a column must have; with a list, any of them. */
  readonly filters?: Readonly<Record<string, Cell | readonly Cell[]>>;
  /** Columns wanted; all by default, `_id` (the number of the row) among them. */
  readonly fields?: readonly string[];
  /** Order, as `Year desc, HB`; by the number of the row by default. `_id` is added, so that pages do not overlap. */
  readonly sort?: string;
  /** Rows asked for at a time; 10,000 by default. The portal may give fewer. */
  readonly pageSize?: number;
}

/**
 * All rows of a table, page by page, so that a large one need not be held at once.
 *
 * @throws PopneedsError `changed-while-paging` when the number of rows changes between pages; `rows-missing` when pages end
 *   before all rows have come; `odd-option`; those of `ckanAction`
 */
export async function* datastorePages(
  connection: Connection,
  portal: string,
  resource: string,
  { filters, fields, sort, pageSize = 10_000 }: RowOptions = {},
): AsyncGenerator<DatastoreRows> {
  if (!Number.isInteger(pageSize) || pageSize < 1)
    throw new PopneedsError({
      code: "odd-option",
      message: `pageSize is a whole number, 1 or more; got ${pageSize}`,
      fix: "Leave pageSize out: it is 10,000 by default.",
    });
  let total: number | null = null;
  for (let offset = 0; total === null || offset < total; ) {
    const page = readRows(
      await ckanAction(connection, portal, "datastore_search", {
        resource_id: resource,
        filters: filters === undefined ? undefined : JSON.stringify(filters),
        fields: fields?.join(","),
        sort: sort === undefined ? "_id" : `${sort}, _id`,
        limit: pageSize,
        offset,
        include_total: true,
      }),
    );
    if (total !== null && page.total !== total) throw changedWhilePaging(resource, total, page.total);
    total = page.total;
    if (page.rows.length === 0 && offset < total)
      throw new PopneedsError({
        code: "rows-missing",
        message: `${resource}: the portal says that ${total} rows answer, and gave ${offset}`,
        fix: "Try again; if it stays so, download the file instead.",
      });
    offset += page.rows.length;
    yield page;
  }
}

/** Reads an answer of `datastore_search` or `datastore_search_sql`. */
export function readRows({ result, address }: ActionResult): DatastoreRows {
  if (!isObject(result)) throw unexpectedAnswer(address, "has no result");
  const rows = objectsAt(result, "records", address) as readonly Readonly<Record<string, Cell>>[];
  return Object.freeze({
    fields: objectsAt(result, "fields", address).map((field) => readField(field, address)),
    rows,
    total: numberOrNull(result["total"]) ?? rows.length,
  });
}

function readField(field: JsonObject, address: string): DatastoreField {
  const info = isObject(field["info"]) ? field["info"] : {};
  return {
    id: textAt(field, "id", address),
    type: textAt(field, "type", address),
    label: textOrNull(info["label"])?.trim() ?? null,
    notes: textOrNull(info["notes"]),
  };
}

export function changedWhilePaging(what: string, before: number, after: number): PopneedsError {
  return new PopneedsError({
    code: "changed-while-paging",
    message: `${what}: the portal changed while it was read: ${before} in all on one page, ${after} on another`,
    fix: "Read it again.",
  });
}
