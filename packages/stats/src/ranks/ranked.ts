import { requireSameLength } from "../shared/require.ts";
import { knownInOrder } from "../variation/quantile-in-order.ts";

/** The areas whose estimates and standard errors are known. Refuses numbers that cannot be. */
export function requireEstimates(
  caller: string,
  estimates: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
): readonly number[] {
  requireSameLength(caller, { estimates, standardErrors });
  const known: number[] = [];
  for (let i = 0; i < estimates.length; i++) {
    const [x, s] = [estimates[i]!, standardErrors[i]!];
    if (Math.abs(x) === Infinity) {
      throw new RangeError(`${caller}: estimates must be finite, got ${x} in area ${i}`);
    }
    if (s < 0 || s === Infinity) {
      throw new RangeError(`${caller}: standard errors must be 0 or more, got ${s} in area ${i}`);
    }
    if (!Number.isNaN(x + s)) known.push(i);
  }
  return known;
}

/** Ranks from 1 of the known areas, equal estimates sharing the mean of theirs; NaN for the others. */
export function ranked(
  estimates: ArrayLike<number>,
  known: readonly number[],
  first: "lowest" | "highest",
): Float64Array {
  const rank = new Float64Array(estimates.length).fill(Number.NaN);
  const order = knownInOrder(known.map((i) => estimates[i]!)).map((place) => known[place]!);
  const count = order.length;
  for (let from = 0; from < count; ) {
    let to = from;
    while (to + 1 < count && estimates[order[to + 1]!] === estimates[order[from]!]) to++;
    const mean = (from + to) / 2 + 1;
    for (let place = from; place <= to; place++) rank[order[place]!] = first === "lowest" ? mean : count + 1 - mean;
    from = to + 1;
  }
  return rank;
}
