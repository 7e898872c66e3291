import type { Missing, Period, Provenance, Sex } from "@popneeds/core";

/** One figure of an indicator, for one area and period, as computed. */
export interface Estimate {
  readonly area: string;
  readonly level: string;
  readonly period: Period;
  readonly sex: Sex;
  /** Label of the band of ages; `all` for everybody. */
  readonly age: string;
  /** What else tells the figure apart; empty if nothing. */
  readonly category: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: Missing | null;
  /** What was done, in plain words; printed beside the figure. */
  readonly method: string;
  readonly provenance: Provenance;
}
