import { normalDeviate } from "../distributions/normal-deviate.ts";
import { openBand } from "../life-tables/healthy-life-expectancy.ts";
import type { LifeTable } from "../life-tables/life-table.ts";
import type { Interval } from "../shared/interval.ts";
import { requireDeviate, requireLevel } from "../shared/require.ts";
import { bandAt } from "./life-expectancy-gap.ts";
import { ageAtSurvival, type Lifespans, survivalSums } from "./lifespans.ts";

/** From which age lifespans are compared. */
export interface LifespanVariationOptions {
  /** Exact age in years, one at which a band starts; 10 or 15 leaves infant deaths aside. Default: the first of the table. */
  readonly from?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** A normal deviate in place of that of the level, such as 1.96. Default none. */
  readonly deviate?: number;
}

/** How unequal the lengths of life are in a life table, among those who reach an age. */
export interface LifespanVariation {
  /** Mean age at death in years: the age plus the life expectancy. */
  readonly meanAge: Interval;
  /** Standard deviation of the age at death, in years. */
  readonly standardDeviation: Interval;
  /** Variance of the age at death, in years². */
  readonly variance: Interval;
  /** Life disparity, e†: mean years lost to death, those that one who dies would still have had, in years. */
  readonly disparity: Interval;
  /** Keyfitz's entropy of the life table, H: disparity ÷ life expectancy. */
  readonly entropy: Interval;
  /** Gini coefficient of the years lived from the age on: 0 if all die at one age, 0.5 if deaths come at a constant rate. */
  readonly gini: Interval;
  /** Exact ages in years by which a quarter, a half and three quarters have died, and the years between first and last. */
  readonly lowerQuartile: Interval;
  readonly median: Interval;
  readonly upperQuartile: Interval;
  readonly interquartileRange: Interval;
}

/**
 * How unequal the lengths of life are in a life table: what life expectancy, a mean, does not tell.
 *
 * All measures are of one survival curve S(t), t years after the age, with ∫ S = e exactly: within a closed band deaths are
 * spread evenly around the mean that the table has for them (over all of it where a = 0.5), in the open band they come at its
 * constant rate. Variance 2 ∫ t S − e²; disparity −∫ S ln S; entropy −∫ S ln S ÷ e; Gini 1 − ∫ S² ÷ e; quartiles where S
 * is 0.75, 0.5, 0.25. Each integral is in closed form.
 *
 * Limits are those of the delta method: value ± z √Σ (∂f/∂q)² V(q), q and the years of the open band being independent
 * by Chiang; for the mean that is his variance of the life expectancy. Where the population is small, take them as rough.
 *
 * @param table a life table
 * @param options `from`, `level`, `deviate`
 * @returns measures with limits, in the units named; all NaN where the table has no life expectancy at the age
 * @throws RangeError where no band starts at the age, or the level is not between 0 and 1
 *
 * Source: Shkolnikov VM, Andreev EM, Begun AZ. Gini coefficient as a life table function. Demogr Res 2003;8:305–58; Vaupel JW,
 * Canudas-Romo V. Decomposing change in life expectancy. Demography 2003;40:201–16; Keyfitz N. Applied Mathematical
 * Demography, 1977; van Raalte AA, Caswell H. Perturbation analysis of indices of lifespan variability. Demography
 * 2013;50:1615–40.
 * Reference: `integrate` of R 4.2.2 on the same curve, 1e-9 relative; exponential and uniform lifespans, exactly.
 *
 * @example
 * lifespanVariation(lifeTable([20], [1_000], [0])).gini // { value: 0.5, lower: 0.5, upper: 0.5 }
 */
export function lifespanVariation(
  table: LifeTable,
  { from = table.age[0]!, level = 0.95, deviate }: LifespanVariationOptions = {},
): LifespanVariation {
  requireLevel("lifespanVariation", level);
  if (deviate !== undefined) requireDeviate("lifespanVariation", deviate);
  const z = deviate ?? normalDeviate(level);
  const first = bandAt("lifespanVariation", table, from);
  const open = openBand(table);
  const known = !Number.isNaN(table.expectancy[first]!);
  const lives: Lifespans = {
    from,
    ages: table.age.slice(first, open + 1),
    probability: table.probability.slice(first, open),
    yearsOfDying: table.yearsOfDying.slice(first, open),
    openYears: table.yearsOfDying[open]!,
  };
  const values = known ? measures(lives) : new Float64Array(names.length).fill(Number.NaN);
  const variances = new Float64Array(names.length);
  if (known) {
    const add = (slopes: Float64Array, variance: number) => {
      for (let i = 0; i < variances.length; i++) variances[i]! += slopes[i]! * slopes[i]! * variance;
    };
    for (let k = first; k < open; k++) {
      const variance = table.probabilityVariance[k]!;
      if (variance > 0) add(slopesOfProbability(lives, k - first), variance);
    }
    add(slopesOfOpenYears(lives), table.variance[open]!);
  }
  const interval = (i: number): Interval => {
    const value = values[i]!;
    const reach = z * Math.sqrt(variances[i]!);
    return { value, lower: value - reach, upper: value + reach };
  };
  return Object.fromEntries(names.map((name, i) => [name, interval(i)])) as unknown as LifespanVariation;
}

const names: readonly (keyof LifespanVariation)[] = [
  "meanAge",
  "standardDeviation",
  "variance",
  "disparity",
  "entropy",
  "gini",
  "lowerQuartile",
  "median",
  "upperQuartile",
  "interquartileRange",
];

/** The measures, in the order of their names. */
function measures(lives: Lifespans): Float64Array {
  const { years, variance, squares, logarithms } = survivalSums(lives);
  const [lower, median, upper] = [0.75, 0.5, 0.25].map((part) => ageAtSurvival(lives, part)) as [
    number,
    number,
    number,
  ];
  return Float64Array.of(
    lives.from + years,
    Math.sqrt(variance),
    variance,
    logarithms,
    logarithms / years,
    1 - squares / years,
    lower,
    median,
    upper,
    upper - lower,
  );
}

/** How fast each measure changes with the chance of dying in a band, by a small step to either side. */
function slopesOfProbability(lives: Lifespans, band: number): Float64Array {
  const q = lives.probability[band]!;
  const step = Math.min(1e-5, q / 2, (1 - q) / 2);
  const moved = (by: number) => measures({ ...lives, probability: lives.probability.with(band, q + by) });
  return slopes(moved(step), moved(-step), 2 * step);
}

function slopesOfOpenYears(lives: Lifespans): Float64Array {
  const step = 1e-5 * lives.openYears;
  const moved = (by: number) => measures({ ...lives, openYears: lives.openYears + by });
  return slopes(moved(step), moved(-step), 2 * step);
}

function slopes(above: Float64Array, below: Float64Array, apart: number): Float64Array {
  return above.map((value, i) => (value - below[i]!) / apart);
}
