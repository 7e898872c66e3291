import { type Age, byTime, PopneedsError, parsePeriod, type Sex } from "@popneeds/core";
import type { Fact } from "./fact.ts";

/** What to look for. What is not named may be anything, except that sex, age and category are those of everybody. */
export interface FactQuery {
  readonly indicator: string;
  readonly area: string;
  readonly period?: string;
  readonly sex?: Sex;
  readonly age?: Age["label"];
  readonly category?: string;
}

/** The facts of an assessment, found by what they are about. Two facts with one id must be the same fact. */
export interface FactStore {
  readonly all: () => readonly Fact[];
  add(fact: Fact): Fact;
  /** Every fact of an indicator and an area, whatever its sex, age and category, oldest first. */
  of(indicator: string, area: string): readonly Fact[];
  /** All periods, oldest first. */
  series(query: FactQuery): readonly Fact[];
  /** The latest period that has a figure, or the one asked for; `null` when there is none. */
  latest(query: FactQuery): Fact | null;
}

/** An empty store. */
export function factStore(): FactStore {
  const byId = new Map<string, Fact>();
  const byPlace = new Map<string, Fact[]>();
  const at = (indicator: string, area: string) => byPlace.get(`${indicator} ${area}`) ?? [];
  const series = ({ indicator, area, period, sex = "all", age = "all", category = "" }: FactQuery): readonly Fact[] =>
    at(indicator, area)
      .filter(
        (fact) =>
          fact.sex === sex &&
          fact.age === age &&
          fact.category === category &&
          (period === undefined || fact.period === period),
      )
      .sort(inTime);
  return {
    all: () => [...byId.values()],
    add(fact) {
      const before = byId.get(fact.id);
      if (before) {
        if (before.value !== fact.value)
          throw new PopneedsError({
            code: "two-facts-one-id",
            message: `two figures have the id ${fact.id}: ${before.value} and ${fact.value}`,
            fix: "Give the indicator the key that tells them apart.",
          });
        return before;
      }
      byId.set(fact.id, fact);
      const place = `${fact.indicator} ${fact.area}`;
      const there = byPlace.get(place);
      if (there) there.push(fact);
      else byPlace.set(place, [fact]);
      return fact;
    },
    of: (indicator, area) => [...at(indicator, area)].sort(inTime),
    series,
    latest: (query) => series(query).findLast((fact) => fact.value !== null) ?? null,
  };
}

function inTime(a: Fact, b: Fact): number {
  if (a.period === b.period) return 0;
  const [one, other] = [parsePeriod(a.period), parsePeriod(b.period)];
  return one && other ? byTime(one, other) : a.period < b.period ? -1 : a.period > b.period ? 1 : 0;
}
