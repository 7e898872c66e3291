/**
 * What came of each group of a kernel, in the order of their codes: 0 is a group that was computed, all others have NaN.
 *
 * - `computed` the group has its figures
 * - `no rows` the group has no row at all
 * - `missing` a count, a population or a weight is not known
 * - `impossible` a count is negative or infinite, a population negative, a weight negative
 * - `no population` nobody lives in one of its rows, and the policy says that it is withheld
 * - `too few events` fewer events than the least that was asked for
 * - `nothing expected` the reference lets one expect no events
 */
export const groupStatuses = [
  "computed",
  "no rows",
  "missing",
  "impossible",
  "no population",
  "too few events",
  "nothing expected",
] as const;

/** What came of one group. */
export type GroupStatus = (typeof groupStatuses)[number];

/** The code of a status, as it stands in a column of codes. */
export function statusCode(status: GroupStatus): number {
  return groupStatuses.indexOf(status);
}
