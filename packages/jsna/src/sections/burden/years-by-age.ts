import { causeGroups } from "@popneeds/indicators";
import type { Brief } from "../../brief.ts";
import type { Chart } from "../../charts/chart.ts";
import type { ProfileArea } from "../../profile-area.ts";
import { cite, sentence } from "../../sentences/cite.ts";
import { inSentence } from "../../sentences/in-sentence.ts";
import { burden, factsByCategory } from "./burden-facts.ts";

/** Years of life lost by age, the groups of causes stacked. */
export function yearsByAge(brief: Brief, area: ProfileArea): Chart | null {
  const facts = factsByCategory(brief, area, { indicator: burden.byAge }).filter(({ age }) => age !== "all");
  const [most] = [...facts].sort((a, b) => b.value! - a.value!);
  if (!most) return null;
  return {
    id: "years-lost-by-age",
    kind: "stack",
    title: sentence`${area.name}: ${inSentence(most.category)} at ages ${most.age} take most, ${cite(most, { decimals: 0 })} years of life a year`,
    subtitle: `Years of life lost a year by age and group of causes, ${area.name}, ${most.period}${most.evidence === "modelled" ? ", modelled" : ""}`,
    valueLabel: "years of life lost a year",
    points: causeGroups.flatMap((group) =>
      facts
        .filter(({ category }) => category === group)
        .map((fact) => ({ at: fact.age, series: group, own: false, fact })),
    ),
    rule: null,
  };
}
