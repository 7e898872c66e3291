import { describeRow, firstThree, type Issue, type MeasureColumn, type Missing, type Table } from "@popneeds/core";
import { type Figure, figureAt } from "./figure.ts";

/** What one area brings to a comparison of areas: events, and people or events expected. */
export interface AreaCounts {
  readonly observed: Figure;
  readonly size: Figure;
}

/** What ratios rest on, row by row: events observed and those expected; a ratio that is withheld passes its reason. */
export function observedAndExpected({
  measures: { value, events, expected },
  length,
}: {
  readonly measures: Readonly<Record<"value" | "events" | "expected", MeasureColumn>>;
  readonly length: number;
}): readonly AreaCounts[] {
  return Array.from({ length }, (_, i) => {
    const withheld = figureAt(value, i);
    return {
      observed: typeof withheld === "string" ? withheld : figureAt(events, i),
      size: figureAt(expected, i),
    };
  });
}

/** Why an area takes no part in a comparison; `null` where it does. */
export function leftOut({ observed, size }: AreaCounts): Missing | null {
  if (typeof observed === "string") return observed;
  if (typeof size === "string") return size;
  if (isImpossible({ observed, size })) return "not available";
  return size > 0 ? null : "no population";
}

/** The issue of areas whose counts cannot be; none where all can. */
export function impossibleCounts(table: Table, counts: readonly AreaCounts[], taking: string): Issue[] {
  const rows = counts.flatMap((area, i) => (isImpossible(area) ? [i] : []));
  if (rows.length === 0) return [];
  const some = firstThree(rows.map((i) => describeRow(table, i))).join("; ");
  return [
    {
      code: "impossible-count",
      severity: "warning",
      message: `${rows.length} of ${counts.length} areas have a count that is negative or infinite, and take no part in ${taking}: ${some}`,
      fix: "Correct the counts, or leave these areas out with keep().",
    },
  ];
}

/** The issue of areas that take no part for want of figures; none where all take part. */
export function areasLeftOut(table: Table, counts: readonly AreaCounts[], taking: string): Issue[] {
  const rows = counts.flatMap((area, i) => (leftOut(area) !== null && !isImpossible(area) ? [i] : []));
  if (rows.length === 0) return [];
  const some = firstThree(rows.map((i) => describeRow(table, i))).join("; ");
  return [
    {
      code: "areas-left-out",
      severity: "note",
      message: `${rows.length} of ${counts.length} areas have no figures or no people, and take no part in ${taking}: ${some}`,
      fix: "Give their figures, or say beside the result that they are left out.",
    },
  ];
}

function isImpossible({ observed, size }: AreaCounts): boolean {
  return [observed, size].some((figure) => typeof figure === "number" && (figure < 0 || figure === Infinity));
}
