import { leastFirm } from "@popneeds/core";
import { baseYear } from "@popneeds/indicators";
import type { Fact, FactStore, Profile, ProfileArea } from "@popneeds/jsna";
import { type Figure, factOf, growthTo, partnershipOf } from "./area-facts.ts";
import { serviceBands, type Topic } from "./topic.ts";

/** Users of a service: those of now, then each band of ages carried forward with its people. */
export function usersAt(
  facts: FactStore,
  profile: Profile,
  area: ProfileArea,
  topic: Topic,
  ahead: number,
): Figure | null {
  const bands = serviceBands.map((age) => ({
    users: usersNow(facts, profile, area, topic, age),
    growth: ahead === 0 ? null : growthTo(facts, profile, area, age, ahead),
  }));
  if (bands.some(({ users, growth }) => users === null || (ahead > 0 && growth === null))) return null;
  const rests = bands.flatMap(({ users, growth }) => [...users!.rests, ...(growth ? [growth.fact] : [])]);
  const counted = bands.every(({ users }) => users!.counted);
  return {
    value: bands.reduce((sum, { users, growth }) => sum + users!.value * (growth?.factor ?? 1), 0),
    rests: [...new Set(rests)],
    evidence: leastFirm([
      ...rests.map(({ evidence }) => evidence),
      ...(counted && ahead === 0 ? [] : ["modelled" as const]),
    ]),
    method: usersMethod(bands[0]!.users!.rests[0]!.period, area, counted, ahead),
  };
}

/** Users of a service in one band of ages now, and the facts they rest on. */
interface Users {
  readonly value: number;
  readonly rests: readonly Fact[];
  /** Whether these are the users that were counted, not carried to now. */
  readonly counted: boolean;
}

function usersMethod(period: string, area: ProfileArea, counted: boolean, ahead: number): string {
  const now = counted
    ? `users counted in ${period}`
    : area.level === "locality"
      ? `users of the partnership now, shared out as those of ${period} were, by band of age`
      : `use per head of ${period} by band of age × latest estimate`;
  return ahead === 0 ? now : `${now}, × projected growth of each band from ${baseYear}; use per head assumed to stay`;
}

/** Users now: use per head of the band when it was counted × people of the band now. */
function usersNow(facts: FactStore, profile: Profile, area: ProfileArea, topic: Topic, age: string): Users | null {
  if (area.level === "locality") return localUsersNow(facts, profile, area, topic, age);
  const use = factOf(facts, profile, area, topic.indicator, age);
  const people = factOf(facts, profile, area, "population-estimate", age);
  if (!use || use.numerator === null || !use.denominator || people?.value == null) return null;
  if (use.denominator === people.value) return { value: use.numerator, rests: [use], counted: true };
  return { value: (use.numerator / use.denominator) * people.value, rests: [use, people], counted: false };
}

/** A locality's part of its partnership's users now: its part of those whose locality was known when it was last counted. */
function localUsersNow(facts: FactStore, profile: Profile, area: ProfileArea, topic: Topic, age: string): Users | null {
  const partnership = partnershipOf(profile);
  if (!partnership || topic.localIndicator === null) return null;
  const whole = usersNow(facts, profile, partnership, topic, age);
  const localities = profile.areas.filter(({ level }) => level === "locality");
  const local = localities.map(({ code }) => facts.latest({ indicator: topic.localIndicator!, area: code, age }));
  const own = local[localities.findIndex(({ code }) => code === area.code)];
  const known = local.reduce((sum, fact) => sum + (fact?.numerator ?? 0), 0);
  if (!whole || own?.numerator == null || known === 0 || local.some((fact) => fact?.numerator == null)) return null;
  return {
    value: (whole.value * own.numerator) / known,
    rests: [own, ...local.filter((fact) => fact !== null && fact !== own), ...whole.rests] as readonly Fact[],
    counted: false,
  };
}
