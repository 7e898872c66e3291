import { type Groups, groupCount, requireGroups } from "../shared/groups.ts";
import { requireDeviate, requireLevel, requireOneLength, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { DirectRateColumns, DirectRatesOptions, RateColumns } from "./direct-rate-columns.ts";
import { addUp, writeRates, writeStatus } from "./direct-rate-sums.ts";
import { placeLimits } from "./place-direct-rate-limits.ts";

/**
 * Directly standardised rates of many groups at once, over typed columns: what `directRate` does for one.
 *
 * One pass over the rows adds up each group, one over the groups places the limits; nothing is allocated for a group. One
 * group that cannot be computed does not stop the others: it is NaN, and its status says why.
 *
 * value = Σ w·e/n ÷ Σ w × per. Limits: see `directRate` (Dobson) and `fayFeuerLimits` (gamma).
 *
 * @param columns events, person-years and weights, a row for each stratum of each group
 * @param groups which rows belong to which group: `starts` where they lie together, `of` where they do not
 * @param options `per`, `levels`, `limits`, `deviate`, `minimumEvents`, `emptyRows`, `belowZero`
 * @returns columns with a row for each group. With no events the value is 0; Dobson's limits are NaN then, Fay and Feuer's
 * are there. A missing number (NaN) in a group makes it NaN with the status `missing`
 * @throws RangeError where columns differ in length, groups do not cover the rows, or an option is invalid
 *
 * Source: as for `directRate` and `fayFeuerLimits`.
 * Reference: `directRate`, to the last digit for Dobson's limits; through it `calculate_dsr` of PHEindicatormethods 2.1.0.
 *
 * @example
 * directRates({ events: [10, 40, 3, 9], population: [1e4, 5e3, 1e4, 5e3], weights: [6e4, 4e4, 6e4, 4e4] }, { starts: [0, 2, 4] }).value
 * // [380, 90]
 */
export function directRates(columns: DirectRateColumns, groups: Groups, options: DirectRatesOptions = {}): RateColumns {
  const { events, population, weights } = columns;
  requireOneLength("directRates", { events, population, weights });
  requireGroups("directRates", groups, events.length);
  const { per = 100_000, levels = [0.95], minimumEvents = 0, emptyRows = "withhold" } = options;
  requirePer("directRates", per);
  for (const level of levels) requireLevel("directRates", level);
  if (options.deviate !== undefined) requireDeviate("directRates", options.deviate);

  requireChoice("directRates", "limits", options.limits ?? "dobson-byar", ["dobson-byar", "dobson-exact", "fay-feuer"]);
  requireChoice("directRates", "emptyRows", emptyRows, ["withhold", "leave out", "rate 0", "count as people"]);
  requireChoice("directRates", "belowZero", options.belowZero ?? "as it is", ["as it is", "zero"]);

  const sums = addUp(columns, groups, emptyRows);
  const count = groupCount(groups);
  const column = () => new Float64Array(count).fill(Number.NaN);
  const result: RateColumns = {
    value: column(),
    lower: levels.map(column),
    upper: levels.map(column),
    events: column(),
    population: column(),
    status: new Uint8Array(count),
  };
  writeStatus(sums, result.status, minimumEvents);
  writeRates(sums, result, per);
  placeLimits(sums, result, levels, { ...options, per });
  return result;
}
