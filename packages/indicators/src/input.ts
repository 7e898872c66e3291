import type { DataFolder, Fields, Schema, TableOf } from "@popneeds/ingest";

/** A table that an indicator is computed from: its name in the data package, and how it is read. */
export interface Input<T = unknown> {
  readonly name: string;
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
