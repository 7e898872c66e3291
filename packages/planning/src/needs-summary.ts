import { type Evidence, leastFirm } from "@popneeds/core";
import { baseYear } from "@popneeds/indicators";
import { type Fact, type FactStore, factStore, type Profile, type ProfileArea } from "@popneeds/jsna";
import type { NeedsRow } from "./needs-row.ts";
import { serviceBands, type Topic, tableHorizons, topics } from "./topic.ts";

/**
 * The first planning table: for the area and each of its localities, how many people each topic concerns now and in five,
 * ten and twenty years.
 *
 * "Now" is the latest estimate. What is to come is taken from inside the projection series, as the growth from its own
 * figure for now, and set against the latest estimate: value = now × projected(year) ÷ projected(now). So editions are not
 * mixed. A locality has no estimate of now; it is given its modelled share of its partnership's, so that localities add up
 * to it at every horizon. Services are carried forward by band of age: Σ users × growth of the band; users per head of the
 * same age are assumed to stay as they are. There are no limits: none are published for projections.
 */
export function needsSummary(profile: Profile): readonly NeedsRow[] {
  const facts = factStore();
  for (const fact of profile.facts) facts.add(fact);
  return [profile.area, ...profile.localities].flatMap((area) =>
    topics.flatMap((topic) => rowsOf(facts, profile, area, topic)),
  );
}

/** A figure for one horizon, with what it was made of. */
interface Figure {
  readonly value: number;
  readonly rests: readonly Fact[];
  readonly evidence: Evidence;
  readonly method: string;
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

/** The latest fact of an area, under whichever of its codes it is published. */
function factOf(
  facts: FactStore,
  profile: Profile,
  area: ProfileArea,
  indicator: string,
  age: string,
  period?: string,
): Fact | null {
  const codes = area.code === profile.area.code ? [area.code, ...twinsOf(profile)] : [area.code];
  for (const code of codes) {
    const found = facts.latest({ indicator, area: code, age, ...(period ? { period } : {}) });
    if (found) return found;
  }
  return null;
}

function twinsOf({ twins = [], area }: Profile): readonly string[] {
  return twins.map(({ code }) => code).filter((code) => code !== area.code);
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

/** A locality: its modelled projection, restated to its partnership's latest estimate. */
function localityAt(facts: FactStore, profile: Profile, area: ProfileArea, age: string, ahead: number): Figure | null {
  const parent =
    profile.area.level === "locality" ? profile.comparators.find(({ level }) => level === "partnership") : profile.area;
  if (!parent) return null;
  const own = factOf(facts, profile, area, "population-projection", age, `${baseYear + ahead}`);
  const whole = factOf(facts, profile, parent, "population-projection", age, `${baseYear}`);
  const estimate = factOf(facts, profile, parent, "population-estimate", age);
  if (!own?.value || !whole?.value || !estimate?.value) return null;
  return {
    value: (own.value * estimate.value) / whole.value,
    rests: [own, whole, estimate],
    evidence: leastFirm([own.evidence, whole.evidence, estimate.evidence]),
    method:
      "locality's share of the projection × latest estimate of the partnership ÷ its projection for the same year",
  };
}

function growthTo(
  facts: FactStore,
  profile: Profile,
  area: ProfileArea,
  age: string,
  ahead: number,
): { factor: number; fact: Fact } | null {
  const fact = factOf(facts, profile, area, "projected-population-change", age, `${baseYear}-${baseYear + ahead}`);
  return fact?.value == null ? null : { factor: 1 + fact.value / 100, fact };
}

/** Users of a service, each band of ages carried forward with its people. */
function usersAt(facts: FactStore, profile: Profile, area: ProfileArea, topic: Topic, ahead: number): Figure | null {
  for (const indicator of topic.indicators) {
    const bands = serviceBands.map((age) => ({ age, users: factOf(facts, profile, area, indicator, age) }));
    if (bands.some(({ users }) => users === null || users.numerator === null)) continue;
    const users = bands.map((band) => band.users!);
    const counted = users[0]!.period;
    if (ahead === 0) {
      const value = users.reduce((sum, fact) => sum + fact.numerator!, 0);
      return {
        value,
        rests: users,
        evidence: leastFirm(users.map(({ evidence }) => evidence)),
        method: `counted in ${counted}`,
      };
    }
    const growths = bands.map(({ age }) => growthTo(facts, profile, area, age, ahead));
    if (growths.some((growth) => growth === null)) return null;
    const rests = [...users, ...growths.map((growth) => growth!.fact)];
    return {
      value: users.reduce((sum, fact, i) => sum + fact.numerator! * growths[i]!.factor, 0),
      rests,
      evidence: leastFirm([...rests.map(({ evidence }) => evidence), "modelled"]),
      method: `users counted in ${counted} by band of age × projected growth of the band from ${baseYear}; use per head assumed to stay`,
    };
  }
  return null;
}

function expectedAt(facts: FactStore, profile: Profile, area: ProfileArea, topic: Topic, ahead: number): Figure | null {
  for (const indicator of topic.indicators) {
    const fact = factOf(facts, profile, area, indicator, "all", `${baseYear + ahead}`);
    if (fact?.value != null) return { value: fact.value, rests: [fact], evidence: fact.evidence, method: fact.method };
  }
  return null;
}
