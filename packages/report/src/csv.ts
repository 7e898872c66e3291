/** What a cell of a table can hold; `null` is an empty cell. */
export type Cell = string | number | null;

/**
 * A table as CSV: RFC 4180 with line feeds, full precision, empty where nothing is.
 *
 * Numbers stand as JavaScript prints them. Text that a spreadsheet would run as a formula (`=…`, `+…`, `-…`, `@…`) and
 * that is no number gets an apostrophe before it.
 *
 * @example
 * csv(["area", "value"], [["Annandale, Eskdale", 37899]]) // 'area,value\n"Annandale, Eskdale",37899\n'
 */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(field).join(",")}\n`).join("");
}

/** Reads back what `csv` wrote: one object a row, every cell as text. */
export function readOwnCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    if (end === "" && quoted === undefined && plain === "") break;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\n") rows.push([]);
  }
  const [header = [], ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell === 0 ? 0 : cell);
  const text = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
