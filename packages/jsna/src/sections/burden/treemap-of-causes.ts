import { causeGroup, causeGroups } from "@popneeds/indicators";
import type { Brief } from "../../brief.ts";
import type { Chart } from "../../charts/chart.ts";
import type { ProfileArea } from "../../profile-area.ts";
import { cite, sentence } from "../../sentences/cite.ts";
import { inSentence } from "../../sentences/in-sentence.ts";
import { burden, factsByCategory, namedCauses } from "./burden-facts.ts";

/** All causes as rectangles, each as large as its share of the years of life lost, those of one group together. */
export function treemapOfCauses(brief: Brief, area: ProfileArea): Chart | null {
  const facts = factsByCategory(brief, area, { indicator: burden.share });
  const [most] = namedCauses(brief, area, burden.share);
  if (!most) return null;
  return {
    id: "causes-of-years-lost",
    kind: "treemap",
    title: sentence`${area.name}: ${inSentence(most.category)} takes ${cite(most, { decimals: 1 })}% of the years of life lost, most of the causes named`,
    subtitle: `Share of years of life lost by cause, ${area.name}, ${most.period}${most.evidence === "modelled" ? ", modelled" : ""}`,
    valueLabel: "% of years of life lost",
    points: causeGroups.flatMap((group) =>
      facts
        .filter(({ category }) => causeGroup(category) === group)
        .map((fact) => ({ at: fact.category, series: group, own: false, fact })),
    ),
    rule: null,
  };
}

/** The whole burden by cause, fatal and not, as rectangles, where the data folder holds it. */
export function treemapOfBurden(brief: Brief, area: ProfileArea): Chart | null {
  const facts = factsByCategory(brief, area, { indicator: burden.adjusted });
  const [most] = namedCauses(brief, area, burden.adjusted);
  if (!most) return null;
  return {
    id: "causes-of-burden",
    kind: "treemap",
    title: sentence`${area.name}: ${inSentence(most.category)} takes ${cite(most, { decimals: 0 })} DALYs per ${cite(most, { part: "per" })} people, most of the causes named`,
    subtitle: `Years lost and lived with disability (DALYs) a year per 100,000 people by cause, ${area.name}, ${most.period}`,
    valueLabel: "DALYs a year per 100,000 people",
    points: [...facts]
      .sort((a, b) => b.value! - a.value!)
      .map((fact) => ({ at: fact.category, series: "", own: true, fact })),
    rule: null,
  };
}
