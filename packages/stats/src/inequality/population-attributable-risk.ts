import { normalDeviate } from "../distributions/normal-deviate.ts";
import type { Interval, Limits } from "../shared/interval.ts";
import { requireLevel, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { fiellerLimit } from "./fieller-limit.ts";
import { requireGroupsInOrder } from "./require-groups-in-order.ts";
import { requireStandardErrors } from "./require-standard-errors.ts";

/** Which group all groups are compared with, and the mean. */
export interface AttributableRiskOptions {
  /** The group whose value all might have: the `last` (default), the `first`, or the one with the `lowest` or `highest` value. */
  readonly reference?: "first" | "last" | "lowest" | "highest";
  /** The value of the whole population, where it is published. Default the weighted mean of the groups. */
  readonly mean?: number;
  /** What values are expressed per, for the count. Default 1: values are shares, or events per person. */
  readonly per?: number;
  /** The standard error of each value, 0 or more, for limits. Default none: limits are NaN. */
  readonly standardErrors?: ArrayLike<number>;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** What would go if every group had the value of the reference group. */
export interface AttributableRisk {
  /** The value of the whole population. */
  readonly mean: number;
  /** The value of the reference group. */
  readonly reference: number;
  /** The mean less the reference, in the unit of the values. */
  readonly excess: Interval;
  /** The excess as a share of the mean; times 100 it is the population attributable risk in per cent. */
  readonly share: Interval;
  /** Events that would not have happened: excess × population ÷ `per`. */
  readonly events: Interval;
}

/**
 * The population attributable risk of inequality (PAR): how much lower the value of the whole population would be if every
 * group had that of the reference group, such as the least deprived.
 *
 * excess = mean − reference; share = excess ÷ mean. Below 0 where the reference group has more than the mean. It says what
 * the gap amounts to, not that closing it would do so. With errors that are normal the excess, a sum of the values, has exact
 * limits, and the share Fieller's. A reference group that is chosen for its value, as `lowest`, makes the excess look larger
 * than it is, which no limits undo.
 *
 * @param values value of each group, in order of the groups, two or more
 * @param population people (person-years) of each group, above 0
 * @param options `reference`, `mean`, `per`, `standardErrors`, `level`
 * @returns mean, reference, excess, share and events, each of these three with limits; NaN where a value is missing, limits
 * where an error is; the share is NaN where the mean is 0, its limits where it may be
 * @throws RangeError where there are fewer than two groups, columns differ in length, a population is not above 0, an error
 * is negative, or an option is invalid
 *
 * Source: Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities in health. Soc Sci Med
 * 1997;44:757–71; Fieller EC. J R Stat Soc B 1954;16:175–85.
 * Reference: the attributable risk of the published profiles, 21 cases to 1e-8; limits by matrices in R 4.2.2, to 1e-8.
 *
 * @example
 * populationAttributableRisk([30, 20, 10], [100, 100, 200]).share // { value: 0.42857142857142855, lower: NaN, upper: NaN }
 */
export function populationAttributableRisk(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  options: AttributableRiskOptions = {},
): AttributableRisk {
  const { reference = "last", mean, per = 1, standardErrors, level = 0.95 } = options;
  requireGroupsInOrder("populationAttributableRisk", values, population, "linear", 2);
  requirePer("populationAttributableRisk", per);
  requireLevel("populationAttributableRisk", level);
  requireChoice("populationAttributableRisk", "reference", reference, ["first", "last", "lowest", "highest"]);
  if (standardErrors) requireStandardErrors("populationAttributableRisk", standardErrors, values.length);
  let [people, weighted] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    people += population[i]!;
    weighted += population[i]! * values[i]!;
  }
  const at = referenceGroup(values, reference);
  const [whole, own] = [mean ?? weighted / people, values[at]!];
  const spread = standardErrors ? variances(population, people, standardErrors, at) : null;
  const z = normalDeviate(level);
  const excess = whole - own;
  const reach = spread ? z * Math.sqrt(spread.mean - 2 * spread.both + spread.own) : Number.NaN;
  return {
    mean: whole,
    reference: own,
    excess: { value: excess, lower: excess - reach, upper: excess + reach },
    share: { value: whole === 0 ? Number.NaN : excess / whole, ...shareLimits(whole, own, spread, z) },
    events: {
      value: (excess * people) / per,
      lower: ((excess - reach) * people) / per,
      upper: ((excess + reach) * people) / per,
    },
  };
}

function referenceGroup(
  values: ArrayLike<number>,
  reference: NonNullable<AttributableRiskOptions["reference"]>,
): number {
  if (reference === "first") return 0;
  if (reference === "last") return values.length - 1;
  let at = 0;
  for (let i = 1; i < values.length; i++) {
    // A value that is not known may be the lowest, and stays.
    if (Number.isNaN(values[at]!)) break;
    const nearer = reference === "lowest" ? values[i]! < values[at]! : values[i]! > values[at]!;
    if (nearer || Number.isNaN(values[i]!)) at = i;
  }
  return at;
}

interface Variances {
  readonly mean: number;
  readonly both: number;
  readonly own: number;
}

/** Variance of the mean, covariance with the value of the reference group, and variance of that. */
function variances(
  population: ArrayLike<number>,
  people: number,
  standardErrors: ArrayLike<number>,
  at: number,
): Variances {
  let mean = 0;
  for (let i = 0; i < population.length; i++) {
    const error = (population[i]! / people) * standardErrors[i]!;
    mean += error * error;
  }
  const own = standardErrors[at]! * standardErrors[at]!;
  return { mean, both: (population[at]! / people) * own, own };
}

function shareLimits(mean: number, reference: number, spread: Variances | null, z: number): Limits {
  if (spread === null) return { lower: Number.NaN, upper: Number.NaN };
  const left = (side: -1 | 1) => fiellerLimit(mean, reference, spread.mean, spread.both, spread.own, z, side);
  return { lower: 1 - left(1), upper: 1 - left(-1) };
}
