import { type Issue, PopneedsError } from "@popneeds/core";
import { category, count, figure, type KeyField, label, listed, type MeasureField } from "../../field.ts";
import { asCell, property } from "../../published/json-of.ts";
import type { Part } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { type Fields, schema } from "../../schema.ts";

/** A column of a resource, as the portal declares it. */
interface Declared {
  readonly id: string;
  readonly type: string;
}

/**
 * The records of a `datastore_search` or `datastore_search_sql`, and the columns that the portal declares for them.
 *
 * Texts and times are keys as they stand, and so is the record's number (`_id`, or its place in the answer), since an answer
 * may hold the same record twice. Whole numbers are counts; other numbers are scores, which never add up, since the portal does
 * not say what they are. A qualifier beside a figure is read with it. That an answer is not the whole resource is a warning.
 */
export function datastoreRecords(result: unknown, file: string): readonly Part[] {
  const all = declared(result);
  const records = recordsIn(result, all, file);
  // The number is declared for every answer, and left out of one that was asked for some columns only.
  const numbered = records.some((record) => property(record, "_id") !== undefined);
  const columns = all.filter(({ id }) => id !== "_id" || numbered);
  const header = [...(numbered ? [] : ["_id"]), ...columns.map(({ id }) => id)];
  const rows = records.map((record, i) =>
    header.map((id) => (id === "_id" && !numbered ? String(i + 1) : asCell(property(record, id)))),
  );
  const lines = records.map((_, i) => i + 1);
  const issues = [...notAll(result, records.length, file), ...lacking(records, columns, `${file}, records`)];
  return [
    {
      name: "records",
      cells: { file: `${file}, records`, header, rows, lines, issues },
      schema: schema(fieldsOf(columns, header, rows)),
    },
    {
      name: "columns",
      cells: {
        file: `${file}, columns`,
        header: ["column", "type", "label", "notes"],
        rows: columnRows(result),
        lines: all.map((_, i) => i + 1),
        issues: [],
      },
      schema: schema({
        column: category("column"),
        type: label("type"),
        label: label("label"),
        notes: label("notes"),
        columns: listed(),
      }),
    },
  ];
}

function declared(result: unknown): readonly Declared[] {
  const fields = property(result, "fields");
  return (Array.isArray(fields) ? fields : []).map((field) => ({
    id: asCell(property(field, "id")),
    type: asCell(property(field, "type")),
  }));
}

function columnRows(result: unknown): readonly (readonly string[])[] {
  const fields = property(result, "fields") as readonly unknown[];
  return fields.map((field) => {
    const info = property(field, "info");
    return [property(field, "id"), property(field, "type"), property(info, "label"), property(info, "notes")].map(
      asCell,
    );
  });
}

function recordsIn(result: unknown, columns: readonly Declared[], file: string): readonly unknown[] {
  const records = property(result, "records");
  if (Array.isArray(records))
    return records.map((record) =>
      Array.isArray(record) ? Object.fromEntries(record.map((cell, i) => [columns[i]?.id ?? `${i}`, cell])) : record,
    );
  const message = "the answer's records are no list";
  const fix = 'Ask for them as objects: leave out records_format, or write records_format: "objects".';
  throw new PopneedsError({
    code: "no-records",
    message: `${file}: ${message}`,
    fix,
    issues: [{ code: "no-records", severity: "error", message, fix, file }],
  });
}

const times = /^(year|date|month|quarter|week|financialyear|.*(date|year|ending))$/i;

function fieldsOf(
  columns: readonly Declared[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Fields {
  const keys: Record<string, KeyField> = { record: category("_id") };
  const measures: Record<string, MeasureField> = {};
  const isFigure = ({ id, type }: Declared) =>
    /^(int|numeric|float|double|real|decimal|bigint)/.test(type) && !times.test(id);
  const figures = columns.filter((column) => column.id !== "_id" && isFigure(column));
  for (const { id, type } of columns) {
    if (id === "_id") continue;
    const qualifies = figures.some((column) => `${column.id}QF` === id);
    if (qualifies) continue;
    if (!figures.some((column) => column.id === id)) {
      keys[nameOf(id, keys, measures)] = label(id);
      continue;
    }
    const qualifier = columns.some((column) => column.id === `${id}QF`) ? { qualifier: `${id}QF` } : {};
    const options = { marks: { "": "not available" } as const, ...qualifier };
    const at = header.indexOf(id);
    const below = rows.some((row) => row[at]!.startsWith("-"));
    const whole = type.startsWith("int") || type.startsWith("bigint");
    measures[nameOf(id, keys, measures)] = whole && !below ? count(id, options) : figure("score", id, options);
  }
  return { ...keys, ...measures, ...(figures.length === 0 ? { rows: listed() } : {}) };
}

/** The column's name with a small first letter; as it stands where that is taken. */
function nameOf(id: string, ...taken: readonly Readonly<Record<string, unknown>>[]): string {
  const name = id.charAt(0).toLowerCase() + id.slice(1);
  return name === "record" || name === "rows" || taken.some((names) => Object.hasOwn(names, name))
    ? `${id} (column)`
    : name;
}

function notAll(result: unknown, records: number, file: string): readonly Issue[] {
  const total = property(result, "total");
  const cut = property(result, "records_truncated") === true;
  if (!cut && !(typeof total === "number" && total > records)) return [];
  return [
    {
      code: "not-all-records",
      severity: "warning",
      file,
      message: `the answer holds ${records.toLocaleString("en-GB")} ${cut ? "records, and the portal cut it off" : `of ${(total as number).toLocaleString("en-GB")} records`}`,
      fix: "Ask for the rest with offset, or download the whole resource.",
    },
  ];
}

/** Records that lack a column that is declared, or have one that is not. */
function lacking(records: readonly unknown[], columns: readonly Declared[], file: string): readonly Issue[] {
  const wrong = records.flatMap((record, i) => {
    const names = Object.keys(typeof record === "object" && record !== null ? record : {});
    const declaredAll = columns.every(({ id }) => names.includes(id));
    return declaredAll && names.length === columns.length ? [] : [i + 1];
  });
  return saidOnce(
    {
      code: "record-not-as-declared",
      severity: "warning",
      file,
      fix: "Ask the portal again; the answer was changed on its way.",
    },
    wrong,
    (rows) => `a record has other columns than the answer declares in ${rows}`,
  );
}
