import type { KeyColumn } from "./key-column.ts";

/** Which rows share their keys. */
export interface Groups {
  /** The group of each row. Groups are numbered in the order in which they are met. */
  readonly group: Int32Array;
  /** The first row of each group. */
  readonly first: Int32Array;
}

/**
 * Numbers the distinct combinations of keys, in the order met.
 *
 * Columns are taken one after the other, and the combinations numbered afresh each time, so that the work stays
 * proportional to rows × columns whatever the product of the columns' sizes.
 */
export function groupRows(columns: readonly Pick<KeyColumn, "codes" | "values">[], length: number): Groups {
  let group: Int32Array = new Int32Array(length);
  let count = length > 0 ? 1 : 0;
  for (const { codes, values } of columns) {
    const size = values.length;
    if (size === 1) continue;
    const number = numbering(count * size);
    const next = new Int32Array(length);
    for (let i = 0; i < length; i++) next[i] = number.of(group[i]! * size + codes[i]!);
    group = next;
    count = number.count();
  }
  const first = new Int32Array(count).fill(-1);
  for (let i = 0; i < length; i++) if (first[group[i]!] === -1) first[group[i]!] = i;
  return { group, first };
}

interface Numbering {
  readonly of: (key: number) => number;
  readonly count: () => number;
}

const largestDense = 1 << 24;

function numbering(size: number): Numbering {
  let count = 0;
  if (size <= largestDense) {
    const numbers = new Int32Array(size).fill(-1);
    return {
      of: (key) => {
        if (numbers[key] === -1) numbers[key] = count++;
        return numbers[key]!;
      },
      count: () => count,
    };
  }
  const numbers = new Map<number, number>();
  return {
    of: (key) => {
      const at = numbers.get(key) ?? count++;
      if (at === count - 1) numbers.set(key, at);
      return at;
    },
    count: () => count,
  };
}
