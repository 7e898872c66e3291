/** The two ends of an interval. Both are NaN where the data give none. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** A value with the limits around it, all in the same unit. NaN stands for a number that is not known. */
export interface Interval extends Limits {
  readonly value: number;
}
