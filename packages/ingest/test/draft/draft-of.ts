import {
  draftAsCode,
  draftRaw,
  parseDayFirst,
  type SchemaDraft,
  schemaFromDeclaration,
} from "../../src/draft/index.ts";
import * as fields from "../../src/field.ts";
import { rawFile } from "../../src/published/raw-file.ts";
import { parseTable, sourceOf } from "../../src/read-csv.ts";
import { type Schema, schema } from "../../src/schema.ts";

/** The draft of a text of our own making. */
export async function draftOf(text: string | Uint8Array, name = "file.csv"): Promise<SchemaDraft> {
  return draftRaw(await rawFile(text, name));
}

/** The codes of all doubts, each with its column. */
export function codesOf({ doubts, columns }: SchemaDraft): readonly string[] {
  return [...doubts, ...columns.flatMap((column) => column.doubts)].map(({ code, column }) =>
    column ? `${code}: ${column}` : code,
  );
}

/** The message of the doubt of a code. */
export function doubtOf({ doubts, columns }: SchemaDraft, code: string): string {
  const all = [...doubts, ...columns.flatMap((column) => column.doubts)].filter((doubt) => doubt.code === code);
  return all.map(({ message, fix }) => `${message} / ${fix}`).join("\n");
}

/** The schema that the code of a draft makes, run with the real functions of fields. */
export function schemaOfCode(draft: SchemaDraft): Schema {
  const code = draftAsCode(draft)
    .replace(/^import .*$/m, "")
    .replace(/^export const table = await readCsv[\s\S]*$/m, "")
    .replace(/^export const [\w$]+ = /m, "return ");
  const given = { ...fields, parseDayFirst, schema };
  return new Function(...Object.keys(given), code)(...Object.values(given)) as Schema;
}

/** The rows of a text read by the draft's declaration, as a person would confirm it. */
export function readBy(draft: SchemaDraft, text: string) {
  const confirmed = schemaFromDeclaration({ ...draft.schema, confirmed: true });
  return parseTable(text, confirmed, sourceOf(draft.file, "", {}), { delimiter: draft.delimiter });
}

/** The rows of a table whose columns no compiler knows. */
export function rowsOf(table: Iterable<unknown>): readonly Readonly<Record<string, unknown>>[] {
  return [...table] as Readonly<Record<string, unknown>>[];
}
