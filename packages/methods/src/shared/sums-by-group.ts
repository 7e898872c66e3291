import { type MeasureColumn, type MeasureKind, type Missing, reasonCode, reasonOf } from "@popneeds/core";
import type { RowsByGroup } from "./rows-by-group.ts";

/** A sum for each group, and the first reason met where a figure of the group is missing. */
export interface SumsByGroup {
  readonly values: Float64Array;
  /** Code of the reason for each group, 0 where the sum is there. */
  readonly reasons: Uint8Array;
}

/** Adds up a column group by group, in the order of the rows. */
export function sumsByGroup(
  { values, reasons }: MeasureColumn,
  { order, starts }: Pick<RowsByGroup, "order" | "starts">,
): SumsByGroup {
  const groups = starts.length - 1;
  const sums = { values: new Float64Array(groups), reasons: new Uint8Array(groups) };
  for (let g = 0; g < groups; g++) {
    let sum = 0;
    let reason = 0;
    for (let k = starts[g]!; k < starts[g + 1]!; k++) {
      const row = order[k]!;
      sum += values[row]!;
      if (reason === 0 && reasons) reason = reasons[row]!;
    }
    sums.values[g] = reason === 0 ? sum : Number.NaN;
    sums.reasons[g] = reason;
  }
  return sums;
}

/** A measure of sums that were added up. */
export function summedColumn<Kind extends MeasureKind>(
  kind: Kind,
  { values, reasons }: SumsByGroup,
): MeasureColumn<Kind> {
  return Object.freeze({
    kind,
    values,
    reasons: reasons.some((reason) => reason !== 0) ? reasons : null,
    absent: "unknown",
  });
}

/** Why a group has no sum; `null` where it has one. */
export function missingSum({ reasons }: SumsByGroup, group: number): Missing | null {
  return reasonOf(reasons[group]!);
}

/** A measure of computed figures: missing for the reason given for its group, else for `otherwise` where it is NaN. */
export function computedColumn<Kind extends MeasureKind>(
  kind: Kind,
  figures: ArrayLike<number>,
  missing: readonly (Missing | null)[],
  otherwise: Missing,
): MeasureColumn<Kind> {
  const values = new Float64Array(missing.length).fill(Number.NaN);
  const reasons = new Uint8Array(missing.length);
  let any = false;
  for (let g = 0; g < missing.length; g++) {
    const reason = missing[g] ?? (Number.isNaN(figures[g]!) ? otherwise : null);
    if (reason === null) values[g] = figures[g]!;
    else reasons[g] = reasonCode(reason);
    any ||= reason !== null;
  }
  return Object.freeze({ kind, values, reasons: any ? reasons : null, absent: "unknown" });
}
