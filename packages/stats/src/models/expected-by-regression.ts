import { requireSameLength } from "../shared/require.ts";
import { reachOf } from "./coefficient.ts";
import { intercept, type Terms } from "./design.ts";
import type { PoissonRegression } from "./poisson-regression.ts";

/** Events that a regression expects, with limits, a row each. */
export interface ExpectedByRegression {
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Of ln(value). */
  readonly standardError: Float64Array;
}

/**
 * The events that a Poisson regression expects in rows of its own or of others, with limits.
 *
 * value = population × exp(x·b); the limits of the mean are value × exp(∓ z·se), se² = xᵀ C x, C being the covariance of the
 * coefficients. They are those of the mean, not of a count that will be seen: for that see `modelledExcess`.
 *
 * @param regression of `poissonRegression`
 * @param population person-years of each row, above 0
 * @param terms the columns of the regression by the same names, in any order
 * @returns columns with a row each, at the level of the regression
 * @throws RangeError where a term is missing or has no column, a population is not above 0, or columns differ in length
 *
 * Source: McCullagh P, Nelder JA. Generalized linear models, 2nd ed. 1989.
 * Reference: R 4.2.2 `predict(fit, newdata, se.fit = TRUE)`, to 1e-10 relative.
 *
 * @example
 * expectedByRegression(poissonRegression([10, 20], [100, 100], { later: [0, 1] }), [50], { later: [1] }).value // [10]
 */
export function expectedByRegression(
  { coefficients, scaled, degreesOfFreedom, limits, level }: PoissonRegression,
  population: ArrayLike<number>,
  terms: Terms,
): ExpectedByRegression {
  const names = coefficients.map(({ name }) => name);
  const own = names.slice(1);
  const strange = Object.keys(terms).filter((name) => !own.includes(name));
  if (strange.length > 0 || own.some((name) => !Object.hasOwn(terms, name))) {
    throw new RangeError(
      `expectedByRegression: terms must be those of the regression, ${own.join(", ")}, got ${Object.keys(terms).join(", ")}`,
    );
  }
  requireSameLength("expectedByRegression", { population, ...terms });
  const rows = population.length;
  const reach = reachOf(limits, degreesOfFreedom, level);
  const column = () => new Float64Array(rows);
  const found = { value: column(), lower: column(), upper: column(), standardError: column() };
  const x = new Float64Array(names.length);
  for (let i = 0; i < rows; i++) {
    if (!(population[i]! > 0) || population[i] === Infinity) {
      throw new RangeError(`expectedByRegression: population must be above 0, got ${population[i]} in row ${i}`);
    }
    names.forEach((name, k) => {
      x[k] = name === intercept ? 1 : (terms[name]![i]! - scaled.means[k]!) / scaled.scales[k]!;
    });
    let log = 0;
    let variance = 0;
    for (let k = 0; k < x.length; k++) {
      log += x[k]! * scaled.coefficients[k]!;
      for (let j = 0; j < x.length; j++) variance += x[k]! * x[j]! * scaled.covariance[k * x.length + j]!;
    }
    if (Number.isNaN(log)) throw new RangeError(`expectedByRegression: terms must be numbers, got another in row ${i}`);
    const standardError = Math.sqrt(Math.max(0, variance));
    found.value[i] = population[i]! * Math.exp(log);
    found.lower[i] = found.value[i]! * Math.exp(-reach * standardError);
    found.upper[i] = found.value[i]! * Math.exp(reach * standardError);
    found.standardError[i] = standardError;
  }
  return found;
}
