import {
  type Age,
  addsUp,
  type Key,
  type KeyColumn,
  keyColumn,
  type Period,
  type Table,
  takeRows,
} from "@popneeds/core";
import { compareSums } from "./compare-sums.ts";
import { tilings } from "./tilings.ts";
import type { TotalCheck } from "./total-check.ts";
import { listed } from "./totals-of-slices.ts";

/**
 * The totals that stand among their parts in one table: both sexes beside each, a band of ages beside those that make it up, a year beside
 * its quarters.
 *
 * Quarters are compared with their year only where all four are there. Whether figures add up over time, as events do, or stand at a moment,
 * as people on a list do, the table does not say; the check says so.
 */
export function totalsWithin(table: Table): readonly TotalCheck[] {
  return Object.entries(table.keys).flatMap(([name, column]) => {
    const wholes = wholesOf(name, column);
    return wholes.size === 0 ? [] : checks(table, name, wholes);
  });
}

/** Which values of a key are made up of others: value → parts, by their codes. */
function wholesOf(name: string, { values }: KeyColumn): ReadonlyMap<number, readonly number[]> {
  if (values.every(isAge)) return tilings(values as readonly Age[]);
  if (values.every(isPeriod)) return tilings((values as readonly Period[]).map(days));
  const all = values.indexOf("all");
  const parts = ["female", "male"].map((sex) => values.indexOf(sex));
  return name === "sex" && all !== -1 && !parts.includes(-1) ? new Map([[all, parts]]) : new Map();
}

function checks(table: Table, name: string, wholes: ReadonlyMap<number, readonly number[]>): readonly TotalCheck[] {
  const column = table.keys[name]! as KeyColumn;
  const others = Object.keys(table.keys).filter((key) => key !== name);
  const parentsOf = new Map<number, number[]>();
  for (const [whole, parts] of wholes)
    for (const part of parts) parentsOf.set(part, [...(parentsOf.get(part) ?? []), whole]);
  const partRows: number[] = [];
  const parents: Key[] = [];
  const wholeRows: number[] = [];
  for (let i = 0; i < table.length; i++) {
    const code = column.codes[i]!;
    for (const whole of parentsOf.get(code) ?? []) {
      partRows.push(i);
      parents.push(column.values[whole]!);
    }
    if (wholes.has(code)) wholeRows.push(i);
  }
  if (partRows.length === 0 || wholeRows.length === 0) return [];
  const parts = takeRows(table, partRows);
  const totals = takeRows(table, wholeRows);
  const recoded = keyColumn(parents);
  const isTime = column.values.every(isPeriod);
  const sizes = wholeRows.map((i) => wholes.get(column.codes[i]!)!.length);
  return Object.keys(table.measures)
    .filter((measure) => addsUp(table.measures[measure]!.kind))
    .map((measure) => {
      const compared = compareSums(
        { keys: [...others.map((key) => parts.keys[key]!), recoded], measure: parts.measures[measure]! },
        { keys: [...others.map((key) => totals.keys[key]!), totals.keys[name]!], measure: totals.measures[measure]! },
        { complete: (total) => sizes[total]! },
      );
      return {
        what: `${measure}: ${isTime ? "parts of periods to the whole period" : name === "sex" ? "sexes to both" : `parts of a band of ${name} to the whole band`}${listed(others)}`,
        measure,
        over: name,
        ...compared,
        because:
          isTime && compared.apart > 0
            ? "events add up over time; what stands at a moment, such as people on a list, does not"
            : compared.because,
      };
    })
    .filter(({ compared, notCompared }) => compared + notCompared > 0);
}

function isAge(value: Key): value is Age {
  return typeof value === "object" && "from" in value;
}

function isPeriod(value: Key): value is Period {
  return typeof value === "object" && "start" in value;
}

function days({ start, end }: Period): { readonly from: number; readonly to: number } {
  return { from: Date.parse(start) / 86_400_000, to: Date.parse(end) / 86_400_000 + 1 };
}
