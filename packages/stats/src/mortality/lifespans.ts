/** The lengths of life of those who reach an age, by their chances of dying in bands and the years lived in the open one. */
export interface Lifespans {
  readonly from: number;
  /** Ages at which the bands start; the last is that of the open band. */
  readonly ages: Float64Array;
  /** Chance of dying in each closed band, for one who starts it. */
  readonly probability: Float64Array;
  /** Years that those who die in each closed band live in it. */
  readonly yearsOfDying: Float64Array;
  /** Mean years lived in the open band, in which deaths come at a constant rate. */
  readonly openYears: number;
}

/** Integrals over the survival curve S of a life table, in closed form. */
export interface SurvivalSums {
  /** ∫ S: life expectancy. */
  readonly years: number;
  /** Variance of the length of life. */
  readonly variance: number;
  /** ∫ S². */
  readonly squares: number;
  /** −∫ S ln S. */
  readonly logarithms: number;
}

/** Adds up the integrals, a band after the other. */
export function survivalSums(lives: Lifespans): SurvivalSums {
  const { from, ages, probability, yearsOfDying, openYears } = lives;
  const open = ages.length - 1;
  let survival = 1;
  let years = 0;
  let squares = 0;
  let logarithms = 0;
  for (let k = 0; k < open; k++) {
    const width = ages[k + 1]! - ages[k]!;
    const next = survival * (1 - probability[k]!);
    const fall = 2 * Math.min(yearsOfDying[k]!, width - yearsOfDying[k]!);
    const level = yearsOfDying[k]! * 2 <= width ? next : survival;
    years += (fall * (survival + next)) / 2 + (width - fall) * level;
    squares += (fall * (survival * survival + survival * next + next * next)) / 3 + (width - fall) * level * level;
    logarithms += fall * meanOfLogarithm(survival, next) - (width - fall) * timesLogarithm(level);
    survival = next;
  }
  years += survival * openYears;
  squares += (survival * survival * openYears) / 2;
  logarithms += openYears * (survival - timesLogarithm(survival));

  // Around the mean: deaths of a band lie around theirs, evenly in a closed one, exponentially in the open one.
  let variance = 0;
  survival = 1;
  for (let k = 0; k < open; k++) {
    const width = ages[k + 1]! - ages[k]!;
    const fall = 2 * Math.min(yearsOfDying[k]!, width - yearsOfDying[k]!);
    const off = ages[k]! - from + yearsOfDying[k]! - years;
    variance += survival * probability[k]! * (off * off + (fall * fall) / 12);
    survival *= 1 - probability[k]!;
  }
  const off = ages[open]! - from + openYears - years;
  variance += survival * (off * off + openYears * openYears);
  return { years, variance, squares, logarithms };
}

/** The exact age at which a given part of all is still alive. */
export function ageAtSurvival(lives: Lifespans, part: number): number {
  const { ages, probability, yearsOfDying, openYears } = lives;
  const open = ages.length - 1;
  let survival = 1;
  for (let k = 0; k < open; k++) {
    const next = survival * (1 - probability[k]!);
    if (next <= part) {
      const width = ages[k + 1]! - ages[k]!;
      const fall = 2 * Math.min(yearsOfDying[k]!, width - yearsOfDying[k]!);
      const start = yearsOfDying[k]! * 2 <= width ? 0 : width - fall;
      return ages[k]! + start + (fall * (survival - part)) / (survival - next);
    }
    survival = next;
  }
  return ages[open]! + openYears * Math.log(survival / part);
}

/** The mean of −s ln s where s falls evenly from one value to another. */
function meanOfLogarithm(high: number, low: number): number {
  const fall = high - low;
  // The difference of two nearly equal numbers would lose its digits; Simpson's rule is exact to them here.
  if (fall < 1e-3 * high) {
    return -(timesLogarithm(high) + 4 * timesLogarithm((high + low) / 2) + timesLogarithm(low)) / 6;
  }
  return (antiderivative(low) - antiderivative(high)) / fall;
}

/** ∫ s ln s ds. */
function antiderivative(s: number): number {
  return (s * timesLogarithm(s)) / 2 - (s * s) / 4;
}

/** s ln s; 0 at 0. */
function timesLogarithm(s: number): number {
  return s === 0 ? 0 : s * Math.log(s);
}
