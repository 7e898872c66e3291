import { fillLifeTable } from "./fill-life-table.ts";
import { type LifeTableOptions, type LifeTableSetting, lifeTableSetting } from "./life-table-options.ts";
import { lifeTableCode } from "./life-table-status.ts";

/** Life expectancies of many groups at all ages: a row for each band of each group, groups one after the other. */
export interface LifeTableColumns {
  /** Years expected at the start of each band. */
  readonly expectancy: Float64Array;
  /** Variance of the years expected. */
  readonly variance: Float64Array;
  /** A column for each level, in the order asked for. */
  readonly lower: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
  /** What came of each row: positions in `lifeTableStatuses`; 0 where there is a value. */
  readonly status: Uint8Array;
}

/**
 * Life expectancies of many groups at all ages, over typed columns: what `lifeTable` does for one.
 *
 * One pass from the oldest band down: with m = D ÷ P, q = nm ÷ (1 + n(1 − a)m), but 1 where D > P ÷ n ÷ a,
 * e(x) = (1 − q)(n + e(x + n)) + q·a·n, and 1 ÷ m in the open band;
 * V(x) = (1 − q)² V(x + n) + ((1 − a)n + e(x + n))² q² (1 − q) ÷ D, and 1 ÷ (D m²) in the open band. That is T ÷ l and
 * Chiang's variance, without the columns between. Limits: e ± z √V. Nothing is allocated for a group, and one that cannot be
 * computed does not stop the others; a fault in a band touches that age and those below, not those above.
 *
 * @param deaths deaths in each band of each group, 0 or more, whole or apportioned
 * @param population person-years of the same rows; people, where the deaths are those of one year
 * @param bandStarts exact ages in years at which the bands start, rising; the last band is open
 * @param options `levels`, `deviate`, `separation`, `openVariance`, `openBand`, `emptyBands`, `deathsAbovePopulation`,
 * `faultyBands`, `unreachedAges`, `withhold`: see `LifeTableOptions`
 * @returns columns in years (variance in years²), NaN where there is no figure, with a status that says why
 * @throws RangeError where columns differ in length or do not hold whole groups, bands do not rise, or an option is invalid
 *
 * Source: Chiang CL. The Life Table and its Applications, 1984, chapters 6 and 8; Silcocks PBS, Jenner DA, Reza R. Life
 * expectancy as a summary of mortality in a population. J Epidemiol Community Health 2001;55:38–43.
 * Reference: `phe_life_expectancy` of PHEindicatormethods 2.1.0, to 1e-10 relative; see `lifeTable`.
 *
 * @example
 * lifeTables([1, 4, 10, 2, 5, 8], [100, 400, 100, 100, 400, 100], [0, 1, 5]).expectancy
 * // [14.38640471054626, 13.529411764705882, 10, 16.464732378168577, 15.792682926829269, 12.5]
 */
export function lifeTables(
  deaths: ArrayLike<number>,
  population: ArrayLike<number>,
  bandStarts: ArrayLike<number>,
  options: LifeTableOptions = {},
): LifeTableColumns {
  const setting = lifeTableSetting("lifeTables", bandStarts, options);
  requireWholeGroups(deaths, population, setting.bands);
  return expectancies(deaths, population, setting);
}

const missing = lifeTableCode("missing");
const tooWide = lifeTableCode("interval too wide");
const tooFewPeople = lifeTableCode("population too small");
const tooFewDeaths = lifeTableCode("too few deaths");

/** The kernel, for bands and options that have been checked. */
export function expectancies(
  deaths: ArrayLike<number>,
  population: ArrayLike<number>,
  setting: LifeTableSetting,
): LifeTableColumns {
  const rows = deaths.length;
  const column = () => new Float64Array(rows).fill(Number.NaN);
  const expectancy = column();
  const variance = column();
  const status = new Uint8Array(rows);
  const d = deaths instanceof Float64Array ? deaths : Float64Array.from(deaths);
  const p = population instanceof Float64Array ? population : Float64Array.from(population);
  for (let start = 0; start < rows; start += setting.bands) {
    fillLifeTable(d, p, start, setting, expectancy, variance, status);
    withholdGroup(d, p, start, setting, expectancy, variance, status);
  }
  const deviation = column();
  for (let i = 0; i < rows; i++) deviation[i] = Math.sqrt(variance[i]!);
  const reach = (sign: number) =>
    setting.deviates.map((z) => {
      const limit = new Float64Array(rows);
      for (let i = 0; i < rows; i++) limit[i] = expectancy[i]! + sign * z * deviation[i]!;
      return limit;
    });
  const result = { expectancy, variance, lower: reach(-1), upper: reach(1), status };
  const { intervalAbove = Infinity } = setting.withhold;
  for (let i = 0; i < rows; i++) {
    if (2 * setting.deviate95 * deviation[i]! > intervalAbove) {
      expectancy[i] = Number.NaN;
      status[i] = tooWide;
    }
  }
  return result;
}

/** Takes away all ages of a group that has too few people or deaths. */
function withholdGroup(
  deaths: Float64Array,
  population: Float64Array,
  start: number,
  { bands, withhold }: LifeTableSetting,
  expectancy: Float64Array,
  variance: Float64Array,
  status: Uint8Array,
): void {
  const { populationUpTo, populationBelow = 0, deathsBelow = 0 } = withhold;
  let d = 0;
  let p = 0;
  for (let i = start; i < start + bands; i++) {
    d += deaths[i]!;
    p += population[i]!;
  }
  let reason = 0;
  if ((populationUpTo !== undefined && p <= populationUpTo) || p < populationBelow) reason = tooFewPeople;
  else if (d < deathsBelow) reason = tooFewDeaths;
  else if (Number.isNaN(d + p) && (populationUpTo !== undefined || populationBelow > 0 || deathsBelow > 0)) {
    reason = missing;
  }
  if (reason === 0) return;
  for (let i = start; i < start + bands; i++) {
    expectancy[i] = Number.NaN;
    variance[i] = Number.NaN;
    status[i] = reason;
  }
}

function requireWholeGroups(deaths: ArrayLike<number>, population: ArrayLike<number>, bands: number): void {
  if (deaths.length !== population.length) {
    throw new RangeError(
      `lifeTables: deaths, population must be of one length, got ${deaths.length}, ${population.length}`,
    );
  }
  if (deaths.length % bands !== 0) {
    throw new RangeError(`lifeTables: rows must be whole groups of ${bands} bands, got ${deaths.length} rows`);
  }
}
