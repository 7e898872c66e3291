import { normalQuantile } from "../distributions/normal-quantile.ts";

/** Finds the limits between which the middle share of many sets of numbers lies. */
export interface MiddleShare {
  /** Lower and upper limit, mean and standard deviation of the numbers of the last call; NaN where one is missing. */
  readonly found: Float64Array;
  readonly of: (numbers: Float64Array) => void;
}

/**
 * Quantiles on the straight line between the two numbers on either side (type 7 of Hyndman and Fan), for sets of one size.
 *
 * Only the numbers that lie far enough out by mean and standard deviation are looked at, a few in a hundred, and the quantile is selected
 * among them; where they turn out too few, among all. The limits are the same.
 */
export function middleShare(size: number, level: number): MiddleShare {
  const tail = (1 - level) / 2;
  const position = tail * (size - 1);
  const below = Math.floor(position + 1e-9);
  const way = position - below < 1e-9 ? 0 : position - below;
  const reach = 2.5 * tail < 0.4 ? normalQuantile(1 - 2.5 * tail) : 0;
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const found = new Float64Array(4);
  const of = (numbers: Float64Array): void => {
    const origin = numbers[0]!;
    let [sum, square] = [0, 0];
    for (let i = 0; i < size; i++) {
      const off = numbers[i]! - origin;
      sum += off;
      square += off * off;
    }
    const mean = sum / size;
    const spread = Math.sqrt(Math.max(0, square - sum * mean) / (size - 1));
    found[2] = origin + mean;
    found[3] = spread;
    if (!(spread > 0)) {
      found[0] = origin + mean;
      found[1] = origin + mean;
      return;
    }
    // Upper numbers are taken with the opposite sign, so that both ends are a search for the least.
    const [least, most] = [origin + mean - reach * spread, origin + mean + reach * spread];
    let [lows, highs] = [0, 0];
    for (let i = 0; i < size; i++) {
      const number = numbers[i]!;
      if (number < least) low[lows++] = number;
      else if (number > most) high[highs++] = -number;
    }
    if (lows < below + 2) for (lows = 0; lows < size; lows++) low[lows] = numbers[lows]!;
    if (highs < below + 2) for (highs = 0; highs < size; highs++) high[highs] = -numbers[highs]!;
    found[0] = between(low, lows, below, way);
    found[1] = -between(high, highs, below, way);
  };
  return { found, of };
}

/** The number at a place from the least, and part of the way to the next. */
function between(numbers: Float64Array, count: number, place: number, way: number): number {
  const lower = select(numbers, count, place);
  if (way === 0) return lower;
  let upper = numbers[place + 1]!;
  for (let i = place + 2; i < count; i++) if (numbers[i]! < upper) upper = numbers[i]!;
  return lower + way * (upper - lower);
}

/** The number at a place in order of size (Hoare's selection); lower ones are then before it, higher ones behind. */
function select(numbers: Float64Array, count: number, place: number): number {
  let [left, right] = [0, count - 1];
  while (left < right) {
    const pivot = numbers[(left + right) >> 1]!;
    let [i, j] = [left, right];
    while (i <= j) {
      while (numbers[i]! < pivot) i++;
      while (numbers[j]! > pivot) j--;
      if (i <= j) {
        const held = numbers[i]!;
        numbers[i] = numbers[j]!;
        numbers[j] = held;
        i++;
        j--;
      }
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else break;
  }
  return numbers[place]!;
}
