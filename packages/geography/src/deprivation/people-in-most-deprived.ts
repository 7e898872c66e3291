import {
  createTable,
  type Keys,
  keyColumn,
  type Measures,
  type Missing,
  measureColumn,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import type { Places } from "../places.ts";
import { type DeprivationGroupsOptions, deprivationGroups, type PeopleOfZones } from "./deprivation-groups.ts";

export interface MostDeprivedOptions extends Pick<DeprivationGroupsOptions, "within" | "first"> {
  /** Which share of the people is the most deprived, in per cent; a whole number from 1 to 99. Default 15. */
  readonly percent?: number;
}

/**
 * People of each data zone, and how many of them live in one of the zones that hold the most deprived 15% of the people, or
 * another share: all of them or none. Roll both counts up to any level, then divide.
 *
 * A zone is among them if the middle of its people lies below the share, in order of rank: three of twenty groups.
 *
 * @param ranks   one row for each data zone, with `rank`, as `deprivationGroups` takes them
 * @param people  people of each data zone
 * @param places  the geography
 * @param options `percent`; `within` and `first` as `deprivationGroups` takes them
 * @returns `deprived` and `people` by `area`; missing where the zone has no group, or its people are missing
 * @throws PopneedsError `invalid-option` when `percent` is no whole number from 1 to 99, and as `deprivationGroups`
 *
 * Reference: Public Health Scotland, SIMD 2020v2, the most deprived 15% of Scotland: all 6,976 data zones.
 *
 * @example
 * const zones = peopleInMostDeprived(index, people, places);
 * share(only(rollUp(zones, places, ["partnership"]), "deprived"), only(rollUp(zones, places, ["partnership"]), "people"))
 */
export function peopleInMostDeprived<K extends Keys & { readonly area: string }>(
  ranks: Table<K, Measures>,
  people: PeopleOfZones,
  places: Places,
  { percent = 15, ...options }: MostDeprivedOptions = {},
): Table<{ readonly area: string }, { readonly deprived: "count"; readonly people: "count" }> {
  if (!(Number.isInteger(percent) && percent >= 1 && percent <= 99))
    throw new PopneedsError({
      code: "invalid-option",
      message: `peopleInMostDeprived: percent must be a whole number from 1 to 99; got ${percent}`,
      fix: "Give the share in per cent: 15.",
    });
  const hundredths = deprivationGroups(ranks, people, places, { ...options, groups: 100 });
  const living = new Map(Array.from(people, (row) => [row.area, row.people ?? row.missing!] as const));
  const rows = Array.from(hundredths, ({ area, group, missing }) => {
    const all: number | Missing = living.get(area) ?? "unknown";
    const deprived: number | Missing =
      group === null ? missing! : typeof all === "string" ? all : group <= percent ? all : 0;
    return { area, all, deprived };
  });
  return createTable({
    keys: { area: keyColumn(rows.map(({ area }) => area)) },
    measures: {
      deprived: measureColumn(
        "count",
        rows.map(({ deprived }) => deprived),
      ),
      people: measureColumn(
        "count",
        rows.map(({ all }) => all),
      ),
    },
    issues: hundredths.issues,
    provenance: withStep(hundredths.provenance, `people of zones among the most deprived ${percent}% counted`),
  });
}
