import type { Domain } from "./domain.ts";
import type { Estimate } from "./estimate.ts";
import type { Inputs, TablesOf } from "./input.ts";
import type { Setting } from "./setting.ts";

/** What is measured, with the words that an analyst must be able to defend beside the arithmetic. */
export interface Indicator<I extends Inputs = Inputs> {
  /** As in the catalogue, in kebab-case; it stands in every row id, so it never changes. */
  readonly id: string;
  readonly title: string;
  readonly domain: Domain;
  /** What a sentence says of an area: "the share of people aged 65 and over". Begins in lower case. */
  readonly subject: string;
  /** Exactly what is counted, among whom, over what time. */
  readonly meaning: string;
  /** `people`, `%`, `years`, `deaths per 100,000 people` … */
  readonly unit: string;
  /** What the numerator counts: `people`, `deaths`, `bed days`; `null` when there is none to print. */
  readonly counts: string | null;
  /** What the value is per: 100 for a percentage, 100000 for such a rate, `null` for a count or years. */
  readonly per: number | null;
  /** In which direction better lies; `neither` where nothing is better or worse. */
  readonly better: "higher" | "lower" | "neither";
  /**
   * How a difference between areas may be judged. `full count`: everybody was counted; there is no sampling error, a
   * difference is stated, not tested. `events`: numerator and denominator are events and person-years; tested as Poisson
   * rates. `estimate`: value and limits; tested from the limits.
   */
  readonly certainty: "full count" | "events" | "estimate";
  /** Decimals printed. */
  readonly decimals: number;
  readonly caveats: readonly string[];
  readonly inputs: I;
  readonly compute: (tables: TablesOf<I>, setting: Setting) => readonly Estimate[];
}

/**
 * Defines an indicator.
 *
 * @param definition everything a page, a table and a reviewer need; `compute` is a pure function of its inputs
 */
export function indicator<const I extends Inputs>(definition: Indicator<I>): Indicator<I> {
  return Object.freeze(definition);
}
