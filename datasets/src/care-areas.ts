import { councilFinder } from "./area-names.ts";
import { check, type Place } from "./build-error.ts";
import type { Cell } from "./data-table.ts";
import { type Hierarchy, SCOTLAND } from "./hierarchy.ts";

/** Ages of the social care publications, in order. */
export const CARE_AGES = [
  "All Ages",
  "0-17 years",
  "18-64 years",
  "65-74 years",
  "75-84 years",
  "85+ years",
  "Unknown",
] as const;

/** Figures of one place and whatever else names them. */
export interface CareFigures {
  readonly area: string;
  readonly level: "council" | "partnership" | "country";
  readonly coverage: string;
  /** What names the row beside the area: quarter, age … */
  readonly labels: readonly Cell[];
  readonly values: readonly (number | null)[];
}

/** Finds the code of a place of sending, a council or Scotland in one of its ways of counting. */
export function careArea(hierarchy: Hierarchy): (name: string, place: Place) => { area: string; isCountry: boolean } {
  const councilOf = councilFinder(hierarchy);
  return (name, place) => {
    if (/^Scotland \(.*\)$/.test(name)) return { area: SCOTLAND, isCountry: true };
    const area = councilOf(name);
    check(area !== undefined, place, `"${name}" is neither a council nor Scotland`);
    return { area, isCountry: false };
  };
}

/** Adds partnerships to figures of councils: a partnership is the sum of its councils, or unknown if one is. */
export function withPartnerships(figures: readonly CareFigures[], hierarchy: Hierarchy): CareFigures[] {
  const sums = new Map<string, CareFigures & { councils: number }>();
  for (const one of figures) {
    if (one.level !== "council") continue;
    const { partnership } = hierarchy.councils.get(one.area)!;
    const key = JSON.stringify([partnership, one.labels]);
    const before = sums.get(key);
    sums.set(key, {
      area: partnership,
      level: "partnership",
      coverage: before === undefined ? one.coverage : `${before.coverage} and ${one.coverage}`,
      labels: one.labels,
      values: one.values.map((value, at) => {
        const other = before === undefined ? 0 : (before.values[at] ?? null);
        return value === null || other === null ? null : value + other;
      }),
      councils: (before?.councils ?? 0) + 1,
    });
  }
  const expected = new Map<string, number>();
  for (const { partnership } of hierarchy.councils.values())
    expected.set(partnership, (expected.get(partnership) ?? 0) + 1);
  const whole = [...sums.values()].map(({ councils, ...sum }) =>
    councils === expected.get(sum.area) ? sum : { ...sum, values: sum.values.map(() => null) },
  );
  return [...figures, ...whole];
}
