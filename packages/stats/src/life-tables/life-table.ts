import { requireSameLength } from "../shared/require.ts";
import { factorByRule, openBandOf, probabilityOfDying, varianceOfDying } from "./fill-life-table.ts";
import { type LifeTableOptions, lifeTableSetting } from "./life-table-options.ts";
import { type LifeTableStatus, lifeTableStatuses } from "./life-table-status.ts";
import { expectancies } from "./life-tables.ts";

/** A life table: a row for each band of ages, from young to old; the last band is open. NaN is a figure that is not there. */
export interface LifeTable {
  /** Exact age in years at which the band starts, x. */
  readonly age: Float64Array;
  /** Deaths per person-year in the band, m(x). */
  readonly rate: Float64Array;
  /** Years that one who dies in the band lives in it on average, a(x) n; in the open band the years expected at its start. */
  readonly yearsOfDying: Float64Array;
  /** Chance that one who starts the band dies in it, q(x); 1 in the open band. */
  readonly probability: Float64Array;
  /** Variance of that chance. */
  readonly probabilityVariance: Float64Array;
  /** Of 100,000 at the first age, those who reach this one, l(x). */
  readonly survivors: Float64Array;
  /** Those of them who die in the band, d(x). */
  readonly dying: Float64Array;
  /** Years that they live in the band, L(x). */
  readonly years: Float64Array;
  /** Years that they live from this age on, T(x). */
  readonly yearsAbove: Float64Array;
  /** Years expected at this age, e(x) = T(x) ÷ l(x). */
  readonly expectancy: Float64Array;
  /** Variance of the years expected. */
  readonly variance: Float64Array;
  /** Limits of the years expected, a column for each level. */
  readonly lower: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
  /** What came of the life expectancy at each age; `computed` where it is there. */
  readonly status: readonly LifeTableStatus[];
}

/** Those who start the table. */
const radix = 100_000;

/**
 * The period life table of a population: how long its members would live at the death rates of each age.
 *
 * Chiang's abridged table, for bands of any width: m = D ÷ P; q = nm ÷ (1 + n(1 − a)m), 1 where D > P ÷ n ÷ a and in the
 * open band; l(x + n) = l(x)(1 − q); d = l q; L = n(l(x + n) + a d), l ÷ m in the open band; T = Σ L from this age on;
 * e = T ÷ l. Variance of e: Σ l² ((1 − a)n + e(x + n))² q²(1 − q) ÷ D ÷ l(x)², with Silcocks's l² ÷ (D m²) for the open band;
 * limits e ± z times its root.
 *
 * A band without deaths has q = 0 and adds no variance, so that limits from few deaths are somewhat narrow. A fault in a
 * band (missing count, nobody in it) touches that age and those below: life expectancy at 65 does not need the infants.
 * All rests on death rates of one period and forecasts nobody's life.
 *
 * @param deaths deaths in each band, 0 or more, whole or apportioned
 * @param population person-years in each band; people, where the deaths are those of one year
 * @param bandStarts exact ages in years at which the bands start, rising, from 0 or any other; the last band is open
 * @param options `levels`, `deviate`, `separation`, `openVariance`, `openBand`, `emptyBands`, `deathsAbovePopulation`,
 * `faultyBands`, `unreachedAges`, `withhold`: see `LifeTableOptions`
 * @returns columns, a row for each band, with a status that says why a life expectancy is not there
 * @throws RangeError where a count is negative or infinite, columns differ in length, bands do not rise, or an option is
 * invalid
 *
 * Source: Chiang CL. The Life Table and its Applications, 1984; Newell C. Methods and Models in Demography, 1994; Toson B,
 * Baker A. Life expectancy at birth: methodological options for small populations, ONS 2003; Eayres D, Williams ES. Evaluation
 * of methodologies for small area life expectancy estimation. J Epidemiol Community Health 2004;58:243–9; Silcocks PBS et al.
 * J Epidemiol Community Health 2001;55:38–43.
 * Reference: `phe_life_expectancy` of PHEindicatormethods 2.1.0, 1e-10 relative; Preston et al., Demography, 2001, box 3.1.
 *
 * @example
 * lifeTable([1, 4, 10], [100, 400, 100], [0, 1, 5]).expectancy
 * // [14.386404710546262, 13.52941176470588, 10]
 */
export function lifeTable(
  deaths: ArrayLike<number>,
  population: ArrayLike<number>,
  bandStarts: ArrayLike<number>,
  options: LifeTableOptions = {},
): LifeTable {
  const setting = lifeTableSetting("lifeTable", bandStarts, options);
  requireSameLength("lifeTable", { deaths, population, bandStarts });
  for (let k = 0; k < deaths.length; k++) {
    requireCount("deaths", deaths[k]!, k);
    requireCount("population", population[k]!, k);
  }
  const { expectancy, variance, lower, upper, status } = expectancies(deaths, population, setting);
  const closed = forwards(deaths, population, setting);
  return {
    age: Float64Array.from(bandStarts),
    ...closed,
    expectancy,
    variance,
    lower,
    upper,
    status: Array.from(status, (code) => lifeTableStatuses[code]!),
  };
}

/** The columns that the kernel does without, from young to old. */
function forwards(
  deaths: ArrayLike<number>,
  population: ArrayLike<number>,
  setting: ReturnType<typeof lifeTableSetting>,
) {
  const { bands, widths, factors, infantRule, closing } = setting;
  const column = () => new Float64Array(bands).fill(Number.NaN);
  const table = {
    rate: column(),
    yearsOfDying: column(),
    probability: column(),
    probabilityVariance: column(),
    survivors: column(),
    dying: column(),
    years: column(),
    yearsAbove: column(),
  };
  const open = openBandOf(deaths, population, 0, setting);
  const infantRate = deaths[0]! / population[0]!;
  let survivors = radix;
  for (let k = 0; k < open; k++) {
    const empty = population[k] === 0 && deaths[k] === 0 && setting.emptyIsNoDeaths;
    const rate = empty ? 0 : deaths[k]! / population[k]!;
    const a = infantRule === null || k > 1 ? factors[k]! : factorByRule(k, infantRate, setting);
    const q = Number.isFinite(rate) ? probabilityOfDying(deaths[k]!, population[k]!, widths[k]!, a) : Number.NaN;
    const next = survivors * (1 - q);
    table.rate[k] = rate;
    table.yearsOfDying[k] = a * widths[k]!;
    table.probability[k] = q;
    table.probabilityVariance[k] = varianceOfDying(q, deaths[k]!);
    table.survivors[k] = survivors;
    table.dying[k] = survivors * q;
    table.years[k] = widths[k]! * (next + a * survivors * q);
    survivors = next;
  }
  let d = 0;
  let p = 0;
  for (let k = open; k < bands; k++) {
    d += deaths[k]!;
    p += population[k]!;
  }
  table.rate[open] = p === 0 ? Number.NaN : d / p;
  table.yearsOfDying[open] = closing > 0 ? closing : d === 0 ? Number.NaN : p / d;
  table.probability[open] = 1;
  table.probabilityVariance[open] = 0;
  table.survivors[open] = survivors;
  table.dying[open] = survivors;
  table.years[open] = survivors * table.yearsOfDying[open]!;
  for (let k = open, sum = 0; k >= 0; k--) {
    sum += table.years[k]!;
    table.yearsAbove[k] = sum;
  }
  return table;
}

/** Refuses a count that cannot be. NaN passes, since a missing count is no mistake; so does 0, which the table can say. */
function requireCount(what: string, count: number, band: number): void {
  if (count < 0 || count === Infinity) {
    throw new RangeError(`lifeTable: ${what} must be 0 or more, got ${count} in band ${band}`);
  }
}
