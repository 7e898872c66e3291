import { normalDeviate } from "../distributions/normal-deviate.ts";
import { studentQuantile } from "../distributions/student-quantile.ts";
import type { Interval, Limits } from "../shared/interval.ts";
import { requireLevel, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { fiellerLimit } from "./fieller-limit.ts";
import { requireGroupsInOrder } from "./require-groups-in-order.ts";
import { requireStandardErrors } from "./require-standard-errors.ts";
import { simulatedSlopes } from "./simulated-slopes.ts";
import {
  covarianceOfEnds,
  fromScale,
  type Line,
  lineThrough,
  onScale,
  type Scale,
  type SlopeWeights,
  slopeVariance,
  slopeWeights,
} from "./slope-fit.ts";
import type { SlopeLimits } from "./slope-limits.ts";
import type { ValueErrors } from "./value-errors.ts";

/** How a slope index is worked out. */
export interface SlopeIndexOptions {
  /** The scale on which the line is fitted. Default `linear`. */
  readonly scale?: Scale;
  /** Which end is subtracted from which: the last group's from the first's, or (default) the first's from the last's. */
  readonly direction?: "last minus first" | "first minus last";
  /**
   * What limits rest on: `errors` (default) those given with the values; `residuals` the scatter of the values about the
   * line, by Student's t with two degrees of freedom fewer than groups.
   */
  readonly limits?: "errors" | "residuals";
  /** What indices that are differences are multiplied by. Default 1. */
  readonly per?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Draws, where limits must be simulated. Default 100,000. */
  readonly draws?: number;
  /** Seed of the draws. Default 1. */
  readonly seed?: number;
  /** The mean that `relativeToMean` is divided by, where it is published. Default that of the groups, weighted. */
  readonly mean?: number;
}

/** A slope index of inequality, in its absolute and its relative senses. */
export interface SlopeIndex {
  /** The slope index (SII): how much higher the line is at one end of the population than at the other. */
  readonly absolute: Interval;
  /** The relative index as a ratio (RII): the line at one end, divided by the line at the other. */
  readonly ratio: Interval;
  /** The relative index as a share of the mean (RII): the slope index divided by the mean of the population. */
  readonly relativeToMean: Interval;
  /** The line at the first end of the population, times `per`. */
  readonly first: number;
  /** The line at the last end, times `per`. */
  readonly last: number;
  /** Standard error of the slope on the scale of the fit, where limits are exact or from residuals; else NaN. */
  readonly standardError: number;
  /** How the limits came about: `exact` from the errors, `simulated`, `residuals`, or `none`. */
  readonly method: "exact" | "simulated" | "residuals" | "none";
}

/**
 * The slope index of inequality and the relative index (SII, RII) of values of groups in order, such as deprivation fifths.
 *
 * Groups are laid side by side in order, each as wide as its share a of the population, and a line is fitted through their
 * values y at their middles b, weighted by a: β = Σ a(b − ½)(y − ȳ) ÷ Σ a(b − ½)². On a linear scale the index is β; on a
 * log or logit scale values are transformed first, and the ends of the line transformed back.
 *
 * Limits from the errors of the values are exact where these are normal on the scale of the fit, since β is a sum of the
 * values: β ± z √Σ c²s². The ratio on a linear scale has Fieller's limits, from errors or from residuals. On a log or logit
 * scale the ends of the line turn about its middle, which is held: for the ratio on a log scale that changes nothing. Where
 * the scales differ, limits are the middle of seeded draws, at ranks ⌊draws × p + ½⌋.
 *
 * @param values value of each group, in order of the groups; above 0 for a log scale, between 0 and 1 for a logit scale
 * @param population people of each group, above 0
 * @param errors how sure the values are, or null where that is not known
 * @param options `scale`, `direction`, `limits`, `per`, `level`, `draws`, `seed`, `mean`
 * @returns the indices with limits; NaN limits without errors, where one is missing, and for a ratio whose divisor may
 * be 0; all NaN where a value is missing
 * @throws RangeError where there are fewer than three groups, columns differ in length, a population is not above 0, a value
 * does not fit the scale, an error is negative, or an option is invalid
 *
 * Source: Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. J Public Health 2004;26:388–95;
 * Fieller EC. J R Stat Soc B 1954;16:175–85; Regidor E. J Epidemiol Community Health 2004;58:900–3 (the indices by name).
 * Reference: `phe_sii` of PHEindicatormethods 2.1.0 (value, ratio, its transformed forms), 29 cases to 1e-9 relative; the
 * published profiles' indices with t limits, 21 cases to 1e-8.
 *
 * @example
 * slopeIndex([300, 250, 200, 150, 100], [10, 10, 10, 10, 10], null).absolute
 * // { value: -250, lower: NaN, upper: NaN }
 */
export function slopeIndex(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  errors: ValueErrors | null,
  options: SlopeIndexOptions = {},
): SlopeIndex {
  const { scale = "linear", direction = "last minus first", limits = "errors", per = 1, level = 0.95 } = options;
  requireGroupsInOrder("slopeIndex", values, population, scale);
  if (errors) {
    requireStandardErrors("slopeIndex", errors.standardErrors, values.length);
    requireGroupsInOrder("slopeIndex", values, population, errors.scale);
  }
  requirePer("slopeIndex", per);
  requireLevel("slopeIndex", level);
  requireChoice("slopeIndex", "scale", scale, ["linear", "log", "logit"]);
  requireChoice("slopeIndex", "direction", direction, ["last minus first", "first minus last"]);
  requireChoice("slopeIndex", "limits", limits, ["errors", "residuals"]);
  if (errors) requireChoice("slopeIndex", "scale of the errors", errors.scale, ["linear", "log", "logit"]);
  const weights = slopeWeights(population);
  const placed = Float64Array.from(values, (value) => onScale(value, scale));
  const line = lineThrough(placed, weights);
  const mean = options.mean ?? lineThrough(values, weights).middle;
  const forwards = direction === "last minus first";
  const ends = endsOf(line, scale);
  const rise = scale === "linear" ? line.slope : ends.last - ends.first;
  const found = { ...ends, rise, mean, per, forwards };

  if (limits === "residuals") {
    const { variance, spread } = scatter(placed, line, weights);
    const standardError = Math.sqrt(variance / spread);
    const t = studentQuantile((1 + level) / 2, values.length - 2);
    const [own, both] = [variance * (1 + 1 / (4 * spread)), variance * (1 - 1 / (4 * spread))];
    const ratio = ratioLimits(line, scale, t * standardError, t, own, both, own);
    return indices({ ...found, standardError }, { ...turned(line, t * standardError, scale), ratio }, "residuals");
  }
  if (errors === null) return indices(found, noLimits, "none");
  if (errors.scale !== scale) {
    const { draws = 100_000, seed = 1 } = options;
    const drawn = simulatedSlopes({ values, errors, weights, scale, draws, seed, level });
    return indices(found, drawn, "simulated");
  }
  const z = normalDeviate(level);
  const { standardErrors } = errors;
  const standardError = Math.sqrt(slopeVariance(weights, standardErrors, 0));
  const between = (one: -1 | 1, other: -1 | 1) => covarianceOfEnds(weights, standardErrors, 0, one, other);
  const ratio = ratioLimits(line, scale, z * standardError, z, between(-1, -1), between(-1, 1), between(1, 1));
  return indices({ ...found, standardError }, { ...turned(line, z * standardError, scale), ratio }, "exact");
}

const unknown: Limits = { lower: Number.NaN, upper: Number.NaN };
const noLimits: SlopeLimits = { absolute: unknown, ratio: unknown };

interface Found {
  readonly rise: number;
  readonly first: number;
  readonly last: number;
  readonly mean: number;
  readonly per: number;
  readonly forwards: boolean;
  readonly standardError?: number;
}

/** Turns the indices round where the first end is set against the last, and scales what is a difference. */
function indices(
  { first, last, rise, mean, per, forwards, standardError = Number.NaN }: Found,
  { absolute, ratio }: SlopeLimits,
  method: SlopeIndex["method"],
): SlopeIndex {
  const difference = forwards ? rise : -rise;
  const [low, high] = forwards ? [absolute.lower, absolute.upper] : [-absolute.upper, -absolute.lower];
  return {
    absolute: { value: difference * per, lower: low * per, upper: high * per },
    ratio: forwards
      ? { value: last / first, lower: ratio.lower, upper: ratio.upper }
      : { value: first / last, ...inverted(ratio) },
    relativeToMean: { value: difference / mean, lower: low / mean, upper: high / mean },
    first: first * per,
    last: last * per,
    standardError,
    method,
  };
}

/** Limits of the inverse ratio: none where what becomes the divisor may be 0. */
function inverted({ lower, upper }: Limits): Limits {
  return lower > 0 ? { lower: 1 / upper, upper: 1 / lower } : unknown;
}

function endsOf({ slope, middle }: Line, scale: Scale) {
  return { first: fromScale(middle - slope / 2, scale), last: fromScale(middle + slope / 2, scale) };
}

/** Limits of the difference of the ends when the line turns about its middle by `reach` either way. */
function turned({ slope, middle }: Line, reach: number, scale: Scale): { readonly absolute: Limits } {
  const rise = (by: number) => {
    const { first, last } = endsOf({ slope: slope + by, middle }, scale);
    return last - first;
  };
  return scale === "linear"
    ? { absolute: { lower: slope - reach, upper: slope + reach } }
    : { absolute: { lower: rise(-reach), upper: rise(reach) } };
}

/** Limits of the ratio of the ends: Fieller's on a linear scale, else those of the line turned about its middle. */
function ratioLimits(
  { slope, middle }: Line,
  scale: Scale,
  reach: number,
  z: number,
  ofFirst: number,
  ofBoth: number,
  ofLast: number,
): Limits {
  const at = (side: -1 | 1) => {
    const { first, last } = endsOf({ slope: scale === "linear" ? slope : slope + side * reach, middle }, scale);
    return scale === "linear" ? fiellerLimit(first, last, ofFirst, ofBoth, ofLast, z, side) : last / first;
  };
  return { lower: at(-1), upper: at(1) };
}

/** Variance of a value that weighs 1, from the scatter of the values about their line; and the spread of the ranks. */
function scatter(values: ArrayLike<number>, { slope, middle }: Line, { share, rank }: SlopeWeights) {
  let [squares, spread] = [0, 0];
  for (let i = 0; i < share.length; i++) {
    const off = values[i]! - middle - slope * (rank[i]! - 0.5);
    squares += share[i]! * off * off;
    spread += share[i]! * (rank[i]! - 0.5) * (rank[i]! - 0.5);
  }
  return { variance: squares / (share.length - 2), spread };
}
