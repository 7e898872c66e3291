import {
  byTime,
  type Counts,
  type Key,
  type KeyColumn,
  type Keys,
  keyLabel,
  keyText,
  type MeasureColumn,
  type Period,
  PopneedsError,
  reasonCode,
  type Table,
} from "@popneeds/core";
import type { RateCells } from "./rate-cells.ts";

/** People laid out as a projection needs them: strata of times of areas. */
export interface PeopleCells {
  readonly areas: readonly string[];
  /** The level of each area, where the table says it. */
  readonly levels: readonly Key[] | null;
  readonly periods: readonly Period[];
  readonly people: Float64Array;
  /** For each time of each area, the code of the reason why people are missing; 0 where they are not. */
  readonly reasons: Uint8Array;
  /** For each area, which set of rates is its own. */
  readonly ratesOf: Int32Array;
}

/** Lays out people by area and period in the strata of rates. */
export function peopleCells(caller: string, people: Table<Keys, Counts>, cells: RateCells): PeopleCells {
  const count = onlyCount(caller, people);
  const table = people as unknown as Table;
  refuseOtherKeys(caller, table, cells);
  const { area, period, level } = table.keys as {
    area: KeyColumn<string>;
    period: KeyColumn<Period>;
    level?: KeyColumn;
  };
  const order = period.values.map((_, i) => i).sort((a, b) => byTime(period.values[a]!, period.values[b]!));
  const timeOf = Int32Array.from(period.values, (_, code) => order.indexOf(code));
  const { strata, within, values } = cells;
  const [areas, times] = [area.values.length, order.length];
  const size = areas * times * strata;
  const columns = within.map((name, k) => {
    const known = new Map(values[k]!.map((key, i) => [keyText(key), i]));
    const column = table.keys[name]!;
    return {
      codes: column.codes,
      places: Int32Array.from(column.values, (key) => known.get(keyText(key)) ?? -1),
      size: values[k]!.length,
      odd: column.values.filter((key) => !known.has(keyText(key))),
    };
  });
  refuseAstray(
    caller,
    columns.flatMap(({ odd }) => odd.map(keyLabel)),
    within,
  );
  const found = new Float64Array(size);
  const seen = new Uint8Array(size);
  const reasons = new Uint8Array(areas * times);
  for (let row = 0; row < table.length; row++) {
    let stratum = 0;
    for (const { codes, places, size: of } of columns) stratum = stratum * of + places[codes[row]!]!;
    const cell = area.codes[row]! * times + timeOf[period.codes[row]!]!;
    seen[cell * strata + stratum] = 1;
    found[cell * strata + stratum] = count.values[row]!;
    const reason = count.reasons?.[row] ?? 0;
    if (reason !== 0) reasons[cell] ||= reason;
  }
  if (count.absent !== "zero")
    for (let i = 0; i < size; i++) if (seen[i] === 0) reasons[Math.floor(i / strata)] ||= reasonCode("incomplete");
  return {
    areas: area.values,
    levels: level ? levelsOf(area, level) : null,
    periods: order.map((code) => period.values[code]!),
    people: found,
    reasons,
    ratesOf: setsOf(caller, area.values, cells),
  };
}

function setsOf(caller: string, areas: readonly string[], { sets }: RateCells): Int32Array {
  if (sets.length <= 1) return new Int32Array(areas.length);
  const places = new Map(sets.map((area, i) => [area, i]));
  refuseAstray(
    caller,
    areas.filter((area) => !places.has(area)),
    ["area"],
  );
  return Int32Array.from(areas, (area) => places.get(area)!);
}

function levelsOf(area: KeyColumn<string>, level: KeyColumn): readonly Key[] {
  const levels: Key[] = new Array(area.values.length);
  for (let row = 0; row < area.codes.length; row++) levels[area.codes[row]!] = level.values[level.codes[row]!]!;
  return levels;
}

function onlyCount(caller: string, { measures }: Table<Keys, Counts>): MeasureColumn {
  const [first, ...others] = Object.values<MeasureColumn>(measures);
  if (!first || others.length > 0)
    throw new PopneedsError({
      code: "one-measure",
      message: `${caller}: people must have one measure; found ${Object.keys(measures).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "people").',
    });
  return first;
}

function refuseOtherKeys(caller: string, { keys }: Table, { within }: RateCells): void {
  const wanted = ["area", "period", ...within];
  const found = Object.keys(keys);
  if (wanted.some((name) => !found.includes(name)) || found.some((name) => name !== "level" && !wanted.includes(name)))
    throw new PopneedsError({
      code: "not-counted-by",
      message: `${caller}: people must be by ${wanted.join(", ")}, as the rates are; found ${found.join(", ")}`,
      fix: "Give people by the sexes and ages of the rates, or sum the one or the other first.",
    });
}

function refuseAstray(caller: string, astray: readonly string[], names: readonly string[]): void {
  if (astray.length > 0)
    throw new PopneedsError({
      code: "no-rate",
      message: `${caller}: people need a rate for each ${names.join(" and ")}; ${astray.length} have none:`,
      where: astray,
      fix: "Bring people and rates to common bands of ages first: into(people, bands); give rates of one area, or of every area.",
    });
}
