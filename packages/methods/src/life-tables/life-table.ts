import {
  type Age,
  ageBand,
  createTable,
  type Exposed,
  type Keys,
  keyColumn,
  measureColumn,
  takeRows,
} from "@popneeds/core";
import type { Estimates } from "../shared/estimate.ts";
import type { LifeTableOptions } from "./life-table-options.ts";
import { lifeTablesByGroup } from "./life-tables-by-group.ts";

/**
 * Life expectancy of each group at every age at which a band starts, with limits: a life table for each group.
 *
 * Chiang's abridged life table, as `lifeTable` of `@popneeds/stats`. The age key of a row becomes the open band of all who
 * have reached it: the row `65+` holds the years expected at 65, and the deaths and people of 65 and over that they rest on.
 *
 * @param exposed deaths over people or person-years, by age; bands of any width that follow one another, the last one open
 * @param options `level`: coverage, default 0.95; `deviate`, `separation`, `openVariance`, `openBand`, `emptyBands`,
 * `deathsAbovePopulation`, `faultyBands`, `unreachedAges`, `withhold`, `convention`: see `LifeTableOptions`
 * @returns years with limits, a row for each group and age. A fault in a band touches that age and those below: missing as
 * `incomplete` where a band has no row, `no population` where nobody lives in it, `too few events` where the open band has no
 * deaths or a rule withholds, `not available` where a count is impossible, and by its own reason where a count is missing;
 * issues say which. Where only the interval is too wide, the limits stay
 * @throws PopneedsError `bands-apart` when the bands overlap, leave a gap or end in a closed band; `invalid-option`
 *
 * Source: Chiang CL. The Life Table and its Applications, 1984; Silcocks PBS et al. J Epidemiol Community Health 2001;55:38–43.
 * Reference: `phe_life_expectancy` of PHEindicatormethods 2.1.0, through `lifeTables` of `@popneeds/stats`.
 *
 * @example
 * lifeTable(over(deaths, people))
 */
export function lifeTable<K extends Keys & { readonly age: Age }>(
  exposed: Exposed<K>,
  options: LifeTableOptions = {},
): Estimates<K, "expectancy"> {
  const table = exposed as unknown as Exposed<Keys & { readonly age: Age }>;
  const { first, bands, figures, issues, provenance } = lifeTablesByGroup("lifeTable", table, options);
  const rows = Array.from(first).flatMap((row) => bands.map(() => row));
  const reached = bands.map(({ from }) => ageBand(from, Number.POSITIVE_INFINITY));
  return createTable({
    keys: {
      ...takeRows(table, rows).keys,
      age: keyColumn(Array.from(first).flatMap(() => reached)),
    },
    measures: {
      value: measureColumn("expectancy", figures.value),
      lower: measureColumn("limit", figures.lower),
      upper: measureColumn("limit", figures.upper),
      events: measureColumn("count", figures.events),
      population: measureColumn(table.measures.population.kind, figures.population),
    },
    issues,
    provenance,
  }) as unknown as Estimates<K, "expectancy">;
}
