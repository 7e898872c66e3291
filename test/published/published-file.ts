import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { parseCsv, readFileText } from "@popneeds/ingest";

/** A published file, and what of its figures we compute anew. */
export interface PublishedFile {
  /** Path below the folder of published files. */
  readonly path: string;
  readonly title: string;
  readonly publisher: string;
  /** Computes its figures from its counts and sets them beside those printed. */
  readonly compare: (folder: string) => Promise<readonly Comparison[]>;
}

/** Figures of one kind beside those printed. */
export interface Comparison {
  /** Which figures, and by what method they come out. */
  readonly what: string;
  /** How many were compared. */
  readonly figures: number;
  /** The largest relative difference among those that agree; nothing where figures are printed rounded. */
  readonly worst?: number;
  /** What counts as agreement: a relative difference, or the rounding of the print. */
  readonly within: number | string;
  /** Those that do not agree. */
  readonly apart: readonly Apart[];
}

/** A figure that does not agree with the one printed. */
export interface Apart {
  /** The rows among which it stands, such as an indicator. */
  readonly among: string;
  readonly key: string;
  /** Why it cannot agree; nothing where nobody knows, which fails the test. */
  readonly why?: string;
}

/** A row of a published file, by column. */
export type PublishedRow = Readonly<Record<string, string>>;

/** The rows of a CSV, gzip or not. */
export async function rowsOf(folder: string, path: string): Promise<readonly PublishedRow[]> {
  const { text } = await readFileText(join(folder, "data", path));
  const { header, rows } = parseCsv(text, path);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]!])));
}

/** The cells of a sheet of a workbook, an array to the row. */
export function sheetOf(folder: string, path: string, sheet: string): readonly (readonly unknown[])[] {
  const book = read(readFileSync(join(folder, "data", path)), { dense: true, sheets: sheet });
  return utils.sheet_to_json<unknown[]>(book.Sheets[sheet]!, { header: 1, defval: null, blankrows: false });
}

/** Collects the differences of figures printed in full. */
export function inFull(what: string, within: number) {
  const apart: Apart[] = [];
  let figures = 0;
  let worst = 0;
  return {
    /** Sets one figure beside the one printed. */
    put(key: string, found: number, printed: number): void {
      figures++;
      const difference = found === printed ? 0 : Math.abs(found - printed) / Math.abs(printed);
      if (difference <= within) worst = Math.max(worst, difference);
      else apart.push({ among: what, key });
    },
    done: (): Comparison => ({ what, figures, worst, within, apart }),
  };
}

/** A figure as printed, and half a unit of its last digit. */
export interface Printed {
  readonly printed: number;
  readonly half: number;
}

/** Reads a figure and the rounding of its text. */
export function asPrinted(text: string): Printed {
  return { printed: Number(text), half: 0.5 * 10 ** -(text.split(".")[1] ?? "").length };
}

/**
 * Whether a printed figure may be what `f` gives of arguments that were printed rounded too.
 *
 * `f` is taken at every argument as printed, and moved up and down by its half unit; it must be monotone in each. The
 * printed figure may lie half a unit of its own beyond the least and the greatest of these.
 */
export function withinRounding(
  printed: number,
  half: number,
  f: (first: number, second: number) => number,
  first: Printed,
  second: Printed,
): boolean {
  const around = ({ printed, half }: Printed) => [printed - half, printed, printed + half];
  const found = around(first).flatMap((a) => around(second).map((b) => f(a, b)));
  const known = found.filter((value) => !Number.isNaN(value));
  const slack = half + 1e-9;
  return Math.min(...known) - slack <= printed && printed <= Math.max(...known) + slack;
}
