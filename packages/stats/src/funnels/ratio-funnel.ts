import { statusCode } from "../columns/group-status.ts";
import { normalDeviate } from "../distributions/normal-deviate.ts";
import { byarLower, byarUpper } from "../intervals/byar-limits.ts";
import { exactPoissonLimits } from "../intervals/exact-poisson-limits.ts";
import { requireLevel, requirePer, requireSameLength } from "../shared/require.ts";
import { adjustedLimit } from "./adjusted-limit.ts";
import { type RatioControlMethod, ratioControlCount } from "./ratio-control-limits.ts";
import { requireDeviate, requireTarget } from "./require-target.ts";
import { type RatioScale, ratioScales } from "./scales.ts";

/** What the limits are widened by; see `adjustedRatioLimits` and `overdispersion`. */
export interface FunnelDispersion<Scale> {
  readonly scale: Scale;
  readonly phi?: number;
  readonly betweenVariance?: number;
}

/** How areas are set against a funnel. */
export interface FunnelOptions {
  /** Coverages of the limits, the innermost first. Default 0.95 and 0.998: one chance in 40 and in 1000 on either side. */
  readonly levels?: readonly number[];
  /** A normal deviate for each level in place of its own; not for exact limits. Default none. */
  readonly deviates?: readonly number[];
}

/** How ratios are set against a funnel. */
export interface RatioFunnelOptions extends FunnelOptions {
  /** How the limits are placed. Default `exact`. */
  readonly method?: RatioControlMethod;
  /** The ratio that areas are set against, in units of `per`. Default `per`. */
  readonly target?: number;
  /** The ratio of an area that has as many events as expected. Default 1. */
  readonly per?: number;
  /**
   * What makes a signal: a count beyond the `control limits` (default), or `own limits` of the count, exact below 10
   * events and Byar's from 10, that leave out the target.
   */
  readonly signals?: "control limits" | "own limits";
  /** Widens the control limits for what areas vary beyond chance, on a scale; `method` then has no say. Default none. */
  readonly dispersion?: FunnelDispersion<RatioScale>;
}

/** Areas against a funnel; `lower` and `upper` hold a column for each level, in the order asked for. */
export interface FunnelColumns {
  readonly value: Float64Array;
  readonly lower: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
  /** How many of the levels' limits an area lies beyond: above 0 if high, below 0 if low, 0 if within, NaN if not known. */
  readonly signal: Float64Array;
  /** What came of each area: positions in `groupStatuses`; 0 where it was compared. */
  readonly status: Uint8Array;
}

/**
 * Sets the observed-to-expected ratios of many areas against a funnel: each with the control limits at its own size,
 * and whether it lies beyond them.
 *
 * value = O ÷ E × per; limits as `ratioControlLimits` at E, or as `adjustedRatioLimits`. An area exactly on a limit
 * lies within. Rates: expected = target × population ÷ per people; directly standardised rates: events × target ÷ rate.
 * With the limits `exact` an area on target is signalled with a chance of at most (1 − level)/2 on either side.
 *
 * @param observed events of each area, 0 or more
 * @param expected events expected of each area, 0 or more
 * @returns a row for each area; NaN with a status where a number is missing or cannot be, or nothing is expected
 * @throws RangeError where the columns differ in length or are empty, or an option is invalid
 *
 * Source: Spiegelhalter DJ. Stat Med 2005;24:1185–202.
 * Reference: `ratioControlLimits`, to the last digit; `assign_funnel_significance` of PHEindicatormethods 2.1.0 under
 * `own limits`, exactly, in all its cases.
 *
 * @example
 * ratioFunnel([40, 20, 2], [20, 20, 20]).signal // [2, 0, -2]
 */
export function ratioFunnel(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: RatioFunnelOptions = {},
): FunnelColumns {
  const { levels = [0.95, 0.998], deviates, method = "exact", per = 1, target = per, dispersion } = options;
  requireSameLength("ratioFunnel", { observed, expected });
  requireFunnel("ratioFunnel", levels, deviates);
  requirePer("ratioFunnel", per);
  requireTarget("ratioFunnel", target);
  const sizes = observed.length;
  const standard = target / per;
  const result = emptyFunnel(sizes, levels.length);
  for (let i = 0; i < sizes; i++) {
    result.status[i] = statusOf(observed[i]!, expected[i]! * standard);
    if (result.status[i] === 0) result.value[i] = (observed[i]! / expected[i]!) * per;
  }
  levels.forEach((level, l) => {
    const [lower, upper] = [result.lower[l]!, result.upper[l]!];
    const tail = (1 - level) / 2;
    const z = deviates?.[l] ?? normalDeviate(level);
    const { scale = "square root", phi = 1, betweenVariance = 0 } = dispersion ?? {};
    for (let i = 0; i < sizes; i++) {
      if (result.status[i] !== 0) continue;
      const e = expected[i]!;
      if (dispersion) {
        lower[i] = adjustedLimit(ratioScales[scale], e, standard, phi, betweenVariance, -z) * per;
        upper[i] = adjustedLimit(ratioScales[scale], e, standard, phi, betweenVariance, z) * per;
      } else {
        lower[i] = (ratioControlCount(method, e * standard, tail, z, -1) / e) * per;
        upper[i] = (ratioControlCount(method, e * standard, tail, z, 1) / e) * per;
      }
    }
    if (options.signals === "own limits") {
      signalByOwnLimits(result, observed, expected, standard, level, z);
    } else signalBeyond(result, lower, upper);
  });
  return result;
}

/** Moves the signal of every area whose count has limits that leave out what is expected of it. */
function signalByOwnLimits(
  { signal, status }: FunnelColumns,
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  standard: number,
  level: number,
  z: number,
): void {
  const few = Array.from({ length: 10 }, (_, count) => exactPoissonLimits(count, level));
  for (let i = 0; i < signal.length; i++) {
    const count = observed[i]!;
    const mean = expected[i]! * standard;
    if (status[i] !== 0) signal[i] = Number.NaN;
    else if (count < 10) {
      const limits = few[count] ?? exactPoissonLimits(count, level);
      if (limits.lower > mean) signal[i]!++;
      if (limits.upper < mean) signal[i]!--;
    } else if (byarLower(count, z) > mean) signal[i]!++;
    else if (byarUpper(count, z) < mean) signal[i]!--;
  }
}

/** A funnel without figures: signals of 0 that the levels will move. */
export function emptyFunnel(rows: number, levels: number): FunnelColumns {
  const column = () => new Float64Array(rows).fill(Number.NaN);
  const columns = () => Array.from({ length: levels }, column);
  return {
    value: column(),
    lower: columns(),
    upper: columns(),
    signal: new Float64Array(rows),
    status: new Uint8Array(rows),
  };
}

/** Moves the signal of every area that lies beyond a pair of limits; NaN for those that were not compared. */
export function signalBeyond({ value, signal, status }: FunnelColumns, lower: Float64Array, upper: Float64Array): void {
  for (let i = 0; i < value.length; i++) {
    if (status[i] !== 0) signal[i] = Number.NaN;
    else if (value[i]! > upper[i]!) signal[i]!++;
    else if (value[i]! < lower[i]!) signal[i]!--;
  }
}

/** Refuses coverages, and deviates that are not one for each of them. */
export function requireFunnel(
  caller: string,
  levels: readonly number[],
  deviates: readonly number[] | undefined,
): void {
  if (levels.length === 0) throw new RangeError(`${caller}: needs at least one level, got none`);
  for (const level of levels) requireLevel(caller, level);
  if (deviates !== undefined && deviates.length !== levels.length) {
    throw new RangeError(`${caller}: deviates must be one for each of ${levels.length} levels, got ${deviates.length}`);
  }
  for (const deviate of deviates ?? []) requireDeviate(caller, deviate);
}

const missing = statusCode("missing");
const impossible = statusCode("impossible");
const nothingExpected = statusCode("nothing expected");

function statusOf(observed: number, mean: number): number {
  if (Number.isNaN(observed + mean)) return missing;
  if (observed < 0 || mean < 0 || observed === Infinity || mean === Infinity) return impossible;
  return mean === 0 ? nothingExpected : 0;
}
