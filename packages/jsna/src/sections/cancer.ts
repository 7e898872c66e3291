import type { Brief } from "../brief.ts";
import { indicatorOf, widestArea } from "../brief.ts";
import type { Chart } from "../charts/chart.ts";
import { chartOfLines } from "../charts/chart-of-time.ts";
import { compareFacts } from "../facts/comparison.ts";
import type { Fact } from "../facts/fact.ts";
import type { Finding } from "../findings/finding.ts";
import { withUnit } from "../findings/finding-of-level.ts";
import { statedFinding } from "../findings/stated-finding.ts";
import type { Section } from "../section.ts";
import { blocks } from "../section-blocks.ts";
import { cite, sentence } from "../sentences/cite.ts";

const cancer = "cancer-incidence";

/** The section with what is known of new cancers, which is counted by age for the country only. */
export function withCancer(brief: Brief, section: Section): Section {
  return { ...section, blocks: [...section.blocks, ...blocks(sexesApart(brief), throughTime(brief))] };
}

function seriesOf(brief: Brief, sex: "female" | "male"): readonly Fact[] {
  const country = widestArea(brief);
  return brief.facts.series({ indicator: cancer, area: country.code, sex }).filter(({ value }) => value !== null);
}

/** The latest rates, and whether each has moved since the first year. */
function sexesApart(brief: Brief): Finding | null {
  const country = widestArea(brief);
  const found = (["male", "female"] as const).flatMap((sex) => {
    const series = seriesOf(brief, sex);
    const [first, last] = [series[0], series.at(-1)];
    const compared = first && last && first !== last ? compareFacts(indicatorOf(brief, cancer), last, first) : null;
    return first && last && compared ? [{ sex, first, last, compared }] : [];
  });
  const [one] = found;
  if (!one) return null;
  for (const { compared } of found) brief.facts.add(compared.difference);
  const [first, ...others] = found.flatMap(({ first, last, compared }) => [first, last, compared.difference]);
  return statedFinding(
    [first!, ...others],
    sentence`New cancers are counted by age for ${country.name} as a whole; what its rates imply for the people here is under burden of disease.`,
    ...found.map(
      ({ sex, first, last, compared }) =>
        sentence`Among ${sex}s the age-standardised rate was ${withUnit(last, 1)} in ${last.period} (95% limits ${cite(last, { part: "lower", decimals: 1 })} to ${cite(last, { part: "upper", decimals: 1 })}), ${compared.strength === "not clear" ? "not clearly different from" : `clearly ${compared.direction} than`} in ${first.period} (${cite(first, { decimals: 1 })}).`,
    ),
  );
}

function throughTime(brief: Brief): Chart | null {
  const country = widestArea(brief);
  const lines = (["male", "female"] as const).map((sex) => ({
    series: sex === "male" ? "Males" : "Females",
    own: sex === "female",
    facts: seriesOf(brief, sex),
  }));
  const [first, last] = [lines[1]!.facts[0], lines[1]!.facts.at(-1)];
  if (!first || !last || first === last) return null;
  return chartOfLines({
    id: "new-cancers",
    title: sentence`${country.name}: new cancers among females were ${withUnit(first, 1)} in ${first.period} and ${cite(last, { decimals: 1 })} in ${last.period}`,
    subtitle: `New cancers of all types but non-melanoma skin cancer, age-standardised, cases per 100,000 people, ${country.name}`,
    lines,
  });
}
