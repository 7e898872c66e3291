import { endYear, parsePeriod } from "@popneeds/core";
import type { Brief } from "../brief.ts";
import { ownFact, ownSeries } from "../brief.ts";
import type { Chart } from "../charts/chart.ts";
import { chartOfAreas } from "../charts/chart-of-areas.ts";
import { chartOfLines } from "../charts/chart-of-time.ts";
import type { Fact } from "../facts/fact.ts";
import type { Finding } from "../findings/finding.ts";
import { findLevel, withUnit } from "../findings/finding-of-level.ts";
import { statedFinding } from "../findings/stated-finding.ts";
import type { Section } from "../section.ts";
import { blocks } from "../section-blocks.ts";
import { cite, sentence } from "../sentences/cite.ts";
import type { Sentence } from "../sentences/sentence.ts";
import { tableOfAreas } from "../table-of-areas.ts";

const olderBands = ["65-74", "75-84", "85+"] as const;

/** Who lives here, how that has changed, and how it is projected to change. */
export function demography(brief: Brief): Section {
  return {
    id: "demography",
    title: "Population",
    blocks: blocks(
      populationNow(brief),
      populationTrend(brief),
      findLevel(brief, "population-aged-65-and-over", { age: "65+" }),
      chartOfAreas(brief, "population-aged-75-and-over", { age: "75+" }),
      ageStructure(brief),
      tableOfAreas(brief, "Population and its age structure, mid-2021", [
        { indicator: "population", title: "Population" },
        { indicator: "population-aged-0-to-15", age: "0-15" },
        { indicator: "population-aged-65-and-over", age: "65+" },
        { indicator: "population-aged-75-and-over", age: "75+" },
        { indicator: "population-aged-85-and-over", age: "85+" },
        { indicator: "dependency-ratio" },
      ]),
      projectedChange(brief),
      projectedLines(brief),
      tableOfAreas(
        brief,
        "Projected change in population from 2023 to 2043",
        ["all", "0-15", "16-64", ...olderBands].map((age) => ({
          indicator: "projected-population-change",
          age,
          title: age === "all" ? "All ages" : `Aged ${age}`,
        })),
      ),
      findLevel(brief, "ethnic-minority"),
      findLevel(brief, "rural-population"),
      chartOfAreas(brief, "rural-population"),
    ),
  };
}

/** How many people there are, by the latest count that reaches the area, and what has changed in five years. */
export function populationNow(brief: Brief): Finding | null {
  const latest = ownFact(brief, { indicator: "population-estimate" }) ?? ownFact(brief, { indicator: "population" });
  if (!latest) return null;
  const change = ownFact(brief, { indicator: "population-change-5-years" });
  const said = sentence`${brief.area.name} had ${cite(latest, { decimals: 0 })} residents in mid-${latest.period}.`;
  const moved =
    change?.value && change.numerator !== null
      ? [
          sentence`Since mid-2018 the population has ${change.value > 0 ? "grown" : "fallen"} by ${cite(change, { part: "numerator", unsigned: true })} people (${cite(change, { decimals: 1, unsigned: true })}%).`,
        ]
      : [];
  const elsewhere = brief.comparators.flatMap(({ code, name }) => {
    const theirs = brief.facts.latest({ indicator: "population-change-5-years", area: code });
    return change && theirs?.value ? [{ name, fact: theirs }] : [];
  });
  return statedFinding(
    [latest, ...(change ? [change] : []), ...elsewhere.map(({ fact }) => fact)],
    said,
    ...moved,
    ...(elsewhere.length > 0 ? [changeElsewhere(elsewhere)] : []),
  );
}

function changeElsewhere(areas: readonly { readonly name: string; readonly fact: Fact }[]): Sentence {
  const parts = areas.map(
    ({ name, fact }) =>
      sentence`that of ${name} ${fact.value! > 0 ? "grew" : "fell"} by ${cite(fact, { decimals: 1, unsigned: true })}%`,
  );
  return sentence`Over the same years ${parts[0]!}${parts.slice(1).flatMap((part): Sentence => [", and ", ...part])}.`;
}

/** What the projection says of the oldest, who need most care, and of everybody. */
export function projectedChange(brief: Brief): Finding | null {
  const of = (age: string) => ownFact(brief, { indicator: "projected-population-change", age, period: "2023-2043" });
  const all = of("all");
  const oldest = of("85+");
  const older = of("75-84");
  if (!all || all.value === null || !oldest || oldest.value === null) return null;
  const local = oldest.evidence === "modelled" ? " (modelled)" : "";
  const grow = (value: number) => (value > 0 ? "grow" : "fall");
  return statedFinding(
    [all, oldest, ...(older ? [older] : [])],
    sentence`From 2023 to 2043 the population of ${brief.area.name} is projected${local} to ${grow(all.value)} by ${cite(all, { decimals: 1, unsigned: true })}%.`,
    sentence`The number of people aged 85 and over is projected${local} to ${grow(oldest.value)} by ${cite(oldest, { decimals: 1, unsigned: true })}%${older && older.value !== null ? sentence`, and that of people aged 75 to 84 to ${grow(older.value)} by ${cite(older, { decimals: 1, unsigned: true })}%` : ""}.`,
  );
}

function populationTrend(brief: Brief): Chart | null {
  const facts = ownSeries(brief, { indicator: "population-estimate" });
  if (facts.length < 3) return null;
  const first = facts[0]!;
  const last = facts.at(-1)!;
  return chartOfLines({
    id: "population-since-1981",
    title: sentence`The population of ${brief.area.name} was ${cite(first, { decimals: 0 })} in ${first.period} and ${cite(last, { decimals: 0 })} in ${last.period}`,
    subtitle: `People, mid-year estimates, ${first.period} to ${last.period}`,
    lines: [{ series: brief.area.name, own: true, facts }],
  });
}

function projectedLines(brief: Brief): Chart | null {
  const lines = olderBands.map((age) => ({
    series: `Aged ${age}`,
    own: age === "85+",
    facts: [
      ...ownSeries(brief, { indicator: "population-estimate", age }).filter(({ period }) => year(period) >= 2003),
      ...ownSeries(brief, { indicator: "population-projection", age }).filter(({ period }) => year(period) > 2023),
    ],
  }));
  const oldest = ownFact(brief, { indicator: "projected-population-change", age: "85+", period: "2023-2043" });
  if (lines.some(({ facts }) => facts.length < 3) || !oldest || oldest.value === null) return null;
  return chartOfLines({
    id: "older-people-to-2043",
    title: sentence`People aged 85 and over: projected to ${oldest.value > 0 ? "grow" : "fall"} by ${cite(oldest, { decimals: 1, unsigned: true })}% from 2023 to 2043`,
    subtitle: `People by age in ${brief.area.name}: mid-year estimates to 2023, then the 2018-based projection as published (its level differs from the estimates')`,
    lines,
  });
}

function ageStructure(brief: Brief): Chart | null {
  const of = (code: string) =>
    brief.facts
      .all()
      .filter(({ indicator, area, value }) => indicator === "population-structure" && area === code && value !== null);
  const own = brief.twins.map(({ code }) => of(code)).find((facts) => facts.length > 0);
  const country = brief.comparators.at(-1);
  const theirs = country ? of(country.code) : [];
  const share = ownFact(brief, { indicator: "population-aged-65-and-over", age: "65+" });
  if (!own || !share) return null;
  const points = [
    ...own.map((fact) => ({ at: fact.age, series: brief.area.name, own: true, fact })),
    ...theirs.map((fact) => ({ at: fact.age, series: country!.name, own: false, fact })),
  ];
  const other = country ? brief.facts.latest({ indicator: share.indicator, area: country.code, age: "65+" }) : null;
  return {
    id: "age-structure",
    kind: "pyramid",
    title: other
      ? sentence`People aged 65 and over are ${withUnit(share, 1)} of the population of ${brief.area.name} and ${withUnit(other, 1)} of that of ${country!.name} (mid-2021)`
      : sentence`People aged 65 and over are ${withUnit(share, 1)} of the population of ${brief.area.name} (mid-2021)`,
    subtitle: "Share of the population in each band of age and sex, %, mid-2023",
    valueLabel: "% of the population",
    points,
    rule: null,
  };
}

function year(label: string): number {
  const period = parsePeriod(label);
  return period ? endYear(period) : 0;
}
