import { causeGroups } from "@popneeds/indicators";
import type { Brief } from "../../brief.ts";
import type { Chart } from "../../charts/chart.ts";
import type { ProfileArea } from "../../profile-area.ts";
import type { FactTable } from "../../section.ts";
import { cite, sentence } from "../../sentences/cite.ts";
import { inSentence } from "../../sentences/in-sentence.ts";
import { burden, factsByCategory, figureOf } from "./burden-facts.ts";

/** By how much women live longer than men, split by age and group of causes. */
export function chartOfLifeExpectancyGap(brief: Brief, area: ProfileArea): Chart | null {
  const gap = figureOf(brief, area, { indicator: burden.gap });
  const facts = factsByCategory(brief, area, { indicator: burden.gap });
  const [most] = facts.filter(({ age }) => age === "all").sort((a, b) => b.value! - a.value!);
  if (!gap || !most) return null;
  return {
    id: "life-expectancy-gap",
    kind: "stack",
    title: sentence`${area.name}: of the ${cite(gap, { decimals: 2 })} years that women live longer than men, ${cite(most, { decimals: 2 })} go with ${inSentence(most.category)}`,
    subtitle: `Life expectancy at birth of women less that of men by age and group of causes, years, ${area.name}, ${gap.period}`,
    valueLabel: "years of life expectancy",
    points: causeGroups.flatMap((group) =>
      facts
        .filter(({ category, age }) => category === group && age !== "all")
        .map((fact) => ({ at: fact.age, series: group, own: false, fact })),
    ),
    rule: null,
  };
}

/** What each group of causes added to the change of life expectancy, for each sex. */
export function tableOfLongerLives(brief: Brief, area: ProfileArea): FactTable | null {
  const sexes = ["female", "male"] as const;
  const totals = sexes.map((sex) => figureOf(brief, area, { indicator: burden.longer, sex }));
  const [any] = totals.filter((fact) => fact !== null);
  if (!any) return null;
  const row = (name: string, category: string) => ({
    name,
    own: category === "",
    cells: sexes.map((sex) => figureOf(brief, area, { indicator: burden.longer, sex, category })),
  });
  return {
    caption: `What groups of causes added to life expectancy at birth, ${area.name}, from 2000-2002 to ${any.period}`,
    rowHeader: "Group of causes",
    columns: ["Females", "Males"],
    rows: [row("All causes", ""), ...causeGroups.map((group) => row(group, group))],
  };
}
