import { others } from "./burden-change.ts";

/** Why the burden of many populations changed: a number for each population and cause, causes of a population one after the other. */
export interface BurdenChangeColumns {
  /** Burden before and after, Σ people × rate. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** The effect of there being more or fewer people. */
  readonly size: Float64Array;
  /** The effect of their being older or younger. */
  readonly structure: Float64Array;
  /** The effect of rates going up or down. */
  readonly rate: Float64Array;
}

/**
 * Growth, ageing and rates of many populations and causes at once, over typed columns: what `burdenChange` does for one.
 *
 * People stand stratum after stratum, population after population; rates likewise for each cause of each population, so that
 * people are not repeated for every cause. The same sums in the same order as `burdenChange`, with no object for a group. One pass:
 * the time grows with populations × causes × strata.
 *
 * @param people1 people before, `strata` numbers for each population
 * @param rates1 burden per person before, `strata` numbers for each cause of each population; as many causes for each
 * @param people2 people after
 * @param rates2 burden per person after
 * @param strata how many strata (ages, or ages and sexes) each population has
 * @returns columns of populations × causes; NaN where anything is missing or a population has nobody
 * @throws RangeError where strata is not a whole number above 0, columns do not match or hold whole groups, or people are below 0 or infinite
 *
 * Source: as `burdenChange`.
 * Reference: `burdenChange`, to the last digit.
 *
 * @example
 * burdenChanges([100, 50], [0.1, 0.4, 0, 1], [100, 100], [0.1, 0.3, 0, 1], 2).size
 * // [10.138888888888888, 20.833333333333332]
 */
export function burdenChanges(
  people1: ArrayLike<number>,
  rates1: ArrayLike<number>,
  people2: ArrayLike<number>,
  rates2: ArrayLike<number>,
  strata: number,
): BurdenChangeColumns {
  if (!Number.isInteger(strata) || strata < 1)
    throw new RangeError(`burdenChanges: strata must be a whole number above 0, got ${strata}`);
  const populations = people1.length / strata;
  const groups = rates1.length / strata;
  const causes = populations === 0 ? 0 : groups / populations;
  if (people2.length !== people1.length || rates2.length !== rates1.length)
    throw new RangeError(
      `burdenChanges: columns before and after must be of one length, got ${people1.length} and ${people2.length} of people, ${rates1.length} and ${rates2.length} of rates`,
    );
  if (!Number.isInteger(populations) || !Number.isInteger(causes) || (populations === 0 && rates1.length > 0))
    throw new RangeError(
      `burdenChanges: needs people and rates for ${strata} strata of whole groups, got ${people1.length} of people and ${rates1.length} of rates`,
    );
  const columns = {
    first: new Float64Array(groups),
    second: new Float64Array(groups),
    size: new Float64Array(groups),
    structure: new Float64Array(groups),
    rate: new Float64Array(groups),
  };
  const [p1, p2, m1, m2] = [people1, people2, rates1, rates2].map((column) =>
    column instanceof Float64Array ? column : Float64Array.from(column),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let population = 0; population < populations; population++) {
    const start = population * strata;
    const total1 = sizeOf(p1, start, strata);
    const total2 = sizeOf(p2, start, strata);
    for (let g = population * causes; g < (population + 1) * causes; g++) {
      let [first, second, size, structure, rate] = [0, 0, 0, 0, 0];
      for (let i = 0; i < strata; i++) {
        const [n1, n2] = [p1[start + i]!, p2[start + i]!];
        const [s1, s2] = [n1 / total1, n2 / total2];
        const [r1, r2] = [m1[g * strata + i]!, m2[g * strata + i]!];
        first += n1 * r1;
        second += n2 * r2;
        size += (total2 - total1) * others(s1, s2, r1, r2);
        structure += (s2 - s1) * others(total1, total2, r1, r2);
        rate += (r2 - r1) * others(total1, total2, s1, s2);
      }
      const nobody = total1 === 0 || total2 === 0;
      columns.first[g] = nobody ? Number.NaN : first;
      columns.second[g] = nobody ? Number.NaN : second;
      columns.size[g] = size;
      columns.structure[g] = structure;
      columns.rate[g] = rate;
    }
  }
  return columns;
}

function sizeOf(people: Float64Array, start: number, strata: number): number {
  let total = 0;
  for (let i = start; i < start + strata; i++) {
    if (people[i]! < 0 || people[i] === Infinity)
      throw new RangeError(`burdenChanges: people must be 0 or more, got ${people[i]} in row ${i}`);
    total += people[i]!;
  }
  return total;
}
