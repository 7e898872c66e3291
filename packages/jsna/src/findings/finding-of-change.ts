import type { Sex } from "@popneeds/core";
import { type Brief, indicatorOf, ownSeries } from "../brief.ts";
import { compareFacts } from "../facts/comparison.ts";
import type { Fact } from "../facts/fact.ts";
import { sentence } from "../sentences/cite.ts";
import type { Finding } from "./finding.ts";
import { differenceWithUnit, judged, withUnit } from "./finding-of-level.ts";

export interface ChangeOptions {
  readonly sex?: Sex;
  readonly age?: string;
  readonly category?: string;
  readonly subject?: string;
}

/**
 * How an indicator has moved for the area, from its first to its latest period. Figures with limits are tested; full counts
 * are stated.
 *
 * @returns `null` when there are fewer than two periods, or the first and the last share years
 */
export function findChange(brief: Brief, id: string, { subject, ...query }: ChangeOptions = {}): Finding | null {
  const indicator = indicatorOf(brief, id);
  const series = ownSeries(brief, { indicator: id, ...query });
  const first = series[0];
  const last = series.at(-1);
  if (!first || !last || first === last || overlap(first, last)) return null;
  const compared = compareFacts(indicator, last, first);
  if (!compared) return null;
  brief.facts.add(compared.difference);
  const { difference, strength, direction } = compared;
  const what = subject ?? indicator.subject;
  const begin = sentence`Since ${first.period}, when it was ${withUnit(first, indicator.decimals)}, ${what} in ${brief.area.name}`;
  const by = differenceWithUnit(difference, indicator.decimals);
  const judgement = judged(indicator, compared);
  const verdict = judgement === "neither" ? "" : `, which is ${judgement}`;
  const moved =
    direction === "same"
      ? sentence`${begin} has not changed.`
      : strength === "not clear"
        ? sentence`${begin} has not clearly changed.`
        : sentence`${begin} has ${strength === "clear" ? "clearly " : ""}${direction === "higher" ? "risen" : "fallen"} by ${by}${verdict}.`;
  return {
    indicator: id,
    area: last.area,
    strength,
    direction: judgement,
    sentences: [moved],
    evidence: [first, last, difference],
  };
}

function overlap(first: Fact, last: Fact): boolean {
  const years = (fact: Fact) => fact.period.match(/\d{4}/g)?.map(Number) ?? [];
  return Math.max(...years(first)) >= Math.min(...years(last));
}
