import type { Brief } from "../brief.ts";
import { ownFact, widestArea } from "../brief.ts";
import type { Chart } from "../chart.ts";
import { chartOfAreas } from "../chart-of-areas.ts";
import { cite, sentence } from "../cite.ts";
import type { Fact } from "../fact.ts";
import type { Finding } from "../finding.ts";
import { unitWords } from "../finding-of-level.ts";
import type { ProfileArea } from "../profile.ts";
import type { Section } from "../section.ts";
import { blocks } from "../section-blocks.ts";
import { tableOfAreas } from "../table-of-areas.ts";

const lost = "years-of-life-lost";

/** Years of life lost by cause: counted for Scotland, modelled below; and what ageing alone would add. */
export function burdenOfDisease(brief: Brief): Section {
  const country = widestArea(brief);
  return {
    id: "burden-of-disease",
    title: "Burden of disease",
    blocks: blocks(
      leadingCauses(brief, country, "observed"),
      chartOfCauses(brief, country),
      brief.area === country
        ? null
        : "Below Scotland, years of life lost are modelled: Scotland's rates by sex and age at the ages of the people here. They show what the age structure implies. They are no evidence that the area is healthier, or less healthy, than another.",
      brief.area === country ? null : modelledHere(brief),
      chartOfAreas(brief, lost),
      tableOfAreas(brief, "Years of life lost a year per 100,000 people (below Scotland modelled)", [
        { indicator: lost },
        ...causesOf(brief, country)
          .slice(0, 5)
          .map(({ category }) => ({ indicator: lost, category, title: category })),
      ]),
      ahead(brief, "expected-cancers", "new cancers"),
      ahead(brief, "expected-years-of-life-lost", "years of life lost"),
      "Years lived with disability are not shown: they need the prevalence of conditions, which is not in the open files used here.",
    ),
  };
}

/** The causes with the most years of life lost in the latest period, most first. */
export function causesOf(brief: Brief, area: ProfileArea): readonly Fact[] {
  const found = brief.facts.of(lost, area.code).filter(({ category, value }) => category !== "" && value !== null);
  const latest = found.at(-1)?.period;
  return found
    .filter(({ period }) => period === latest)
    .filter((fact) => !/difference-from|^(other|all other|ill-defined)/i.test(fact.category))
    .sort((a, b) => b.value! - a.value!);
}

/** Which causes take most years. */
export function leadingCauses(brief: Brief, area: ProfileArea, evidence: Fact["evidence"]): Finding | null {
  const [first, second, third] = causesOf(brief, area).filter((fact) => fact.evidence === evidence);
  if (!first || !second || !third) return null;
  const years = (fact: Fact) => sentence`${fact.category} (${cite(fact, { part: "numerator" })})`;
  return {
    indicator: lost,
    area: area.code,
    strength: "stated",
    direction: "neither",
    sentences: [
      sentence`In ${area.name} the named causes that took most years of life in ${first.period} were, in years lost a year: ${years(first)}, ${years(second)} and ${years(third)}.`,
    ],
    evidence: [first, second, third],
  };
}

function modelledHere(brief: Brief): Finding | null {
  const all = ownFact(brief, { indicator: lost });
  if (!all || all.numerator === null) return null;
  return {
    indicator: lost,
    area: all.area,
    strength: "stated",
    direction: "neither",
    sentences: [
      sentence`At Scotland's rates, the people of ${brief.area.name} would lose ${cite(all, { part: "numerator" })} years of life a year (modelled): ${cite(all, { decimals: 0 })} ${unitWords(all)}.`,
    ],
    evidence: [all],
  };
}

function chartOfCauses(brief: Brief, area: ProfileArea): Chart | null {
  const facts = causesOf(brief, area).slice(0, 12);
  const [first] = facts;
  if (!first) return null;
  return {
    id: "years-of-life-lost-by-cause",
    kind: "bars",
    title: sentence`${area.name}: ${first.category} takes ${cite(first, { decimals: 0 })} years of life per ${cite(first, { part: "per" })} people a year, most of the causes named`,
    subtitle: `Years of life lost a year per 100,000 people by cause, ${first.period}, ${area.name}`,
    valueLabel: "years per 100,000 people",
    points: facts.map((fact) => ({ at: fact.category, series: "", own: fact === first, fact })),
    rule: null,
  };
}

function ahead(brief: Brief, indicator: string, what: string): Finding | null {
  const now = ownFact(brief, { indicator, period: "2023" });
  const then = ownFact(brief, { indicator, period: "2043" });
  if (!now || !then) return null;
  return {
    indicator,
    area: now.area,
    strength: "stated",
    direction: "neither",
    sentences: [
      sentence`If Scotland's rates by sex and age stay as they are, ${what} in ${brief.area.name} would be ${cite(now, { decimals: 0 })} in 2023 and ${cite(then, { decimals: 0 })} in 2043 (modelled), by the ageing and size of the projected population alone.`,
    ],
    evidence: [now, then],
  };
}
