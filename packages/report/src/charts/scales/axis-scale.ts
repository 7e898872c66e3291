import { max, min, nice, ticks } from "d3-array";
import { formatTick } from "../../format-figure.ts";

/**
 * The axis for values.
 *
 * @param fromZero whether it must reach zero; when it need not, it still does where that costs less than half of its length
 * @param count    how many ticks, about
 */
export function axisScale(
  values: readonly number[],
  { fromZero, count }: { readonly fromZero: boolean; readonly count: number },
): ValueScale {
  const low = min(values) ?? 0;
  const high = max(values) ?? 1;
  const zero = fromZero || (low >= 0 && low <= high / 2) || (high <= 0 && high >= low / 2);
  const pad = (high - low || Math.abs(high) || 1) * 0.05;
  const start = zero ? Math.min(0, low) : low - pad;
  const end = zero ? Math.max(0, high) : high + pad;
  const [from, to] = nice(start, end === start ? start + 1 : end, count);
  const at = ticks(from, to, count);
  const step = at.length > 1 ? at[1]! - at[0]! : 1;
  return { from, to, ticks: at, print: (tick) => formatTick(tick, step) };
}

/** A value axis: where it begins and ends, its ticks, and how they are printed. */
export interface ValueScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly print: (tick: number) => string;
}
