import { utils, write } from "@e965/xlsx";

/** Cells of a sheet as a test writes them: `null` for a blank one. */
export type Cells = readonly (readonly (string | number | null)[])[];

/** The bytes of a workbook of our own making. */
export function aWorkbook(sheets: Readonly<Record<string, Cells>>, type: "xlsx" | "ods" = "xlsx"): Uint8Array {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells.map((row) => [...row])), name);
  return write(book, { type: "buffer", bookType: type }) as Buffer;
}

/** The cells of a sheet after its rows, as text, were changed; numbers are numbers again. */
export function changed(
  cells: Cells,
  change: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[],
): Cells {
  return change(cells.map((row) => row.map((cell) => (cell === null ? "" : String(cell))))).map((row) =>
    row.map((cell) => (cell === "" ? null : /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)),
  );
}

/** The messages of a file's issues, each with its severity and code. */
export function said(issues: readonly { severity: string; code: string; message: string; line?: number }[]): string[] {
  return issues.map(
    ({ severity, code, message, line }) => `${severity} ${code}${line ? ` (${line})` : ""}: ${message}`,
  );
}

/** The sheet as a CSV text, with thousands separators in quotes. */
export function csv(cells: Cells): string {
  const text = (cell: string | number | null) => {
    const shown = typeof cell === "number" ? cell.toLocaleString("en-GB") : (cell ?? "");
    return shown.includes(",") ? `"${shown}"` : shown;
  };
  return cells.map((row) => `${row.map(text).join(",")}\r\n`).join("");
}
