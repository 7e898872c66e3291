import type { Sex } from "@popneeds/core";
import { type Brief, indicatorOf, ownSeries } from "../brief.ts";
import type { Fact } from "../facts/fact.ts";
import { unitWords, withUnit } from "../findings/finding-of-level.ts";
import { plainText, sentence } from "../sentences/cite.ts";
import type { Sentence } from "../sentences/sentence.ts";
import type { Chart, ChartPoint } from "./chart.ts";
import { chartId } from "./chart-id.ts";

/** One line: whose, and which figures of the indicator. */
export interface Line {
  readonly series: string;
  readonly own: boolean;
  readonly facts: readonly Fact[];
}

export interface TimeChartOptions {
  readonly sex?: Sex;
  readonly age?: string;
  readonly category?: string;
  readonly title?: string;
}

/**
 * The area and its comparators through time.
 *
 * @returns `null` when the area has fewer than three periods
 */
export function chartOfTime(brief: Brief, id: string, { title, ...query }: TimeChartOptions = {}): Chart | null {
  const indicator = indicatorOf(brief, id);
  const own = ownSeries(brief, { indicator: id, ...query });
  if (own.length < 3) return null;
  const others = brief.comparators.map(({ code, name }) => ({
    series: name,
    own: false,
    facts: brief.facts.series({ indicator: id, area: code, ...query }).filter((fact) => fact.value !== null),
  }));
  const name = title ?? indicator.title;
  const first = own[0]!;
  const last = own.at(-1)!;
  return chartOfLines({
    id: chartId("time", id, query),
    title: sentence`${name} in ${brief.area.name}: ${withUnit(first, indicator.decimals)} in ${first.period}, ${withUnit(last, indicator.decimals)} in ${last.period}`,
    subtitle: `${name}, ${plainText(unitWords(last))}, ${first.period} to ${last.period}`,
    lines: [{ series: brief.area.name, own: true, facts: own }, ...others.filter(({ facts }) => facts.length > 0)],
  });
}

/** Lines of any kind: bands of ages, causes, areas. */
export function chartOfLines({
  id,
  title,
  subtitle,
  lines,
}: {
  readonly id: string;
  readonly title: Sentence;
  readonly subtitle: string;
  readonly lines: readonly Line[];
}): Chart {
  const facts = lines.flatMap((line) => line.facts);
  const points: ChartPoint[] = lines.flatMap(({ series, own, facts: all }) =>
    all.map((fact) => ({ at: fact.period, series, own, fact })),
  );
  return {
    id,
    kind: "lines",
    title,
    subtitle,
    valueLabel: plainText(unitWords(facts[0]!)),
    points,
    rule: null,
  };
}
