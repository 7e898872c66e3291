import {
  byTime,
  describeRow,
  endYear,
  firstThree,
  type Issue,
  type Key,
  type KeyColumn,
  type Keys,
  type Missing,
  type Period,
  type Table,
  takeRows,
} from "@popneeds/core";
import { type Figure, figureAt } from "../shared/figure.ts";
import { rowsByGroup } from "../shared/rows-by-group.ts";

/** The rows of each group in order of time: those that are alike in every key but the period. */
export interface SeriesByGroup {
  /** A row of each group. */
  readonly first: Int32Array;
  /** Rows of the table, group after group, each from the earliest to the latest. */
  readonly order: Int32Array;
  readonly starts: Int32Array;
  /** The year in which the period of each row of `order` ends. */
  readonly years: Float64Array;
  /** 1 for groups whose periods share days, as running averages do. */
  readonly overlapping: Uint8Array;
  /** The keys of each group. */
  readonly keys: Readonly<Record<string, KeyColumn<Key>>>;
}

/** Puts the rows of a table in order of group and time. */
export function seriesByGroup(table: Table<Keys & { readonly period: Period }>): SeriesByGroup {
  const { values, codes } = table.keys.period;
  const inOrder = values.map((_, code) => code).sort((a, b) => byTime(values[a]!, values[b]!));
  const rank = new Int32Array(values.length);
  for (const [place, code] of inOrder.entries()) rank[code] = place;
  const ranks = Int32Array.from({ length: table.length }, (_, i) => rank[codes[i]!]!);
  const { names, first, order, starts } = rowsByGroup(table as unknown as Table, ["period"], ranks);
  const periodOf = (k: number) => values[codes[order[k]!]!]!;
  const overlapping = new Uint8Array(first.length);
  for (let g = 0; g < first.length; g++) {
    for (let k = starts[g]! + 1; k < starts[g + 1]!; k++) {
      if (periodOf(k).start <= periodOf(k - 1).end) overlapping[g] = 1;
    }
  }
  const { keys } = takeRows(table as unknown as Table, first);
  return {
    first,
    order,
    starts,
    years: Float64Array.from(order, (_, k) => endYear(periodOf(k))),
    overlapping,
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
  };
}

/** Why some of the given rows lack a figure in one of the measures; `null` where they have all. */
export function firstReason(
  table: { readonly measures: Readonly<Record<string, Parameters<typeof figureAt>[0]>> },
  rows: ArrayLike<number>,
  names: readonly string[],
): Missing | null {
  for (const row of Array.from(rows)) {
    for (const name of names) {
      const figure: Figure = figureAt(table.measures[name]!, row);
      if (typeof figure === "string") return figure;
    }
  }
  return null;
}

/** Which groups a trend cannot be looked for in, and how that is said. */
const faultWords = {
  "periods-overlap": [
    "have periods that share days, so that their figures move together, and have no trend",
    "Give figures of periods that follow one another, such as single years or every third running average.",
  ],
  "impossible-figure": [
    "have a figure that cannot be, such as a negative count or limits that do not lie apart, and have no trend",
    "Correct the figures, or leave these groups out with keep().",
  ],
  "repeated-year": [
    "have two periods that end in one year, and have no trend",
    "Keep one kind of period, such as calendar years.",
  ],
  "events-apart": [
    "have events in so few years that the change has no estimate",
    "Pool areas or years, or leave these groups out with keep().",
  ],
} as const;

export type TrendFault = keyof typeof faultWords;

/** Issues that name the groups with a fault: how many, and the first three. */
export function trendIssues(
  keys: SeriesByGroup["keys"],
  faults: ReadonlyMap<TrendFault, readonly number[]>,
): readonly Issue[] {
  const named = { keys } as unknown as Table;
  const alone = Object.keys(keys).length === 0;
  return [...faults].map(([code, groups]) => {
    const [words, fix] = faultWords[code];
    const some = alone ? "" : `: ${firstThree(groups.map((g) => describeRow(named, g))).join("; ")}`;
    return { code, severity: "warning", message: `${groups.length} groups ${words}${some}`, fix };
  });
}

/** Notes faults, group by group. */
export function faultBook() {
  const faults = new Map<TrendFault, number[]>();
  const note = (fault: TrendFault, group: number, reason: Missing): Missing => {
    const groups = faults.get(fault);
    if (groups) groups.push(group);
    else faults.set(fault, [group]);
    return reason;
  };
  return { faults, note };
}
