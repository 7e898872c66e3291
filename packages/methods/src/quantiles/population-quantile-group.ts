import {
  createTable,
  describeRow,
  firstThree,
  type Issue,
  type Keys,
  type MeasureColumn,
  type Measures,
  measureColumn,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { populationQuantileGroups } from "@popneeds/stats";
import { type Figure, figureAt } from "../shared/figure.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";

/** Which end of the figures comes first. */
export interface PopulationQuantileGroupOptions {
  /** Which figure group 1 begins with: the `lowest` (default), as rank 1 is the most deprived, or the `highest`, as a score. */
  readonly first?: "lowest" | "highest";
}

/**
 * The group of each area when areas in order of a measure are put into groups that hold equal shares of the people, such as
 * deprivation fifths. Areas are ordered among those that share all other keys; leave a key for the larger area, and groups
 * are made within each.
 *
 * group = ⌊groups × share of the people up to the middle of the area⌋ + 1.
 *
 * @param table      one row for each area and any more keys
 * @param measure    name of the measure to order by, such as the rank of an index
 * @param population name of the measure with the people of each area
 * @param groups     how many groups, a whole number from 1
 * @param options    `first`: `lowest` (default) or `highest`
 * @returns `group` by the same keys. A missing figure passes its reason and takes no part, nor do its people; where nobody
 * lives in any of the areas, none has a group: `no population`; one with people fewer than none is `not available`, with an
 * issue
 * @throws PopneedsError `unknown-measure`; `invalid-option` when `groups` is no whole number from 1
 *
 * Source: the rule of published population-weighted groups, found from their figures.
 * Reference: published deciles and quintiles of 6,976 small areas, through `populationQuantileGroups` of `@popneeds/stats`.
 *
 * @example
 * populationQuantileGroup(zones, "rank", "people", 5)
 */
export function populationQuantileGroup<K extends Keys & { readonly area: string }, M extends Measures>(
  table: Table<K, M>,
  measure: keyof M & string,
  population: keyof M & string,
  groups: number,
  { first = "lowest" }: PopulationQuantileGroupOptions = {},
): Table<K, { readonly group: "score" }> {
  const [ordered, people] = [columnOf(table, measure), columnOf(table, population)];
  if (!Number.isInteger(groups) || groups < 1)
    throw new PopneedsError({
      code: "invalid-option",
      message: `populationQuantileGroup: invalid groups: ${groups}`,
      fix: "Give a whole number from 1, such as 5.",
    });
  const { members } = groupsButFor("area", table as unknown as Table);
  const figures = new Array<Figure>(table.length);
  const impossible: number[] = [];
  for (const rows of members) {
    const own = rows.map((row): Figure => {
      const [figure, living] = [figureAt(ordered, row), figureAt(people, row)];
      if (typeof figure === "string" || typeof living === "string") return typeof figure === "string" ? figure : living;
      if (living >= 0 && living < Number.POSITIVE_INFINITY) return first === "lowest" ? figure : -figure;
      impossible.push(row);
      return "not available";
    });
    const found = populationQuantileGroups(
      own.map((figure) => (typeof figure === "string" ? Number.NaN : figure)),
      rows.map((row, k) => (typeof own[k] === "string" ? Number.NaN : people.values[row]!)),
      groups,
    );
    rows.forEach((row, k) => {
      const figure = own[k]!;
      figures[row] = typeof figure === "string" ? figure : Number.isNaN(found[k]) ? "no population" : found[k]!;
    });
  }
  return createTable<K, { readonly group: "score" }>({
    keys: table.keys,
    measures: { group: measureColumn("score", figures) },
    issues: [...table.issues, ...issue(table as unknown as Table, impossible)],
    provenance: withStep(
      table.provenance,
      `areas in order of ${measure}, put into ${groups} groups of equal ${population}, 1 the ${first}`,
    ),
  });
}

function columnOf<M extends Measures>(table: Table<Keys, M>, measure: string): MeasureColumn {
  const column = (table.measures as Readonly<Record<string, MeasureColumn>>)[measure];
  if (column) return column;
  throw new PopneedsError({
    code: "unknown-measure",
    message: `populationQuantileGroup: unknown measure "${measure}"; the table has ${Object.keys(table.measures).join(", ")}`,
    fix: "Name a measure of the table.",
  });
}

function issue(table: Table, rows: readonly number[]): Issue[] {
  if (rows.length === 0) return [];
  const some = firstThree(rows.map((i) => describeRow(table, i))).join("; ");
  return [
    {
      code: "impossible-count",
      severity: "warning",
      message: `${rows.length} areas have people fewer than none, or without end, and have no group: ${some}`,
      fix: "Correct the counts.",
    },
  ];
}
