import { type Missing, reasonOf, type Table } from "@popneeds/core";
import type { MissingFigures } from "./quality.ts";

/** How many figures of each measure are missing, by reason; measures without any are not there. */
export function missingFigures(table: Table, name: string): readonly MissingFigures[] {
  return Object.entries(table.measures).flatMap(([measure, { reasons }]): readonly MissingFigures[] => {
    if (!reasons) return [];
    const times = new Map<number, number>();
    for (let i = 0; i < reasons.length; i++)
      if (reasons[i] !== 0) times.set(reasons[i]!, (times.get(reasons[i]!) ?? 0) + 1);
    if (times.size === 0) return [];
    const found = [...times].sort((a, b) => a[0] - b[0]).map(([code, count]) => [reasonOf(code)!, count] as const);
    return [
      {
        table: name,
        measure,
        figures: found.reduce((sum, [, count]) => sum + count, 0),
        reasons: Object.fromEntries(found) as Partial<Record<Missing, number>>,
      },
    ];
  });
}
