import { type Groups, groupCount, requireGroups } from "../shared/groups.ts";
import { requireDeviate, requireLevel, requireOneLength, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { type CountLimitsMethod, writeCountLimits } from "./count-limits.ts";
import { statusCode } from "./group-status.ts";

/** What indirectly standardised ratios are worked out from: a row for each stratum of each group. */
export interface IndirectColumns {
  /** Events observed in each row, 0 or more. */
  readonly events: ArrayLike<number>;
  /** Person-years in each row, 0 or more. */
  readonly population: ArrayLike<number>;
  /** Events of the reference in the stratum of each row. */
  readonly referenceEvents: ArrayLike<number>;
  /** Person-years of the reference in the stratum of each row, above 0. */
  readonly referencePopulation: ArrayLike<number>;
}

/** How indirectly standardised ratios are expressed. */
export interface IndirectRatiosOptions {
  /** The ratio of a group that has as many events as expected: 1, or 100. Default 1. */
  readonly per?: number;
  /** Coverages of the limits, each between 0 and 1. Default 0.95 alone. */
  readonly levels?: readonly number[];
  /** The limits of the observed count. Default exact below 10 events, Byar's from 10. */
  readonly limits?: CountLimitsMethod;
  /** A normal deviate in place of that of the levels, such as 1.96; for Byar's limits. Default none. */
  readonly deviate?: number;
}

/** A ratio for each group; `lower` and `upper` hold a column for each level, in the order asked for. */
export interface IndirectRatioColumns {
  readonly value: Float64Array;
  readonly lower: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** What came of each group: positions in `groupStatuses`; 0 where there is a ratio. */
  readonly status: Uint8Array;
}

/**
 * Indirectly standardised ratios of many groups at once, over typed columns: what `indirectRatio` does for one.
 *
 * E = Σ n × e of the reference ÷ n of the reference; value = O ÷ E × per, with the limits of O on the same scale. Nothing
 * is allocated for a group, and one group that cannot be computed does not stop the others.
 *
 * @param columns observed events and person-years, and those of the reference, a row for each stratum of each group
 * @param groups which rows belong to which group: `starts` where they lie together, `of` where they do not
 * @param options `per`, `levels`, `limits`, `deviate`
 * @returns columns with a row for each group; NaN where a number is missing (status `missing`), cannot be (`impossible`) or
 * nothing is expected (`nothing expected`)
 * @throws RangeError where columns differ in length, groups do not cover the rows, or an option is invalid
 *
 * Source: as for `indirectRatio`.
 * Reference: `indirectRatio`, to the last digit; through it `calculate_ISRatio` of PHEindicatormethods 2.1.0.
 *
 * @example
 * indirectRatios({ events: [20, 40], population: [100, 200], referenceEvents: [10, 20], referencePopulation: [100, 100] }, { starts: [0, 2] }).value
 * // [1.2]
 */
export function indirectRatios(
  columns: IndirectColumns,
  groups: Groups,
  { per = 1, levels = [0.95], limits = "exact below 10", deviate }: IndirectRatiosOptions = {},
): IndirectRatioColumns {
  const { events, population, referenceEvents, referencePopulation } = columns;
  requireOneLength("indirectRatios", { events, population, referenceEvents, referencePopulation });
  requireGroups("indirectRatios", groups, events.length);
  requirePer("indirectRatios", per);
  for (const level of levels) requireLevel("indirectRatios", level);
  if (deviate !== undefined) requireDeviate("indirectRatios", deviate);

  requireChoice("indirectRatios", "limits", limits, ["exact below 10", "byar", "exact"]);

  const count = groupCount(groups);
  const observed = new Float64Array(count);
  const expected = new Float64Array(count);
  const status = new Uint8Array(count).fill(noRows);
  if ("starts" in groups) addUpInOrder(columns, groups.starts, observed, expected, status);
  else addUpInAnyOrder(columns, groups.of, observed, expected, status);

  const column = () => new Float64Array(count).fill(Number.NaN);
  const result = { value: column(), lower: levels.map(column), upper: levels.map(column), observed, expected, status };
  writeRatios(result, per);
  for (const [l, level] of levels.entries()) {
    const columns = { lower: result.lower[l]!, upper: result.upper[l]! };
    writeCountLimits({ events: observed, status, ...columns }, limits, level, deviate);
    scale(columns.lower, expected, per);
    scale(columns.upper, expected, per);
  }
  return result;
}

function writeRatios({ value, observed, expected, status }: IndirectRatioColumns, per: number): void {
  for (let g = 0; g < status.length; g++) {
    if (status[g] === 0 && expected[g] === 0) status[g] = nothingExpected;
    if (status[g] === 0) value[g] = observed[g]! * (per / expected[g]!);
    if (status[g] === missing || status[g] === impossible || status[g] === noRows) {
      observed[g] = Number.NaN;
      expected[g] = Number.NaN;
    }
  }
}

function scale(limits: Float64Array, expected: Float64Array, per: number): void {
  for (let g = 0; g < limits.length; g++) limits[g] = limits[g]! * (per / expected[g]!);
}

const noRows = statusCode("no rows");
const missing = statusCode("missing");
const impossible = statusCode("impossible");
const nothingExpected = statusCode("nothing expected");

// Expected events are added up as `expectedEvents` does: people times the rate of the reference.
function addUpInOrder(
  { events, population, referenceEvents, referencePopulation }: IndirectColumns,
  starts: ArrayLike<number>,
  observed: Float64Array,
  expected: Float64Array,
  status: Uint8Array,
): void {
  for (let g = 0; g < status.length; g++) {
    const end = starts[g + 1]!;
    let total = 0;
    let sum = 0;
    let worst = starts[g]! < end ? 0 : noRows;
    for (let i = starts[g]!; i < end; i++) {
      const e = events[i]!;
      const n = population[i]!;
      const re = referenceEvents[i]!;
      const rn = referencePopulation[i]!;
      if (!(e >= 0 && n >= 0 && re >= 0 && rn > 0 && e + n + re + rn < Infinity)) {
        worst = worseOf(worst, e + n + re + rn);
        continue;
      }
      total += e;
      sum += (n * re) / rn;
    }
    observed[g] = total;
    expected[g] = sum;
    status[g] = worst;
  }
}

function addUpInAnyOrder(
  { events, population, referenceEvents, referencePopulation }: IndirectColumns,
  of: ArrayLike<number>,
  observed: Float64Array,
  expected: Float64Array,
  status: Uint8Array,
): void {
  for (let i = 0; i < of.length; i++) {
    const g = of[i]!;
    const e = events[i]!;
    const n = population[i]!;
    const re = referenceEvents[i]!;
    const rn = referencePopulation[i]!;
    if (status[g] === noRows) status[g] = 0;
    if (!(e >= 0 && n >= 0 && re >= 0 && rn > 0 && e + n + re + rn < Infinity)) {
      status[g] = worseOf(status[g]!, e + n + re + rn);
      continue;
    }
    observed[g] = observed[g]! + e;
    expected[g] = expected[g]! + (n * re) / rn;
  }
}

/** The worse of a status and that of a row that is not ordinary, whose numbers sum to NaN where one is missing. */
function worseOf(status: number, sum: number): number {
  if (status === impossible) return impossible;
  return Number.isNaN(sum) ? missing : impossible;
}
