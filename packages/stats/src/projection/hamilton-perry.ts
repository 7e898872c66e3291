import { requireBands } from "./cohort-change-ratios.ts";

/** What changes of cohorts are carried forward. */
export interface HamiltonPerryOptions {
  /** People in the youngest band for each woman of childbearing bands at the end of the step, 0 or more. */
  readonly childrenPerWoman: number;
  /** The first and the last band of childbearing: `[3, 8]` is 15 to 44 in five-year bands. */
  readonly childbearing: readonly [number, number];
  /** Share of the youngest band who are of this sex, for people of one sex. Default 1: people of both sexes. */
  readonly shareOfChildren?: number;
  /** Women at the end of the step, where people are men or both sexes. Default: the people projected. */
  readonly women?: ArrayLike<number>;
}

/**
 * A population one step on, when each cohort changes as cohorts of its age did before: Hamilton and Perry's projection.
 *
 * Band x: people of x − n now × the ratio of x; the open band from the two that feed it; the youngest from women at the end of the step × children per woman.
 *
 * It carries past migration forward with past deaths; over more than two or three steps small places run away: rake them to totals
 * (`iterativeProportionalFitting`).
 *
 * @param people people by band now, 0 or more, the last open
 * @param ratios change of each band, as `cohortChangeRatios` gives them; the first is not used
 * @param options `childrenPerWoman`, `childbearing`, `shareOfChildren`, `women`
 * @returns people by band one step on; NaN where a ratio or the people are missing
 * @throws RangeError where columns differ in length, people are below 0, or options cannot be
 *
 * Source: as `cohortChangeRatios`.
 * Reference: worked by hand.
 *
 * @example
 * hamiltonPerry([12, 9, 16], [NaN, 0.9, 0.8], { childrenPerWoman: 1.5, childbearing: [1, 1] }) // [16.200000000000003, 10.8, 20]
 */
export function hamiltonPerry(
  people: ArrayLike<number>,
  ratios: ArrayLike<number>,
  { childrenPerWoman, childbearing: [first, last], shareOfChildren = 1, women }: HamiltonPerryOptions,
): Float64Array {
  requireBands("hamiltonPerry", people, ratios);
  const bands = people.length;
  if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 0 && first <= last && last < bands))
    throw new RangeError(
      `hamiltonPerry: childbearing must be two bands from 0 to ${bands - 1}, in order, got ${first} and ${last}`,
    );
  if (childrenPerWoman < 0 || childrenPerWoman === Infinity)
    throw new RangeError(`hamiltonPerry: children per woman must be 0 or more, got ${childrenPerWoman}`);
  if (!(shareOfChildren >= 0 && shareOfChildren <= 1))
    throw new RangeError(`hamiltonPerry: share of children must be from 0 to 1, got ${shareOfChildren}`);
  if (women && women.length !== bands)
    throw new RangeError(`hamiltonPerry: women must have ${bands} bands, got ${women.length}`);
  const next = Float64Array.from({ length: bands }, (_, x) => {
    if (x === 0) return 0;
    return (x < bands - 1 ? people[x - 1]! : people[bands - 2]! + people[bands - 1]!) * ratios[x]!;
  });
  const mothers = women ?? next;
  let bearing = 0;
  for (let x = first; x <= last; x++) bearing += mothers[x]!;
  next[0] = bearing * childrenPerWoman * shareOfChildren;
  return next;
}
