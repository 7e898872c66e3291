import { type Additive, type Counts, type Exposed, type Keys, over, type Table, withStep } from "@popneeds/core";
import type { Estimates } from "../shared/estimate.ts";
import { estimateRows } from "../shared/estimate-rows.ts";
import { printScale, requireScale } from "../shared/scale.ts";

/**
 * How many of one group there are to so many of another, as in dependency ratios. Neither group is part of the other.
 *
 * value = first ÷ second × per.
 *
 * @param first   one count, by the keys of the second and any more
 * @param second  one count
 * @param options `per`: how many of the second group, default 100
 * @returns ratios whose limits are missing as `not applicable`, with the first as `events` and the second as `population`.
 * Nobody in the second: missing as `no population`. Missing or suppressed counts pass their reason
 * @throws PopneedsError `invalid-option`; those of `over`
 *
 * @example
 * ratio(dependants, sumOver(keep(people, { age: (age) => age.from >= 16 && age.to <= 65 }), "age"))
 */
export function ratio<KF extends KS, KS extends Keys>(
  first: Table<KF, Counts>,
  second: Table<KS, Counts>,
  { per = 100 }: { readonly per?: number } = {},
): Estimates<KF, "ratio", Additive> {
  requireScale("ratio", { per });
  const exposed: Exposed<KF, Additive> = over(first, second);
  return estimateRows(
    exposed,
    "ratio",
    (a, b) => ({ value: (a / b) * per, lower: "not applicable", upper: "not applicable" }),
    withStep(exposed.provenance, `ratio per ${printScale(per)}; full counts, so without limits`),
  );
}
