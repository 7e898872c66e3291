import { type Additive, type Counts, type Exposed, type Keys, over, type Table, withStep } from "@popneeds/core";
import { refusePartAboveWhole } from "../differences/part-above-whole.ts";
import type { Estimates } from "../shared/estimate.ts";
import { estimateRows } from "../shared/estimate-rows.ts";

/**
 * How many of 100 a part of a full count is. A full count has no limits: nothing was sampled.
 *
 * value = part ÷ whole × 100.
 *
 * @param part  one count, by the keys of the whole and any more
 * @param whole one count
 * @returns percentages whose limits are missing as `not applicable`, with part as `events` and whole as `population`.
 * Nobody in the whole: missing as `no population`. Missing or suppressed counts pass their reason
 * @throws PopneedsError `part-above-whole` when a part is more than the whole; those of `over`
 *
 * @example
 * share(sumOver(keep(people, { age: (age) => age.from >= 65 }), "age"), sumOver(people, "age"))
 */
export function share<KP extends KW, KW extends Keys>(
  part: Table<KP, Counts>,
  whole: Table<KW, Counts>,
): Estimates<KP, "percentage", Additive> {
  const exposed: Exposed<KP, Additive> = over(part, whole);
  refusePartAboveWhole("share", exposed);
  return estimateRows(
    exposed,
    "percentage",
    (events, people) => ({ value: (events / people) * 100, lower: "not applicable", upper: "not applicable" }),
    withStep(exposed.provenance, "share in per cent; a full count, so without limits"),
  );
}
