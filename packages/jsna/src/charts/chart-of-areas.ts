import type { Sex } from "@popneeds/core";
import { type Brief, indicatorOf, nameOf, ownFact } from "../brief.ts";
import type { Fact } from "../facts/fact.ts";
import { unitWords, withUnit } from "../findings/finding-of-level.ts";
import { cite, plainText, sentence } from "../sentences/cite.ts";
import type { Chart } from "./chart.ts";
import { chartId } from "./chart-id.ts";

export interface AreasChartOptions {
  readonly sex?: Sex;
  readonly age?: string;
  readonly category?: string;
  /** What the title and the axis call the figures, if not the indicator's title. */
  readonly title?: string;
}

/**
 * The area, its localities and its comparators side by side, with the comparators' last (the country) as a rule.
 *
 * @returns `null` when fewer than three areas have a figure
 */
export function chartOfAreas(brief: Brief, id: string, { title, ...query }: AreasChartOptions = {}): Chart | null {
  const indicator = indicatorOf(brief, id);
  const own = ownFact(brief, { indicator: id, ...query });
  const of = (code: string, period?: string) =>
    brief.facts.latest({ indicator: id, area: code, ...query, ...(period ? { period } : {}) });
  const localities = brief.localities.flatMap(({ code }) => of(code, own?.period) ?? []);
  const comparators = brief.comparators.flatMap(({ code }) => of(code, own?.period) ?? []);
  const facts = [...localities, ...(own ? [own] : []), ...comparators];
  if (facts.length < 3) return null;
  const country = comparators.find(({ level }) => level === "country");
  const name = title ?? indicator.title;
  return {
    id: chartId("areas", id, query),
    kind: facts.some((fact) => fact.lower !== null) ? "dots" : "bars",
    title:
      localities.length > 1
        ? spreadTitle(brief, name, localities, indicator.decimals)
        : plainTitle(brief, name, facts, own, indicator.decimals),
    subtitle: `${name}, ${plainText(unitWords(facts[0]!))}, ${facts[0]!.period}`,
    valueLabel: plainText(unitWords(facts[0]!)),
    points: facts.map((fact) => ({
      at: fact === own ? brief.area.name : nameOf(brief, fact),
      series: "",
      own: fact === own,
      fact,
    })),
    rule: country ? { label: nameOf(brief, country), fact: country } : null,
  };
}

function spreadTitle(brief: Brief, name: string, facts: readonly Fact[], decimals: number) {
  const sorted = [...facts].sort((a, b) => a.value! - b.value!);
  const low = sorted[0]!;
  const high = sorted.at(-1)!;
  return sentence`${name}: from ${withUnit(low, decimals)} in ${nameOf(brief, low)} to ${withUnit(high, decimals)} in ${nameOf(brief, high)}`;
}

function plainTitle(brief: Brief, name: string, facts: readonly Fact[], own: Fact | null, decimals: number) {
  const other = facts.at(-1)!;
  if (!own || other === own) return sentence`${name}`;
  return sentence`${name}: ${cite(own, { decimals })} in ${brief.area.name}, ${cite(other, { decimals })} in ${nameOf(brief, other)}`;
}
