import {
  describeRow,
  firstThree,
  groupRows,
  type Issue,
  type KeyColumn,
  type MeasureColumn,
  type Table,
} from "@popneeds/core";
import type { Placing } from "./placed-text.ts";

/** Rows that may stay, after what came to stand in one place was looked at. */
export interface RowsKept {
  readonly rows: readonly number[];
  /** Whether rows that share their keys are left, which are parts of merged areas and are to be added up. */
  readonly summed: boolean;
  readonly issues: readonly Issue[];
}

/**
 * Sorts out rows that share their keys once areas are placed: parts of an area that was merged, all of them there, are to be
 * added up; one area under two codes is kept once, or not at all where its figures differ.
 */
export function rowsOfOneArea(table: Table, placing: (row: number) => Placing, additive: boolean): RowsKept {
  const { group, first } = groupRows(Object.values<KeyColumn>(table.keys), table.length);
  const members: number[][] = Array.from(first, () => []);
  for (let i = 0; i < table.length; i++) members[group[i]!]!.push(i);
  const kept: number[] = [];
  const odd: Record<Odd, number[]> = { merged: [], incomplete: [], rates: [], twice: [], differs: [] };
  for (const rows of members) {
    const of = rows.map(placing);
    const parts = of.filter(({ mergedWith }) => mergedWith.length > 0);
    if (parts.length > 0) {
      const here = new Set(parts.map(({ former }) => former!.code));
      const whole =
        parts.length === rows.length &&
        here.size === rows.length &&
        parts[0]!.mergedWith.every((code) => here.has(code));
      const fate: Odd = !whole ? "incomplete" : additive ? "merged" : "rates";
      odd[fate].push(rows[0]!);
      if (fate === "merged") kept.push(...rows);
    } else if (rows.length === 1) kept.push(rows[0]!);
    else {
      const alike = rows.every((row) => sameFigures(table, rows[0]!, row));
      odd[alike ? "twice" : "differs"].push(rows[0]!);
      if (alike) kept.push(rows[of.findIndex(({ as }) => as === "current")] ?? rows[0]!);
    }
  }
  return {
    rows: kept.sort((a, b) => a - b),
    summed: odd.merged.length > 0,
    issues: (Object.keys(odd) as Odd[]).flatMap((fate) => issueOf(table, fate, odd[fate])),
  };
}

type Odd = keyof typeof words;

const words = {
  merged: {
    code: "merged-areas",
    severity: "warning",
    what: "are sums of areas that have been merged since",
    fix: "Say so beside the figures.",
  },
  incomplete: {
    code: "incomplete-merger",
    severity: "error",
    what: "are of areas that have been merged since, and not every part is there; left out",
    fix: "Give every part, or compare the parts as they were.",
  },
  rates: {
    code: "merger-not-additive",
    severity: "error",
    what: "are of areas that have been merged since, and rates of parts do not add up; left out",
    fix: "Give counts, and compute the rate after they are added up.",
  },
  twice: {
    code: "same-area-twice",
    severity: "warning",
    what: "stood under several codes or names of one area, alike, and are kept once",
    fix: "Look whether the file repeats itself.",
  },
  differs: {
    code: "same-area-differs",
    severity: "error",
    what: "stood under several codes or names of one area, and differ; left out",
    fix: "Find out which holds, and leave the other out with keep().",
  },
} as const;

function issueOf(table: Table, fate: Odd, rows: readonly number[]): Issue[] {
  if (rows.length === 0) return [];
  const { code, severity, what, fix } = words[fate];
  const places = rows.map((row) => describeRow(table, row));
  return [
    {
      code,
      severity,
      message: `figures in ${rows.length} ${rows.length === 1 ? "place" : "places"} of the table ${what}: ${firstThree(places).join("; ")}`,
      fix,
      found: [...new Set(rows.map((row) => areaOf(table, row)))].join(", "),
    },
  ];
}

function areaOf(table: Table, row: number): string {
  const { codes, values } = table.keys["area"] as KeyColumn<string>;
  return values[codes[row]!]!;
}

function sameFigures(table: Table, one: number, other: number): boolean {
  return Object.values<MeasureColumn>(table.measures).every(
    ({ values, reasons }) => Object.is(values[one], values[other]) && (reasons?.[one] ?? 0) === (reasons?.[other] ?? 0),
  );
}
