import { leastFirm } from "@popneeds/core";
import { baseYear } from "@popneeds/indicators";
import { type FactStore, factStore, type Profile, type ProfileArea } from "@popneeds/jsna";
import { type Figure, factOf, growthTo } from "./area-facts.ts";
import type { NeedsRow } from "./needs-row.ts";
import { usersAt } from "./service-users.ts";
import { type Topic, tableHorizons, topics } from "./topic.ts";

/**
 * The first planning table: for the area and each of its localities, how many people each topic concerns now and in five,
 * ten and twenty years.
 *
 * "Now" is the latest estimate. What is to come is taken from inside the projection series, as the growth from its own
 * figure for now, and set against the latest estimate: value = now × projected(year) ÷ projected(now). So editions are not
 * mixed. A locality has no estimate of now; it is given its modelled share of its partnership's, so that localities add up
 * to it at every horizon. Services: use per head of each band of ages, when it was last counted × people of the band now,
 * × growth of the band; use per head is assumed to stay. Localities share their partnership's users as they did when users
 * were last counted by locality. There are no limits: none are published for projections.
 */
export function needsSummary(profile: Profile): readonly NeedsRow[] {
  const facts = factStore();
  for (const fact of profile.facts) facts.add(fact);
  return [profile.area, ...profile.localities].flatMap((area) =>
    topics.flatMap((topic) => rowsOf(facts, profile, area, topic)),
  );
}

function rowsOf(facts: FactStore, profile: Profile, area: ProfileArea, topic: Topic): readonly NeedsRow[] {
  const figures = tableHorizons.map((ahead) => figureOf(facts, profile, area, topic, ahead));
  const now = figures[0];
  if (!now) return [];
  return figures.flatMap((figure, i): NeedsRow[] => {
    if (!figure) return [];
    const ahead = tableHorizons[i]!;
    const horizon = ahead === 0 ? "now" : (`+${ahead}` as NeedsRow["horizon"]);
    const change = ahead === 0 ? null : figure.value - now.value;
    return [
      {
        id: `needs/${topic.id}/${area.code}/${horizon}`,
        area: area.code,
        level: area.level,
        topic: topic.id,
        topicTitle: topic.title,
        horizon,
        year: baseYear + ahead,
        value: figure.value,
        change,
        changePercent: change === null || now.value === 0 ? null : (100 * change) / now.value,
        lower: null,
        upper: null,
        unit: topic.unit,
        evidence: figure.evidence,
        method: figure.method,
        rests: figure.rests,
      },
    ];
  });
}

function figureOf(facts: FactStore, profile: Profile, area: ProfileArea, topic: Topic, ahead: number): Figure | null {
  if (topic.kind === "people") return peopleAt(facts, profile, area, topic.age, ahead);
  return topic.kind === "service"
    ? usersAt(facts, profile, area, topic, ahead)
    : expectedAt(facts, profile, area, topic, ahead);
}

function peopleAt(facts: FactStore, profile: Profile, area: ProfileArea, age: string, ahead: number): Figure | null {
  const estimate = factOf(facts, profile, area, "population-estimate", age);
  if (estimate?.value) {
    if (ahead === 0)
      return {
        value: estimate.value,
        rests: [estimate],
        evidence: estimate.evidence,
        method: "latest mid-year estimate",
      };
    const growth = growthTo(facts, profile, area, age, ahead);
    return (
      growth && {
        value: estimate.value * growth.factor,
        rests: [estimate, growth.fact],
        evidence: leastFirm([estimate.evidence, growth.fact.evidence]),
        method: "latest estimate × growth inside the 2018-based projection",
      }
    );
  }
  return localityAt(facts, profile, area, age, ahead);
}

/** A locality, or an area of the analyst's own: its modelled projection, restated to its partnership's latest estimate. */
function localityAt(facts: FactStore, profile: Profile, area: ProfileArea, age: string, ahead: number): Figure | null {
  const parent =
    area.code === profile.area.code ? profile.comparators.find(({ level }) => level === "partnership") : profile.area;
  if (!parent) return null;
  const own = factOf(facts, profile, area, "population-projection", age, `${baseYear + ahead}`);
  const whole = factOf(facts, profile, parent, "population-projection", age, `${baseYear}`);
  const estimate = factOf(facts, profile, parent, "population-estimate", age);
  if (!own?.value || !whole?.value || !estimate?.value) return null;
  return {
    value: (own.value * estimate.value) / whole.value,
    rests: [own, whole, estimate],
    evidence: leastFirm([own.evidence, whole.evidence, estimate.evidence]),
    method: `${area.level === "locality" ? "locality" : "area"}'s share of the projection × latest estimate of the partnership ÷ its projection for the same year`,
  };
}

function expectedAt(facts: FactStore, profile: Profile, area: ProfileArea, topic: Topic, ahead: number): Figure | null {
  const fact = factOf(facts, profile, area, topic.indicator, "all", `${baseYear + ahead}`);
  if (fact?.value == null) return null;
  return { value: fact.value, rests: [fact], evidence: fact.evidence, method: fact.method };
}
