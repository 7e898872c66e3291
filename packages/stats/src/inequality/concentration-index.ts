import { requireChoice } from "../shared/require-choice.ts";
import { requireGroupsInOrder } from "./require-groups-in-order.ts";

/** Which concentration index. */
export interface ConcentrationIndexOptions {
  /**
   * How the index is scaled: `standard` by the mean (default); `generalised` not divided by it; `erreygers` and `wagstaff`
   * for values with bounds, such as shares, whose index must not depend on whether the ill or the well are counted.
   */
  readonly form?: "standard" | "generalised" | "erreygers" | "wagstaff";
  /** The least and the most that a value can be, for `erreygers` and `wagstaff`. Default 0 and 1. */
  readonly bounds?: readonly [least: number, most: number];
}

/** A concentration index with its standard error. */
export interface ConcentrationIndex {
  readonly value: number;
  /** From the scatter of the groups about the line of the convenient regression. */
  readonly standardError: number;
}

/**
 * The concentration index: how far ill health is concentrated among the first groups (below 0) or the last (above 0).
 *
 * C = 2 Σ a y (b − ½) ÷ μ, with a the share of each group in the population and b its middle in the ranking: twice the area
 * between the concentration curve and the diagonal. Generalised C·μ; Erreygers 4 C·μ ÷ (most − least); Wagstaff
 * C·μ·(most − least) ÷ ((most − μ)(μ − least)).
 *
 * @param values value of each group, in order from the least to the best off, or the reverse; 0 or more
 * @param population people of each group, above 0
 * @param options `form`, `bounds`
 * @returns the index, from −1 to 1 in its standard form for values of 0 or more, and its standard error; NaN where a value is missing or the mean is 0
 * @throws RangeError where there are fewer than three groups, columns differ in length, a population is not above 0, or a
 * value lies outside the bounds
 *
 * Source: Kakwani N, Wagstaff A, van Doorslaer E. Socioeconomic inequalities in health: measurement, computation, and
 * statistical inference. J Econom 1997;77:87–103; Erreygers G. J Health Econ 2009;28:504–15; Wagstaff A. Health Econ
 * 2005;14:429–32.
 * Reference: the covariance form, 2 cov(y, b) ÷ μ, in R 4.2.2 (cov.wt, method "ML"), to 1e-14; the slope and its error
 * by `lm` with weights.
 *
 * @example
 * concentrationIndex([50, 40, 30, 20, 10], [10, 10, 10, 10, 10]).value // -0.26666666666666666
 */
export function concentrationIndex(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  { form = "standard", bounds = [0, 1] }: ConcentrationIndexOptions = {},
): ConcentrationIndex {
  requireGroupsInOrder("concentrationIndex", values, population);
  requireChoice("concentrationIndex", "form", form, ["standard", "generalised", "erreygers", "wagstaff"]);
  const [least, most] = bounds;
  const bounded = form === "erreygers" || form === "wagstaff";
  if (bounded) requireWithin(values, least, most);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += population[i]!;
  let [below, mean, lean, spread] = [0, 0, 0, 0];
  const ranks = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const share = population[i]! / total;
    ranks[i] = below + share / 2 - 0.5;
    below += share;
    mean += share * values[i]!;
    lean += share * values[i]! * ranks[i]!;
    spread += share * ranks[i]! * ranks[i]!;
  }
  const slope = lean / spread;
  let scatter = 0;
  for (let i = 0; i < values.length; i++) {
    const off = values[i]! - mean - slope * ranks[i]!;
    scatter += (population[i]! / total) * off * off;
  }
  const error = Math.sqrt(scatter / (values.length - 2) / spread);
  const range = most - least;
  const scaling = {
    standard: mean === 0 ? Number.NaN : 1 / mean,
    generalised: 1,
    erreygers: 4 / range,
    wagstaff: range / ((most - mean) * (mean - least)),
  }[form];
  return { value: 2 * lean * scaling, standardError: 2 * spread * error * scaling };
}

function requireWithin(values: ArrayLike<number>, least: number, most: number): void {
  if (!(least < most)) throw new RangeError(`concentrationIndex: bounds must rise, got ${least} to ${most}`);
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < least || values[i]! > most) {
      throw new RangeError(
        `concentrationIndex: values must be from ${least} to ${most}, got ${values[i]} in group ${i}`,
      );
    }
  }
}
