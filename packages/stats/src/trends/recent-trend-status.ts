/**
 * What came of the trend of each group, in the order of their codes: 0 is a group that was computed.
 *
 * - `too few points` fewer years than the trend rests on
 * - `repeated year` two of the latest rows are of one year
 * - `missing` a figure of the latest points is not known
 * - `impossible` a count that is negative or more than the total, a standard error not above 0, a year that is no number
 * - `no population` a total of 0
 */
export const recentTrendStatuses = [
  "computed",
  "too few points",
  "repeated year",
  "missing",
  "impossible",
  "no population",
] as const;

/** What came of the trend of one group. */
export type RecentTrendStatus = (typeof recentTrendStatuses)[number];
