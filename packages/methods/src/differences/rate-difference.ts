import type { Keys } from "@popneeds/core";
import { rateDifference as differenceOf } from "@popneeds/stats";
import { printScale, requireScale } from "../shared/scale.ts";
import type { Comparison } from "./area-pair.ts";
import { type Counted, countDifference } from "./count-difference.ts";
import type { Differences } from "./difference-rows.ts";

/**
 * Tests whether the crude rate of an area differs from that of another: the area against the rest of the one it lies in.
 *
 * difference = own rate − other rate, with score limits for two independent Poisson counts and the test that goes with
 * them: 0 lies outside the limits where the probability is below 1 − level.
 *
 * @param table   events over people, or crude rates, of both areas
 * @param options `area`, `against`: codes; `inside`: whether the area lies in the other, default true; `per`: default
 * 100,000; `level`: default 0.95
 * @returns one row for each of the area's, with the key `against`; missing counts pass their reason, and a row that the
 * other area lacks is `not available`
 * @throws PopneedsError `unknown-area`, `same-area`, `part-above-whole`, `invalid-option`
 *
 * Source: Miettinen O, Nurminen M. Stat Med 1985;4:213–26.
 *
 * @example
 * rateDifference(crudeRate(exposed), { area: "north", against: "country" })
 */
export function rateDifference<K extends Keys & { readonly area: string }>(
  table: Counted<K>,
  { per = 100_000, level = 0.95, ...pair }: Comparison & { readonly per?: number },
): Differences<K, "rate"> {
  requireScale("rateDifference", { per });
  return countDifference(
    "rateDifference",
    table,
    { ...pair, level },
    {
      kind: "rate",
      value: ({ events, population }) => (events / population) * per,
      test: (first, second) => differenceOf(first, second, { per, level }),
      step: `crude rates per ${printScale(per)}, score test of two Poisson counts`,
    },
  );
}
