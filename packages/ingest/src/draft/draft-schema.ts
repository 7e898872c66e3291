import { type Issue, PopneedsError } from "@popneeds/core";
import { openRawFile, type RawFile } from "../published/raw-file.ts";
import { agesAcrossOf } from "./ages-across-of.ts";
import { type Doubting, doubting } from "./doubt.ts";
import { doubtsOfFile } from "./doubts-of-file.ts";
import { findTable } from "./find-table.ts";
import { measuresBelowOneAnother } from "./measures-below-one-another.ts";
import { nameColumns } from "./name-columns.ts";
import { onlyTotals } from "./only-totals.ts";
import { rawColumns } from "./raw-columns.ts";
import type { FieldDeclaration, SchemaDeclaration } from "./schema-declaration.ts";
import type { ColumnDraft, SchemaDraft } from "./schema-draft.ts";
import { seemingOfColumn } from "./seeming-of-column.ts";
import { totalColumns } from "./total-columns.ts";
import { whatTellsRowsApart } from "./what-tells-rows-apart.ts";

/**
 * Proposes a schema for a plain CSV file from what is in it, and says what is doubtful about each column.
 *
 * It is a draft: nothing is read by it. A person reads it, corrects it, and puts the code of `draftAsCode` into a script, or confirms the
 * file that `draftAsJson` makes.
 *
 * Every row is looked at. What a column seems to be is decided in this order: qualifiers of other columns (`…QF`), ages across,
 * personal identifiers, areas, sexes, ages, periods, numbered groups, figures, other text.
 *
 * @param path    path of a text file, plain or gzip
 * @param options `name`: how messages name it; its path by default
 * @throws PopneedsError `no-such-file`, `empty-file`, `truncated-gzip`, `not-utf-8` (UTF-16), `not-text` (a workbook, an archive),
 *   `no-rows`, `unclosed-quote`, `stray-quote`
 *
 * @example
 * const draft = await draftSchema("deaths.csv")
 * draftAsText(draft) // what each column seems to be, and every doubt
 */
export async function draftSchema(
  path: string,
  { name = path }: { readonly name?: string } = {},
): Promise<SchemaDraft> {
  return draftRaw(await openRawFile(path, { name }));
}

/** Proposes a schema for a file that was already opened, as `draftSchema`. */
export function draftRaw(file: RawFile): SchemaDraft {
  refuseOther(file);
  const doubt = doubting(file.name);
  const found = findTable(file, doubt);
  const { cells, delimiter, headerLine } = found;
  if (cells.rows.length === 0) throw noRows(file.name);
  const all = rawColumns(cells);
  const across = agesAcrossOf(all, cells, doubt);
  const columns = all.filter(({ at }) => !across?.at.has(at));
  const drafts = nameColumns(
    columns.map((column) => ({ column, seeming: seemingOfColumn(column, columns, cells.rows.length, doubt) })),
    doubt,
  );
  const read = across ? onlyKeys(drafts, doubt) : drafts;
  const keys = whatTellsRowsApart(read, cells, doubt);
  const ordered = [...keys.columns, ...(across ? [across.draft] : [])].sort((a, b) => a.position - b.position);
  const doubts = [
    ...found.doubts,
    ...doubtsOfFile(file, all, headerLine, doubt),
    ...totalColumns(read, columns, cells, doubt),
    ...measuresBelowOneAnother(read, doubt),
    ...onlyTotals(read, cells, doubt),
    ...keys.doubts,
  ];
  const proposed = fieldsOf(ordered, across !== null);
  const hindered = [...doubts, ...ordered.flatMap((column) => column.doubts)].some(
    ({ severity }) => severity === "error",
  );
  const measured = Object.values(proposed).some(({ field }) => isMeasure(field));
  const fields = measured ? proposed : { ...proposed, rows: { field: "listed" } as const };
  return Object.freeze({
    file: file.name,
    encoding: file.encoding,
    delimiter,
    headerLine,
    rows: cells.rows.length,
    columns: ordered,
    doubts: measured ? doubts : [...doubts, noFigures(doubt)],
    schema: hindered
      ? null
      : ({
          format: "popneeds-schema/1",
          confirmed: false,
          encoding: file.encoding,
          delimiter,
          fields,
        } satisfies SchemaDeclaration),
  });
}

/** Beside ages that stand across no other measure can be read by the same schema. */
function onlyKeys<C extends ColumnDraft>(columns: readonly C[], doubt: Doubting): readonly C[] {
  return columns.map((column) => {
    if (column.field === null || !isMeasure(column.field.field)) return column;
    return {
      ...column,
      name: null,
      field: null,
      doubts: [
        ...column.doubts.filter(({ code }) => code !== "mark-to-explain" && code !== "blank-figures"),
        doubt(
          "note",
          "beside-ages-across",
          `${column.header} stands beside ages that stand across, and is not read by the same schema`,
          "If it is needed, read it by a second schema, without agesAcross().",
          { column: column.header },
        ),
      ],
    };
  });
}

function fieldsOf(columns: readonly ColumnDraft[], across: boolean): Readonly<Record<string, FieldDeclaration>> {
  const entries = columns.flatMap(({ name, field }): readonly (readonly [string, FieldDeclaration])[] => {
    if (name === null || field === null) return [];
    if (across && field.field === "countAcross")
      return [
        ["age", { field: "agesAcross" }],
        [name, field],
      ];
    return [[name, field]];
  });
  const keysFirst = [...entries].sort((a, b) => Number(isMeasure(a[1].field)) - Number(isMeasure(b[1].field)));
  return Object.fromEntries(keysFirst);
}

function isMeasure(field: FieldDeclaration["field"]): boolean {
  return ["count", "countAcross", "amount", "figure"].includes(field);
}

function noFigures(doubt: Doubting): Issue {
  return doubt(
    "warning",
    "no-figures",
    "no column seems to hold figures: taken for a list, whose rows are counted",
    "If it is a look-up of codes or names, read it with readRecords(); else say which column holds the figures.",
  );
}

function refuseOther({ kind, name }: RawFile): void {
  if (kind === "text") return;
  const message = `${name}: a schema is drafted for text; this is ${kind === "workbook" ? "a workbook" : "a zip archive"}`;
  const fix =
    kind === "workbook" ? "Save the sheet that you need as CSV UTF-8." : "Unzip it, and give the file inside.";
  throw new PopneedsError({
    code: "not-text",
    message,
    fix,
    issues: [{ code: "not-text", severity: "error", message, fix, file: name }],
  });
}

function noRows(file: string): PopneedsError {
  const message = "the file has no rows below a header";
  const fix = "Download or export it again.";
  return new PopneedsError({
    code: "no-rows",
    message: `${file}: ${message}`,
    fix,
    issues: [{ code: "no-rows", severity: "error", message, fix, file }],
  });
}
