import { groupRows, type KeyColumn, keyLabel, type Table } from "@popneeds/core";
import type { Places } from "@popneeds/geography";
import type { Coverage, LevelCovered } from "./quality.ts";

/**
 * Which combinations of keys a table has rows for, which areas lack a period that others have, and, with a geography, which areas of a
 * level have no row at all.
 */
export function coverageOf(table: Table, name: string, places: Places | null): Coverage {
  const keys = Object.fromEntries(Object.entries(table.keys).map(([key, { values }]) => [key, values.length]));
  return {
    table: name,
    rows: table.length,
    keys,
    combinations: Object.values(keys).reduce((product, values) => product * values, 1),
    gaps: gapsOf(table),
    levels: places && table.keys["area"] ? levelsCovered(table.keys["area"] as KeyColumn, places) : [],
  };
}

function gapsOf({ keys, length }: Table): Coverage["gaps"] {
  const areas = keys["area"] as KeyColumn | undefined;
  const periods = keys["period"] as KeyColumn | undefined;
  if (!areas || !periods) return { times: 0, first: [] };
  const pairs = groupRows([areas, periods], length).first;
  const times = areas.values.length * periods.values.length - pairs.length;
  if (times === 0) return { times, first: [] };
  const there = new Uint8Array(areas.values.length * periods.values.length);
  for (const i of pairs) there[areas.codes[i]! * periods.values.length + periods.codes[i]!] = 1;
  const first: string[] = [];
  for (let at = 0; at < there.length && first.length < 3; at++)
    if (there[at] === 0)
      first.push(
        `${keyLabel(areas.values[Math.floor(at / periods.values.length)]!)} in ${keyLabel(periods.values[at % periods.values.length]!)}`,
      );
  return { times, first };
}

/** Of each level of which the table has areas: how many, and which it lacks. An area is there under a former code too. */
function levelsCovered({ values }: KeyColumn, places: Places): readonly LevelCovered[] {
  const codes = new Set(values as readonly string[]);
  const former = (places.parts.formerCodes ?? []).filter(({ code }) => codes.has(code));
  const there = new Set([...codes, ...former.map(({ current }) => current)]);
  return places.levels.flatMap((level): readonly LevelCovered[] => {
    const all = places.areasAt(level);
    const absent = all.filter(({ code }) => !there.has(code));
    const present = all.length - absent.length;
    if (present === 0) return [];
    return [
      { level, present, all: all.length, absent: absent.slice(0, 5).map(({ name, code }) => `${name} (${code})`) },
    ];
  });
}
