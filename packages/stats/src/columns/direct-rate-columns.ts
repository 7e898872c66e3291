/** What directly standardised rates are worked out from: a row for each stratum of each group. */
export interface DirectRateColumns {
  /** Events in each row, 0 or more. */
  readonly events: ArrayLike<number>;
  /** Person-years in each row, 0 or more. */
  readonly population: ArrayLike<number>;
  /** People of the standard in each row, 0 or more, on any scale. */
  readonly weights: ArrayLike<number>;
}

/** How the limits of a directly standardised rate are placed. */
export type DirectRateLimits = "dobson-byar" | "dobson-exact" | "fay-feuer";

/**
 * What is done with a row in which nobody lives.
 *
 * - `withhold` its group has no rate
 * - `leave out` the row is left out, and its weight too; its events are not counted
 * - `rate 0` its rate is taken to be 0: its weight stays, and its events count among all, so that the rate is too low
 * - `count as people` its people are taken to be as many as its events; without events it is left out
 */
export type EmptyRowPolicy = "withhold" | "leave out" | "rate 0" | "count as people";

/** How directly standardised rates are expressed, and when one is withheld. */
export interface DirectRatesOptions {
  /** Person-years that rates are expressed per. Default 100 000. */
  readonly per?: number;
  /** Coverages of the limits, each between 0 and 1. Default 0.95 alone. */
  readonly levels?: readonly number[];
  /** How the limits are placed. Default Dobson's on Byar's. */
  readonly limits?: DirectRateLimits;
  /** A normal deviate in place of that of the levels, such as 1.96; Dobson's limits on Byar's only. Default none. */
  readonly deviate?: number;
  /** Groups with fewer events have no rate. Default 0: all have one. */
  readonly minimumEvents?: number;
  /** What is done with a row in which nobody lives. Default `withhold`. */
  readonly emptyRows?: EmptyRowPolicy;
  /** What a lower limit below 0 becomes, as it can by Dobson where few events carry much weight. Default `as it is`. */
  readonly belowZero?: "as it is" | "zero";
}

/** A figure for each group; `lower` and `upper` hold a column for each level, in the order asked for. */
export interface RateColumns {
  readonly value: Float64Array;
  readonly lower: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
  /** All events of each group that were counted. */
  readonly events: Float64Array;
  /** All person-years of each group that were counted. */
  readonly population: Float64Array;
  /** What came of each group: positions in `groupStatuses`; 0 where there is a rate. */
  readonly status: Uint8Array;
}
