import { deprivationFifths } from "@popneeds/indicators";
import { type Brief, widestArea } from "../brief.ts";
import type { Chart } from "../charts/chart.ts";
import { chartOfAreas } from "../charts/chart-of-areas.ts";
import { chartOfLines, chartOfTime } from "../charts/chart-of-time.ts";
import type { Fact } from "../facts/fact.ts";
import type { Finding } from "../findings/finding.ts";
import { findChange } from "../findings/finding-of-change.ts";
import { findLevel } from "../findings/finding-of-level.ts";
import { statedFinding } from "../findings/stated-finding.ts";
import type { Section } from "../section.ts";
import { blocks } from "../section-blocks.ts";
import { cite, sentence } from "../sentences/cite.ts";
import { inSentence } from "../sentences/in-sentence.ts";
import { tableOfAreas, tableOfIndicators } from "../table-of-areas.ts";

const lifeExpectancy = "life-expectancy-at-birth";
const mortalityRatio = "standardised-mortality-ratio";

/** How long people live, and what they die of. */
export function mortality(brief: Brief): Section {
  const sexes = [
    { sex: "male", subject: "life expectancy at birth of males" },
    { sex: "female", subject: "life expectancy at birth of females" },
  ] as const;
  return {
    id: "mortality-and-life-expectancy",
    title: "Mortality and life expectancy",
    blocks: blocks(
      ...sexes.flatMap(({ sex, subject }) => [
        findLevel(brief, lifeExpectancy, { sex, subject }),
        findChange(brief, lifeExpectancy, { sex, subject }),
        chartOfTime(brief, lifeExpectancy, { sex, title: `Life expectancy at birth, ${sex}s` }),
      ]),
      tableOfAreas(
        brief,
        "Life expectancy at birth",
        sexes.map(({ sex }) => ({ indicator: lifeExpectancy, sex, title: `Life expectancy at birth, ${sex}s` })),
      ),
      findLevel(brief, "premature-mortality"),
      findLevel(brief, "suicide"),
      tableOfIndicators(brief, "Mortality: figures published for the area without a comparator", [
        { indicator: "premature-mortality" },
        { indicator: "suicide" },
      ]),
      brief.area === widestArea(brief) ? null : findLevel(brief, mortalityRatio),
      chartOfAreas(brief, mortalityRatio, { title: "Standardised mortality ratio" }),
      tableOfAreas(brief, "Deaths against those expected, and how they go with deprivation", [
        { indicator: mortalityRatio, title: "All" },
        { indicator: mortalityRatio, category: deprivationFifths[0], title: "Most deprived fifth" },
        { indicator: mortalityRatio, category: deprivationFifths[4], title: "Least deprived fifth" },
        { indicator: "inequality-in-mortality", category: "slope index over mean", title: "Slope index over mean" },
      ]),
      causes(brief),
      causesThroughTime(brief),
    ),
  };
}

const shown = [
  "Cancer (malignant neoplasms)",
  "Ischaemic (coronary) heart disease",
  "Dementia and Alzheimer's disease",
  "Cerebrovascular disease",
  "Chronic Obstructive Pulmonary Disease",
] as const;

function seriesOf(brief: Brief, cause: string): readonly Fact[] {
  const country = widestArea(brief);
  return brief.facts
    .series({ indicator: "death-rate-by-cause", area: country.code, category: cause })
    .filter(({ value }) => value !== null);
}

function causes(brief: Brief): Finding | null {
  const latest = shown.flatMap((cause) => seriesOf(brief, cause).at(-1) ?? []);
  const sorted = [...latest].sort((a, b) => b.value! - a.value!);
  const [most, second] = sorted;
  if (!most || !second) return null;
  const limits = (fact: Fact) =>
    sentence`${cite(fact, { decimals: 1 })} deaths per ${cite(fact, { part: "per", decimals: 0 })} people (95% limits ${cite(fact, { part: "lower", decimals: 1 })} to ${cite(fact, { part: "upper", decimals: 1 })})`;
  return statedFinding(
    [most, second],
    sentence`Deaths by cause are published for Scotland as a whole. Of the causes shown, ${inSentence(most.category)} had the highest age-standardised rate in ${most.period}: ${limits(most)}.`,
    sentence`It was followed by ${inSentence(second.category)}, with ${limits(second)}.`,
  );
}

function causesThroughTime(brief: Brief): Chart | null {
  const lines = shown
    .map((cause) => ({ series: cause, own: cause.startsWith("Ischaemic"), facts: seriesOf(brief, cause) }))
    .filter(({ facts }) => facts.length > 2);
  const heart = lines.find(({ own }) => own)?.facts;
  const first = heart?.[0];
  const last = heart?.at(-1);
  if (!first || !last) return null;
  return chartOfLines({
    id: "deaths-by-cause",
    title: sentence`Scotland: deaths from coronary heart disease were ${cite(first, { decimals: 1 })} per ${cite(first, { part: "per", decimals: 0 })} people in ${first.period} and ${cite(last, { decimals: 1 })} in ${last.period}`,
    subtitle: "Age-standardised death rates by cause, deaths per 100,000 people, Scotland",
    lines,
  });
}
