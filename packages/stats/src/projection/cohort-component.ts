/** People of each sex by age band, the last open. */
export interface PeopleBySex {
  readonly female: ArrayLike<number>;
  readonly male: ArrayLike<number>;
}

/** What happens in one step of a projection, which is as long as an age band is wide. */
export interface DemographicStep {
  /**
   * Shares that survive the step, one more than bands: of births to the youngest band, of each band to the next, and of the oldest band
   * in it. 0 to 1. `survivalRatios` gives them from a life table.
   */
  readonly survival: PeopleBySex;
  /** Births a year per woman of each band, 0 or more. */
  readonly fertility: ArrayLike<number>;
  /** Boys born for each girl. Default 1.05. */
  readonly boysPerGirl?: number;
  /** Net migrants in the step by age, people; below 0 where more leave. Default none. */
  readonly migrants?: PeopleBySex;
}

/** A population projected. */
export interface CohortProjection {
  /** People at the start and after each step. */
  readonly female: readonly Float64Array[];
  readonly male: readonly Float64Array[];
  /** What happened in each step: people at its end are those at its start, and births, less deaths, and net migrants. */
  readonly births: { readonly female: Float64Array; readonly male: Float64Array };
  readonly deaths: { readonly female: Float64Array; readonly male: Float64Array };
  readonly migrants: { readonly female: Float64Array; readonly male: Float64Array };
}

export interface CohortComponentOptions {
  /** Years that a band is wide and a step is long, 1 to 10. Default 5. */
  readonly width?: number;
}

/**
 * A population carried forward by cohorts: those alive survive to the next age, women bear children, people come and go.
 *
 * In a step of n years half of the net migrants of each age join at its start and survive like the others, half at its end:
 * N′(x + n) = (N(x) + M(x) ÷ 2) S + M(x + n) ÷ 2. Births are n Σ fertility × the mean of women at the start, with the migrants who joined then, and at the end,
 * without those who join then; newborns are split by sex and survive as the first of the shares says.
 *
 * It is what would happen at these rates, not what will.
 *
 * @param start people of each sex by band of one width, the last open, 0 or more
 * @param steps survival, fertility, boys per girl and migrants of each step
 * @param options `width`
 * @returns people after each step, and births, deaths and net migrants, which balance exactly up to rounding; NaN spreads from where a figure is missing
 * @throws RangeError where columns are not of the length of the bands (survival: one more), a number of people or a rate cannot be, or the width is not
 * a whole number from 1 to 10
 *
 * Source: Preston SH, Heuveline P, Guillot M. Demography: Measuring and Modeling Population Processes, 2001, chapter 6; Leslie PH.
 * Biometrika 1945;33:183–212.
 * Reference: demCore (R), Thailand 1960–2000 without migration, to 1e-14. Its migration differs on purpose: there newborn boys are
 * worked out from girls who already hold half of the infant migrants.
 *
 * @example
 * cohortComponent({ female: [10, 10], male: [10, 10] }, [{ survival: { female: [1, 1, 0], male: [1, 1, 0] }, fertility: [0, 0.2], boysPerGirl: 1 }], { width: 1 }).female
 * // [[10, 10], [1, 10]]
 */
export function cohortComponent(
  start: PeopleBySex,
  steps: readonly DemographicStep[],
  { width = 5 }: CohortComponentOptions = {},
): CohortProjection {
  if (!Number.isInteger(width) || width < 1 || width > 10)
    throw new RangeError(`cohortComponent: width must be a whole number from 1 to 10, got ${width}`);
  const bands = start.female.length;
  if (bands < 2) throw new RangeError(`cohortComponent: needs at least two bands, got ${bands}`);
  for (const sex of sexes) requireColumn(`people, ${sex}`, start[sex], bands, 0);
  const people = { female: [Float64Array.from(start.female)], male: [Float64Array.from(start.male)] };
  const empty = () => ({ female: new Float64Array(steps.length), male: new Float64Array(steps.length) });
  const [births, deaths, migrants] = [empty(), empty(), empty()];
  for (const [i, step] of steps.entries()) {
    const { boysPerGirl = 1.05 } = step;
    requireStep(step, boysPerGirl, bands, i);
    const half = { female: halfMigrants(step, "female", bands), male: halfMigrants(step, "male", bands) };
    const survivors = { female: new Float64Array(bands), male: new Float64Array(bands) };
    for (const sex of sexes) {
      const before = people[sex][i]!;
      const share = step.survival[sex];
      for (let x = 0; x < bands; x++) {
        const here = before[x]! + half[sex][x]!;
        const survived = here * share[x + 1]!;
        survivors[sex][Math.min(x + 1, bands - 1)]! += survived;
        deaths[sex][i]! += here - survived;
        migrants[sex][i]! += 2 * half[sex][x]!;
      }
    }
    let born = 0;
    for (let x = 0; x < bands; x++)
      born += (width * step.fertility[x]! * (people.female[i]![x]! + half.female[x]! + survivors.female[x]!)) / 2;
    for (const sex of sexes) {
      const share = sex === "male" ? boysPerGirl / (1 + boysPerGirl) : 1 / (1 + boysPerGirl);
      births[sex][i] = born * share;
      survivors[sex][0] = births[sex][i]! * step.survival[sex][0]!;
      deaths[sex][i]! += births[sex][i]! - survivors[sex][0]!;
      people[sex].push(survivors[sex].map((survived, x) => survived + half[sex][x]!));
    }
  }
  return { ...people, births, deaths, migrants };
}

const sexes = ["female", "male"] as const;

function halfMigrants({ migrants }: DemographicStep, sex: "female" | "male", bands: number): Float64Array {
  return migrants ? Float64Array.from(migrants[sex], (people) => people / 2) : new Float64Array(bands);
}

function requireStep(
  { survival, fertility, migrants }: DemographicStep,
  boysPerGirl: number,
  bands: number,
  step: number,
): void {
  for (const sex of sexes) {
    requireColumn(`survival, ${sex}, of step ${step}`, survival[sex], bands + 1, 0, 1);
    if (migrants) requireColumn(`migrants, ${sex}, of step ${step}`, migrants[sex], bands, Number.NEGATIVE_INFINITY);
  }
  requireColumn(`fertility of step ${step}`, fertility, bands, 0);
  if (!(boysPerGirl > 0) || boysPerGirl === Infinity)
    throw new RangeError(`cohortComponent: boys per girl must be above 0, got ${boysPerGirl}`);
}

function requireColumn(name: string, column: ArrayLike<number>, length: number, least: number, most = Infinity): void {
  if (column.length !== length)
    throw new RangeError(`cohortComponent: ${name} must have ${length} entries, got ${column.length}`);
  for (let x = 0; x < length; x++)
    if (column[x]! < least || column[x]! > most || Math.abs(column[x]!) === Infinity) {
      const range = most === 1 ? "from 0 to 1" : least === 0 ? "0 or more" : "finite";
      throw new RangeError(`cohortComponent: ${name} must be ${range}, got ${column[x]} in place ${x}`);
    }
}
