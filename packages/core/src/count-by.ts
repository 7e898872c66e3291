import { groupRows } from "./group-rows.ts";
import type { Issue } from "./issue.ts";
import { type KeyColumn, keyCoder, keyColumn, keyLabel, takeKeys } from "./key-column.ts";
import type { LookUp } from "./look-up.ts";
import type { MeasureColumn } from "./measure-column.ts";
import { addsUp } from "./measure-kind.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { type Counts, type Keys, type Table, uncheckedTable } from "./table.ts";

/**
 * Sums every measure of a table over the rows that share the keys `by`; with look-ups, at every level in one pass.
 *
 * A sum with a missing part is missing, for the part's reason; where parts are missing for several reasons, for the one
 * that stands first in the list of `Missing`, so that the answer does not depend on the order of the rows.
 *
 * @param by      the keys that remain
 * @param lookUps from the table's areas to the areas of each level wanted; the result then has the key `level`
 * @throws PopneedsError `not-additive` when a measure is not a count
 * @throws PopneedsError `unknown-key` when the table has no such key, or look-ups are given and `area` does not remain
 * @throws PopneedsError `people-counted-again` when the same people stand for several values of a key that would be gone
 * @throws PopneedsError `mixed-levels` when look-ups are given for a table of areas of several levels
 * @throws PopneedsError `duplicate-area` when two look-ups lead to the same area of the same level
 */
export function countBy(
  table: Table,
  by: readonly string[],
  lookUps: readonly LookUp[] | null = null,
): Table<Keys, Counts> {
  for (const [name, { kind }] of Object.entries(table.measures))
    if (!addsUp(kind))
      throw new PopneedsError({
        code: "not-additive",
        message: `only counts add up: "${name}" is a ${kind}`,
        fix: "Sum events and population first, then compute the rate.",
      });
  const unknown = by.find((name) => !Object.hasOwn(table.keys, name));
  if (unknown !== undefined)
    throw new PopneedsError({
      code: "unknown-key",
      message: `countBy: unknown key "${unknown}"; the table has ${Object.keys(table.keys).join(", ") || "no keys"}`,
      fix: "Name a key of the table.",
    });
  refuseSharedPeople(table, by);
  const kept = by.map((name) => [name, table.keys[name]!] as const);
  if (!lookUps) {
    const groups = groupRows(
      kept.map(([, column]) => column),
      table.length,
    );
    const columns = kept.map(([name, column]) => [name, takeKeys(column, groups.first)] as const);
    return result(table, columns, [groups.group], groups.first.length, []);
  }
  refuseRollUp(table, by, lookUps);
  return atLevels(table, kept, lookUps);
}

function refuseRollUp(table: Table, by: readonly string[], lookUps: readonly LookUp[]): void {
  if (!by.includes("area"))
    throw new PopneedsError({
      code: "unknown-key",
      message: `countBy: a roll-up needs the key "area"; the keys that remain are ${by.join(", ") || "none"}`,
      fix: 'Name "area" among the keys that remain, or leave the look-ups out.',
    });
  const levels = table.keys["level"]?.values.map(keyLabel) ?? [];
  if (levels.length > 1)
    throw new PopneedsError({
      code: "mixed-levels",
      message: `countBy: a roll-up starts from areas of one level; found ${levels.join(", ")}`,
      fix: `Keep one level first: keep(table, { level: "${levels[0]}" }).`,
    });
  const reached = new Set<string>();
  for (const { level, parents } of lookUps) {
    const areas = [...new Set(parents.values())];
    const again = areas.find((area) => reached.has(`${level} ${area}`));
    if (again !== undefined)
      throw new PopneedsError({
        code: "duplicate-area",
        message: `countBy: look-ups to one level must lead to different areas; two lead to ${level} ${again}`,
        fix: "Count by one edition of a level at a time.",
      });
    for (const area of areas) reached.add(`${level} ${area}`);
  }
}

function refuseSharedPeople(table: Table, by: readonly string[]): void {
  for (const [name, { sharedOver = [] }] of Object.entries(table.measures)) {
    const gone = sharedOver.filter((key) => !by.includes(key) && (table.keys[key]?.values.length ?? 0) > 1);
    if (gone.length > 0)
      throw new PopneedsError({
        code: "people-counted-again",
        message: `the same ${name} stands for every ${gone.join(" and ")}; summing over it would count them again`,
        fix: `Sum the events first: over(sumOver(events, ${gone.map((key) => `"${key}"`).join(", ")}), people).`,
      });
  }
}

function atLevels(
  table: Table,
  kept: readonly (readonly [string, KeyColumn])[],
  lookUps: readonly LookUp[],
): Table<Keys, Counts> {
  const areas = table.keys["area"] as KeyColumn<string>;
  const others = kept.filter(([name]) => name !== "area" && name !== "level");
  const other = groupRows(
    others.map(([, column]) => column),
    table.length,
  );
  const first: number[] = [];
  const parents: string[] = [];
  const levels: string[] = [];
  const passes: Int32Array[] = [];
  const issues: Issue[] = [];
  for (const lookUp of lookUps) {
    const names = keyCoder<string>();
    const parentOf = areas.values.map((area) => {
      const parent = lookUp.parents.get(area);
      return parent === undefined ? -1 : names.code(parent);
    });
    const slots = new Int32Array(names.values.length * other.first.length).fill(-1);
    const group = new Int32Array(table.length).fill(-1);
    for (let i = 0; i < table.length; i++) {
      const parent = parentOf[areas.codes[i]!]!;
      if (parent === -1) continue;
      const slot = parent * other.first.length + other.group[i]!;
      if (slots[slot] === -1) {
        slots[slot] = first.push(i) - 1;
        parents.push(names.values[parent]!);
        levels.push(lookUp.level);
      }
      group[i] = slots[slot]!;
    }
    passes.push(group);
    issues.push(
      ...areasWithout(
        lookUp,
        areas.values.filter((_, i) => parentOf[i] === -1),
        areas.values.length,
      ),
    );
  }
  const rows = Int32Array.from(first);
  const columns: (readonly [string, KeyColumn])[] = [
    ["area", keyColumn(parents)],
    ["level", keyColumn(levels)],
    ...others.map(([name, column]) => [name, takeKeys(column, rows)] as const),
  ];
  return result(table, columns, passes, rows.length, issues);
}

function areasWithout({ level, edition }: LookUp, areas: readonly string[], all: number): Issue[] {
  if (areas.length === 0) return [];
  const some = areas.slice(0, 3).join(", ") + (areas.length > 3 ? " …" : "");
  return [
    {
      code: "area-without-parent",
      severity: "note",
      message: `${areas.length} of ${all} areas have no ${level} in the look-up of ${edition}: ${some}`,
      fix: `Give a look-up that covers them, or leave them out of the ${level} figures knowingly.`,
    },
  ];
}

function result(
  table: Table,
  columns: readonly (readonly [string, KeyColumn])[],
  passes: readonly Int32Array[],
  count: number,
  issues: readonly Issue[],
): Table<Keys, Counts> {
  return uncheckedTable<Keys, Counts>({
    keys: Object.fromEntries(columns),
    measures: Object.fromEntries(
      Object.entries(table.measures).map(([name, column]) => [name, summed(column, passes, count)]),
    ) as Table<Keys, Counts>["measures"],
    issues: [...table.issues, ...issues],
    provenance: table.provenance,
  });
}

function summed(column: MeasureColumn, passes: readonly Int32Array[], count: number): MeasureColumn {
  const values = new Float64Array(count);
  let reasons: Uint8Array | null = null;
  for (const group of passes)
    for (let i = 0; i < group.length; i++) {
      const at = group[i]!;
      if (at === -1) continue;
      const reason = column.reasons?.[i] ?? 0;
      if (reason === 0) values[at]! += column.values[i]!;
      else {
        reasons ??= new Uint8Array(count);
        if (reasons[at] === 0 || reason < reasons[at]!) reasons[at] = reason;
      }
    }
  if (reasons) for (let i = 0; i < count; i++) if (reasons[i] !== 0) values[i] = Number.NaN;
  return Object.freeze({ ...column, values, reasons });
}
