import {
  createTable,
  type Keys,
  type MeasureColumn,
  type Measures,
  measureColumn,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { type QuantileGroupsOptions, quantileGroups } from "@popneeds/stats";
import { type Figure, figureAt } from "../shared/figure.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";

/**
 * The quantile group of each area by one measure, such as its fifth or tenth: 1 for the lowest figures, `groups` for the
 * highest. Areas are ranked among those that share all other keys: within each sex and period, where there are any.
 *
 * @param table   one row for each area and any more keys
 * @param measure name of the measure to rank by
 * @param groups  how many groups, a whole number from 1
 * @param options `highestFirst`: whether group 1 holds the highest figures, default false
 * @returns `group` by the same keys. A missing figure passes its reason and is not ranked; where fewer areas have a figure
 * than there are groups, none has a group: `not applicable`. Equal figures share a group
 * @throws PopneedsError `unknown-measure`; `invalid-option` when `groups` is no whole number from 1
 *
 * Source: Office for Health Improvement and Disparities, guidance on grouping areas into quantiles.
 * Reference: `phe_quantile` of PHEindicatormethods 2.1.0, through `quantileGroups` of `@popneeds/stats`.
 *
 * @example
 * quantileGroup(crudeRate(exposed), "value", 5, { highestFirst: true })
 */
export function quantileGroup<K extends Keys & { readonly area: string }, M extends Measures>(
  table: Table<K, M>,
  measure: keyof M & string,
  groups: number,
  { highestFirst = false }: QuantileGroupsOptions = {},
): Table<K, { readonly group: "score" }> {
  const column = (table.measures as Readonly<Record<string, MeasureColumn>>)[measure];
  if (!column)
    throw new PopneedsError({
      code: "unknown-measure",
      message: `quantileGroup: unknown measure "${measure}"; the table has ${Object.keys(table.measures).join(", ")}`,
      fix: "Name a measure of the table.",
    });
  if (!Number.isInteger(groups) || groups < 1)
    throw new PopneedsError({
      code: "invalid-option",
      message: `quantileGroup: invalid groups: ${groups}`,
      fix: "Give a whole number from 1, such as 5.",
    });
  const { members } = groupsButFor("area", table as unknown as Table);
  const figures = new Array<Figure>(table.length);
  for (const rows of members) {
    const own = rows.map((i) => figureAt(column, i));
    const found = quantileGroups(
      own.map((figure) => (typeof figure === "string" ? Number.NaN : figure)),
      groups,
      { highestFirst },
    );
    rows.forEach((row, k) => {
      const figure = own[k]!;
      figures[row] = typeof figure === "string" ? figure : Number.isNaN(found[k]) ? "not applicable" : found[k]!;
    });
  }
  const order = highestFirst ? "highest" : "lowest";
  return createTable<K, { readonly group: "score" }>({
    keys: table.keys,
    measures: { group: measureColumn("score", figures) },
    issues: table.issues,
    provenance: withStep(table.provenance, `areas in ${groups} quantile groups of ${measure}, 1 the ${order}`),
  });
}
