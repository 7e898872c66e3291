import {
  type Age,
  type Key,
  type KeyColumn,
  keyLabel,
  keyText,
  PopneedsError,
  type Table,
  takeRows,
} from "@popneeds/core";

/** Two tables laid beside one another: groups of rows that both have, and within each the strata that a method needs. */
export interface ComparedGroups {
  /** The keys of each group. */
  readonly keys: Readonly<Record<string, KeyColumn>>;
  readonly groups: number;
  /** The keys of each stratum, in order of age. */
  readonly strata: readonly (readonly Key[])[];
  /** For each stratum of each group, its row in the first and in the second table; −1 where there is none. */
  readonly rows: readonly [Int32Array, Int32Array];
  /** What is compared with what, in words. */
  readonly said: string;
}

/**
 * Lays two tables beside one another that differ in one key, such as the period.
 *
 * @param compare the key in which they differ, each table having one value of it; with `area` the level may differ as well
 * @param within  the keys of strata, which a method uses up
 */
export function comparedGroups(
  caller: string,
  first: Table,
  second: Table,
  compare: string,
  within: readonly string[],
): ComparedGroups {
  const labels = [first, second].map((table) => oneOf(caller, table, compare));
  const dropped = compare === "area" ? ["area", "level"] : [compare];
  const names = Object.keys(first.keys).filter((name) => !within.includes(name) && !dropped.includes(name));
  const wanted = [...names, ...within];
  for (const table of [first, second]) refuseOtherKeys(caller, table, wanted, dropped);

  const strataOf = new Map<string, readonly Key[]>();
  const groupOf = new Map<string, number>();
  const firstRow: number[] = [];
  const places = [first, second].map((table, which) =>
    Array.from({ length: table.length }, (_, row) => {
      const stratum = within.map((name) => keyAt(table, name, row));
      const text = stratum.map(keyText).join("\u0000");
      if (!strataOf.has(text)) strataOf.set(text, stratum);
      const own = names.map((name) => keyText(keyAt(table, name, row))).join("\u0000");
      if (!groupOf.has(own)) {
        groupOf.set(own, groupOf.size);
        firstRow.push(which === 0 ? row : -1 - row);
      }
      return { stratum: text, group: groupOf.get(own)! };
    }),
  );
  const strata = [...strataOf].sort(([, a], [, b]) => startOf(a) - startOf(b));
  const placeOf = new Map(strata.map(([text], i) => [text, i]));
  const rows = places.map((of) => {
    const at = new Int32Array(groupOf.size * strata.length).fill(-1);
    for (const [row, { stratum, group }] of of.entries()) at[group * strata.length + placeOf.get(stratum)!] = row;
    return at;
  }) as unknown as readonly [Int32Array, Int32Array];
  return {
    keys: keysOf(first, second, names, firstRow),
    groups: groupOf.size,
    strata: strata.map(([, keys]) => keys),
    rows,
    said: `${compare} ${labels[1]} against ${labels[0]}`,
  };
}

/** The keys of groups; those that only the second table has come from it. */
function keysOf(
  first: Table,
  second: Table,
  names: readonly string[],
  rows: readonly number[],
): Readonly<Record<string, KeyColumn>> {
  const own = takeRows(
    first,
    rows.filter((row) => row >= 0),
  ).keys;
  const other = takeRows(
    second,
    rows.filter((row) => row < 0).map((row) => -1 - row),
  ).keys;
  return Object.fromEntries(names.map((name) => [name, joined(own[name]!, other[name]!)]));
}

function joined(first: KeyColumn, second: KeyColumn): KeyColumn {
  const values = [...first.values];
  const known = new Map(values.map((key, i) => [keyText(key), i]));
  const codes = [...Array.from(first.codes)];
  for (let i = 0; i < second.codes.length; i++) {
    const key = second.values[second.codes[i]!]!;
    let code = known.get(keyText(key));
    if (code === undefined) {
      code = values.push(key) - 1;
      known.set(keyText(key), code);
    }
    codes.push(code);
  }
  return { codes: Uint32Array.from(codes), values };
}

export function keyAt(table: Table, name: string, row: number): Key {
  const { values, codes } = table.keys[name]!;
  return values[codes[row]!]!;
}

function startOf(stratum: readonly Key[]): number {
  const age = stratum.find((key): key is Age => typeof key === "object" && "from" in key);
  return age?.from ?? 0;
}

function oneOf(caller: string, { keys }: Table, name: string): string {
  const values = keys[name]?.values ?? [];
  if (values.length !== 1)
    throw new PopneedsError({
      code: "several-compared",
      message: `${caller}: each table must be of one ${name}; found ${values.length}${values.length > 0 ? `: ${values.slice(0, 3).map(keyLabel).join(", ")}${values.length > 3 ? " …" : ""}` : ""}`,
      fix: `Keep one in each with keep(), or name the key in which the tables differ: compare: "…".`,
    });
  return keyLabel(values[0]!);
}

function refuseOtherKeys(caller: string, { keys }: Table, wanted: readonly string[], dropped: readonly string[]): void {
  const found = Object.keys(keys);
  const odd = [
    ...wanted.filter((name) => !found.includes(name)),
    ...found.filter((name) => !wanted.includes(name) && !dropped.includes(name)),
  ];
  if (odd.length > 0)
    throw new PopneedsError({
      code: "different-keys",
      message: `${caller}: both tables must have the keys ${wanted.join(", ")}; found ${found.join(", ")}`,
      fix: `Sum over the keys that only one of them has: sumOver(table, "${odd[0]}").`,
    });
}
