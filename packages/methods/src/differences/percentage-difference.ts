import type { Keys } from "@popneeds/core";
import { proportionDifference as differenceOf } from "@popneeds/stats";
import type { Comparison } from "./area-pair.ts";
import { type Counted, countDifference } from "./count-difference.ts";
import type { Differences } from "./difference-rows.ts";

/**
 * Tests whether the percentage of an area differs from that of another: the area against the rest of the one it lies in.
 *
 * difference = own − other, in percentage points, with Newcombe's limits and the probability that agrees with them.
 *
 * For counts seen as outcomes of a chance. Full counts, as `share` gives them, are different when they are different.
 *
 * @param table   percentages, or events over people, of both areas
 * @param options `area`, `against`: codes; `inside`: whether the area lies in the other, default true; `level`: default 0.95
 * @returns one row for each of the area's, with the key `against`; missing counts pass their reason, and a row that the
 * other area lacks is `not available`
 * @throws PopneedsError `unknown-area`, `same-area`, `part-above-whole`, `invalid-option`
 *
 * Source: Newcombe RG. Stat Med 1998;17:873–90, method 10.
 *
 * @example
 * percentageDifference(percentage(limited, people), { area: "north", against: "country" })
 */
export function percentageDifference<K extends Keys & { readonly area: string }>(
  table: Counted<K>,
  { level = 0.95, ...pair }: Comparison,
): Differences<K, "percentage"> {
  return countDifference(
    "percentageDifference",
    table,
    { ...pair, level },
    {
      kind: "percentage",
      value: ({ events, population }) => (events / population) * 100,
      test: (first, second) => differenceOf(first, second, { per: 100, level }),
      step: "percentage points, Newcombe's method 10",
    },
  );
}
