import type { Evidence, Missing, Provenance, Sex } from "@popneeds/core";

/**
 * One figure of a needs assessment: one row of the published tables, and the only thing that a sentence, a chart or a
 * planning table may take a number from.
 */
export interface Fact {
  /** Made of the row's keys, so that the same figure has the same id in every run. */
  readonly id: string;
  /** Id of the indicator, as in the catalogue. */
  readonly indicator: string;
  readonly area: string;
  readonly level: string;
  /** Label of the period: `2021`, `2019-2021`, `2020/21 Q4`. */
  readonly period: string;
  readonly sex: Sex;
  /** Label of the band of ages: `65+`; `all` for everybody. */
  readonly age: string;
  /** What else tells the row apart: a cause, a site, a deprivation group, what a change is since; empty if nothing. */
  readonly category: string;
  /** The figure; `null` where it is missing, for the reason in `missing`. */
  readonly value: number | null;
  /** Limits at `confidence`; `null` where the figure has none (a full count) or they are missing. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** `people`, `%`, `years`, `deaths per 100,000 people` … */
  readonly unit: string;
  /** What a rate is per: 100000, 1000; 100 for a percentage; `null` for what is no rate. */
  readonly per: number | null;
  /** Decimals with which tables and charts print the figure and its limits. */
  readonly decimals: number;
  /** What the numerator counts: `deaths`, `years of life a year`; `null` where nothing is said of it. */
  readonly counts: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Plain words: `directly standardised to ESP 2013, Byar–Dobson limits, 95%`. */
  readonly method: string;
  readonly evidence: Evidence;
  readonly missing: Missing | null;
  readonly provenance: Provenance;
}
