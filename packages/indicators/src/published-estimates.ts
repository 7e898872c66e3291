import type { Period, Provenance, Sex } from "@popneeds/core";
import type { Estimate } from "./estimate.ts";

/** A row that a publisher computed. */
export interface PublishedRow {
  readonly area: string;
  readonly level: string;
  readonly period: Period;
  readonly sex?: Sex;
  readonly age?: string;
  readonly category?: string;
  readonly value: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly numerator?: number | null;
  readonly missing?: Estimate["missing"];
}

/** The estimates that a publisher's rows state, as they are: nothing is computed. */
export function publishedEstimates(
  rows: Iterable<PublishedRow>,
  { method, provenance }: { readonly method: string; readonly provenance: Provenance },
): readonly Estimate[] {
  return Array.from(rows, (row) => ({
    area: row.area,
    level: row.level,
    period: row.period,
    sex: row.sex ?? "all",
    age: row.age ?? "all",
    category: row.category ?? "",
    value: row.value,
    lower: row.lower ?? null,
    upper: row.upper ?? null,
    numerator: row.numerator ?? null,
    denominator: null,
    missing: row.value === null ? (row.missing ?? "not available") : null,
    method,
    provenance,
  }));
}
