import { causeGroup, causeGroups } from "@popneeds/indicators";
import type { Brief } from "../../brief.ts";
import type { Chart } from "../../chart.ts";
import { cite, sentence } from "../../cite.ts";
import { inSentence } from "../../in-sentence.ts";
import type { ProfileArea } from "../../profile.ts";
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
