import type { RawTable } from "../published/raw-table.ts";

/** A column of text cells, each different one once. */
export interface RawColumn {
  readonly header: string;
  /** Position in the file, 0 being the first. */
  readonly at: number;
  /** For each row, which of the values it holds. */
  readonly codes: Uint32Array;
  /** The different cells, trimmed, in the order met. */
  readonly values: readonly string[];
  /** How often each value stands. */
  readonly times: readonly number[];
  /** The line on which each value stands first. */
  readonly lines: readonly number[];
}

/** The columns of a rectangle of text. */
export function rawColumns({ header, rows, lines }: RawTable): readonly RawColumn[] {
  return header.map((text, at) => {
    const known = new Map<string, number>();
    const values: string[] = [];
    const times: number[] = [];
    const first: number[] = [];
    const codes = new Uint32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const cell = rows[i]![at]!;
      let code = known.get(cell);
      if (code === undefined) {
        const plain = cell.trim();
        code = known.get(plain);
        if (code === undefined) {
          code = values.push(plain) - 1;
          times.push(0);
          first.push(lines[i]!);
          known.set(plain, code);
        }
        known.set(cell, code);
      }
      codes[i] = code;
      times[code]!++;
    }
    return { header: text, at, codes, values, times, lines: first };
  });
}

/** How many rows hold one of the values for which a condition holds. */
export function rowsWith({ values, times }: RawColumn, holds: (value: string) => boolean): number {
  let rows = 0;
  for (const [i, value] of values.entries()) if (holds(value)) rows += times[i]!;
  return rows;
}

/** How many rows hold one of some values. */
export function rowsHolding(column: RawColumn, values: readonly string[]): number {
  const wanted = new Set(values);
  return rowsWith(column, (value) => wanted.has(value));
}

/** The line on which a value stands first. */
export function lineOfValue({ values, lines }: RawColumn, value: string): number {
  return lines[values.indexOf(value)]!;
}

/** Whether each value of one column always stands with the same value of another. */
export function followsFrom(column: RawColumn, from: RawColumn): boolean {
  const seen = new Int32Array(from.values.length).fill(-1);
  for (let i = 0; i < column.codes.length; i++) {
    const at = from.codes[i]!;
    if (seen[at] === -1) seen[at] = column.codes[i]!;
    else if (seen[at] !== column.codes[i]) return false;
  }
  return true;
}

/** A header as words: `NumberOfDeaths` and `number_of_deaths` are `number of deaths`. */
export function wordsOf(header: string): string {
  return header
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([a-z])(\d)/g, "$1 $2")
    .replace(/[_.\-/]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
