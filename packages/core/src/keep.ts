import { type Key, type KeyColumn, keyLabel } from "./key-column.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { withStep } from "./provenance.ts";
import { type Keys, type Measures, type Table, takeRows } from "./table.ts";

/** For each key, the value wanted, or a condition on it. */
export type Conditions<K extends Keys> = {
  readonly [P in keyof K]?: (K[P] extends string ? K[P] : never) | ((key: K[P]) => boolean);
};

/**
 * The rows whose keys are as wanted. Conditions are tried once for each distinct key, not for each row: use this rather
 * than `where` on large tables.
 *
 * @throws PopneedsError `unknown-key` when the table has no such key
 *
 * @example
 * keep(people, { level: "locality", age: (age) => age.from >= 65 })
 */
export function keep<K extends Keys, M extends Measures>(table: Table<K, M>, wanted: Conditions<K>): Table<K, M> {
  const tests: { readonly codes: ArrayLike<number>; readonly pass: Uint8Array }[] = [];
  const said: string[] = [];
  for (const [name, condition] of Object.entries(wanted) as [string, string | ((key: Key) => boolean) | undefined][]) {
    if (condition === undefined) continue;
    if (!Object.hasOwn(table.keys, name))
      throw new PopneedsError({
        code: "unknown-key",
        message: `keep: unknown key "${name}"; the table has ${Object.keys(table.keys).join(", ")}`,
        fix: "Name a key of the table.",
      });
    const column = table.keys[name] as KeyColumn;
    const pass = Uint8Array.from(column.values, (key) =>
      Number(typeof condition === "function" ? condition(key) : key === condition),
    );
    tests.push({ codes: column.codes, pass });
    said.push(`${name} ${summary(column.values.filter((_, i) => pass[i]))}`);
  }
  const rows: number[] = [];
  for (let i = 0; i < table.length; i++) if (tests.every(({ codes, pass }) => pass[codes[i]!])) rows.push(i);
  if (said.length === 0) return table;
  return takeRows(table, rows, withStep(table.provenance, `kept ${said.join("; ")}`));
}

function summary(keys: readonly Key[]): string {
  const labels = keys.map(keyLabel);
  return labels.length <= 4 ? labels.join(", ") || "none" : `${labels[0]} … ${labels.at(-1)} (${labels.length})`;
}
