import { expectedEvents } from "@popneeds/burden";
import {
  fromInputs,
  into,
  keyColumn,
  measureColumn,
  type Period,
  parsePeriod,
  sumOver,
  type Table,
  uncheckedTable,
  withKey,
  withKeyFrom,
  withStep,
} from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { deprivationIndex, zoneMortality } from "@popneeds/ingest";
import { input, type TablesOf } from "../input.ts";
import { rolledUpLevels } from "../levels.ts";
import { onceFor } from "../once-for.ts";
import type { Setting } from "../setting.ts";
import { withinAreas } from "../within-areas.ts";
import { smallAreas } from "../zones/small-area-people.ts";
import { deathInputs, nationalDeathRates, rateBands } from "./national-rates.ts";

/** The published ratios of the zones, and what weights them. */
export const zoneDeathInputs = {
  ratios: input("deprivation-zone-mortality", zoneMortality),
  deprivation: input("deprivation-simd-2020v2", deprivationIndex),
  deaths: deathInputs.deaths,
  personYears: deathInputs.personYears,
  smallAreas,
};

/** The years whose deaths the published ratios are of. */
export const yearsOfRatios = { label: "2014-2017", count: 4 } as const;

type DeathsOfZones = {
  /** Deaths a year that the ratios stand for. */
  readonly deaths: "count";
  /** Deaths a year expected at national rates in the zones that have a ratio. */
  readonly expected: "count";
  /** Deaths a year expected in all zones, with a ratio or without. */
  readonly expectedInAll: "count";
  readonly people: "count";
};

/** Deaths of the areas wanted by national tenth of deprivation, 1 the most deprived. */
export type DeathsByTenth = Table<
  { readonly area: string; readonly level: string; readonly period: Period; readonly tenth: string },
  DeathsOfZones
>;

/**
 * The deaths that the zones' ratios stand for, and those expected, rolled up to every level wanted.
 *
 * A ratio is R = 100 × O ÷ E, so that of several zones together is 100 × Σ O ÷ Σ E = Σ R E ÷ Σ E, exactly, where E are the
 * expected deaths that the ratios were made with. Those are not published. Here E is what Scotland's rates of 2015-2017 by sex
 * and age expect of the zones' people of mid-2021, so the result is modelled. Two constants bring it to the scale of the
 * source: E is scaled to Scotland's deaths in a year of 2015-2017, and O = R E ÷ 100 likewise, so that Scotland is 100. A zone
 * without a ratio counts in `expectedInAll` only.
 */
export const deathsOfZones: (tables: TablesOf<typeof zoneDeathInputs>, setting: Setting) => DeathsByTenth = onceFor(
  (tables: TablesOf<typeof zoneDeathInputs>, setting: Setting): DeathsByTenth => {
    const tenths = new Map(Array.from(tables.deprivation, (row) => [row.area, row.decile]));
    const tagged = withKeyFrom(zones(tables), "tenth", "area", (area) => tenths.get(area), {
      what: "the deprivation tenth of each data zone",
      provenance: tables.deprivation.provenance,
    });
    const period = parsePeriod(yearsOfRatios.label)!;
    return withinAreas(withKey(rollUp(tagged, setting.places, rolledUpLevels(setting)), "period", period), setting);
  },
  (tables) => tables.ratios,
);

function zones(tables: TablesOf<typeof zoneDeathInputs>): Table<{ readonly area: string }, DeathsOfZones> {
  const rates = nationalDeathRates(tables);
  const people = into(tables.smallAreas, rateBands);
  const modelled = sumOver(expectedEvents(rates, people), "sex", "age", "period");
  const counted = new Map(Array.from(sumOver(people, "sex", "age", "period"), (row) => [row.area, row.people]));
  const ratios = new Map(Array.from(tables.ratios, (row) => [row.area, row.ratio]));
  const rows = Array.from(modelled, ({ area, events }) => ({
    area,
    all: events!,
    people: counted.get(area)!,
    ratio: ratios.get(area) ?? null,
  }));
  const withRatio = rows.filter(({ ratio }) => ratio !== null);
  const [all, known] = [total(rows, ({ all }) => all), total(withRatio, ({ all }) => all)];
  const mean = total(withRatio, (row) => row.all * row.ratio!) / known;
  const aYear = total(Array.from(rates), ({ events }) => events!) / 3;
  const scale = aYear / all;
  const measure = (of: (row: (typeof rows)[number]) => number) => measureColumn("count", rows.map(of));
  return uncheckedTable({
    keys: { area: keyColumn(rows.map(({ area }) => area)) },
    measures: {
      deaths: measure(({ all, ratio }) => (ratio === null ? 0 : (scale * all * ratio) / mean)),
      expected: measure(({ all, ratio }) => (ratio === null ? 0 : scale * all)),
      expectedInAll: measure(({ all }) => scale * all),
      people: measure(({ people }) => people!),
    },
    issues: modelled.issues,
    provenance: withStep(
      fromInputs([tables.ratios.provenance, modelled.provenance]),
      `the zones' published ratios weighted by their expected deaths; both scaled to the ${Math.round(aYear).toLocaleString("en-GB")} deaths a year of the whole country, whose weighted mean, ${mean.toFixed(2)}, becomes 100`,
    ),
  });
}

function total<R>(rows: readonly R[], of: (row: R) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
