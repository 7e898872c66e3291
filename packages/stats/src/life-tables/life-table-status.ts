/**
 * What came of the life expectancy at an age, in the order of their codes: 0 is one that was computed.
 *
 * - `computed` value and limits are there
 * - `missing` a count at this age or above is not known
 * - `impossible` a count at this age or above is negative or infinite
 * - `no population` nobody lives in a band at this age or above
 * - `deaths above population` a band has more deaths than people, and the policy says that it is withheld
 * - `no deaths in the open band` the open band has no deaths, so that its death rate says nothing of the years lived in it
 * - `merged into the open band` the band was merged with those below it, and has no life expectancy of its own
 * - `not reached` by the table nobody reaches this age, and the policy says that the value is 0, without limits
 * - `interval too wide` the value is withheld because its 95% interval is too wide; limits and variance are kept
 * - `population too small` the whole group is withheld, because it has too few people
 * - `too few deaths` the whole group is withheld, because it has too few deaths
 */
export const lifeTableStatuses = [
  "computed",
  "missing",
  "impossible",
  "no population",
  "deaths above population",
  "no deaths in the open band",
  "merged into the open band",
  "not reached",
  "interval too wide",
  "population too small",
  "too few deaths",
] as const;

/** What came of the life expectancy at one age. */
export type LifeTableStatus = (typeof lifeTableStatuses)[number];

/** The code of a status, as it stands in a column of codes. */
export function lifeTableCode(status: LifeTableStatus): number {
  return lifeTableStatuses.indexOf(status);
}
