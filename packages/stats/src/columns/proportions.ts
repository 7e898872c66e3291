import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requireDeviate, requireLevel, requireOneLength, requirePer } from "../shared/require.ts";
import { statusOf } from "./crude-rates.ts";
import type { RateColumns } from "./direct-rate-columns.ts";
import { statusCode } from "./group-status.ts";

/** How proportions are expressed. */
export interface ProportionsOptions {
  /** What the whole is expressed as: 1 for a share, 100 for per cent. Default 1. */
  readonly per?: number;
  /** Coverages of the limits, each between 0 and 1. Default 0.95 alone. */
  readonly levels?: readonly number[];
  /** A normal deviate in place of that of the levels, such as 1.96. Default none. */
  readonly deviate?: number;
}

/**
 * Proportions of many groups at once with Wilson's limits, over typed columns: what `proportion` does for one.
 *
 * @param events how many of each group have it, from 0 to the total
 * @param total how many there are in each group; with 0 there is no proportion
 * @param options `per`, `levels`, `deviate`
 * @returns columns with a row for each group, the totals as `population`; NaN where a number is missing or cannot be, with a
 * status that says why: more with it than there are is `impossible`
 * @throws RangeError where columns differ in length or an option is invalid
 *
 * Source: as for `proportion`.
 * Reference: `proportion`, to the last digit; through it `phe_proportion` of PHEindicatormethods 2.1.0.
 *
 * @example
 * proportions([15, 0], [20, 8], { per: 100 }).value // [75, 0]
 */
export function proportions(
  events: ArrayLike<number>,
  total: ArrayLike<number>,
  { per = 1, levels = [0.95], deviate }: ProportionsOptions = {},
): RateColumns {
  requireOneLength("proportions", { events, total });
  requirePer("proportions", per);
  for (const level of levels) requireLevel("proportions", level);
  if (deviate !== undefined) requireDeviate("proportions", deviate);
  const rows = events.length;
  const column = () => new Float64Array(rows).fill(Number.NaN);
  const value = column();
  const status = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    status[i] = events[i]! > total[i]! ? statusCode("impossible") : statusOf(events[i]!, total[i]!);
    if (status[i] === 0) value[i] = (events[i]! / total[i]!) * per;
  }
  const lower = levels.map(column);
  const upper = levels.map(column);
  levels.forEach((level, l) => {
    writeWilson({ events, total, status, lower: lower[l]!, upper: upper[l]! }, deviate ?? normalDeviate(level), per);
  });
  return { value, lower, upper, events: Float64Array.from(events), population: Float64Array.from(total), status };
}

interface SharesToLimit {
  readonly events: ArrayLike<number>;
  readonly total: ArrayLike<number>;
  readonly status: Uint8Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

function writeWilson({ events, total, status, lower, upper }: SharesToLimit, z: number, per: number): void {
  for (let i = 0; i < status.length; i++) {
    if (status[i] !== 0) continue;
    const x = events[i]!;
    const n = total[i]!;
    const sum = 2 * x + z * z;
    const reach = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
    lower[i] = x === 0 ? 0 : ((2 * x * (x / n)) / (sum + reach)) * per;
    upper[i] = x === n ? per : ((sum + reach) / (2 * (n + z * z))) * per;
  }
}
