import type { Period, Table } from "@popneeds/core";
import type { Estimate } from "./estimate.ts";

type Counted = Table<
  { readonly area: string; readonly level: string; readonly period: Period },
  { readonly people: "count" }
>;

/**
 * How far a count has moved between two tables of one series, area by area: 100 × (later − earlier) ÷ earlier.
 *
 * The numerator is the change, the denominator the earlier count. From 0 there is no percentage: the figure is not
 * applicable. A missing count makes the change incomplete.
 */
export function percentageChange(
  earlier: Counted,
  later: Counted,
  { period, method, age = "all" }: { readonly period: Period; readonly method: string; readonly age?: string },
): readonly Estimate[] {
  const before = new Map(Array.from(earlier, (row) => [row.area, row.people]));
  return Array.from(later, (row) => {
    const base = before.get(row.area) ?? null;
    const change = row.people === null || base === null ? null : row.people - base;
    const value = change === null || base === 0 || base === null ? null : (100 * change) / base;
    return {
      area: row.area,
      level: row.level,
      period,
      sex: "all",
      age,
      category: "",
      value,
      lower: null,
      upper: null,
      numerator: change,
      denominator: base,
      missing: value !== null ? null : base === 0 ? "not applicable" : "incomplete",
      method,
      provenance: later.provenance,
    };
  });
}
