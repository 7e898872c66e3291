import type { Coefficient } from "../models/coefficient.ts";
import { type PoissonRegressionOptions, poissonRegression } from "../models/poisson-regression.ts";
import { type LeastSquares, weightedLeastSquares } from "../models/weighted-least-squares.ts";
import type { Interval } from "../shared/interval.ts";
import { requireOneLength } from "../shared/require.ts";
import { named } from "./trend-line.ts";

/** By how much a rate changes a year, in per cent of the year before. */
export interface AnnualChange extends Interval {
  /** Of the slope of ln(rate), from which the limits come. */
  readonly standardError: number;
  /** Chance of a slope at least as far from 0 if there were no change. */
  readonly probability: number;
}

/** How an annual change is estimated from rates. */
export interface AnnualChangeOptions {
  /** Standard errors of the rates, above 0; each ln(rate) weighs (rate ÷ its standard error)². Default all alike. */
  readonly standardErrors?: ArrayLike<number>;
  /** As for `weightedLeastSquares`: `from residuals` (default), or `as weighted` where standard errors are the whole error. */
  readonly variance?: "from residuals" | "as weighted";
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * The annual percentage change of rates: one steady change a year, by log-linear regression.
 *
 * 100 (exp(b) − 1), b being the slope of ln(rate) on year by least squares, weighted by (rate ÷ standard error)² where standard
 * errors are given; the limits are 100 (exp(b ∓ t·se) − 1), Student's t with n − 2 degrees of freedom.
 *
 * @param rates one a year, above 0, in any unit
 * @param years when they are, not all the same
 * @param options `standardErrors`, `variance`, `level`
 * @returns per cent a year with limits; of two rates the limits are NaN; all are NaN where a rate is missing
 * @throws RangeError where a rate or standard error is not above 0, a year is missing, all years are the same, or columns differ
 * in length
 *
 * Source: Fay MP, Tiwari RC, Feuer EJ, Zou Z. Estimating average annual percent change for disease rates without assuming
 * constant change. Biometrics 2006;62:847–54 (the log-linear case).
 * Reference: R 4.2.2 `lm(log(rate) ~ year, weights = (rate / se)^2)`, to 1e-10 relative.
 *
 * @example
 * annualChange([100, 110, 121], [2020, 2021, 2022]).value // 10
 */
export function annualChange(
  rates: ArrayLike<number>,
  years: ArrayLike<number>,
  options: AnnualChangeOptions = {},
): AnnualChange {
  const { coefficients } = logLinear("annualChange", rates, { years }, options);
  return changeOf(coefficients[1]!);
}

/**
 * The annual percentage change from counts, by Poisson regression on the year.
 *
 * 100 (exp(b) − 1), b being the coefficient of year with ln(population) as offset. Years without events count in full. With
 * `dispersion: "quasi-poisson"` the limits allow for years that differ by more than chance.
 *
 * @param events     counts of each year, 0 or more
 * @param population person-years, above 0
 * @param years      when they were counted, not all the same
 * @param options    `dispersion`, `limits`, `level`: see `poissonRegression`
 * @returns per cent a year with limits; all are NaN where a count is missing
 * @throws RangeError where events are negative, a population is not above 0, all years are the same, only one end of
 * the series has events, or columns differ in length
 *
 * Source: Frome EL. The analysis of rates using Poisson regression models. Biometrics 1983;39:665–74.
 * Reference: R 4.2.2 `glm(events ~ year + offset(log(population)), family = poisson)`, to 1e-10 relative.
 *
 * @example
 * annualChangeOfCounts([100, 110, 121], [1, 1, 1], [2020, 2021, 2022]).value // 10
 */
export function annualChangeOfCounts(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  years: ArrayLike<number>,
  options: PoissonRegressionOptions = {},
): AnnualChange {
  const { coefficients } = named("annualChangeOfCounts", () =>
    poissonRegression(events, population, { years }, options),
  );
  return changeOf(coefficients[1]!);
}

/** Fits ln(rate) by weighted least squares. */
function logLinear(
  caller: string,
  rates: ArrayLike<number>,
  terms: Readonly<Record<string, ArrayLike<number>>>,
  { standardErrors, variance = "from residuals", level = 0.95 }: AnnualChangeOptions,
): LeastSquares {
  return named(caller, () =>
    weightedLeastSquares(logarithms(caller, rates), terms, {
      ...weighing(caller, rates, standardErrors),
      variance,
      level,
    }),
  );
}

/** A slope of logarithms as per cent a year. */
export function changeOf({ value, lower, upper, standardError, probability }: Omit<Coefficient, "name">): AnnualChange {
  return {
    value: 100 * Math.expm1(value),
    lower: 100 * Math.expm1(lower),
    upper: 100 * Math.expm1(upper),
    standardError,
    probability,
  };
}

/** The logarithms of rates, which must be above 0. */
export function logarithms(caller: string, rates: ArrayLike<number>): Float64Array {
  for (let i = 0; i < rates.length; i++) {
    if (rates[i]! <= 0 || rates[i] === Infinity) {
      throw new RangeError(
        `${caller}: rates must be above 0, got ${rates[i]} at ${i}; take counts where there are none`,
      );
    }
  }
  return Float64Array.from(rates, Math.log);
}

/** (rate ÷ standard error)², the inverse variance of ln(rate). */
export function weighing(
  caller: string,
  rates: ArrayLike<number>,
  standardErrors: ArrayLike<number> | undefined,
): { readonly weights?: Float64Array } {
  if (standardErrors === undefined) return {};
  requireOneLength(caller, { rates, standardErrors });
  return {
    weights: Float64Array.from(rates, (rate, i) => {
      const error = standardErrors[i]!;
      if (error <= 0 || error === Infinity) {
        throw new RangeError(`${caller}: standard errors must be above 0, got ${error} at ${i}`);
      }
      return (rate / error) * (rate / error);
    }),
  };
}
