/** What was counted and in how many: events, and the people or person-years in which they could have happened. */
export interface Observed {
  /** Events counted, 0 or more. NaN where the count is not known. */
  readonly events: number;
  /** People or person-years, above 0. */
  readonly population: number;
}
