import {
  type Age,
  groupRows,
  type KeyColumn,
  type Keys,
  type MeasureColumn,
  type Measures,
  type Missing,
  missingAt,
  type Table,
  takeRows,
} from "@popneeds/core";
import { agesInOrder } from "../shared/ages-in-order.ts";
import { requireKey } from "../shared/groups-beside.ts";
import { onlyCount } from "../shared/require-counts.ts";

/** People of one group by age, from young to old: bands, and those in each or the reason why they are not known. */
export interface AgesOfGroup {
  readonly ages: readonly Age[];
  /** People of each row: its sex, where the table has one, its band and its count. */
  readonly cells: readonly { readonly sex: string | null; readonly age: Age; readonly people: number }[];
  /** Why the group cannot be used: a count that is missing, or ages that leave a gap or end. */
  readonly missing: Missing | null;
}

/**
 * The ages of each group of a table of people.
 *
 * A group is whole when its ages begin at 0, follow on one another and are open at the end; a gap is nobody where an absent row
 * means zero.
 *
 * @param beside keys, `age` among them, over which a group reaches
 */
export function agesOfGroups(
  table: Table<Keys, Measures>,
  beside: readonly string[],
  verb: string,
): { readonly groups: readonly AgesOfGroup[]; readonly keys: Table["keys"] } {
  requireKey(table, "age", verb);
  const [, people] = onlyCount(table, verb);
  const ages = agesInOrder((table.keys["age"] as KeyColumn<Age>).values, verb);
  const others = Object.entries<KeyColumn>(table.keys).filter(([name]) => !beside.includes(name));
  const { first, group } = groupRows(
    others.map(([, column]) => column),
    table.length,
  );
  const rows = Array.from(first, (): number[] => []);
  for (let i = 0; i < table.length; i++) rows[group[i]!]!.push(i);
  const heads = takeRows(table, first);
  return {
    groups: rows.map((own) => groupOf(table, people, ages, own)),
    keys: Object.fromEntries(others.map(([name]) => [name, heads.keys[name]!])),
  };
}

function groupOf(table: Table, people: MeasureColumn, ages: readonly Age[], rows: readonly number[]): AgesOfGroup {
  const age = table.keys["age"] as KeyColumn<Age>;
  const sex = table.keys["sex"] as KeyColumn<string> | undefined;
  let missing: Missing | null = null;
  const cells = rows.map((i) => {
    missing ??= missingAt(people, i);
    return {
      sex: sex ? sex.values[sex.codes[i]!]! : null,
      age: age.values[age.codes[i]!]!,
      people: people.values[i]!,
    };
  });
  const sexes = new Set(cells.map((cell) => cell.sex)).size;
  const open = ages.at(-1)?.to === Number.POSITIVE_INFINITY;
  const follow = ages.every((band, i) => band.from === (i === 0 ? 0 : ages[i - 1]!.to));
  const whole = people.absent === "zero" || (cells.length === sexes * ages.length && open && follow);
  return { ages, cells, missing: missing ?? (whole ? null : "incomplete") };
}
