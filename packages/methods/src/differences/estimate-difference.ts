import { type Derived, type Keys, type Table, withStep } from "@popneeds/core";
import { differenceOfEstimates } from "@popneeds/stats";
import { type Figure, figureAt } from "../shared/figure.ts";
import { printLevel, requireScale } from "../shared/scale.ts";
import type { AreaPair, Comparison } from "./area-pair.ts";
import { type Compared, type Differences, differenceRows } from "./difference-rows.ts";

/** Values with limits, published or computed. */
export type Limited<K extends Keys = Keys, Kind extends Derived = Derived> = Table<
  K,
  { readonly value: Kind; readonly lower: "limit"; readonly upper: "limit" }
>;

/**
 * Tests whether a published estimate of an area differs from that of another, from their limits alone.
 *
 * difference = own − other; each standard error is read off its limits. Where counts are known `rateDifference` and
 * `percentageDifference` are better. Where the area lies in the other, which limits alone cannot undo, the test calls a
 * difference clear a little too seldom, never too often.
 *
 * @param estimates values with limits of both areas
 * @param options   `area`, `against`: codes; `level`: the coverage that the limits have, default 0.95
 * @returns one row for each of the area's, with the key `against`; what is missing passes its reason, so that full counts
 * without limits are `not applicable`; a row that the other area lacks is `not available`
 * @throws PopneedsError `unknown-area`, `same-area`, `invalid-option`
 *
 * Source: Altman DG, Bland JM. BMJ 2003;326:219.
 *
 * @example
 * estimateDifference(lifeExpectancy, { area: "north", against: "country" })
 */
export function estimateDifference<K extends Keys & { readonly area: string }, Kind extends Derived>(
  estimates: Limited<K, Kind>,
  { area, against, level = 0.95 }: Omit<Comparison, "inside">,
): Differences<K, Kind> {
  requireScale("estimateDifference", { level });
  const said = `difference of ${area} from ${against}: standard errors read off the limits; ${printLevel(level)} limits`;
  return differencesFromLimits("estimateDifference", estimates, { area, against }, level, said);
}

/** As `estimateDifference`; `named` is the code by which the result names the other area. */
export function differencesFromLimits<K extends Keys & { readonly area: string }, Kind extends Derived>(
  caller: string,
  estimates: Limited<K, Kind>,
  pair: AreaPair,
  level: number,
  step: string,
  named: string = pair.against,
): Differences<K, Kind> {
  return differenceRows<K, Kind>(
    caller,
    estimates as unknown as Table,
    pair,
    estimates.measures.value.kind,
    (own, other) => compareLimited(estimates, own, other, level),
    withStep(estimates.provenance, step),
    named,
  );
}

/** Compares two rows of values with limits. */
export function compareLimited<K extends Keys, Kind extends Derived>(
  { measures: { value, lower, upper } }: Limited<K, Kind>,
  own: number | null,
  other: number | null,
  level: number,
): Compared {
  const at = (row: number | null): readonly Figure[] =>
    row === null ? ["not available"] : [value, lower, upper].map((column) => figureAt(column, row));
  const [first, second] = [at(own), at(other)];
  const missing = [...first, ...second].find((figure) => typeof figure === "string");
  const interval = (figures: readonly Figure[]) => {
    const [v, l, u] = figures as readonly number[];
    return { value: v!, lower: l!, upper: u! };
  };
  return {
    own: first[0]!,
    other: second[0]!,
    difference: missing ?? differenceOfEstimates(interval(first), interval(second), { level }),
  };
}
