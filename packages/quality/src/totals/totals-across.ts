import { addsUp, type Key, type KeyColumn, keyColumn, type Table, takeRows } from "@popneeds/core";
import type { Places } from "@popneeds/geography";
import { compareSums } from "./compare-sums.ts";
import type { TotalCheck } from "./total-check.ts";
import { listed, plural } from "./totals-of-slices.ts";

/**
 * Whether the figures of areas are the sums of the figures of the areas in them: data zones to councils, councils to boards, boards to the
 * country.
 *
 * Of each level in `totals`, every level in `parts` that lies wholly within it is summed. An area is compared only where all of the areas in
 * it have a row. Both may be one table that mixes levels, or two files of the same measure and keys.
 *
 * @param parts  counts with the key `area`; areas of any levels
 * @param totals counts with the same keys but for `level`, and measures of the same names
 * @param places the geography that says which area lies in which
 * @returns a check for each pair of levels and measure; none where an area is not known, a key differs, or nothing is additive
 *
 * @example
 * totalsAcross(dataZones, councils, places)[0]?.apart // 0
 */
export function totalsAcross(parts: Table, totals: Table, places: Places): readonly TotalCheck[] {
  const keysOf = (table: Table) => Object.keys(table.keys).filter((key) => key !== "area" && key !== "level");
  const keys = keysOf(totals);
  if (!("area" in parts.keys && "area" in totals.keys) || keys.some((key) => !Object.hasOwn(parts.keys, key)))
    return [];
  if (keysOf(parts).length !== keys.length) return [];
  const known = levelsOf(places);
  const below = levelsIn(parts, known);
  const above = levelsIn(totals, known);
  const measures = Object.keys(totals.measures).filter(
    (name) => addsUp(totals.measures[name]!.kind) && parts.measures[name]?.kind === totals.measures[name]!.kind,
  );
  return below.flatMap((from) =>
    above.flatMap((to) => {
      if (places.levels.indexOf(to) <= places.levels.indexOf(from)) return [];
      const children = childrenOf(from, to, places);
      if (children === null) return [];
      return checks(ofLevel(parts, from, known), ofLevel(totals, to, known), { from, to, children, keys, measures });
    }),
  );
}

/** The levels of the areas in a table; areas that are not known have none. */
function levelsIn({ keys }: Table, known: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set((keys["area"]!.values as readonly string[]).flatMap((code) => known.get(code) ?? []))];
}

/** The rows of a table whose areas are of a level; the table itself where all are. */
function ofLevel(table: Table, level: string, known: ReadonlyMap<string, string>): Table {
  const { codes, values } = table.keys["area"]! as KeyColumn;
  const wanted = values.map((code) => known.get(code as string) === level);
  if (wanted.every(Boolean)) return table;
  const rows: number[] = [];
  for (let i = 0; i < table.length; i++) if (wanted[codes[i]!]) rows.push(i);
  return takeRows(table, rows);
}

/** The level of each code in force. */
export function levelsOf(places: Places): ReadonlyMap<string, string> {
  return new Map(places.parts.areas.map(({ code, level }) => [code, level]));
}

/** Parent of each child, and how many children each parent has; `null` where the levels do not nest. */
function childrenOf(from: string, to: string, places: Places) {
  const { parents } = places.lookUp(from, to);
  if (parents.size < places.areasAt(from).length) return null;
  const times = new Map<string, number>();
  for (const parent of parents.values()) times.set(parent, (times.get(parent) ?? 0) + 1);
  return { parents, times };
}

function checks(
  parts: Table,
  totals: Table,
  {
    from,
    to,
    children,
    keys,
    measures,
  }: {
    readonly from: string;
    readonly to: string;
    readonly children: NonNullable<ReturnType<typeof childrenOf>>;
    readonly keys: readonly string[];
    readonly measures: readonly string[];
  },
): readonly TotalCheck[] {
  const areas = parts.keys["area"]! as KeyColumn;
  const parents = keyColumn(
    Array.from(areas.codes, (code): Key => children.parents.get(areas.values[code] as string)!),
  );
  const wholes = totals.keys["area"]! as KeyColumn;
  const checked = measures.map((measure) => ({
    what: `${measure}: ${plural(from)} to ${plural(to)}${listed(keys)}`,
    measure,
    over: "level",
    ...compareSums(
      { keys: [parents, ...keys.map((key) => parts.keys[key]!)], measure: parts.measures[measure]! },
      { keys: [wholes, ...keys.map((key) => totals.keys[key]!)], measure: totals.measures[measure]! },
      { complete: (total) => children.times.get(wholes.values[wholes.codes[total]!] as string) ?? 0 },
    ),
  }));
  return checked.filter(({ compared, notCompared }) => compared + notCompared > 0);
}
