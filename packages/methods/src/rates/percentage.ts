import { type Counts, type Exposed, type Keys, over, type Table, withStep } from "@popneeds/core";
import { proportion } from "@popneeds/stats";
import { refusePartAboveWhole } from "../differences/part-above-whole.ts";
import type { Estimates } from "../shared/estimate.ts";
import { estimateRows } from "../shared/estimate-rows.ts";
import { printLevel, type RateOptions, requireScale } from "../shared/scale.ts";

/**
 * How many of 100 have something, with Wilson's limits: for a sample, or a count seen as one outcome of a chance.
 *
 * A full count that is meant only as itself has no limits: use `share`.
 *
 * @param part    how many have it: one count, by the keys of the whole and any more
 * @param whole   how many there are: one count
 * @param options `level`: coverage, default 0.95
 * @returns percentages and limits, with part as `events` and whole as `population`. Nobody: missing as `no population`.
 * Missing or suppressed counts pass their reason
 * @throws PopneedsError `part-above-whole` when more have it than there are; `invalid-option`; those of `over`
 *
 * Source: Wilson EB. J Am Stat Assoc 1927;22:209–12.
 * Reference: `phe_proportion` of PHEindicatormethods 2.1.0, through `proportion` of `@popneeds/stats`.
 *
 * @example
 * percentage(only(survey, "smokers"), only(survey, "asked"))
 */
export function percentage<KP extends KW, KW extends Keys>(
  part: Table<KP, Readonly<Record<string, "count">>>,
  whole: Table<KW, Counts>,
  { level = 0.95 }: Pick<RateOptions, "level"> = {},
): Estimates<KP, "percentage"> {
  requireScale("percentage", { level });
  const exposed: Exposed<KP> = over(part, whole);
  refusePartAboveWhole("percentage", exposed);
  return estimateRows(
    exposed,
    "percentage",
    (events, people) => proportion(events, people, { per: 100, level }),
    withStep(exposed.provenance, `percentage; ${printLevel(level)} limits by Wilson's score method`),
  );
}
