/** People of one sex, or both, by band, and how many children there are for each woman. */
export interface CohortChange {
  /** For each band, people now over those of the same cohort a step before; NaN in the youngest; the last two bands feed the open one. */
  readonly ratios: Float64Array;
  /** People in the youngest band for each woman of childbearing bands; NaN where women are not given. */
  readonly childrenPerWoman: number;
}

/**
 * How cohorts changed between two counts, by death and migration together: what Hamilton and Perry's projection carries forward.
 *
 * Ratio of band x: people of x now ÷ people of x − n a step of n years before; the open band over the two that feed it. Children per woman: the youngest
 * band ÷ women in the childbearing bands, both now.
 *
 * Ratios of small places are unsteady: cap them, or borrow those of the larger area.
 *
 * @param before people by band a step ago, 0 or more, bands as wide as the step is long, the last open
 * @param now people in the same bands
 * @param women women now in the childbearing bands, in all; default not given
 * @returns ratios, NaN where nobody was there before (0 over 0, or people over 0)
 * @throws RangeError where columns differ in length, have fewer than three bands, or people are below 0 or infinite
 *
 * Source: Hamilton CH, Perry J. A short method for projecting population by age from one decennial census to another. Soc Forces
 * 1962;41:163–70; Swanson DA, Schlottmann A, Schmidt B. Popul Res Policy Rev 2010;29:47–63.
 *
 * @example
 * cohortChangeRatios([10, 10, 10], [12, 9, 16], 8) // { ratios: [NaN, 0.9, 0.8], childrenPerWoman: 1.5 }
 */
export function cohortChangeRatios(
  before: ArrayLike<number>,
  now: ArrayLike<number>,
  women = Number.NaN,
): CohortChange {
  requireBands("cohortChangeRatios", before, now);
  const last = now.length - 1;
  const ratios = Float64Array.from({ length: now.length }, (_, x) => {
    if (x === 0) return Number.NaN;
    const from = x < last ? before[x - 1]! : before[last - 1]! + before[last]!;
    return from > 0 ? now[x]! / from : Number.NaN;
  });
  return { ratios, childrenPerWoman: women > 0 ? now[0]! / women : Number.NaN };
}

/** Refuses counts by band that cannot be. NaN passes, since a missing one is no mistake. */
export function requireBands(caller: string, before: ArrayLike<number>, now: ArrayLike<number>): void {
  if (before.length !== now.length || now.length < 3)
    throw new RangeError(
      `${caller}: both counts must have the same bands, at least three, got ${before.length} and ${now.length}`,
    );
  for (const people of [before, now])
    for (let x = 0; x < people.length; x++)
      if (people[x]! < 0 || people[x] === Infinity)
        throw new RangeError(`${caller}: people must be 0 or more, got ${people[x]} in band ${x}`);
}
