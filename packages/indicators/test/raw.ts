import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The shipped data, and the published files it was made from where they lie beside the checkout. */
export const datasets = new URL("../../../datasets", import.meta.url).pathname;
const published = new URL("../../../../shared/data/", import.meta.url).pathname;

export type RawRow = Readonly<Record<string, string>>;

/** The rows of a shipped table, read without any of the project's code: expected figures are computed from them. */
export function raw(table: string): readonly RawRow[] {
  return rowsOf(readFileSync(`${datasets}/data/${table}.csv`, "utf8"));
}

/** The rows of a published file; `null`, said aloud, where it is not there. */
export function publishedFile(path: string): readonly RawRow[] | null {
  if (!existsSync(published + path)) {
    process.stderr.write(`skipped: ${path} is not beside the checkout\n`);
    return null;
  }
  const bytes = readFileSync(published + path);
  return rowsOf((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

/** The sum of a column, or of the ages from one to another in a table whose ages stand across. */
export function sum(rows: readonly RawRow[], of: string | ((row: RawRow) => number)): number {
  return rows.reduce((total, row) => total + (typeof of === "string" ? Number(row[of]) : of(row)), 0);
}

/** People aged `from` to `to`, both included, in a row of single years of age. */
export function aged(from: number, to = 90): (row: RawRow) => number {
  const headers = Array.from({ length: to - from + 1 }, (_, i) => (from + i === 90 ? "90+" : `${from + i}`));
  return (row) => headers.reduce((total, header) => total + Number(row[header]), 0);
}

function rowsOf(text: string): readonly RawRow[] {
  const [header, ...rows] = text.replaceAll("\r", "").replace("\uFEFF", "").trimEnd().split("\n").map(cellsOf);
  return rows.map((cells) => Object.fromEntries(header!.map((name, i) => [name, cells[i]!])));
}

function cellsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(",");
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map((cell) => cell[1]!.replace(/^"|"$/g, "").replaceAll('""', '"'));
}
