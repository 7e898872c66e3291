import {
  type Additive,
  atBest,
  type Counts,
  type Exposed,
  firstThree,
  fromInputs,
  type Issue,
  type KeyColumn,
  type Keys,
  keyColumn,
  keyLabel,
  type LookUp,
  type Period,
  PopneedsError,
  type Provenance,
  type Table,
  withStep,
} from "@popneeds/core";
import type { ProjectionColumns } from "@popneeds/stats";
import { type FactorOptions, factorsOfRates } from "./factors-of-rates.ts";
import { type PeopleCells, peopleCells } from "./people-cells.ts";
import { type RateCells, rateCells } from "./rate-cells.ts";
import { type RiskReduction, sayReduction } from "./risk-reduction.ts";
import type { Trend } from "./trend.ts";

/** How burden is projected. */
export interface ProjectedBurdenOptions<K extends Keys = Keys> {
  /**
   * How rates go on: per cent a year by cause, sex or age, as `annualChange` and `annualChangeOfCounts` give it. Default none: rates stay
   * as they are.
   */
  readonly trend?: Trend;
  /** How much of a year's trend is left in the next, above 0 to 1. Default 0.95; 1 is undamped. */
  readonly damping?: number;
  /** The most by which a trend may multiply or divide a rate, at least 1. Default none. */
  readonly cap?: number;
  /** What is done about risks; several act together by the joint rule, 1 − Π (1 − fraction). Default nothing. */
  readonly reductions?: readonly RiskReduction<K>[];
  /** Larger areas to add the areas up to: look-ups from the areas of the people, such as to partnerships and to the country. */
  readonly within?: readonly LookUp[];
}

/** A projection laid out for the kernels, and what its rows are called. */
export interface ArrangedProjection {
  readonly columns: ProjectionColumns;
  readonly cells: RateCells;
  readonly people: PeopleCells;
  /** Larger areas, each with the places of the areas in it. */
  readonly totals: readonly Total[];
  /** The keys of rows: areas, then totals; times and causes within each. */
  readonly keys: Readonly<Record<string, KeyColumn>>;
  readonly issues: readonly Issue[];
  readonly provenance: Provenance;
}

export interface Total {
  readonly area: string;
  readonly level: string;
  readonly members: readonly number[];
}

/** Lays out rates and people, and says what was done. */
export function arrangeProjection(
  caller: string,
  rates: Exposed<Keys, Additive>,
  people: Table<Keys, Counts>,
  { within = [], ...options }: ProjectedBurdenOptions,
): ArrangedProjection {
  const cells = rateCells(caller, rates);
  const laid = peopleCells(caller, people, cells);
  const period = rates.keys["period"]?.values[0] as Period | undefined;
  const factors = factorsOfRates(caller, cells, laid.periods, period, options as FactorOptions);
  const totals = totalsOf(caller, laid, within);
  return {
    columns: {
      times: Math.max(1, laid.periods.length),
      causes: Math.max(1, cells.causes),
      strata: Math.max(1, cells.strata),
      people: laid.people,
      rates: cells.rates,
      ...(laid.periods.length * cells.causes > 0 ? { factors } : {}),
      ratesOf: laid.ratesOf,
    },
    cells,
    people: laid,
    totals,
    keys: keysOf(cells, laid, totals),
    issues: [...rates.issues, ...people.issues, ...outside(laid, within)],
    provenance: firmness(
      withStep(
        fromInputs([
          people.provenance,
          rates.provenance,
          ...(options.trend ? [options.trend.provenance] : []),
          ...within.map(({ provenance }) => provenance),
        ]),
        said(rates, cells, laid, options, within),
      ),
      cells,
      laid,
      options,
    ),
  };
}

function totalsOf(caller: string, { areas }: PeopleCells, within: readonly LookUp[]): readonly Total[] {
  const taken = new Set(areas);
  return within.flatMap(({ parents, level }) => {
    const members = new Map<string, number[]>();
    for (const [place, area] of areas.entries()) {
      const parent = parents.get(area);
      if (parent !== undefined) members.set(parent, [...(members.get(parent) ?? []), place]);
    }
    const again = [...members.keys()].filter((area) => taken.has(area));
    if (again.length > 0)
      throw new PopneedsError({
        code: "duplicate-key",
        message: `${caller}: an area must not be summed to when it has people of its own, or is summed to already; ${again.length} ${level} areas are:`,
        where: again,
        fix: "Give people of the smallest areas only, each in one larger area of a level.",
      });
    for (const area of members.keys()) taken.add(area);
    return [...members].map(([area, own]) => ({ area, level, members: own }));
  });
}

function keysOf(
  { further, causes }: RateCells,
  { areas, levels, periods }: PeopleCells,
  totals: readonly Total[],
): Readonly<Record<string, KeyColumn>> {
  const all = [...areas, ...totals.map(({ area }) => area)];
  const times = periods.length;
  const rows = all.length * times * causes;
  const coded = (values: KeyColumn["values"], codeOf: (row: number) => number): KeyColumn =>
    Object.freeze({
      codes: Uint32Array.from({ length: rows }, (_, row) => codeOf(row)),
      values: Object.freeze(values),
    });
  const each = times * causes;
  const levelColumn = levels
    ? keyColumn([...levels.map((level) => keyLabel(level)), ...totals.map(({ level }) => level)])
    : null;
  return {
    area: coded(all, (row) => Math.floor(row / each)),
    ...(levelColumn ? { level: coded(levelColumn.values, (row) => levelColumn.codes[Math.floor(row / each)]!) } : {}),
    period: coded(periods, (row) => Math.floor(row / causes) % times),
    ...Object.fromEntries(
      Object.entries(further).map(([name, { values, codes }]) => [name, coded(values, (row) => codes[row % causes]!)]),
    ),
  };
}

function outside({ areas }: PeopleCells, within: readonly LookUp[]): Issue[] {
  return within.flatMap(({ parents, level, edition }): Issue[] => {
    const astray = areas.filter((area) => !parents.has(area));
    if (astray.length === 0) return [];
    return [
      {
        code: "area-without-parent",
        severity: "note",
        message: `${astray.length} of ${areas.length} areas have no ${level} in the look-up of ${edition}, and are in none: ${firstThree(astray).join(", ")}`,
        fix: "None is needed where they stand for themselves, as a partnership without localities does.",
      },
    ];
  });
}

function firmness(
  provenance: Provenance,
  { sets }: RateCells,
  { areas }: PeopleCells,
  { reductions = [] }: ProjectedBurdenOptions,
): Provenance {
  const ownRates = sets.length > 1 || (areas.length === 1 && areas[0] === sets[0]);
  const projected = atBest(provenance, ownRates ? "projected" : "modelled");
  return reductions.length > 0 ? atBest(projected, "assumption") : projected;
}

function said(
  rates: Exposed<Keys, Additive>,
  { sets, within, further }: RateCells,
  { periods }: PeopleCells,
  { trend, damping = 0.95, cap, reductions = [] }: ProjectedBurdenOptions,
  lookUps: readonly LookUp[],
): string {
  const whose = sets.length > 1 ? "each area's own" : sets[0] || "the given";
  const when = rates.keys["period"]?.values[0];
  return [
    `projected burden: ${whose}${when ? `, ${keyLabel(when)}` : ""} rates by ${[...within, ...Object.keys(further)].join(", ")}, × people of ${periods[0]?.label ?? "no year"} to ${periods.at(-1)?.label ?? "no year"}`,
    trend
      ? `rates go on as their trend does, ${damping === 1 ? "undamped" : `damped by ${damping} a year`}${cap === undefined ? "" : `, rates kept between 1 ÷ ${cap} and ${cap} times what they were`}`
      : "rates stay as they are",
    ...reductions.map(sayReduction),
    ...(reductions.length > 1 ? ["several reductions act by the joint rule, 1 − Π (1 − fraction)"] : []),
    `change since ${periods[0]?.label ?? "no year"} split into growth, ageing and rates (Das Gupta, three factors)`,
    ...(lookUps.length > 0
      ? [
          `larger areas (${lookUps.map(({ level, edition }) => `${level}, ${edition}`).join("; ")}) are the sums of their parts, drivers too`,
        ]
      : []),
  ].join("; ");
}
