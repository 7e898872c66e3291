import {
  addsUp,
  countBy,
  fromInputs,
  type KeyColumn,
  type Keys,
  keyColumn,
  type MeasureColumn,
  type Measures,
  PopneedsError,
  type Provenance,
  type Table,
  takeRows,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import type { Places } from "../places.ts";
import { issuesOfPlacing } from "./issues-of-placing.ts";
import { type Placing, placedText } from "./placed-text.ts";
import { rowsOfOneArea } from "./rows-of-one-area.ts";

export interface PlaceAreasOptions<P extends string = string> {
  /** The key that holds what the publisher printed; default `area`. */
  readonly key?: P;
  /** What it holds: `code` (default), or `name`, which takes names, aliases and codes. */
  readonly by?: "code" | "name";
  /** The level, or levels, that are wanted; areas of others are left out, and counted. Default all. */
  readonly level?: string | readonly string[];
}

/** The keys of a table whose areas have been placed. */
export type PlacedKeys<K extends Keys, P extends keyof K> = {
  readonly [Q in Exclude<keyof K, P>]: K[Q];
} & { readonly area: string; readonly level: string };

/**
 * Puts a table on the geography: what a publisher printed, a code of its day or a name, becomes the current code, and
 * `level` a key.
 *
 * Every doubt is an issue, and no row is lost unsaid: issues name the texts of rows that were left out, all of them in
 * `found`, and how many rows that were. `refuseErrors` stops where there are any.
 *
 * - A former code becomes the current one (note `former-code`): codes changed with each change of boundary, however small.
 *   So does a code of a publisher's own, where it is known (note `other-code`).
 * - A name is used with a warning, `placed-by-name`. Where it is that of areas of several levels, the one of the level
 *   wanted is taken, else the one that is usually meant, else none: `ambiguous-area`.
 * - Left out, with errors: texts that are not known (`unknown-area`), that may be several areas (`ambiguous-area`), codes of
 *   areas that were divided since (`divided-area`) or whose extent was another (`other-extent`).
 * - Areas that were merged since are added up, where every part is there and every measure adds up (`merged-areas`); else
 *   they are left out (`incomplete-merger`, `merger-not-additive`).
 * - An area that stands under two codes in the same place of the table, current and former, is not added up: alike, it is
 *   kept once (`same-area-twice`); unlike, both are left out (`same-area-differs`).
 *
 * @param table   any table with a key of areas as printed
 * @param places  the geography
 * @param options `key`, `by`, `level`
 * @returns the same measures, by `area`, `level` and the other keys; the files of names and codes are among the sources
 * @throws PopneedsError `unknown-key` when the table has no such key; `has-levels` when it has the key `level` already;
 * `key-exists` when another key is called `area`
 * @throws PopneedsError `unknown-level` when there is no such level
 * @throws PopneedsError `names-are-no-keys` when names of the smallest areas are wanted: many areas share one
 *
 * @example
 * placeAreas(deaths, places)
 * placeAreas(users, places, { key: "location", by: "name", level: "partnership" })
 */
export function placeAreas<K extends Keys, M extends Measures, P extends keyof K & string = "area">(
  table: Table<K, M>,
  places: Places,
  { key = "area" as P, by = "code", level }: PlaceAreasOptions<P> = {},
): Table<PlacedKeys<K, P>, M> {
  const levels = level === undefined ? null : [level].flat().map((one) => places.level(one));
  refuseKeys(table, key);
  refuseNames(places, by, levels);
  const printed = table.keys[key] as unknown as KeyColumn<string>;
  const place = placedText(places, { by, levels });
  const placings = printed.values.map((text) => place(text));
  const counts = new Int32Array(placings.length);
  for (let i = 0; i < table.length; i++) counts[printed.codes[i]!]!++;
  const placed = rowsWhere(table.length, (i) => placings[printed.codes[i]!]!.area !== null);
  const moved = withArea(takeRows(table, placed), key, (i) => placings[printed.codes[placed[i]!]!]!);
  const of = (i: number): Placing => placings[printed.codes[placed[i]!]!]!;
  const apart = rowsOfOneArea(
    moved,
    of,
    Object.values<MeasureColumn>(table.measures).every(({ kind }) => addsUp(kind)),
  );
  const kept = takeRows(moved, apart.rows);
  const summed = apart.summed ? (countBy(kept, Object.keys(kept.keys)) as Table) : kept;
  return uncheckedTable({
    ...summed,
    issues: [
      ...table.issues,
      ...issuesOfPlacing(
        placings.map((placing, i) => ({ placing, rows: counts[i]! })).filter(({ rows }) => rows > 0),
        table.length,
        by,
      ),
      ...apart.issues,
    ],
    provenance: said(table.provenance, places, { key, by, rows: kept.length, all: table.length }),
  }) as unknown as Table<PlacedKeys<K, P>, M>;
}

function rowsWhere(length: number, wanted: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let i = 0; i < length; i++) if (wanted(i)) rows.push(i);
  return rows;
}

function withArea(table: Table, key: string, placing: (row: number) => Placing): Table {
  const areas = Array.from({ length: table.length }, (_, i) => placing(i).area!);
  const others = Object.entries<KeyColumn>(table.keys).filter(([name]) => name !== key);
  return uncheckedTable<Keys, Measures>({
    ...table,
    keys: {
      area: keyColumn(areas.map(({ code }) => code)),
      level: keyColumn(areas.map((area) => area.level)),
      ...Object.fromEntries(others),
    },
  });
}

function said(
  table: Provenance,
  { parts }: Places,
  { key, by, rows, all }: { readonly key: string; readonly by: string; readonly rows: number; readonly all: number },
): Provenance {
  const lost = all === rows ? "" : `; ${all - rows} of ${all} rows left out or merged`;
  const inputs = parts.naming ? [table, parts.naming] : [table];
  return withStep(fromInputs(inputs), `areas placed by ${by}, from the key ${key}, on current codes${lost}`);
}

function refuseKeys(table: Table, key: string): void {
  const fault = (code: string, message: string, fix: string) =>
    new PopneedsError({ code, message: `placeAreas: ${message}`, fix });
  if (!Object.hasOwn(table.keys, key))
    throw fault(
      "unknown-key",
      `unknown key "${key}"; the table has ${Object.keys(table.keys).join(", ") || "no keys"}`,
      'Name the key that holds the areas as printed: { key: "areaName" }.',
    );
  if (Object.hasOwn(table.keys, "level"))
    throw fault("has-levels", 'the table has the key "level" already', "Place the areas once, before anything else.");
  if (key !== "area" && Object.hasOwn(table.keys, "area"))
    throw fault(
      "key-exists",
      `"${key}" is to become the key "area", and there is one already`,
      "Sum over the other key.",
    );
}

function refuseNames(places: Places, by: string, levels: readonly string[] | null): void {
  const [base] = places.levels as [string];
  if (by !== "name" || !levels?.includes(base)) return;
  const areas = places.areasAt(base);
  throw new PopneedsError({
    code: "names-are-no-keys",
    message: `placeAreas: names are no keys of level ${base}: ${areas.length} areas have ${new Set(areas.map(({ name }) => name)).size} different names`,
    fix: "Use the codes.",
  });
}
