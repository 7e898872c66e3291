import type { Brief } from "../brief.ts";
import { chartOfAreas } from "../charts/chart-of-areas.ts";
import { chartOfTime } from "../charts/chart-of-time.ts";
import { findChange } from "../findings/finding-of-change.ts";
import { findLevel } from "../findings/finding-of-level.ts";
import type { Section } from "../section.ts";
import { blocks } from "../section-blocks.ts";
import { type TableColumn, tableOfAreas, tableOfIndicators } from "../table-of-areas.ts";

/** What a section takes from one indicator. */
export interface Told extends TableColumn {
  /** Sentences about the level now, and about the change since the first period. */
  readonly level?: boolean;
  readonly change?: boolean;
  /** Charts of the areas side by side, and through time. */
  readonly areas?: boolean;
  readonly time?: boolean;
  /** What sentences say instead of the indicator's subject. */
  readonly subject?: string;
}

/** A section that takes its indicators one after the other, then sets them out in a table. */
export function domainSection(
  brief: Brief,
  {
    id,
    title,
    told,
    note = null,
  }: { readonly id: string; readonly title: string; readonly told: readonly Told[]; readonly note?: string | null },
): Section {
  const parts = told.flatMap(({ indicator, level = true, change = false, areas = false, time = false, ...query }) => [
    level ? findLevel(brief, indicator, query) : null,
    change ? findChange(brief, indicator, query) : null,
    areas ? chartOfAreas(brief, indicator, query) : null,
    time ? chartOfTime(brief, indicator, query) : null,
  ]);
  const compared = tableOfAreas(brief, `${title}: areas side by side`, told);
  const alone = told.filter(
    ({ indicator, level: _level, change: _change, areas: _areas, time: _time, subject: _subject, ...query }) => {
      const has = (code: string) => brief.facts.latest({ indicator, ...query, area: code }) !== null;
      return (
        [...brief.twins, ...brief.parts].some(({ code }) => has(code)) &&
        !brief.comparators.some(({ code }) => has(code))
      );
    },
  );
  return {
    id,
    title,
    blocks: blocks(
      note,
      ...parts,
      compared,
      tableOfIndicators(brief, `${title}: figures published for ${brief.area.name} without a comparator`, alone),
    ),
  };
}
