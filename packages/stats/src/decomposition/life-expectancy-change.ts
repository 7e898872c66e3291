import type { LifeTable } from "../life-tables/life-table.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { lineIntegralEffects } from "./line-integral-effects.ts";
import { stepwiseEffects } from "./stepwise-effects.ts";

/**
 * How a difference of life expectancies is put down to ages.
 *
 * - `symmetric` the mean of Arriaga's decomposition forwards and backwards; the same numbers as the symmetric ones of Andreev and of
 *   Lopez and Ruzicka
 * - `chandrasekaran` Chandrasekaran's second and third approach, which are the numbers of `symmetric`
 * - `arriaga` forwards only: survivors of the first population, years expected in the second; Lopez and Ruzicka's numbers
 * - `andreev` Andreev's, forwards, which are the numbers of `arriaga`
 * - `pollard` deaths averted at each age times the years gained by one; does not add up exactly
 * - `stepwise` rates replaced from young to old and back, averaged
 * - `line integral` all rates changing together (Horiuchi); adds up to 1e-10 years, to 1e-5 where rates are thousands of times apart
 */
export type LifeExpectancyChangeMethod =
  | "andreev"
  | "arriaga"
  | "chandrasekaran"
  | "line integral"
  | "pollard"
  | "stepwise"
  | "symmetric";

export interface LifeExpectancyChangeOptions {
  /** Default `symmetric`. */
  readonly method?: LifeExpectancyChangeMethod;
  /** Death rates by cause in both populations, a column over ages for each cause, to split each age's years. Default none. */
  readonly causes?: {
    readonly first: readonly ArrayLike<number>[];
    readonly second: readonly ArrayLike<number>[];
  };
}

/** A difference of life expectancies, put down to ages and, if wanted, causes. */
export interface LifeExpectancyChange {
  /** Years expected at the first age in the first and in the second population. */
  readonly first: number;
  readonly second: number;
  /** Years that go with the rates of each age. */
  readonly byAge: Float64Array;
  /** Years that go with each cause at each age, a column for each cause; none without causes. */
  readonly byCause: readonly Float64Array[];
  /** What the ages do not explain, second − first − Σ byAge: rounding, or what a method leaves over. */
  readonly residual: number;
}

/**
 * What each age, and each cause of death, contributes to the difference of life expectancy between two populations.
 *
 * With λ = L ÷ l the years lived in a band by one who starts it and p = 1 − q, going forwards an age contributes
 * l₁(x) ((λ₂ − λ₁) + e₂(x + n)(p₂ − p₁)) ÷ l₁(0): Arriaga's direct, indirect and interaction effects together; backwards the same with the populations
 * exchanged. An age is split among causes as their rates differ, (m₂c − m₁c) ÷ (m₂ − m₁), which is taken to its limit where the
 * rates of all causes are equal, so that causes that cancel out still show.
 *
 * It is arithmetic, not cause: it says what the difference would have been with equal rates at that age.
 *
 * @param first life table of the first population
 * @param second life table of the second population, with the same bands
 * @param options `method`; `causes`: rates per person-year in each band, adding up to those of the tables
 * @returns years for each age and cause, above 0 where the second population gains; NaN in an age that either table lacks, and in those whose years
 * expected depend on it
 * @throws RangeError where the bands of the tables differ, the causes do not match or do not add up to all deaths, or the method is unknown
 *
 * Source: Arriaga EE. Measuring and explaining the change in life expectancies. Demography 1984;21:83–96; Andreev EM, 1982;
 * Pollard JH. J Inst Actuaries 1982;109:225–40; Ponnapalli KM. Demogr Res 2005;12:141–72.
 * Reference: LEdecomp and DemoDecomp (R) on the United States, males 2010 and 2020, eight methods, to 1e-7.
 *
 * @example
 * lifeExpectancyChange(lifeTable([2, 9, 20], [100, 400, 100], [0, 1, 5]), lifeTable([1, 4, 10], [100, 400, 100], [0, 1, 5])).byAge
 * // [0.11549561291845266, 0.4384761233583367, 4.61795858504583]
 */
export function lifeExpectancyChange(
  first: LifeTable,
  second: LifeTable,
  { method = "symmetric", causes }: LifeExpectancyChangeOptions = {},
): LifeExpectancyChange {
  requireChoice("lifeExpectancyChange", "method", method, [
    "andreev",
    "arriaga",
    "chandrasekaran",
    "line integral",
    "pollard",
    "stepwise",
    "symmetric",
  ]);
  requireSameBands(first, second);
  const worth = yearsByRate(first, second, method);
  // Adding 0 makes a plain 0 of −0.
  const byAge = worth.map((years, x) => years * (second.rate[x]! - first.rate[x]!) + 0);
  const byCause = causes ? split(first, second, worth, causes) : [];
  const [e1, e2] = [first.expectancy[0]!, second.expectancy[0]!];
  let sum = 0;
  for (const years of byAge) sum += years;
  return { first: e1, second: e2, byAge, byCause, residual: e2 - e1 - sum };
}

/** Years of life expectancy that go with a unit of the difference of rates, in each band. */
function yearsByRate(first: LifeTable, second: LifeTable, method: LifeExpectancyChangeMethod): Float64Array {
  switch (method) {
    case "andreev":
    case "arriaga":
      return forwards(first, second);
    case "chandrasekaran":
    case "symmetric": {
      const back = forwards(second, first);
      return forwards(first, second).map((years, x) => (years + back[x]!) / 2);
    }
    case "pollard":
      return pollard(first, second);
    default: {
      const effects =
        method === "stepwise"
          ? stepwiseEffects(first.rate, second.rate, expectancyAlong(first, second))
          : integralEffects(first, second);
      const limit = yearsByRate(first, second, "symmetric");
      return effects.map((effect, x) => {
        const difference = second.rate[x]! - first.rate[x]!;
        return difference === 0 ? limit[x]! : effect / difference;
      });
    }
  }
}

/** Arriaga's contribution of each band by unit of rate: survivors of one population, years expected in the other. */
function forwards(survivors: LifeTable, expected: LifeTable): Float64Array {
  const last = survivors.age.length - 1;
  return Float64Array.from(survivors.age, (_, x) => {
    const reach = survivors.survivors[x]! / survivors.survivors[0]!;
    const later = x === last ? 0 : expected.expectancy[x + 1]!;
    const [lived, survived] = slopes(survivors, expected, x);
    return reach * (lived + (x === last ? 0 : later * survived));
  });
}

/**
 * How years lived in a band and survival through it change by unit of rate between two tables: (λ₂ − λ₁) ÷ (m₂ − m₁) and
 * (p₂ − p₁) ÷ (m₂ − m₁), or what they tend to where the rates are equal.
 */
function slopes(one: LifeTable, other: LifeTable, x: number): readonly [number, number] {
  const [m1, m2] = [one.rate[x]!, other.rate[x]!];
  if (x === one.age.length - 1) return [-1 / (m1 * m2), 0];
  const difference = m2 - m1;
  const width = one.age[x + 1]! - one.age[x]!;
  const [a1, a2] = [one.yearsOfDying[x]!, other.yearsOfDying[x]!];
  const [q1, q2] = [one.probability[x]!, other.probability[x]!];
  if (Math.abs(difference) > 1e-9 * Math.max(m1, m2)) {
    const lived = other.years[x]! / other.survivors[x]! - one.years[x]! / one.survivors[x]!;
    return [lived / difference, (q1 - q2) / difference];
  }
  const [d1, d2] = [1 + (width - a1) * m1, 1 + (width - a2) * m2];
  const dying = width / (d1 * d2);
  return [-(width - (a1 + a2) / 2) * dying, -dying];
}

/** Pollard's weights: years that a death averted gains, by those who are there to be saved, at the ends of each band averaged. */
function pollard(first: LifeTable, second: LifeTable): Float64Array {
  const last = first.age.length - 1;
  const weight = (x: number) =>
    (first.survivors[x]! * second.expectancy[x]! + second.survivors[x]! * first.expectancy[x]!) /
    (2 * first.survivors[0]!);
  return Float64Array.from(first.age, (age, x) => {
    if (x < last) return (-(first.age[x + 1]! - age) * (weight(x) + weight(x + 1))) / 2;
    const reach = (first.survivors[x]! + second.survivors[x]!) / (2 * first.survivors[0]!);
    return -reach / (first.rate[x]! * second.rate[x]!);
  });
}

/**
 * Horiuchi's effects: steps halved, and what they tend to found from the errors falling with their square (Romberg), until nothing moves and the effects
 * add up.
 */
function integralEffects(first: LifeTable, second: LifeTable): Float64Array {
  const along = expectancyAlong(first, second);
  const difference = second.expectancy[0]! - first.expectancy[0]!;
  let row: Float64Array[] = [];
  for (let halving = 0, steps = 25; halving < 9; halving++, steps *= 2) {
    const next = [lineIntegralEffects(first.rate, second.rate, along, { steps })];
    for (const [order, coarse] of row.entries()) {
      const by = 4 ** (order + 1);
      next.push(next[order]!.map((own, x) => (by * own - coarse[x]!) / (by - 1)));
    }
    const [last, before] = [next.at(-1)!, row.at(-1)];
    const moved = before ? last.reduce((most, own, x) => Math.max(most, Math.abs(own - before[x]!)), 0) : Infinity;
    const gap = Math.abs(last.reduce((sum, own) => sum + own, 0) - difference);
    if (Number.isNaN(gap) || (moved < 1e-11 && gap < 2e-11)) return last;
    row = next;
  }
  return row.at(-1)!;
}

/** Life expectancy at the first age as a function of rates between those of two tables. */
function expectancyAlong(first: LifeTable, second: LifeTable): (rates: Float64Array) => number {
  const last = first.age.length - 1;
  return (rates) => {
    let [reach, years] = [1, 0];
    for (let x = 0; x < last; x++) {
      const width = first.age[x + 1]! - first.age[x]!;
      const rate = rates[x]!;
      const [m1, m2] = [first.rate[x]!, second.rate[x]!];
      const way = m1 === m2 ? 0 : (rate - m1) / (m2 - m1);
      const dying = first.yearsOfDying[x]! + way * (second.yearsOfDying[x]! - first.yearsOfDying[x]!);
      const probability = Math.min(1, (width * rate) / (1 + (width - dying) * rate));
      years += reach * (width * (1 - probability) + dying * probability);
      reach *= 1 - probability;
    }
    return years + reach / rates[last]!;
  };
}

function split(
  first: LifeTable,
  second: LifeTable,
  worth: Float64Array,
  causes: NonNullable<LifeExpectancyChangeOptions["causes"]>,
): readonly Float64Array[] {
  const bands = worth.length;
  if (causes.first.length !== causes.second.length)
    throw new RangeError(
      `lifeExpectancyChange: both populations must have the same causes, got ${causes.first.length} and ${causes.second.length}`,
    );
  for (const [which, columns, table] of [
    ["first", causes.first, first],
    ["second", causes.second, second],
  ] as const) {
    const short = columns.findIndex(({ length }) => length !== bands);
    if (short !== -1)
      throw new RangeError(
        `lifeExpectancyChange: every cause needs a rate for each of ${bands} bands, got ${columns[short]!.length} in cause ${short} of the ${which} population`,
      );
    for (let x = 0; x < bands; x++) {
      const sum = columns.reduce((total, column) => total + column[x]!, 0);
      if (Math.abs(sum - table.rate[x]!) > 1e-6 * Math.max(sum, table.rate[x]!))
        throw new RangeError(
          `lifeExpectancyChange: causes must add up to the rate of all deaths, ${table.rate[x]} in band ${x} of the ${which} population, got ${sum}`,
        );
    }
  }
  return causes.second.map((column, c) => worth.map((years, x) => years * (column[x]! - causes.first[c]![x]!) + 0));
}

function requireSameBands(first: LifeTable, second: LifeTable): void {
  const same = first.age.length === second.age.length && first.age.every((age, x) => age === second.age[x]);
  if (!same)
    throw new RangeError(
      `lifeExpectancyChange: the tables must have the same bands, got ${first.age.join(", ") || "none"} and ${second.age.join(", ") || "none"}`,
    );
}
