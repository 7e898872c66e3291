import { keep, type Period, stack, sumOver, type Table, where, withKey, withKeyFrom } from "@popneeds/core";
import { burdenOfDisease, type TableOf } from "@popneeds/ingest";
import { ratio } from "@popneeds/methods";
import type { Estimate } from "../estimate.ts";
import { estimatesOf } from "../estimates-of.ts";
import { optionalInput, type TablesOf } from "../input.ts";
import { estimateSeries, seriesByLevel } from "../people/population-series.ts";
import type { Setting } from "../setting.ts";
import { smallAreaPeople, smallAreas } from "../zones/small-area-people.ts";

/** The burden table that a user brought, if one did, and the people to set it against. */
export const burdenInputs = {
  brought: optionalInput("burden-of-disease", burdenOfDisease),
  ...estimateSeries,
  smallAreas,
};

type Tables = TablesOf<typeof burdenInputs>;
type Brought = TableOf<(typeof burdenOfDisease)["fields"]>;
type Keys = { readonly area: string; readonly level: string; readonly period: Period };
type Years<K> = Table<K & { readonly cause: string }, { readonly years: "years" }>;

const everyCause = "All causes";
const method = "years in the burden table of the data folder ÷ people of the same year × 100,000";

/** Caveats of every figure that rests on a table that a user brought. */
export const broughtCaveats: readonly string[] = [
  "From a table that was added to the data folder: its authors answer for the figures. Those of burden of disease are mostly modelled, and have no limits here.",
  "All ages and both sexes per head: where people are older, it is higher for that alone.",
];

/**
 * Years per 100,000 people, by cause and of all causes, in the areas wanted that a user's table holds; none without a table.
 *
 * All causes are the table's own total, or else the sum of the causes. A year of an area whose people are not known is missing as
 * `incomplete`.
 *
 * @param years the years in question, the only measure, by the keys of the table
 */
export function burdenBrought(
  { brought, smallAreas: zones, ...series }: Tables,
  setting: Setting,
  years: (rows: Brought) => Years<Pick<Keys, "area" | "period">>,
): readonly Estimate[] {
  if (brought === null) return [];
  const here = withKeyFrom(
    years(keep(brought, { area: (area) => setting.areas.has(area) })),
    "level",
    "area",
    (area) => setting.places.area(area).level,
    { what: "the level of the area" },
  );
  const people = peopleOf(here, series, zones, setting);
  return [
    ...rates(keep(here, { cause: (cause) => cause !== everyCause }), people),
    ...rates(ofAllCauses(here), people).map((estimate) => ({ ...estimate, category: "" })),
  ];
}

/** The people of the areas and years of the table: as published, or else summed from data zones. */
function peopleOf(
  { keys }: Years<Keys>,
  series: Omit<Tables, "brought" | "smallAreas">,
  zones: Tables["smallAreas"],
  setting: Setting,
) {
  const years = new Set(keys.period.values.map(({ label }) => label));
  const published = seriesByLevel(series, setting, (year) => years.has(String(year)));
  const known = new Set(published.flatMap((table) => table.keys.area.values));
  const summed = keep(smallAreaPeople(zones, setting), {
    area: (area) => !known.has(area),
    period: ({ label }) => years.has(label),
  });
  return sumOver(stack(summed, ...published), "sex", "age");
}

/** The table's own totals, and the sums of causes of areas and years that have none. */
function ofAllCauses(table: Years<Keys>): Years<Keys> {
  const totals = keep(table, { cause: everyCause });
  const have = new Set(Array.from(totals, placeAndYear));
  const parts = where(table, (row) => !have.has(placeAndYear(row)), "areas and years without a total of their own");
  return stack(totals, withKey(sumOver(parts, "cause"), "cause", everyCause));
}

function rates(table: Years<Keys>, people: Table<Keys, { readonly people: "count" }>): readonly Estimate[] {
  const known = new Set(Array.from(people, placeAndYear));
  const [counted, uncounted] = [true, false].map((wanted) =>
    where(table, (row) => known.has(placeAndYear(row)) === wanted, `people ${wanted ? "known" : "not known"}`),
  ) as [Years<Keys>, Years<Keys>];
  const stated = new Set(Array.from(table, (row) => `${placeAndYear(row)} ${row.cause}`));
  return [
    ...estimatesOf(ratio(counted, people, { per: 100_000 }), { method, category: "cause" }).filter((estimate) =>
      stated.has(`${placeAndYear(estimate)} ${estimate.category}`),
    ),
    ...estimatesOf(uncounted, { method, category: "cause", numerator: "years" }).map((estimate) => ({
      ...estimate,
      missing: estimate.missing ?? ("incomplete" as const),
    })),
  ];
}

function placeAndYear({ area, period }: Pick<Keys, "area" | "period">): string {
  return `${area} ${period.label}`;
}
