import { type MeasureColumn, type MeasureKind, reasonCode } from "@popneeds/core";
import type { ArrangedProjection } from "./arranged-projection.ts";

/** A measure of values and the codes of the reasons why some are missing; NaN without a reason is of nobody. */
export function figures<Kind extends MeasureKind>(
  kind: Kind,
  values: Float64Array,
  reasons: Uint8Array,
): MeasureColumn<Kind> {
  const nobody = reasonCode("no population");
  const own = values.slice();
  let codes: Uint8Array | null = null;
  for (let i = 0; i < values.length; i++) {
    if (reasons[i] === 0 && !Number.isNaN(values[i]!)) continue;
    codes ??= new Uint8Array(values.length);
    codes[i] = reasons[i] || nobody;
    own[i] = Number.NaN;
  }
  return Object.freeze({ kind, values: own, reasons: codes, absent: "unknown" });
}

/** For each row, areas and then totals, the code of the reason why it has no figure. */
export function reasonsOfRows({ cells, people, totals }: ArrangedProjection): Uint8Array {
  const { causes } = cells;
  const times = people.periods.length;
  const areas = people.areas.length;
  const reasons = new Uint8Array((areas + totals.length) * times * causes);
  for (let area = 0; area < areas; area++)
    for (let time = 0; time < times; time++)
      for (let cause = 0; cause < causes; cause++)
        reasons[(area * times + time) * causes + cause] =
          cells.reasons[people.ratesOf[area]! * causes + cause] ||
          people.reasons[area * times]! ||
          people.reasons[area * times + time]!;
  for (const [i, { members }] of totals.entries())
    for (let at = 0; at < times * causes; at++)
      for (const member of members)
        reasons[(areas + i) * times * causes + at] ||= reasons[member * times * causes + at]!;
  return reasons;
}

/** A column of areas with the sums of totals after it. */
export function withTotals(column: Float64Array, { people, totals }: ArrangedProjection): Float64Array {
  const each = people.areas.length === 0 ? 0 : column.length / people.areas.length;
  const all = new Float64Array(column.length + totals.length * each);
  all.set(column);
  for (const [i, { members }] of totals.entries())
    for (const member of members)
      for (let at = 0; at < each; at++) all[column.length + i * each + at]! += column[member * each + at]!;
  return all;
}
