/** Whether totals are the sums of their parts. */
export interface TotalCheck {
  /** What was summed: `people: areas to the country, by period, sex and age`. */
  readonly what: string;
  readonly measure: string;
  /** What the parts are parts of: a key, `level` or `period`. */
  readonly over: string;
  /** Totals that could be compared. */
  readonly compared: number;
  /** Of these, totals that are the sum of their parts. */
  readonly agree: number;
  /** Of these, differences no larger than the publisher's rounding can make. */
  readonly withinRounding: number;
  /** Of these, all others. */
  readonly apart: number;
  /** Of those apart, totals with fewer parts than other totals have: a part has no row, as where publishers leave small numbers out. */
  readonly shortOfParts: number;
  /** Totals that could not be compared because the figure of a part, or the total, is missing. */
  readonly notCompared: number;
  /** Totals none of whose parts, or not all of whose parts where their number is known, have a row. */
  readonly withoutParts: number;
  /** Why a difference may be right, where something is known: rounding, perturbation, figures that do not add up over time. */
  readonly because: string | null;
  /** The largest difference: of totals apart that have all their parts, else of other totals apart, else of those within rounding. */
  readonly largest: Difference | null;
}

export interface Difference {
  /** The keys of the total. */
  readonly where: string;
  readonly parts: number;
  readonly total: number;
  /** Sum of the parts less the total. */
  readonly difference: number;
  /** Number of parts. */
  readonly of: number;
}
