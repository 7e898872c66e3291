import { createRandom } from "../random/create-random.ts";
import type { CheckedColumns } from "./projection-columns.ts";

/** Trends within the factors of a projection that are themselves uncertain. */
export interface UncertainTrend {
  /** Yearly change of the logarithm of the rate that the factors hold already, strata of causes. */
  readonly changes: ArrayLike<number>;
  /** The standard error of that change, 0 or more, strata of causes; 0 where it is certain. */
  readonly standardErrors: ArrayLike<number>;
  /** For each time, the sum of the damped years that the trend has gone on, φ + φ² + …; 0 where it has not begun. */
  readonly reach: ArrayLike<number>;
  /** The most by which the trend may multiply or divide a rate, as in `dampedTrend`. Default none. */
  readonly cap?: number;
}

/** Strata of a cause that move together in a draw. */
export interface DrawnTogether {
  readonly strata: Int32Array;
  /** By how much a draw's trend lifts their rates above those of the trend itself, for each time; `null` where it is certain. */
  readonly lifts: readonly Float64Array[] | null;
}

/** A stream of its own, beyond those of the causes' rates: streams are whole numbers from 0. */
const firstStream = 2 ** 31;

/**
 * Parts the strata of a cause into those that have one trend, and draws each trend: exp((change + z × standard error) × reach), z standard normal,
 * over what the factors hold already.
 *
 * Strata of a cause with the same change and the same standard error have one trend, and one z. Areas and times share it too.
 */
export function drawTrends(
  strata: Int32Array,
  trend: CheckedTrend | null,
  { causes, strata: all }: CheckedColumns,
  { cause, draws, seed }: { readonly cause: number; readonly draws: number; readonly seed: number },
): readonly DrawnTogether[] {
  if (!trend || strata.length === 0) return [{ strata, lifts: null }];
  const groups = new Map<string, number[]>();
  for (const i of strata) {
    const at = cause * all + i;
    const key = `${trend.changes[at]} ${trend.standardErrors[at]}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  return [...groups.values()].map((members, g) => {
    const at = cause * all + members[0]!;
    const [change, error] = [trend.changes[at]!, trend.standardErrors[at]!];
    if (error === 0) return { strata: Int32Array.from(members), lifts: null };
    const random = createRandom(seed, { stream: firstStream + g * causes + cause });
    const deviates = Float64Array.from({ length: draws }, () => random.normal());
    const lifts = trend.reach.map((reach) => {
      const held = trend.kept(Math.exp(change * reach));
      return deviates.map((z) => trend.kept(Math.exp((change + z * error) * reach)) / held);
    });
    return { strata: Int32Array.from(members), lifts };
  });
}

/** A trend that has been checked. */
export interface CheckedTrend {
  readonly changes: ArrayLike<number>;
  readonly standardErrors: ArrayLike<number>;
  readonly reach: readonly number[];
  readonly kept: (factor: number) => number;
}

/** Refuses a trend that does not match the columns. */
export function checkedTrend(
  caller: string,
  trend: UncertainTrend | undefined,
  { times, causes, strata }: CheckedColumns,
): CheckedTrend | null {
  if (!trend) return null;
  const { changes, standardErrors, cap } = trend;
  const size = causes * strata;
  const reach = Array.from(trend.reach);
  if (changes.length !== size || standardErrors.length !== size || reach.length !== times)
    throw new RangeError(
      `${caller}: a trend needs changes and standard errors of ${causes} causes × ${strata} strata and a reach of ${times} times, got ${changes.length}, ${standardErrors.length} and ${reach.length}`,
    );
  for (let i = 0; i < size; i++)
    if (standardErrors[i]! < 0 || standardErrors[i] === Infinity || Math.abs(changes[i]!) === Infinity)
      throw new RangeError(
        `${caller}: a trend needs finite changes and standard errors of 0 or more, got ${changes[i]} and ${standardErrors[i]} in row ${i}`,
      );
  const odd = reach.find((years) => !(years >= 0 && years < Infinity));
  if (odd !== undefined) throw new RangeError(`${caller}: the reach of a trend must be 0 or more, got ${odd}`);
  if (cap !== undefined && !(cap >= 1)) throw new RangeError(`${caller}: cap must be 1 or more, got ${cap}`);
  const kept = (factor: number) => (cap === undefined ? factor : Math.max(1 / cap, Math.min(cap, factor)));
  return { changes, standardErrors, reach, kept };
}
