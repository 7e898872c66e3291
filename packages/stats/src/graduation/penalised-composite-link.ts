import { chooseSmoothing, type Smoothing } from "./choose-smoothing.ts";
import type { Fitted } from "./fit-composite-link.ts";
import { requireBands, yearsOf } from "./require-bands.ts";
import { requireSmoothing } from "./require-smoothing.ts";
import { splineBasis } from "./spline-basis.ts";

/** How a penalised composite link is fitted. */
export interface CompositeLinkOptions {
  /**
   * The weight λ of the squared second differences, above 0, or the criterion that chooses it: `bayesian` (default) or
   * `akaike` information. As R's ungroup multiplies the differences by √λ, its λ is the square of this one.
   */
  readonly smoothing?: Smoothing;
  /** The least and the largest weight tried. Default √0.1 and √100,000, which are ungroup's own 0.1 and 100,000. */
  readonly range?: readonly [least: number, most: number];
  /** Years from one knot of the splines to the next, 1 or more. Default 2. */
  readonly yearsPerKnot?: number;
  /**
   * How many are supposed in the year above the last, so that an open last band tapers off: 1 as in ungroup, or any number
   * above 0. Default null: nothing is supposed, as is right where the last band is closed.
   */
  readonly beyond?: number | null;
}

/** Single years, and the smoothing that gave them. */
export interface CompositeLink {
  /** The expected count of each single year. */
  readonly value: Float64Array;
  /** The expected count of each band, before the years were brought to the sum of all. */
  readonly band: Float64Array;
  /** λ, given or chosen. One at an end of the range wants a look. */
  readonly smoothing: number;
  readonly deviance: number;
  /** How many parameters the curve is worth. */
  readonly dimension: number;
  /** `no events` where every count is 0, `missing` where one is NaN. */
  readonly status: Fitted["status"] | "no events" | "missing";
}

/**
 * Single years from bands of ages of any widths by the penalised composite link model: the smoothest counts whose sums are
 * likely to give the bands.
 *
 * The counts of bands are Poisson with means μ = C γ, sums of γ = exp(B b) over their years; B are cubic B-splines, one knot
 * every two years, reaching 1% beyond the ages. Maximises the likelihood less λ ÷ 2 × the squared second differences of b
 * (iteratively reweighted least squares, run to 1e-11). λ makes AIC = deviance + 2 × dimension, or BIC = deviance + ln(bands)
 * × dimension, least, or is given.
 *
 * Years are above 0 and smooth through wide and open bands, which no other method here divides. They add up to the sum of all
 * counts; to each band only as nearly as λ lets them: `band` shows how near. Scale the years to the bands where they must.
 *
 * @param counts deaths, people or other events in each band, 0 or more, from young to old; three bands or more
 * @param widths years in each band, whole, 200 at most in all; for an open last band, the years to an age that few pass
 * @param options `smoothing`, `range`, `yearsPerKnot`, `beyond`: see `CompositeLinkOptions`
 * @returns years, bands as fitted, λ, deviance and dimension. All is 0 without events, NaN where a band is missing (NaN)
 * @throws RangeError where the columns differ in length, there are fewer than three bands, a width is no whole number of years,
 * a count is negative or infinite, or an option is invalid
 *
 * Source: Eilers PHC. Ill-posed problems with counts, the composite link model and penalized likelihood. Stat Modelling
 * 2007;7:239–54; Rizzi S, Gampe J, Eilers PHC. Efficient estimation of smooth distributions from coarsely grouped data. Am J
 * Epidemiol 2015;182:138–47.
 * Reference: `pclm` of R's ungroup with `beyond: 1`, to 2e-6 relative: it stops at a tolerance of 1e-3, and after as many steps
 * the two agree to 3e-10.
 *
 * @example
 * penalisedCompositeLink([30, 60, 90, 120], [2, 2, 2, 2], { smoothing: 10 }).band.map((own) => Math.round(own))
 * // [32, 58, 89, 121]
 */
export function penalisedCompositeLink(
  counts: ArrayLike<number>,
  widths: ArrayLike<number>,
  {
    smoothing = "bayesian",
    range = [Math.sqrt(0.1), Math.sqrt(100_000)],
    yearsPerKnot = 2,
    beyond = null,
  }: CompositeLinkOptions = {},
): CompositeLink {
  const caller = "penalisedCompositeLink";
  requireBands(caller, counts, widths);
  requireSmoothing(caller, counts.length, { smoothing, range, yearsPerKnot, beyond });
  const years = yearsOf(widths);
  const own = beyond === null ? [] : [beyond];
  const total = Array.from(counts).reduce((a, b) => a + b, 0);
  if (!(total > 0)) return nothing(years, counts.length, total);
  const all = years + own.length;
  const chosen = chooseSmoothing(
    {
      counts: [...Array.from(counts), ...own],
      widths: [...Array.from(widths), ...own.map(() => 1)],
      population: new Float64Array(all).fill(1),
      basis: splineBasis(all, yearsPerKnot),
    },
    smoothing,
    range,
  );
  const value = chosen.value.slice(0, years);
  const scale = total / value.reduce((a, b) => a + b, 0);
  return {
    value: value.map((year) => year * scale),
    band: chosen.band.slice(0, counts.length),
    smoothing: chosen.smoothing,
    deviance: chosen.deviance,
    dimension: chosen.dimension,
    status: chosen.status,
  };
}

/** The years where there is nothing to fit: all 0, or all NaN. */
export function nothing(years: number, bands: number, total: number): CompositeLink {
  return {
    value: new Float64Array(years).fill(total),
    band: new Float64Array(bands).fill(total),
    smoothing: Number.NaN,
    deviance: Number.NaN,
    dimension: Number.NaN,
    status: total === 0 ? "no events" : "missing",
  };
}
