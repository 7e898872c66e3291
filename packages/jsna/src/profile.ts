import type { Issue, Source } from "@popneeds/core";
import type { DataSetQuality } from "./data-quality.ts";
import type { Fact } from "./facts/fact.ts";
import type { Finding } from "./findings/finding.ts";
import type { ProfileArea } from "./profile-area.ts";
import type { Section } from "./section.ts";

/** What is not in the assessment, and why. */
export interface Gap {
  /** What is not there: `Children and young people`, `Deaths by cause in localities`. */
  readonly what: string;
  /** Why, and where it could be had. */
  readonly why: string;
}

/** A locality, set out separately. */
export interface LocalityPart {
  readonly area: ProfileArea;
  /** What stands out, most telling first. */
  readonly findings: readonly Finding[];
  /** The locality's row for each indicator that reaches down to localities. */
  readonly facts: readonly Fact[];
}

/** A needs assessment of one area: everything a page, a table or another tool needs, and nothing about how it looks. */
export interface Profile {
  readonly area: ProfileArea;
  /** The area, then those that are the same place under another code, such as the council of a partnership. */
  readonly twins: readonly ProfileArea[];
  /** The areas it is compared with, nearest first: region, board, Scotland. */
  readonly comparators: readonly ProfileArea[];
  /** Every area that a fact names: those above, and such as the council that life expectancy is published for. */
  readonly areas: readonly ProfileArea[];
  /** The localities inside it; empty where none are known. */
  readonly localities: readonly ProfileArea[];
  /** Why there are no localities, where there are none; `null` otherwise. */
  readonly withoutLocalities: string | null;
  readonly summary: readonly Finding[];
  readonly sections: readonly Section[];
  readonly localityParts: readonly LocalityPart[];
  readonly gaps: readonly Gap[];
  readonly facts: readonly Fact[];
  readonly indicators: readonly IndicatorWords[];
  readonly sources: readonly Source[];
  /** How good the data sets are that the figures rest on. */
  readonly dataQuality: readonly DataSetQuality[];
  readonly issues: readonly Issue[];
}

/** The words of an indicator, for the page's notes. */
export interface IndicatorWords {
  readonly id: string;
  readonly title: string;
  readonly domain: string;
  readonly meaning: string;
  readonly unit: string;
  readonly better: "higher" | "lower" | "neither";
  readonly caveats: readonly string[];
}
