import type { DataFolder, Fields, Schema, TableOf } from "@popneeds/ingest";

/** A table that an indicator is computed from: its name in the data package, and how it is read. */
export interface Input<T = unknown> {
  readonly name: string;
  /** The table may be lacking: it comes from the user, not with the library. `load` then gives `null`. */
  readonly optional?: true;
  readonly load: (data: DataFolder) => Promise<T>;
}

/** The tables an indicator is computed from, by the names under which its `compute` takes them. */
export type Inputs = Readonly<Record<string, Input>>;

/** The loaded tables. */
export type TablesOf<I extends Inputs> = { readonly [P in keyof I]: I[P] extends Input<infer T> ? T : never };

/** A table of the data package, read by a schema. */
export function input<F extends Fields>(name: string, schema: Schema<F>): Input<TableOf<F>> {
  return Object.freeze({ name, load: (data: DataFolder) => data.table(name, schema) });
}

/**
 * A table that a user may add to the data package, `null` where it is lacking; an indicator then has no figures, and the
 * assessment names the gap. Its figures are published ones unless the data package says of what class they are.
 */
export function optionalInput<F extends Fields>(name: string, schema: Schema<F>): Input<TableOf<F> | null> {
  return Object.freeze({
    name,
    optional: true as const,
    load: async (data: DataFolder) => (data.has(name) ? data.table(name, schema, { evidence: "published" }) : null),
  });
}
