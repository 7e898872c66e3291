import {
  type Counts,
  countBy,
  fromInputs,
  type Issue,
  type Keys,
  type LookUp,
  type Measures,
  type OnlyCounts,
  PopneedsError,
  type Provenance,
  type Table,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import type { Places } from "./places.ts";

/** A look-up that leads on from some of the areas only, such as a custom area, with what is doubtful about it. */
export type PartialLookUp = LookUp & { readonly issues: readonly Issue[] };

/**
 * Sums counts of small areas into larger ones, at every level wanted, in one pass.
 *
 * Each count is summed over the small areas of each larger one: Σ over children. `level` becomes a key, so that an area
 * and what it holds can never be added together. A sum with a missing part is missing, for the part's reason.
 * Small areas that have no parent at a level are left out of that level, and an issue says so.
 *
 * @param table  counts with the key `area`, all of level `from`
 * @param levels levels wanted, those of `withCustomAreas` included, and single custom areas; the level `from` itself may be
 * among them
 * @param options `from`: the level of the table's areas; default the smallest of the geography
 * @returns the same keys and `level`; the steps name levels and edition, and the look-ups' files are among the sources
 * @throws PopneedsError `has-levels` when the table has the key `level` already
 * @throws PopneedsError `unknown-area` when an area of the table is none of level `from`
 * @throws PopneedsError `not-additive` when a measure is not a count
 *
 * @example
 * rollUp(people, places, ["locality", "partnership", "country"])
 */
export function rollUp<K extends Keys & { readonly area: string }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  places: Places,
  levels: readonly (string | PartialLookUp)[],
  { from = places.levels[0]! }: { readonly from?: string } = {},
): Table<K & { readonly level: string }, M> {
  refuseLevels(table);
  refuseUnknown(table, places, from);
  const lookUps = levels.map((level) => (typeof level === "string" ? places.lookUp(from, level) : level));
  const custom = levels.filter((level) => typeof level !== "string");
  const own = lookUps.filter(({ level }) => places.parts.customLevels?.includes(level));
  const counted = countBy(table as unknown as Table<Keys, Counts>, Object.keys(table.keys), lookUps);
  const issues = [
    ...counted.issues.filter((issue) => !expected(issue, [...custom, ...own])),
    ...custom.flatMap((area) => area.issues),
    ...(own.length > 0 ? places.issues : []),
  ];
  return uncheckedTable({
    ...counted,
    issues,
    provenance: rolledUp(table.provenance, from, lookUps),
  }) as unknown as Table<K & { readonly level: string }, M>;
}

/** That most small areas lie outside a custom area is no fault. */
function expected(issue: Issue, custom: readonly LookUp[]): boolean {
  return (
    issue.code === "area-without-parent" &&
    custom.some(({ level, edition }) => issue.message.includes(`have no ${level} in the look-up of ${edition}:`))
  );
}

function rolledUp(table: Provenance, from: string, lookUps: readonly LookUp[]): Provenance {
  const files = new Map(
    lookUps
      .flatMap(({ provenance }) => leaves(provenance))
      .map((leaf) => [leaf.source ? `${leaf.source.id} ${leaf.source.sha256}` : leaf, leaf]),
  );
  const byEdition = new Map<string, string[]>();
  for (const { edition, level } of lookUps) byEdition.set(edition, [...(byEdition.get(edition) ?? []), level]);
  const said = [...byEdition].map(([edition, levels]) => `${[...new Set(levels)].join(", ")} (${edition})`);
  return withStep(fromInputs([table, ...files.values()]), `rolled up from ${from} to ${said.join("; to ")}`);
}

function leaves(provenance: Provenance): readonly Provenance[] {
  const isEmpty = !provenance.source && provenance.steps.length === 0;
  return isEmpty ? provenance.inputs.flatMap(leaves) : [provenance];
}

function refuseLevels(table: Table): void {
  if ("level" in table.keys)
    throw new PopneedsError({
      code: "has-levels",
      message: "rollUp: the table must have areas of one level and no key level; it has been rolled up already",
      fix: "Roll up the counts of the small areas, once, to every level wanted.",
    });
}

function refuseUnknown(table: Table, places: Places, from: string): void {
  const known = new Set(places.areasAt(from).map(({ code }) => code));
  const areas = table.keys["area"]!.values as readonly string[];
  const astray = areas.filter((code) => !known.has(code));
  if (astray.length > 0)
    throw new PopneedsError({
      code: "unknown-area",
      message: `rollUp: every area must be a ${from}; ${astray.length} of ${areas.length} are not:`,
      where: astray,
      fix: "Name the level of the table's areas with from, and leave areas of other levels and editions out with keep().",
    });
}
