import { type Age, parseAge } from "./age.ts";
import { type Key, type KeyColumn, keyCoder } from "./key-column.ts";
import { type MeasureColumn, measureColumn } from "./measure-column.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { type Missing, reasonCode } from "./missing.ts";
import { type Period, parsePeriod } from "./period.ts";
import { PopneedsError } from "./popneeds-error.ts";
import type { Provenance } from "./provenance.ts";
import { createTable, type Measures, type Table } from "./table.ts";

/** What the plain values of a key column are: text as it stands, a printed band of ages, a printed period. */
export type KeyKind = "text" | "age" | "period";

/** The keys that a table has when its key columns are of these kinds. */
export type KeysOfKinds<KK extends Readonly<Record<string, KeyKind>>> = {
  readonly [P in keyof KK]: KK[P] extends "age" ? Age : KK[P] extends "period" ? Period : string;
};

/** Which columns of plain values are keys and which are measures. */
export interface ColumnRoles<KK extends Readonly<Record<string, KeyKind>>, M extends Measures> {
  readonly keys: KK;
  readonly measures: M;
  /** What a row that is not there means for all measures; default `unknown`. */
  readonly absent?: "zero" | "unknown";
  /** Where the figures came from and what was done to them; default: typed in. */
  readonly provenance?: Provenance;
}

/** Columns of plain values, as other libraries hold them. */
export type PlainColumns = Readonly<Record<string, ArrayLike<unknown>>>;

/** The name of the column that says why figures of a measure are missing. */
export function reasonColumn(measure: string): string {
  return `${measure}_missing`;
}

/**
 * Makes a table of columns of plain values: keys as people read them, figures as numbers with `null` where missing. The
 * reason of a missing figure is read from the column `deaths_missing` beside `deaths`, where there is one; else `unknown`.
 *
 * @param columns one entry a row; columns that are neither key nor measure are left out
 * @param roles   the kind of each key and of each measure
 * @throws PopneedsError `missing-column` when a column is not there
 * @throws PopneedsError `unequal-columns` when columns differ in length
 * @throws PopneedsError `unreadable-key` when a key is empty, or is not an age or a period where it should be
 * @throws PopneedsError `unreadable-figure` when a figure is neither a number nor missing, or its reason is unknown
 * @throws PopneedsError `duplicate-key` when two rows have the same keys
 *
 * @example
 * tableFromColumns({ age: ["0-4", "5+"], deaths: [1, 4] }, { keys: { age: "age" }, measures: { deaths: "count" } })
 */
export function tableFromColumns<KK extends Readonly<Record<string, KeyKind>>, M extends Measures>(
  columns: PlainColumns,
  { keys, measures, absent = "unknown", provenance }: ColumnRoles<KK, M>,
): Table<KeysOfKinds<KK>, M> {
  return createTable({
    keys: Object.fromEntries(
      Object.entries(keys).map(([name, kind]) => [name, readKeys(name, columnOf(columns, name), kind)]),
    ),
    measures: Object.fromEntries(
      Object.entries<MeasureKind>(measures).map(([name, kind]) => [name, readFigures(columns, name, kind, absent)]),
    ),
    ...(provenance ? { provenance } : {}),
  }) as unknown as Table<KeysOfKinds<KK>, M>;
}

function columnOf(columns: PlainColumns, name: string): ArrayLike<unknown> {
  if (Object.hasOwn(columns, name)) return columns[name]!;
  throw new PopneedsError({
    code: "missing-column",
    message: `tableFromColumns: missing column "${name}"; found ${Object.keys(columns).join(", ") || "none"}`,
    fix: "Name the columns as they are called, or rename them first.",
  });
}

function readKeys(name: string, column: ArrayLike<unknown>, kind: KeyKind): KeyColumn {
  const coder = keyCoder<Key>();
  const codeOf = new Map<unknown, number | null>();
  const codes = new Uint32Array(column.length);
  const odd: string[] = [];
  for (let i = 0; i < column.length; i++) {
    const plain = column[i];
    let code = codeOf.get(plain);
    if (code === undefined) {
      const key = readKey(plain, kind);
      code = key === null ? null : coder.code(key);
      codeOf.set(plain, code);
    }
    if (code === null) odd.push(`row ${i + 1}: ${String(plain)}`);
    else codes[i] = code;
  }
  if (odd.length > 0)
    throw new PopneedsError({
      code: "unreadable-key",
      message: `tableFromColumns: every row of "${name}" needs ${wanted[kind]}; ${odd.length} of ${column.length} have none:`,
      where: odd,
      fix: "Leave these rows out, or give them their key.",
    });
  return Object.freeze({ codes, values: Object.freeze(coder.values) });
}

const wanted = { text: "text", age: 'an age such as "85-89"', period: 'a period such as "2022/23"' } as const;

function readKey(plain: unknown, kind: KeyKind): Key | null {
  if (typeof plain !== "string" && !(typeof plain === "number" && Number.isFinite(plain))) return null;
  const text = String(plain);
  if (kind === "age") return parseAge(text);
  if (kind === "period") return parsePeriod(text);
  return text === "" ? null : text;
}

function readFigures(
  columns: PlainColumns,
  name: string,
  kind: MeasureKind,
  absent: "zero" | "unknown",
): MeasureColumn {
  const column = columnOf(columns, name);
  const reasons = Object.hasOwn(columns, reasonColumn(name)) ? columns[reasonColumn(name)] : undefined;
  const odd: string[] = [];
  const figures = Array.from({ length: column.length }, (_, i): number | Missing => {
    const figure = column[i];
    const reason = isBlank(reasons?.[i]) ? null : reasons?.[i];
    if (typeof figure === "number" && Number.isFinite(figure) && reason === null) return figure;
    if (isBlank(figure) && reason === null) return "unknown";
    if (isBlank(figure) && reasonCode(reason as Missing) > 0) return reason as Missing;
    odd.push(`row ${i + 1}: ${String(figure)}${reason === null ? "" : ` (${String(reason)})`}`);
    return "unknown";
  });
  if (odd.length > 0)
    throw new PopneedsError({
      code: "unreadable-figure",
      message: `tableFromColumns: every row of "${name}" needs a number, or null with a reason at most; ${odd.length} of ${column.length} have neither:`,
      where: odd,
      fix: `Give numbers, null where missing, and the reason in "${reasonColumn(name)}".`,
    });
  return measureColumn(kind, figures, { absent });
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "number" && Number.isNaN(value));
}
