import type { Issue, Source, Table } from "@popneeds/core";
import { type Columns, columnsOf } from "../columns.ts";
import type { KeyField } from "../field.ts";
import { qualifierInWords } from "../qualifiers.ts";
import { Reading } from "../reading.ts";
import { type Fields, type Schema, schema } from "../schema.ts";
import type { RawTable } from "./raw-table.ts";
import type { Part } from "./reader.ts";

/** Rows of a published table that are totals of the same keys, as a table of its own: nothing in it is counted twice. */
export interface Slice {
  /** The keys that its rows are broken down by: `by area, sex and age`. */
  readonly name: string;
  /** Keys over which its rows are totals; none of the finest slice. */
  readonly totalOf: readonly string[];
  readonly table: Table;
}

/** What was made of a part of a file. */
export interface Sliced {
  /** Finest first. */
  readonly slices: readonly Slice[];
  /** What is about the whole part; faults of rows are with the tables. */
  readonly issues: readonly Issue[];
}

/**
 * Holds totals and parts apart: publishers mix them in one table, and a sum over it would count people several times.
 *
 * The rows are told apart by the keys in which they hold a total (a cell among the `totals` of the key's field, or the
 * publisher's qualifier `d` beside it); each kind of row becomes a table without these keys. An area that is a total, the
 * country among councils, keeps its code.
 */
export function slices({ name, cells, schema: of, evidence }: Part, source: Source): Sliced {
  const columns = columnsOf(of.fields, cells.header, cells.file, ",");
  const groups = new Map<string, { readonly totalOf: readonly string[]; readonly rows: number[] }>();
  const totalling = columns.keys.filter(({ field }) => field.totals.length > 0 || field.qualifier !== undefined);
  for (const [i, row] of cells.rows.entries()) {
    const totalOf = totalling.filter(
      ({ field, at, qualifierAt }) =>
        field.totals.includes(row[at]!.trim()) || (qualifierAt !== -1 && row[qualifierAt]!.trim() === "d"),
    );
    const names = totalOf.map((key) => key.name);
    const group = groups.get(names.join(" "));
    if (group) group.rows.push(i);
    else groups.set(names.join(" "), { totalOf: names, rows: [i] });
  }
  const own: Source = evidence ? { ...source, evidence } : source;
  const found = [...groups.values()]
    .sort((a, b) => a.totalOf.length - b.totalOf.length)
    .map(({ totalOf, rows }): Slice => {
      const left = schemaOf(of.fields, totalOf);
      const reading = new Reading(
        { ...columnsOf(left.fields, cells.header, cells.file, ","), issues: [] },
        cells.header,
        cells.file,
        rows.map((i) => cells.lines[i]!),
      );
      for (const [k, i] of rows.entries()) reading.row(cells.rows[i]!, k);
      return {
        name: [name, nameOf(left.fields, of.fields, totalOf)].filter((text) => text !== "").join(": "),
        totalOf,
        table: reading.table(own, rows.length, qualifiedRows(columns.keys, cells, rows)),
      };
    });
  return { slices: found, issues: [...cells.issues, ...columns.issues] };
}

/** What the publisher's qualifiers of keys say of rows, a provisional quarter for instance: a note for each, with the number of rows. */
function qualifiedRows(keys: Columns["keys"], { file, rows }: RawTable, used: readonly number[]): readonly Issue[] {
  return keys.flatMap(({ field: { header }, qualifierAt }) => {
    if (qualifierAt === -1) return [];
    const found = new Map<string, number>();
    for (const i of used) {
      const qualifier = rows[i]![qualifierAt]!.trim();
      if (qualifier !== "" && qualifier !== "d") found.set(qualifier, (found.get(qualifier) ?? 0) + 1);
    }
    return [...found].map(
      ([qualifier, times]): Issue => ({
        code: "qualified-rows",
        severity: "note",
        file,
        message: `${times.toLocaleString("en-GB")} ${times === 1 ? "row" : "rows"} whose ${header} is qualified: ${qualifierInWords(qualifier)}`,
        fix: "Nothing to do; say so where the figures are used.",
      }),
    );
  });
}

/** The fields without the keys that are totals, save those whose totals have a key of their own. */
function schemaOf(fields: Fields, totalOf: readonly string[]): Schema {
  return schema(
    Object.fromEntries(
      Object.entries(fields)
        .filter(([key, field]) => !totalOf.includes(key) || (field.role === "key" && field.totalsHave === "code"))
        .map(([key, field]) => [key, field.role === "key" ? withoutTotals(field) : field]),
    ),
  );
}

/** The field of a key in a table of totals or of parts only, where a declared total is a key like any other. */
function withoutTotals(field: KeyField): KeyField {
  const { qualifier: _, ...rest } = field;
  const read = (text: string) => (field.totals.includes(text) ? text : field.read(text));
  return { ...rest, totals: [], read };
}

function nameOf(left: Fields, all: Fields, totalOf: readonly string[]): string {
  const keys = Object.entries(left).flatMap(([key, field]) =>
    field.role === "key" && (field.header !== null || field.across) ? [key] : [],
  );
  const coded = totalOf.filter((key) => Object.hasOwn(left, key) && Object.hasOwn(all, key));
  const by = keys.filter((key) => !coded.includes(key));
  return [
    by.length === 0 ? "one figure" : `by ${listed(by)}`,
    ...(coded.length === 0 ? [] : [`totals of ${listed(coded)}`]),
  ].join(", ");
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
