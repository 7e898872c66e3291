import {
  type Age,
  groupRows,
  type Key,
  type KeyColumn,
  type Keys,
  keyText,
  type MeasureColumn,
  reasonCode,
  type Sex,
  type Table,
} from "@popneeds/core";

/** Deaths laid out with a row for each combination of the other keys and a column for each cause. */
export interface DeathCells {
  readonly cells: number;
  readonly causes: readonly string[];
  /** Deaths of cause `c` in cell `i` at `i × causes + c`; NaN where missing. */
  readonly deaths: Float64Array;
  /** Codes of the reasons, 0 where deaths are there. */
  readonly reasons: Uint8Array;
  /** The row of the table for each of them; −1 where it has none. */
  readonly row: Int32Array;
  /** A row of the table for each cell. */
  readonly first: Int32Array;
  readonly ageOf: (cell: number) => Age | null;
  readonly sexOf: (cell: number) => Sex | null;
  /** Names of the keys other than cause. */
  readonly keyNames: readonly string[];
  /** The keys of a cell in words, without the given ones. */
  readonly textOf: (cell: number, without?: readonly string[]) => string;
  /** Cells numbered by their keys without the given ones, ages taken by what `band` makes of them. */
  readonly pooled: (without: readonly string[], band?: (age: Age) => number) => Int32Array;
}

/** Lays out a table of deaths by cause and anything else; `causes` are added that the table does not have. */
export function deathCells(table: Table<Keys>, count: MeasureColumn, further: readonly string[]): DeathCells {
  const cause = table.keys["cause"] as KeyColumn<string>;
  const names = Object.keys(table.keys).filter((name) => name !== "cause");
  const { group, first } = groupRows(
    names.map((name) => table.keys[name]!),
    table.length,
  );
  const causes = [...new Set([...cause.values, ...further])];
  const size = first.length * causes.length;
  const absent = count.absent === "zero" ? 0 : reasonCode("unknown");
  const deaths = new Float64Array(size).fill(absent === 0 ? 0 : Number.NaN);
  const reasons = new Uint8Array(size).fill(absent);
  const row = new Int32Array(size).fill(-1);
  for (let i = 0; i < table.length; i++) {
    const at = group[i]! * causes.length + cause.codes[i]!;
    deaths[at] = count.values[i]!;
    reasons[at] = count.reasons?.[i] ?? 0;
    row[at] = i;
  }
  const keyOf =
    <T>(name: string) =>
    (cell: number): T | null => {
      const column = table.keys[name] as unknown as { codes: ArrayLike<number>; values: readonly T[] } | undefined;
      return column ? column.values[column.codes[first[cell]!]!]! : null;
    };
  const ageOf = keyOf<Age>("age");
  const pooled: DeathCells["pooled"] = (without, band) => {
    const columns = names
      .filter((name) => !without.includes(name))
      .map((name) => {
        const { codes, values } = table.keys[name]!;
        return { codes: Int32Array.from(first, (at) => codes[at]!), values };
      });
    if (band) {
      const codes = Int32Array.from(first, (_, cell) => band(ageOf(cell)!));
      columns.push({ codes, values: Array.from({ length: codes.reduce((a, b) => Math.max(a, b), 0) + 1 }, String) });
    }
    return groupRows(columns, first.length).group;
  };
  const sexOf = keyOf<Sex>("sex");
  const textOf: DeathCells["textOf"] = (cell, without = []) =>
    names
      .filter((name) => !without.includes(name))
      .map((name) => keyText(keyOf<Key>(name)(cell)!))
      .join("\u0000");
  return { cells: first.length, causes, deaths, reasons, row, first, ageOf, sexOf, keyNames: names, textOf, pooled };
}
