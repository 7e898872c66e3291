import { byTime, type Key, type KeyColumn, keyText, type Table } from "@popneeds/core";

/**
 * The rows of a table in an order that does not depend on how they came: by area, then by period, other keys and, last,
 * age, so that what is carried from row to row goes from age to age.
 */
export function rowsInOrder(table: Table): readonly number[] {
  const rank = (name: string) => ["area", "period"].indexOf(name) + 1 || (name === "age" ? 9 : 8);
  const columns = Object.entries<KeyColumn>(table.keys)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([, { codes, values }]) => ({ codes, place: placesOf(values) }));
  return Array.from({ length: table.length }, (_, i) => i).sort((a, b) => {
    for (const { codes, place } of columns) {
      const order = place[codes[a]!]! - place[codes[b]!]!;
      if (order !== 0) return order;
    }
    return a - b;
  });
}

/** The place of each value when values are in order. */
function placesOf(values: readonly Key[]): readonly number[] {
  const order = values.map((_, i) => i).sort((a, b) => compare(values[a]!, values[b]!));
  const places = new Array<number>(values.length);
  for (const [place, i] of order.entries()) places[i] = place;
  return places;
}

function compare(a: Key, b: Key): number {
  if (typeof a === "object" && typeof b === "object") {
    if ("from" in a && "from" in b) return a.from - b.from || a.to - b.to;
    if ("start" in a && "start" in b) return byTime(a, b);
  }
  return keyText(a) < keyText(b) ? -1 : 1;
}
