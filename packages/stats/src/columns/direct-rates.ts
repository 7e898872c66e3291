import { fayFeuerLower, fayFeuerUpper } from "../rates/fay-feuer-limits.ts";
import { type Groups, groupCount, requireGroups } from "../shared/groups.ts";
import { requireDeviate, requireLevel, requireOneLength, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { writeCountLimits } from "./count-limits.ts";
import { statusCode } from "./group-status.ts";

/** What directly standardised rates are worked out from: a row for each stratum of each group. */
export interface DirectRateColumns {
  /** Events in each row, 0 or more. */
  readonly events: ArrayLike<number>;
  /** Person-years in each row, 0 or more. */
  readonly population: ArrayLike<number>;
  /** People of the standard in each row, 0 or more, on any scale. */
  readonly weights: ArrayLike<number>;
}

/** How the limits of a directly standardised rate are placed. */
export type DirectRateLimits = "dobson-byar" | "dobson-exact" | "fay-feuer";

/**
 * What is done with a row in which nobody lives.
 *
 * - `withhold` its group has no rate
 * - `leave out` the row is left out, and its weight too; its events are not counted
 * - `count as people` its people are taken to be as many as its events; without events it is left out
 */
export type EmptyRowPolicy = "withhold" | "leave out" | "count as people";

/** How directly standardised rates are expressed, and when one is withheld. */
export interface DirectRatesOptions {
  /** Person-years that rates are expressed per. Default 100 000. */
  readonly per?: number;
  /** Coverages of the limits, each between 0 and 1. Default 0.95 alone. */
  readonly levels?: readonly number[];
  /** How the limits are placed. Default Dobson's on Byar's. */
  readonly limits?: DirectRateLimits;
  /** A normal deviate in place of that of the levels, such as 1.96; Dobson's limits on Byar's only. Default none. */
  readonly deviate?: number;
  /** Groups with fewer events have no rate. Default 0: all have one. */
  readonly minimumEvents?: number;
  /** What is done with a row in which nobody lives. Default `withhold`. */
  readonly emptyRows?: EmptyRowPolicy;
  /** What a lower limit below 0 becomes, as it can by Dobson where few events carry much weight. Default `as it is`. */
  readonly belowZero?: "as it is" | "zero";
}

/** A figure for each group; `lower` and `upper` hold a column for each level, in the order asked for. */
export interface RateColumns {
  readonly value: Float64Array;
  readonly lower: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
  /** All events of each group that were counted. */
  readonly events: Float64Array;
  /** All person-years of each group that were counted. */
  readonly population: Float64Array;
  /** What came of each group: positions in `groupStatuses`; 0 where there is a rate. */
  readonly status: Uint8Array;
}

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
  requireChoice("directRates", "emptyRows", emptyRows, ["withhold", "leave out", "count as people"]);
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
  for (let g = 0, at = 0; g < count; g++, at += width) {
    const weight = sums[at + 3]!;
    const status = statusOf(sums[at + 7]!, weight, sums[at + 1]!, minimumEvents);
    result.status[g] = status;
    if (status === statusMissing || status === statusImpossible || status === statusNoRows) continue;
    result.events[g] = sums[at + 1]!;
    result.population[g] = sums[at + 2]!;
    if (status === 0) result.value[g] = (sums[at + 4]! / weight) * per;
  }
  levels.forEach((level, l) => {
    placeLimits(sums, result, { lower: result.lower[l]!, upper: result.upper[l]!, level, per, options });
  });
  return result;
}

// What is added up for a group stands together: one line of the processor's cache.
// 1 events, 2 people, 3 weight, 4 weighted rates, 5 variance, 6 largest weight for a person, 7 oddities.
const width = 8;

const oddMissing = 1;
const oddImpossible = 2;
const oddEmpty = 4;
const oddRows = 8;

const statusNoRows = statusCode("no rows");
const statusMissing = statusCode("missing");
const statusImpossible = statusCode("impossible");
const statusNoPopulation = statusCode("no population");
const statusTooFew = statusCode("too few events");

function statusOf(oddities: number, weight: number, events: number, minimumEvents: number): number {
  if ((oddities & oddImpossible) !== 0) return statusImpossible;
  if ((oddities & oddMissing) !== 0) return statusMissing;
  if ((oddities & oddRows) === 0) return statusNoRows;
  if ((oddities & oddEmpty) !== 0 || weight === 0) return statusNoPopulation;
  return events < minimumEvents ? statusTooFew : 0;
}

function addUp(columns: DirectRateColumns, groups: Groups, emptyRows: EmptyRowPolicy): Float64Array {
  const sums = new Float64Array(groupCount(groups) * width);
  if ("starts" in groups) addUpInOrder(columns, groups.starts, emptyRows, sums);
  else addUpInAnyOrder(columns, groups.of, emptyRows, sums);
  return sums;
}

function addUpInOrder(
  { events, population, weights }: DirectRateColumns,
  starts: ArrayLike<number>,
  emptyRows: EmptyRowPolicy,
  sums: Float64Array,
): void {
  for (let g = 0, at = 0; g + 1 < starts.length; g++, at += width) {
    const end = starts[g + 1]!;
    let total = 0;
    let people = 0;
    let weight = 0;
    let weighted = 0;
    let variance = 0;
    let largest = 0;
    let oddities = starts[g]! < end ? oddRows : 0;
    for (let i = starts[g]!; i < end; i++) {
      const e = events[i]!;
      let n = population[i]!;
      const w = weights[i]!;
      if (!isOrdinary(e, n, w)) {
        const odd = oddityOf(e, n, w, emptyRows);
        oddities |= odd;
        if (odd !== 0 || e === 0 || emptyRows !== "count as people") continue;
        n = e;
      }
      const each = w / n;
      total += e;
      people += n;
      weight += w;
      weighted += (w * e) / n;
      variance += e * (each * each);
      if (each > largest) largest = each;
    }
    sums[at + 1] = total;
    sums[at + 2] = people;
    sums[at + 3] = weight;
    sums[at + 4] = weighted;
    sums[at + 5] = variance;
    sums[at + 6] = largest;
    sums[at + 7] = oddities;
  }
}

function addUpInAnyOrder(
  { events, population, weights }: DirectRateColumns,
  of: ArrayLike<number>,
  emptyRows: EmptyRowPolicy,
  sums: Float64Array,
): void {
  for (let i = 0; i < of.length; i++) {
    const at = of[i]! * width;
    const e = events[i]!;
    let n = population[i]!;
    const w = weights[i]!;
    if (!isOrdinary(e, n, w)) {
      const odd = oddityOf(e, n, w, emptyRows);
      sums[at + 7] = sums[at + 7]! | odd | oddRows;
      if (odd !== 0 || e === 0 || emptyRows !== "count as people") continue;
      n = e;
    }
    const each = w / n;
    sums[at + 1] = sums[at + 1]! + e;
    sums[at + 2] = sums[at + 2]! + n;
    sums[at + 3] = sums[at + 3]! + w;
    sums[at + 4] = sums[at + 4]! + (w * e) / n;
    sums[at + 5] = sums[at + 5]! + e * (each * each);
    if (each > sums[at + 6]!) sums[at + 6] = each;
    sums[at + 7] = sums[at + 7]! | oddRows;
  }
}

function isOrdinary(events: number, population: number, weight: number): boolean {
  return events >= 0 && population > 0 && weight >= 0 && events + population + weight < Infinity;
}

/** What is odd about a row that is not ordinary; 0 where the policy knows what to do with it. */
function oddityOf(events: number, population: number, weight: number, emptyRows: EmptyRowPolicy): number {
  if (Number.isNaN(events + population + weight)) return oddMissing;
  if (events < 0 || population < 0 || weight < 0) return oddImpossible;
  if (events === Infinity || population === Infinity || weight === Infinity) return oddImpossible;
  return emptyRows === "withhold" ? oddEmpty : 0;
}

interface Placing {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly level: number;
  readonly per: number;
  readonly options: DirectRatesOptions;
}

function placeLimits(sums: Float64Array, { status, events: counted }: RateColumns, placing: Placing): void {
  const { lower, upper, level, per, options } = placing;
  const { limits = "dobson-byar", deviate, belowZero = "as it is" } = options;
  if (limits === "fay-feuer") {
    const tail = (1 - level) / 2;
    for (let g = 0, at = 0; g < status.length; g++, at += width) {
      if (status[g] !== 0) continue;
      const weight = sums[at + 3]!;
      const rate = sums[at + 4]! / weight;
      const variance = sums[at + 5]! / (weight * weight);
      lower[g] = fayFeuerLower(rate, variance, tail) * per;
      upper[g] = fayFeuerUpper(rate, variance, sums[at + 6]! / weight, tail) * per;
    }
    return;
  }
  const method = limits === "dobson-exact" ? "exact" : "byar";
  writeCountLimits({ events: counted, status, lower, upper }, method, level, deviate);
  const floor = belowZero === "zero" ? 0 : -Infinity;
  for (let g = 0, at = 0; g < status.length; g++, at += width) {
    if (status[g] !== 0) continue;
    const total = sums[at + 1]!;
    const weight = sums[at + 3]!;
    const rate = sums[at + 4]! / weight;
    const scale = Math.sqrt(sums[at + 5]! / total) / weight;
    lower[g] = Math.max(floor, (rate + scale * (lower[g]! - total)) * per);
    upper[g] = (rate + scale * (upper[g]! - total)) * per;
  }
}
