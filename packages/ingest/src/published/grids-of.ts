import { parseRecords } from "../parse-csv.ts";
import type { RawFile } from "./raw-file.ts";

/** Rows of text cells: a sheet of a workbook, or a CSV text, which publishers save from one. */
export interface Grid {
  /** Name of the sheet; empty where the file is a text. */
  readonly sheet: string;
  /** How messages name the place: the file, or the file and the sheet. */
  readonly file: string;
  readonly rows: readonly (readonly string[])[];
  /** Line of the file, or row of the sheet, on which a row stands; 1 is the first. */
  readonly lineOf: (row: number) => number;
}

/**
 * The sheets of a workbook, or the one of a CSV text: publishers give out the same tables as either.
 *
 * @throws PopneedsError `unclosed-quote`, `stray-quote`
 */
export function gridsOf(file: RawFile): readonly Grid[] {
  if (file.kind === "workbook")
    return file.sheets.map(({ name, rows }) => ({
      sheet: name,
      file: `${file.name}, sheet "${name}"`,
      rows,
      lineOf: (row) => row + 1,
    }));
  if (file.kind !== "text") return [];
  const { records, lineOf } = parseRecords(file.text, file.name);
  return [{ sheet: "", file: file.name, rows: records, lineOf }];
}
