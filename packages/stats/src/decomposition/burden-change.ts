import { requireOneLength } from "../shared/require.ts";

/** How much of a change of burden goes with each of its three drivers. */
export interface BurdenChange {
  /** Burden of the first population, Σ people × rate. */
  readonly first: number;
  readonly second: number;
  /** The effect of there being more or fewer people. */
  readonly size: number;
  /** The effect of their being older or younger. */
  readonly structure: number;
  /** The effect of rates at each age going up or down. */
  readonly rate: number;
  /** The effects in each stratum; they add up to those above. */
  readonly byStratum: {
    readonly size: Float64Array;
    readonly structure: Float64Array;
    readonly rate: Float64Array;
  };
}

/**
 * Why the burden of a population changed: growth, ageing, and rates.
 *
 * Burden is N Σ sₐrₐ with N people, shares sₐ of them in each stratum (ages, or ages and sexes), and rates rₐ. Each effect is that of Das Gupta for
 * a product of three: Δa × ((b₁c₁ + b₂c₂) ÷ 3 + (b₁c₂ + b₂c₁) ÷ 6). The three add up to the change, in each stratum and in all.
 *
 * Rates of causes add up, and so do the effects: give the rates of one cause for its own growth, ageing and rate effect.
 *
 * @param people1 people of the first population in each stratum, 0 or more, some
 * @param rates1  burden per person in each stratum
 * @param people2 people of the second population in the same strata
 * @param rates2  burden per person of the second population
 * @returns burden and effects in the unit of rate × people; NaN where anything is missing
 * @throws RangeError where columns differ in length, people are below 0 or infinite, or a population has nobody
 *
 * Source: Das Gupta P. Standardization and Decomposition of Rates: A User's Manual, 1993, chapters 2 and 5; as “population
 * growth, ageing and rate” in the Global Burden of Disease studies.
 * Reference: the cases of `burden_change` and the sheet of five ages (closed form), to 1e-9.
 *
 * @example
 * burdenChange([100, 50], [0.1, 0.4], [100, 100], [0.1, 0.3])
 * // { first: 30, second: 40, size: 10.138888888888888, structure: 7.222222222222223, rate: -7.361111111111114, byStratum: { size: [2.9166666666666665, 7.222222222222221], structure: [-2.916666666666666, 10.13888888888889], rate: [0, -7.361111111111114] } }
 */
export function burdenChange(
  people1: ArrayLike<number>,
  rates1: ArrayLike<number>,
  people2: ArrayLike<number>,
  rates2: ArrayLike<number>,
): BurdenChange {
  requireOneLength("burdenChange", { people1, rates1, people2, rates2 });
  const strata = people1.length;
  const total1 = sizeOf("burdenChange", people1);
  const total2 = sizeOf("burdenChange", people2);
  const byStratum = {
    size: new Float64Array(strata),
    structure: new Float64Array(strata),
    rate: new Float64Array(strata),
  };
  let [first, second, size, structure, rate] = [0, 0, 0, 0, 0];
  for (let i = 0; i < strata; i++) {
    const [s1, s2] = [people1[i]! / total1, people2[i]! / total2];
    const [r1, r2] = [rates1[i]!, rates2[i]!];
    first += people1[i]! * r1;
    second += people2[i]! * r2;
    byStratum.size[i] = (total2 - total1) * others(s1, s2, r1, r2);
    byStratum.structure[i] = (s2 - s1) * others(total1, total2, r1, r2);
    byStratum.rate[i] = (r2 - r1) * others(total1, total2, s1, s2);
    size += byStratum.size[i]!;
    structure += byStratum.structure[i]!;
    rate += byStratum.rate[i]!;
  }
  return { first, second, size, structure, rate, byStratum };
}

/** What a unit of one factor is worth, the other two being between both populations. */
export function others(b1: number, b2: number, c1: number, c2: number): number {
  return (b1 * c1 + b2 * c2) / 3 + (b1 * c2 + b2 * c1) / 6;
}

function sizeOf(caller: string, people: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < people.length; i++) {
    if (people[i]! < 0 || people[i] === Infinity)
      throw new RangeError(`${caller}: people must be 0 or more, got ${people[i]} in stratum ${i}`);
    total += people[i]!;
  }
  if (total === 0) throw new RangeError(`${caller}: a population needs people, got 0 in ${people.length} strata`);
  return total;
}
