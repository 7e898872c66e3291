import { type KeyColumn, keyLabel, keyText, PopneedsError, type Table, takeRows } from "@popneeds/core";

/** Rows of one table, each beside the row or rows of another that have the same keys. */
export interface MatchedRows {
  /** Keys of the pairs: all of the first table, and what the second is by besides. */
  readonly keys: Readonly<Record<string, KeyColumn>>;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Rows of the first table that have no row in the second, in no pair. */
  readonly alone: Int32Array;
}

/**
 * Lays the rows of a second table beside those of a first by the keys that both have; what a key means decides, never position.
 *
 * @param further keys that only the second may have; each of their values meets the row of the first
 * @throws PopneedsError `not-counted-by` when the second has another key that the first lacks
 */
export function matchedRows(caller: string, first: Table, second: Table, further: readonly string[] = []): MatchedRows {
  const lacking = Object.keys(second.keys).filter((name) => !(name in first.keys) && !further.includes(name));
  if (lacking.length > 0)
    throw new PopneedsError({
      code: "not-counted-by",
      message: `${caller}: one table is by ${lacking.join(" and ")}, which the other is not; that has ${Object.keys(first.keys).join(", ") || "no keys"}`,
      fix: `Give both by ${lacking.join(" and ")}, or keep one value of it and take the key away with withoutKey().`,
    });
  const shared = Object.keys(second.keys).filter((name) => name in first.keys);
  const textAt = (table: Table, row: number) =>
    shared.map((name) => texts(table, name)[table.keys[name]!.codes[row]!]).join("\u0000");
  const known = new Map<KeyColumn, readonly string[]>();
  const texts = (table: Table, name: string): readonly string[] => {
    const column = table.keys[name]!;
    const own = known.get(column) ?? column.values.map(keyText);
    known.set(column, own);
    return own;
  };
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < second.length; row++) {
    const text = textAt(second, row);
    const rows = rowsOf.get(text);
    if (rows) rows.push(row);
    else rowsOf.set(text, [row]);
  }
  const [left, right, alone]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < first.length; row++) {
    const rows = rowsOf.get(textAt(first, row));
    if (!rows) alone.push(row);
    for (const other of rows ?? []) {
      left.push(row);
      right.push(other);
    }
  }
  const besides = takeRows(second, right).keys;
  return {
    keys: {
      ...takeRows(first, left).keys,
      ...Object.fromEntries(
        Object.keys(second.keys)
          .filter((name) => !(name in first.keys))
          .map((name) => [name, besides[name]!]),
      ),
    },
    first: Int32Array.from(left),
    second: Int32Array.from(right),
    alone: Int32Array.from(alone),
  };
}

/** Refuses rows of the first table that have none in the second. */
export function refuseAlone(caller: string, table: Table, { alone }: MatchedRows, needs: string, fix: string): void {
  if (alone.length === 0) return;
  throw new PopneedsError({
    code: "unmatched-rows",
    message: `${caller}: every row needs ${needs}; ${alone.length} of ${table.length} have none:`,
    where: Array.from(alone, (row) =>
      Object.values(table.keys)
        .map(({ codes, values }) => keyLabel(values[codes[row]!]!))
        .join("  "),
    ),
    fix,
  });
}
