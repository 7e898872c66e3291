import { PopneedsError } from "@popneeds/core";

/** A sheet of a workbook: every cell as text, as a CSV file would hold it. */
export interface Sheet {
  readonly name: string;
  /** Whether the workbook hides it. */
  readonly hidden: boolean;
  /**
   * Rows from the sheet's first row, so that row `i` is row `i + 1` in Excel; blank cells at the end of a row, and blank rows at
   * the end, are not there. A number is written with all of its digits, not as the sheet shows it; a date as `yyyy-mm-dd`; a
   * truth value as `TRUE`; a cell that Excel could not work out as Excel shows it: `#N/A`.
   */
  readonly rows: readonly (readonly string[])[];
}

/**
 * The sheets of a workbook: xlsx, xls or ods.
 *
 * @param name how messages name the file
 * @throws PopneedsError `damaged-workbook` when it cannot be read, or has no sheet with a filled cell
 */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  // Loaded when the first workbook is opened: most runs read none.
  const { read, utils } = await import("@e965/xlsx");
  let sheets: readonly Sheet[];
  try {
    const options = { type: "buffer", dense: true, cellDates: true, cellHTML: false, cellText: false } as const;
    const book = withoutWordsOnFormats(() => read(bytes, options));
    const hidden = new Map(book.Workbook?.Sheets?.map((sheet) => [sheet.name, (sheet.Hidden ?? 0) > 0]));
    sheets = book.SheetNames.map((sheet) =>
      Object.freeze({
        name: sheet,
        hidden: hidden.get(sheet) ?? false,
        rows: trimmed(
          utils.sheet_to_json<unknown[]>(withRange(book.Sheets[sheet] ?? {}), {
            header: 1,
            raw: true,
            blankrows: true,
          }),
        ),
      }),
    );
  } catch (cause) {
    throw damaged(name, `the workbook cannot be read (${cause instanceof Error ? cause.message : cause})`);
  }
  if (!sheets.some(({ rows }) => rows.length > 0)) throw damaged(name, "the workbook has no filled cell");
  return sheets;
}

/**
 * Does something while the library may not print what it thinks of the number formats of an ods file, a line for each on the console:
 * formats are not read, and it has no option to keep silent.
 */
function withoutWordsOnFormats<T>(work: () => T): T {
  const { error } = console;
  console.error = (...words: unknown[]) => {
    if (!String(words[0]).startsWith("ODS number format")) error(...words);
  };
  try {
    return work();
  } finally {
    console.error = error;
  }
}

/** The sheet from its first cell: a sheet whose first rows are empty would else begin further down. */
function withRange<T extends { "!ref"?: string }>(sheet: T): T {
  const ref = sheet["!ref"];
  return ref === undefined ? sheet : { ...sheet, "!ref": `A1:${ref.split(":").at(-1)!.replaceAll("$", "")}` };
}

function trimmed(rows: readonly unknown[][]): readonly (readonly string[])[] {
  const texts = rows.map((row) => {
    const cells = Array.from(row, asText);
    while (cells.length > 0 && cells.at(-1)!.trim() === "") cells.pop();
    return cells;
  });
  while (texts.length > 0 && texts.at(-1)!.length === 0) texts.pop();
  return texts;
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function damaged(file: string, what: string): PopneedsError {
  const fix = "Download it again; if Excel can open it, save it as xlsx.";
  return new PopneedsError({
    code: "damaged-workbook",
    message: `${file}: ${what}`,
    fix,
    issues: [{ code: "damaged-workbook", severity: "error", message: what, fix, file }],
  });
}
