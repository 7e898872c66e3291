import type { Missing, Source } from "@popneeds/core";
import type { TotalCheck } from "./totals/total-check.ts";

/** What is known about how good data are: plain figures and texts, ready for JSON. Nothing here changes the data. */
export interface Quality {
  /** The files that the data were read from, the first being what is counted. */
  readonly sources: readonly Source[];
  /** Rows of the file; `read` is `null` where only the table is known. */
  readonly rows: { readonly read: number | null; readonly used: number; readonly refused: number };
  /** Why rows were refused, the commonest first. */
  readonly refusals: readonly Refusals[];
  /** Doubts that did not keep rows from being used, the commonest first. */
  readonly warnings: readonly Refusals[];
  /** Each total that the data hold beside its parts, and whether it is their sum. */
  readonly totals: readonly TotalCheck[];
  /** Steps to which figures seem to be rounded, where it is not the unit. */
  readonly rounding: readonly Rounding[];
  readonly jumps: Jumps;
  readonly coverage: readonly Coverage[];
  readonly codes: readonly AreaCodes[];
  /** `null` where the data have no periods. */
  readonly time: TimeCovered | null;
  /** Breaks in the series, as the publisher marks them or as editions show them. */
  readonly breaks: readonly string[];
  /** Figures that are missing, by reason; measures without any are not listed. */
  readonly missing: readonly MissingFigures[];
}

/** Rows that were refused, or doubted, for one reason. */
export interface Refusals {
  readonly code: string;
  readonly times: number;
  /** The first three: line and what was found. */
  readonly first: readonly string[];
}

export interface Rounding {
  readonly table: string;
  readonly measure: string;
  /** Every figure is a multiple of this: 5, 10, 100 … */
  readonly step: number;
}

/** Figures that are further from their past than chance allows: to look at, not faults. */
export interface Jumps {
  /** How they were found, in words that can be repeated by hand. */
  readonly rule: string;
  /** Series that were long enough. */
  readonly series: number;
  /** Figures that were compared with their past. */
  readonly figures: number;
  /** How many were beyond the limit. */
  readonly beyond: number;
  /** The furthest of them, at most ten. */
  readonly furthest: readonly Jump[];
}

export interface Jump {
  readonly table: string;
  readonly measure: string;
  /** The keys of the series: area, cause … */
  readonly series: string;
  readonly period: string;
  readonly value: number;
  /** The figure before. */
  readonly before: number;
  /** What the trend of the five figures before leads to expect. */
  readonly expected: number;
  /** Distance in standard deviations. */
  readonly distance: number;
}

/** Which combinations of keys a table has rows for. */
export interface Coverage {
  readonly table: string;
  readonly rows: number;
  /** Different values of each key. */
  readonly keys: Readonly<Record<string, number>>;
  /** Combinations of all values of all keys. */
  readonly combinations: number;
  /** Areas for which a period that others have is not there at all. */
  readonly gaps: { readonly times: number; readonly first: readonly string[] };
  /** Areas of a level that have no row; only where a geography was given. */
  readonly levels: readonly LevelCovered[];
}

export interface LevelCovered {
  readonly level: string;
  readonly present: number;
  readonly all: number;
  /** The first areas that are absent, by name and code, at most five. */
  readonly absent: readonly string[];
}

/** The codes of areas in a table. */
export interface AreaCodes {
  readonly table: string;
  /** What the codes are, and how many: `councils`, `data zones of 2011`. */
  readonly kinds: readonly { readonly kind: string; readonly codes: number }[];
  /** Codes of several editions in one level, in words; none where there is one. */
  readonly mixed: readonly string[];
  /** Codes that areas no longer have, of levels all of whose codes were in force on one day: the edition is an earlier one. */
  readonly former: readonly string[];
  /** Codes that the geography does not know; none without a geography. */
  readonly unknown: { readonly times: number; readonly first: readonly string[] };
}

/** What time the data are about. */
export interface TimeCovered {
  /** First and last day, as yyyy-mm-dd. */
  readonly from: string;
  readonly to: string;
  readonly periods: number;
  /** The day that the data are judged on; `null` where none was given. */
  readonly asOf: string | null;
  /** Whole months from the last day of the data to that day; `null` where none was given. */
  readonly monthsOld: number | null;
}

export interface MissingFigures {
  readonly table: string;
  readonly measure: string;
  readonly figures: number;
  readonly reasons: Readonly<Partial<Record<Missing, number>>>;
}
