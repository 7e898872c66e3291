import { type Counts, type Keys, only, type Period, sumAcross, type Table, withKey } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { share } from "@popneeds/methods";
import type { Estimate } from "../estimate.ts";
import { estimatesOf } from "../estimates-of.ts";
import { rolledUpLevels } from "../levels.ts";
import type { Setting } from "../setting.ts";
import { withinAreas } from "../within-areas.ts";

/**
 * What share of one count other counts are together, in every area wanted: data zones are rolled up first, and the share
 * computed once, after the last sum.
 *
 * @param zones counts by data zone
 */
export function shareOfZones<K extends Keys & { readonly area: string }, M extends Counts, P extends keyof M & string>(
  zones: Table<K, M>,
  { part, whole, period }: { readonly part: readonly P[]; readonly whole: P; readonly period: Period },
  setting: Setting,
): readonly Estimate[] {
  const counts = zones as unknown as Table<{ readonly area: string }, Counts>;
  const rolled = withinAreas(
    withKey(rollUp(counts, setting.places, rolledUpLevels(setting)), "period", period),
    setting,
  );
  return estimatesOf(share(sumAcross(rolled, "part", ...part), only(rolled, whole)), {
    method: "share of a full count, so no limits",
  });
}
