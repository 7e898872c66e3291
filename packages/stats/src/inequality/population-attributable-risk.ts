import { requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { requireGroupsInOrder } from "./require-groups-in-order.ts";

/** Which group all groups are compared with, and the mean. */
export interface AttributableRiskOptions {
  /** The group whose value all might have: the `last` (default), the `first`, or the one with the `lowest` or `highest` value. */
  readonly reference?: "first" | "last" | "lowest" | "highest";
  /** The value of the whole population, where it is published. Default the weighted mean of the groups. */
  readonly mean?: number;
  /** What values are expressed per, for the count. Default 1: values are shares, or events per person. */
  readonly per?: number;
}

/** What would go if every group had the value of the reference group. */
export interface AttributableRisk {
  /** The value of the whole population. */
  readonly mean: number;
  /** The value of the reference group. */
  readonly reference: number;
  /** The mean less the reference, in the unit of the values. */
  readonly excess: number;
  /** The excess as a share of the mean; times 100 it is the population attributable risk in per cent. */
  readonly share: number;
  /** Events that would not have happened: excess × population ÷ `per`. */
  readonly events: number;
}

/**
 * The population attributable risk of inequality (PAR): how much lower the value of the whole population would be if every
 * group had that of the reference group, such as the least deprived.
 *
 * excess = mean − reference; share = excess ÷ mean. Below 0 where the reference group has more than the mean. It says what
 * the gap amounts to, not that closing it would do so.
 *
 * @param values value of each group, in order of the groups
 * @param population people (person-years) of each group, above 0
 * @param options `reference`, `mean`, `per`
 * @returns mean, reference, excess, share and events; NaN where a value is missing; the share is NaN where the mean is 0
 * @throws RangeError where there are fewer than three groups, columns differ in length, or a population is not above 0
 *
 * Source: Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities in health. Soc Sci Med
 * 1997;44:757–71.
 * Reference: the attributable risk of the published profiles, 21 cases to 1e-8.
 *
 * @example
 * populationAttributableRisk([30, 20, 10], [100, 100, 200])
 * // { mean: 17.5, reference: 10, excess: 7.5, share: 0.42857142857142855, events: 3000 }
 */
export function populationAttributableRisk(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  { reference = "last", mean, per = 1 }: AttributableRiskOptions = {},
): AttributableRisk {
  requireGroupsInOrder("populationAttributableRisk", values, population);
  requirePer("populationAttributableRisk", per);
  requireChoice("populationAttributableRisk", "reference", reference, ["first", "last", "lowest", "highest"]);
  const all = Array.from(values);
  let [people, weighted] = [0, 0];
  for (let i = 0; i < all.length; i++) {
    people += population[i]!;
    weighted += population[i]! * all[i]!;
  }
  const compared = {
    first: all[0]!,
    last: all[all.length - 1]!,
    lowest: Math.min(...all),
    highest: Math.max(...all),
  }[reference];
  const whole = mean ?? weighted / people;
  const excess = whole - compared;
  return {
    mean: whole,
    reference: compared,
    excess,
    share: whole === 0 ? Number.NaN : excess / whole,
    events: (excess * people) / per,
  };
}
