import {
  createTable,
  fromInputs,
  type Issue,
  type Keys,
  keyColumn,
  type LookUp,
  type Measures,
  type Missing,
  measureColumn,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { populationQuantileGroups } from "@popneeds/stats";
import type { Places } from "../places.ts";
import { figuresOfZones } from "./figures-of-zones.ts";

export interface DeprivationGroupsOptions {
  /** How many groups, a whole number from 1: 5 (default), 10, 20 … */
  readonly groups?: number;
  /**
   * Among which zones: a level, then in each of its areas by itself (`partnership`), or one area by any of its names, a custom
   * one included. Default the largest level, the country.
   */
  readonly within?: string;
  /** Which end of the ranks group 1 begins with: the `lowest` (default), as rank 1 is the most deprived; `highest` for a score. */
  readonly first?: "lowest" | "highest";
}

/** A table of people by data zone and nothing else. */
export type PeopleOfZones = Table<{ readonly area: string }, { readonly people: "count" }>;

/**
 * Population-weighted groups of data zones by deprivation, such as fifths of the country's people or of a partnership's own:
 * zones in order of rank, each in the group in which the middle of its people lies.
 *
 * group = ⌊groups × (people of lower rank + half its own) ÷ all people⌋ + 1, within each area by itself.
 *
 * A group within an area is another thing than a group of the country: the most deprived fifth of a wealthy area is not among
 * the country's most deprived. Name which one it is.
 *
 * @param ranks   one row for each data zone, with `rank` as a key (as the published index is read) or as a measure; 1 is the
 * most deprived
 * @param people  people of each data zone: those of the index, for its published groups
 * @param places  the geography
 * @param options `groups`, `within`, `first`
 * @returns `group`, from 1, by `area` (the zone) and `within` (the code of the area among whose zones it was grouped). A zone
 * without people goes where it lies. A zone without a rank or a count takes no part: `unknown`, or the reason of the figure,
 * and the issue `zones-without-figures`. Where nobody lives in any of the zones: `no population`
 * @throws PopneedsError `no-rank` when there is no `rank`, or one that is no number
 * @throws PopneedsError `several-rows` when a zone has several rows; `unknown-area` when an area is no data zone
 * @throws PopneedsError `invalid-option` when `groups` is no whole number from 1
 * @throws PopneedsError `unknown-area`, `ambiguous-area` when `within` is neither a level nor an area
 *
 * Source: the rule of published population-weighted groups, found from their figures.
 * Reference: Public Health Scotland, SIMD 2020v2 deciles and quintiles of all 6,976 data zones within the country, and within
 * every board, partnership and council but for two zones of Shetland.
 *
 * @example
 * deprivationGroups(index, people, places, { groups: 10, within: "partnership" })
 */
export function deprivationGroups<K extends Keys & { readonly area: string }>(
  ranks: Table<K, Measures>,
  people: PeopleOfZones,
  places: Places,
  { groups = 5, within, first = "lowest" }: DeprivationGroupsOptions = {},
): Table<{ readonly area: string; readonly within: string }, { readonly group: "score" }> {
  if (!Number.isInteger(groups) || groups < 1)
    throw new PopneedsError({
      code: "invalid-option",
      message: `deprivationGroups: invalid groups: ${groups}`,
      fix: "Give a whole number from 1, such as 5.",
    });
  const among = amongWhich(places, within);
  const figures = figuresOfZones(ranks as unknown as Table, people as unknown as Table, places, "deprivationGroups");
  const rows: { readonly area: string; readonly within: string; readonly group: number | Missing }[] = [];
  for (const area of among.areas) {
    const zones = places.baseAreas(area);
    const own = zones.map(figures.of);
    const found = populationQuantileGroups(
      own.map(({ rank }) => (typeof rank === "number" ? (first === "lowest" ? rank : -rank) : Number.NaN)),
      own.map((zone) => (typeof zone.people === "number" ? zone.people : Number.NaN)),
      groups,
    );
    for (const [i, zone] of zones.entries())
      rows.push({ area: zone, within: area, group: groupOf(own[i]!, found[i]!) });
  }
  const lacking = rows.filter(({ group }) => typeof group === "string" && group !== "no population");
  const order = `${places.levels[0]}s in order of rank, the ${first} first, put into ${groups} groups of equal people within ${among.words}`;
  return createTable({
    keys: { area: keyColumn(rows.map(({ area }) => area)), within: keyColumn(rows.map((row) => row.within)) },
    measures: {
      group: measureColumn(
        "score",
        rows.map(({ group }) => group),
      ),
    },
    issues: [
      ...ranks.issues,
      ...people.issues,
      ...withoutFigures(
        lacking.map(({ area }) => area),
        rows.length,
      ),
    ],
    provenance: withStep(
      fromInputs([ranks.provenance, people.provenance, among.lookUp.provenance]),
      `${order} (${among.lookUp.edition})`,
    ),
  });
}

function groupOf(
  zone: { readonly rank: number | Missing; readonly people: number | Missing },
  group: number,
): number | Missing {
  if (typeof zone.rank === "string") return zone.rank;
  if (typeof zone.people === "string") return zone.people;
  return Number.isNaN(group) ? "no population" : group;
}

/** The areas among whose zones groups are made, and how a sentence says so. */
function amongWhich(
  places: Places,
  within = places.levels.at(-1)!,
): { readonly areas: readonly string[]; readonly words: string; readonly lookUp: LookUp } {
  const [base] = places.levels as [string];
  const known = places.levels.includes(within) || Object.hasOwn(places.parts.levelNames ?? {}, within);
  const level = known ? places.level(within) : places.find(within).level;
  const lookUp = places.lookUp(base, level);
  if (!known) {
    const { code, name } = places.find(within);
    return { areas: [code], words: name, lookUp };
  }
  const areas = places.areasAt(level).map(({ code }) => code);
  const [only] = areas;
  return { areas, words: areas.length === 1 ? places.area(only!).name : `each ${level}`, lookUp };
}

function withoutFigures(zones: readonly string[], all: number): Issue[] {
  if (zones.length === 0) return [];
  const some = zones.slice(0, 3).join(", ") + (zones.length > 3 ? ` and ${zones.length - 3} more` : "");
  return [
    {
      code: "zones-without-figures",
      severity: "warning",
      message: `${zones.length} of ${all} data zones have no rank or no count of people, and are in no group: ${some}`,
      fix: "Give rank and people of every zone, of one edition.",
      found: zones.join(", "),
    },
  ];
}
