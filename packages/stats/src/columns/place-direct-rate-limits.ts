import { normalDeviate } from "../distributions/normal-deviate.ts";
import { fayFeuerLower, fayFeuerUpper } from "../rates/fay-feuer-limits.ts";
import { cube } from "../shared/cube.ts";
import { writeCountLimits } from "./count-limits.ts";
import type { DirectRatesOptions, RateColumns } from "./direct-rate-columns.ts";
import { width } from "./direct-rate-sums.ts";

type Placing = DirectRatesOptions & { readonly per: number };

/** Places the limits of all levels around the rates of a result. */
export function placeLimits(
  sums: Float64Array,
  result: RateColumns,
  levels: readonly number[],
  placing: Placing,
): void {
  const { limits = "dobson-byar", belowZero = "as it is" } = placing;
  if (limits === "dobson-byar") placeOnByar(sums, result, levels, placing);
  for (const [l, level] of levels.entries()) {
    const columns = { lower: result.lower[l]!, upper: result.upper[l]! };
    if (limits === "fay-feuer") placeGamma(sums, result, columns, level, placing.per);
    if (limits === "dobson-exact") placeOnExact(sums, result, columns, level, placing.per);
    if (belowZero === "as it is") continue;
    for (let g = 0; g < columns.lower.length; g++) columns.lower[g] = Math.max(0, columns.lower[g]!);
  }
}

/** Dobson's limits on Byar's, at all levels in one pass: the roots of a count serve them all. */
function placeOnByar(
  sums: Float64Array,
  { status, lower, upper }: RateColumns,
  levels: readonly number[],
  { per, deviate }: Placing,
): void {
  const z = Float64Array.from(levels, (level) => deviate ?? normalDeviate(level));
  for (let g = 0, at = 0; g < status.length; g++, at += width) {
    if (status[g] !== 0) continue;
    const total = sums[at + 1]!;
    const next = total + 1;
    const weight = sums[at + 3]!;
    const rate = sums[at + 4]! / weight;
    const scale = Math.sqrt(sums[at + 5]! / total) / weight;
    const middle = 1 - 1 / (9 * total);
    const root = 3 * Math.sqrt(total);
    const middleNext = 1 - 1 / (9 * next);
    const rootNext = 3 * Math.sqrt(next);
    for (let l = 0; l < z.length; l++) {
      const low = total === 0 ? 0 : Math.max(0, total * cube(middle - z[l]! / root));
      lower[l]![g] = (rate + scale * (low - total)) * per;
      upper[l]![g] = (rate + scale * (next * cube(middleNext + z[l]! / rootNext) - total)) * per;
    }
  }
}

interface LimitColumns {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

function placeOnExact(
  sums: Float64Array,
  { status, events }: RateColumns,
  { lower, upper }: LimitColumns,
  level: number,
  per: number,
): void {
  writeCountLimits({ events, status, lower, upper }, "exact", level);
  for (let g = 0, at = 0; g < status.length; g++, at += width) {
    if (status[g] !== 0) continue;
    const total = sums[at + 1]!;
    const weight = sums[at + 3]!;
    const rate = sums[at + 4]! / weight;
    const scale = Math.sqrt(sums[at + 5]! / total) / weight;
    lower[g] = (rate + scale * (lower[g]! - total)) * per;
    upper[g] = (rate + scale * (upper[g]! - total)) * per;
  }
}

function placeGamma(
  sums: Float64Array,
  { status }: RateColumns,
  { lower, upper }: LimitColumns,
  level: number,
  per: number,
): void {
  const tail = (1 - level) / 2;
  for (let g = 0, at = 0; g < status.length; g++, at += width) {
    if (status[g] !== 0) continue;
    const weight = sums[at + 3]!;
    const rate = sums[at + 4]! / weight;
    const variance = sums[at + 5]! / (weight * weight);
    lower[g] = fayFeuerLower(rate, variance, tail) * per;
    upper[g] = fayFeuerUpper(rate, variance, sums[at + 6]! / weight, tail) * per;
  }
}
