import { type Issue, PopneedsError, type Source, type Table } from "@popneeds/core";
import type { TableOf } from "../read-csv.ts";
import type { Fields, Schema } from "../schema.ts";

/** One tidy table of a published file. */
export interface PublishedTable {
  /** The part of the file, if it has several, and the keys of the table: `Table 2: by area, sex and age`. */
  readonly name: string;
  /** The part of the file; empty where the file is one table. */
  readonly part: string;
  /** Keys over which the rows are totals; none of a finest table. */
  readonly totalOf: readonly string[];
  readonly table: Table;
}

/** A published file, read: its tidy tables, where they come from, and every doubt. */
export interface PublishedFile {
  /** Name of the reader that was used. */
  readonly reader: string;
  /** Why that reader. */
  readonly because: string;
  readonly source: Source;
  /** In the order of the file; of one part the finest first, then its totals. */
  readonly tables: readonly PublishedTable[];
  /** Rows of the file under a header, each counted once: all, those that were used, those in which something was refused. */
  readonly rows: { readonly read: number; readonly used: number; readonly refused: number };
  /** Every fault and doubt, of the file and of its tables. */
  readonly issues: readonly Issue[];
  /**
   * A table by its name, or by the beginning of its name if one table begins so.
   * @throws PopneedsError `no-such-table`
   */
  table(name: string): Table;
  /**
   * The finest table that has just the keys and measures of a schema, with its type.
   * @throws PopneedsError `no-such-table` when none has, or several have
   *
   * @example
   * const people = (await readPublished("estimates.csv")).as(phsPopulation)
   */
  as<F extends Fields>(schema: Schema<F>): TableOf<F>;
}

/** What was read, with the ways to get at it. */
export function publishedFile(
  parts: Omit<PublishedFile, "table" | "as" | "issues"> & { readonly issues: readonly Issue[] },
): PublishedFile {
  const { tables, source } = parts;
  const missing = (wanted: string): PopneedsError =>
    new PopneedsError({
      code: "no-such-table",
      message: `${source.file}: there is no single table ${wanted}; there are ${tables.length}:`,
      where: tables.map(({ name, table }) => `${name} (${table.length.toLocaleString("en-GB")} rows)`),
      fix: "Name one of them.",
    });
  return Object.freeze({
    ...parts,
    table(name: string): Table {
      const exact = tables.filter((one) => one.name === name);
      const found = exact.length > 0 ? exact : tables.filter((one) => one.name.startsWith(name));
      if (found.length !== 1) throw missing(`"${name}"`);
      return found[0]!.table;
    },
    as<F extends Fields>({ fields }: Schema<F>): TableOf<F> {
      const wanted = shape(
        Object.entries(fields).map(([name, field]) => [name, field.role === "key" ? "key" : field.kind]),
      );
      const found = tables.filter(
        ({ table, totalOf }) =>
          totalOf.length === 0 &&
          wanted ===
            shape([
              ...Object.keys(table.keys).map((name): [string, string] => [name, "key"]),
              ...Object.entries(table.measures).map(([name, { kind }]): [string, string] => [name, kind]),
            ]),
      );
      if (found.length !== 1) throw missing(`with ${Object.keys(fields).join(", ")}`);
      return found[0]!.table as unknown as TableOf<F>;
    },
  });
}

function shape(columns: readonly (readonly [string, string])[]): string {
  return columns
    .map((column) => column.join(" "))
    .sort()
    .join("\n");
}
