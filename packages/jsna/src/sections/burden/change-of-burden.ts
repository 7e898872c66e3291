import { type Brief, widestArea } from "../../brief.ts";
import type { Chart } from "../../charts/chart.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Finding } from "../../findings/finding.ts";
import { statedFinding } from "../../findings/stated-finding.ts";
import type { ProfileArea } from "../../profile-area.ts";
import { cite, sentence } from "../../sentences/cite.ts";
import { burden, figureOf } from "./burden-facts.ts";

/** The years between which the burden to come is told. */
export const ahead = ["2023", "2043"] as const;

/** A change of years of life lost with what it is put down to. */
interface Drivers {
  readonly before: Fact;
  readonly after: Fact;
  readonly total: Fact;
  readonly growth: Fact;
  readonly ageing: Fact;
  readonly rates: Fact;
}

/** Why the years of life lost changed between the first period and the latest: more people, older people, other rates. */
export function changeOfBurden(brief: Brief, area: ProfileArea): Finding | null {
  const found = pastDrivers(brief, area);
  if (!found) return null;
  const { before, after, total, growth, ageing, rates } = found;
  return statedFinding(
    [total, growth, ageing, rates, before, after],
    sentence`In ${area.name} years of life lost ${total.value! < 0 ? "fell" : "rose"} by ${cite(total, { decimals: 0, unsigned: true })} a year between ${before.category} and ${after.category}: ${people(growth)} ${added(growth)}, ${ages(ageing)} ${added(ageing)}, and ${levels(rates)} ${added(rates)}.`,
  );
}

/** The same as a waterfall. */
export function chartOfChangeOfBurden(brief: Brief, area: ProfileArea): Chart | null {
  const found = pastDrivers(brief, area);
  if (!found) return null;
  const { before, after, total } = found;
  return waterfall(found, {
    id: "why-years-lost-changed",
    title: sentence`${area.name}: ${cite(total, { decimals: 0, unsigned: true })} ${total.value! < 0 ? "fewer" : "more"} years of life were lost a year in ${after.category} than in ${before.category}`,
    subtitle: `Years of life lost a year, ${area.name}, ${before.category} and ${after.category}, and what the change is put down to`,
    names: [before.category, after.category],
  });
}

/** The years of life lost that are to come at constant rates, with their drivers, as a waterfall. */
export function chartOfChangeAhead(brief: Brief): Chart | null {
  const found = driversAhead(brief, brief.area);
  if (!found) return null;
  const { total, ageing } = found;
  return waterfall(found, {
    id: "why-years-lost-will-change",
    title: sentence`${brief.area.name}: ageing alone would ${ageing.value! < 0 ? "take" : "add"} ${cite(ageing, { decimals: 0, unsigned: true })} years of life a year by ${ahead[1]}; in all the change would be ${cite(total, { decimals: 0 })}`,
    subtitle: `Expected years of life lost a year at constant rates, ${brief.area.name}, ${ahead[0]} and ${ahead[1]}`,
    names: ahead,
  });
}

/** What would change by the last year, why, and how far rates would have to fall for the burden not to rise. */
export function changeAhead(brief: Brief, area: ProfileArea): Finding | null {
  const found = driversAhead(brief, area);
  const reduction = figureOf(brief, area, { indicator: burden.standStill, period: ahead[1] });
  if (!found) return null;
  const { before, after, growth, ageing } = found;
  const still =
    reduction?.value == null
      ? []
      : [
          reduction.value > 0
            ? sentence`Rates would have to fall by ${cite(reduction, { decimals: 1 })}% by ${ahead[1]} for the years lost not to rise.`
            : sentence`Rates could rise by ${cite(reduction, { decimals: 1, unsigned: true })}% by ${ahead[1]} without more years being lost.`,
        ];
  return statedFinding(
    [before, after, growth, ageing, ...(reduction ? [reduction] : [])],
    sentence`${ratesHeld(brief, area)}, ${cite(before, { decimals: 0 })} years of life would be lost in ${area.name} in ${ahead[0]} and ${cite(after, { decimals: 0 })} in ${ahead[1]} (modelled): ${people(growth)} ${would(growth)} and ${ages(ageing)} ${would(ageing)}.`,
    ...still,
  );
}

function ratesHeld(brief: Brief, area: ProfileArea): string {
  const country = widestArea(brief);
  return area === country
    ? "If rates of death by sex and age stay as they are"
    : `If the rates of death of ${country.name} by sex and age held here, and stayed as they are`;
}

function pastDrivers(brief: Brief, area: ProfileArea): Drivers | null {
  const of = (category: string) => figureOf(brief, area, { indicator: burden.change, category });
  const total = of("total");
  const periods = brief.facts.of(burden.change, area.code).filter(({ category }) => /^\d{4}/.test(category));
  return complete({
    before: periods[0] ?? null,
    after: periods.at(-1) ?? null,
    total,
    growth: of("growth"),
    ageing: of("ageing"),
    rates: of("rates"),
  });
}

function driversAhead(brief: Brief, area: ProfileArea): Drivers | null {
  const [first, last] = ahead;
  const of = (category: string) => figureOf(brief, area, { indicator: burden.changeAhead, category, period: last });
  return complete({
    before: figureOf(brief, area, { indicator: burden.ahead, period: first }),
    after: figureOf(brief, area, { indicator: burden.ahead, period: last }),
    total: of("total"),
    growth: of("growth"),
    ageing: of("ageing"),
    rates: of("rates"),
  });
}

function complete(drivers: { readonly [K in keyof Drivers]: Fact | null }): Drivers | null {
  return Object.values(drivers).every((fact) => fact !== null) ? (drivers as Drivers) : null;
}

function waterfall(
  { before, after, growth, ageing, rates }: Drivers,
  { names, ...chart }: Pick<Chart, "id" | "title" | "subtitle"> & { readonly names: readonly [string, string] },
): Chart {
  return {
    ...chart,
    kind: "waterfall",
    valueLabel: "years of life lost a year",
    points: [
      { at: names[0], series: "total", own: true, fact: before },
      { at: "Number of people", series: "step", own: false, fact: growth },
      { at: "Their ages", series: "step", own: false, fact: ageing },
      { at: "Rates at each age", series: "step", own: false, fact: rates },
      { at: names[1], series: "total", own: true, fact: after },
    ],
    rule: null,
  };
}

function people({ value }: Fact): string {
  return value! < 0 ? "fewer people" : "more people";
}

function ages({ value }: Fact): string {
  return value! < 0 ? "younger ages" : "ageing";
}

function levels({ value }: Fact): string {
  return `${value! < 0 ? "lower" : "higher"} rates at each age`;
}

function added(fact: Fact) {
  return sentence`${fact.value! < 0 ? "took off" : "added"} ${cite(fact, { decimals: 0, unsigned: true })}`;
}

function would(fact: Fact) {
  return sentence`would ${fact.value! < 0 ? "take off" : "add"} ${cite(fact, { decimals: 0, unsigned: true })}`;
}
