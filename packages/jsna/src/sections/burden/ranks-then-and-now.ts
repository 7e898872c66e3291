import type { Brief } from "../../brief.ts";
import type { Chart } from "../../charts/chart.ts";
import type { Fact } from "../../facts/fact.ts";
import type { ProfileArea } from "../../profile-area.ts";
import { cite, sentence } from "../../sentences/cite.ts";
import { inSentence } from "../../sentences/in-sentence.ts";
import { burden, factsByCategory } from "./burden-facts.ts";

const shown = 12;

/** The ranks of the causes in the first period and the latest, joined by arrows; those among the first twelve in either. */
export function ranksThenAndNow(brief: Brief, area: ProfileArea): Chart | null {
  const periods = brief.facts.of(burden.rank, area.code).map(({ period }) => period);
  const [then, now] = [periods[0], periods.at(-1)];
  if (!then || !now || then === now) return null;
  const [before, after] = [then, now].map((period) => factsByCategory(brief, area, { indicator: burden.rank, period }));
  const leading = [...new Set([...before!, ...after!].filter(({ value }) => value! <= shown).map((f) => f.category))];
  const of = (facts: readonly Fact[], cause: string) => facts.find(({ category }) => category === cause);
  const pairs = leading.flatMap((cause) => {
    const [first, second] = [of(before!, cause), of(after!, cause)];
    return first && second ? [{ cause, first, second }] : [];
  });
  const rises = pairs.map((pair) => ({ ...pair, by: pair.first.value! - pair.second.value! }));
  const [most] = rises.sort((a, b) => b.by - a.by);
  if (!most || most.by <= 0) return null;
  return {
    id: "ranks-then-and-now",
    kind: "arrows",
    title: sentence`${area.name}: ${inSentence(most.cause)} rose from place ${cite(most.first, { decimals: 0 })} to place ${cite(most.second, { decimals: 0 })} among the causes of years of life lost`,
    subtitle: `Rank of named causes by years of life lost, ${area.name}, ${then} and ${now}; in brackets 95% limits of the rank`,
    valueLabel: "rank among named causes; 1 takes most years of life",
    points: pairs
      .flatMap(({ cause, first, second }) => [
        { at: cause, series: then, own: false, fact: first },
        { at: cause, series: now, own: false, fact: second },
      ])
      .sort((a, b) => a.fact.value! - b.fact.value!),
    rule: null,
  };
}
