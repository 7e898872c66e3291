import type { Evidence } from "@popneeds/core";
import type { Fact } from "@popneeds/jsna";

/** One row of the first planning table: how many people a topic concerns in an area, at one horizon. */
export interface NeedsRow {
  readonly id: string;
  readonly area: string;
  readonly level: string;
  /** Id and words of the topic: `people-aged-75-and-over`, `People aged 75 and over`. */
  readonly topic: string;
  readonly topicTitle: string;
  readonly horizon: "now" | "+5" | "+10" | "+20";
  /** The year that the horizon is. */
  readonly year: number;
  /** People (or, where the unit says so, cases or years of life) affected. */
  readonly value: number | null;
  /** Change since now, in the same unit and in per cent; `null` at the horizon `now`. */
  readonly change: number | null;
  readonly changePercent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly evidence: Evidence;
  readonly method: string;
  /** The facts the row rests on. */
  readonly rests: readonly Fact[];
}
