import { type Key, type Keys, type LookUp, type Period, PopneedsError, type Table } from "@popneeds/core";
import type { People } from "./people.ts";

/** Refuses tables that are not people by area, period, sex and age, of one level. */
export function refuseOtherKeys(table: Table<Keys>, which: string): void {
  const wanted = ["area", "period", "sex", "age"];
  const lacking = wanted.filter((name) => !(name in table.keys));
  const further = Object.entries(table.keys)
    .filter(([name, column]) => !wanted.includes(name) && !(name === "level" && column.values.length <= 1))
    .map(([name]) => name);
  if (lacking.length + further.length > 0)
    throw new PopneedsError({
      code: "unknown-key",
      message: `localityProjection: ${which} must have the keys area, period, sex and age, of one level; found ${Object.keys(table.keys).join(", ")}`,
      fix: 'Sum over further keys, and keep one level: keep(table, { level: "locality" }).',
    });
}

/** The one period of the small-area counts. */
export function onePeriod({ keys }: People): Period {
  const [first, ...others] = keys.period.values;
  if (!first || others.length > 0)
    throw new PopneedsError({
      code: "one-period",
      message: `localityProjection: the small-area counts must be of one period; found ${keys.period.values.map(({ label }) => label).join(", ") || "none"}`,
      fix: 'Keep one period: keep(table, { period: (period) => period.label === "2021" }).',
    });
  return first;
}

/** Refuses localities that have no partnership, or whose partnership has no projection. */
export function refuseUnknown(smallArea: People, projection: People, { parents, edition }: LookUp): void {
  const projected = new Set<Key>(projection.keys.area.values);
  const astray = smallArea.keys.area.values.filter((locality) => !projected.has(parents.get(locality) ?? ""));
  if (astray.length > 0)
    throw new PopneedsError({
      code: "unknown-area",
      message: `localityProjection: each locality needs a partnership in the look-up of ${edition}, and its projection; ${astray.length} of ${smallArea.keys.area.values.length} have none:`,
      where: astray.map((locality) => `${locality}  ${parents.get(locality) ?? "no partnership"}`),
      fix: "Give the projection of every partnership, and the look-up of this edition, or leave the areas out with keep().",
    });
}
