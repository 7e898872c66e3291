import { type Brief, indicatorOf, ownFact } from "./brief.ts";
import type { Fact } from "./facts/fact.ts";
import type { FactQuery } from "./facts/fact-store.ts";
import { unitWords } from "./findings/finding-of-level.ts";
import type { ProfileArea } from "./profile-area.ts";
import type { FactTable } from "./section.ts";
import { plainText } from "./sentences/cite.ts";

/** One column: an indicator, for a sex, a band of ages or a category. */
export type TableColumn = Omit<FactQuery, "area" | "period"> & { readonly title?: string };

/**
 * Indicators side by side for the localities, the area and its comparators, each in the area's latest period.
 *
 * @returns `null` when no column has a figure for more than one area
 */
export function tableOfAreas(brief: Brief, caption: string, columns: readonly TableColumn[]): FactTable | null {
  const kept = columns.flatMap((column) => {
    const period = latestPeriod(brief, column);
    return period === null ? [] : [{ column, period }];
  });
  const areas: readonly ProfileArea[] = [...brief.localities, ...brief.parts, brief.area, ...brief.comparators];
  const rows = areas.map((area) => ({
    name: area.name,
    own: area === brief.area,
    cells: kept.map(({ column, period }) => factFor(brief, area, { ...column, period })),
  }));
  const used = kept.map((_, i) => rows.filter((row) => row.cells[i]).length > 1);
  if (!used.some(Boolean)) return null;
  return {
    caption,
    rowHeader: "Area",
    columns: kept.filter((_, i) => used[i]).map(({ column, period }) => heading(brief, column, period)),
    rows: rows
      .map((row) => ({ ...row, cells: row.cells.filter((_, i) => used[i]) }))
      .filter((row) => row.cells.some((cell) => cell !== null)),
  };
}

/** Indicators under one another for the area and the councils inside it, where the source has nothing to compare with. */
export function tableOfIndicators(brief: Brief, caption: string, columns: readonly TableColumn[]): FactTable | null {
  const rows = columns.flatMap((column) => {
    const fact = factFor(brief, brief.area, column);
    const { title } = indicatorOf(brief, column.indicator);
    return fact
      ? [
          {
            name: `${column.title ?? title} (${plainText(unitWords(fact))}, ${fact.period})`,
            own: false,
            cells: [fact],
          },
        ]
      : [];
  });
  return rows.length === 0 ? null : { caption, rowHeader: "Indicator", columns: [brief.area.name], rows };
}

function factFor(brief: Brief, area: ProfileArea, query: Omit<FactQuery, "area">): Fact | null {
  return area === brief.area ? ownFact(brief, query) : brief.facts.latest({ ...query, area: area.code });
}

function latestPeriod(brief: Brief, column: TableColumn): string | null {
  for (const area of [brief.area, ...brief.parts, ...brief.comparators, ...brief.localities]) {
    const fact = factFor(brief, area, column);
    if (fact) return fact.period;
  }
  return null;
}

function heading(brief: Brief, column: TableColumn, period: string): string {
  return `${column.title ?? indicatorOf(brief, column.indicator).title}, ${period}`;
}
