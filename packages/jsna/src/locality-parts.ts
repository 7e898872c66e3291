import type { Brief } from "./brief.ts";
import type { Finding } from "./findings/finding.ts";
import { findLevel } from "./findings/finding-of-level.ts";
import { statedFinding } from "./findings/stated-finding.ts";
import type { LocalityPart } from "./profile.ts";
import type { ProfileArea } from "./profile-area.ts";
import { burden } from "./sections/burden/burden-facts.ts";
import { ahead, changeAhead } from "./sections/burden/change-of-burden.ts";
import { cite, sentence } from "./sentences/cite.ts";

/** What each locality is told about, in the order of its table. */
const shown = [
  { indicator: "population" },
  { indicator: "population-aged-0-to-15", age: "0-15" },
  { indicator: "population-aged-65-and-over", age: "65+" },
  { indicator: "population-aged-75-and-over", age: "75+" },
  { indicator: "population-aged-85-and-over", age: "85+" },
  { indicator: "dependency-ratio" },
  { indicator: "ethnic-minority" },
  { indicator: "rural-population" },
  { indicator: "most-deprived-fifth" },
  { indicator: "least-deprived-fifth" },
  { indicator: "income-deprived" },
  { indicator: "employment-deprived" },
  { indicator: "limiting-long-term-conditions" },
  { indicator: "standardised-mortality-ratio" },
  { indicator: "home-care-by-locality", age: "65+" },
  { indicator: "years-of-life-lost" },
] as const;

/** Compared in sentences with the partnership, when they stand out. */
const compared = [
  { indicator: "population-aged-75-and-over", age: "75+" },
  { indicator: "most-deprived-fifth" },
  { indicator: "income-deprived" },
  { indicator: "limiting-long-term-conditions" },
  { indicator: "standardised-mortality-ratio" },
  { indicator: "rural-population" },
  { indicator: "home-care-by-locality", age: "65+" },
] as const;

/** Each locality set out separately: who lives there, what is to come, and what stands out from the whole. */
export function localityParts(brief: Brief): readonly LocalityPart[] {
  return brief.localities.map((area) => ({
    area,
    findings: [
      size(brief, area),
      olderPeople(brief, area),
      changeAhead(brief, area),
      ...standingOut(brief, area),
    ].filter((f) => f !== null),
    facts: [
      ...shown.flatMap((query) => brief.facts.latest({ ...query, area: area.code }) ?? []),
      ...["all", "65-74", "75-84", "85+"].flatMap(
        (age) =>
          brief.facts.latest({ indicator: "projected-population-change", area: area.code, age, period: "2023-2043" }) ??
          [],
      ),
      ...[
        { indicator: burden.ahead },
        { indicator: burden.changeAhead, category: "total" },
        { indicator: burden.standStill },
      ].flatMap((query) => brief.facts.latest({ ...query, area: area.code, period: ahead[1] }) ?? []),
    ],
  }));
}

function size(brief: Brief, area: ProfileArea): Finding | null {
  const people = brief.facts.latest({ indicator: "population", area: area.code });
  const older = brief.facts.latest({ indicator: "population-aged-65-and-over", area: area.code, age: "65+" });
  if (!people || !older) return null;
  return statedFinding(
    [people, older],
    sentence`${area.name} had ${cite(people, { decimals: 0 })} residents in mid-${people.period}; ${cite(older, { decimals: 1 })}% of them were aged 65 and over.`,
  );
}

function olderPeople(brief: Brief, area: ProfileArea): Finding | null {
  const oldest = brief.facts.latest({
    indicator: "projected-population-change",
    area: area.code,
    age: "85+",
    period: "2023-2043",
  });
  if (!oldest || oldest.value === null) return null;
  return statedFinding(
    [oldest],
    sentence`The number of people aged 85 and over is projected (modelled) to ${oldest.value > 0 ? "grow" : "fall"} by ${cite(oldest, { decimals: 1, unsigned: true })}% from 2023 to 2043.`,
  );
}

/** The indicators in which the locality is furthest from the whole, by the ratio of the two figures. */
function standingOut(brief: Brief, area: ProfileArea): readonly Finding[] {
  const far = compared.flatMap((query) => {
    const own = brief.facts.latest({ ...query, area: area.code });
    const whole = own && brief.facts.latest({ ...query, area: brief.area.code, period: own.period });
    if (!own?.value || !whole?.value) return [];
    return [{ query, distance: Math.abs(Math.log(own.value / whole.value)) }];
  });
  return far
    .sort((a, b) => b.distance - a.distance)
    .slice(0, 3)
    .flatMap(({ query }) => {
      const { indicator, ...rest } = query;
      return findLevel(brief, indicator, { ...rest, area, against: [brief.area] }) ?? [];
    });
}
