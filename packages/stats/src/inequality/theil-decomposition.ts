import { requireOneLength } from "../shared/require.ts";
import { type TheilIndices, theilIndices } from "./theil-indices.ts";

/** Theil's indices of all, and the parts that lie between regions and within them; `between` and `within` add up to `all`. */
export interface TheilDecomposition {
  readonly all: TheilIndices;
  readonly between: TheilIndices;
  readonly within: TheilIndices;
}

/**
 * How much of the inequality of small groups lies between the regions that they belong to, and how much within them.
 *
 * Between: the indices of the regions' means. Within: the indices inside each region, weighted for T by its share of what
 * there is and for L by its share of the people. Both add up exactly, which no Gini coefficient does.
 *
 * @param values value of each person or group, 0 or more
 * @param population people of each, above 0
 * @param regions the region of each, any name or number
 * @returns indices of all, between and within, in natural logarithms; NaN where a value is missing or all are 0. A region
 * in which all are 0 adds nothing to T; L is Infinity wherever a value is 0
 * @throws RangeError where a value is negative or infinite, a population is not above 0, or columns differ in length or are
 * empty
 *
 * Source: Shorrocks AF. The class of additively decomposable inequality measures. Econometrica 1980;48:613–25.
 * Reference: by hand, and by the sum of the parts.
 *
 * @example
 * theilDecomposition([1, 3, 2, 2], [1, 1, 1, 1], ["a", "a", "b", "b"]).within
 * // { total: 0.06540601797056848, meanLogDeviation: 0.07192051811294523 }
 */
export function theilDecomposition(
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  regions: ArrayLike<string | number>,
): TheilDecomposition {
  requireOneLength("theilDecomposition", { values, population, regions });
  const all = named(() => theilIndices(values, population));
  const rows = new Map<string | number, number[]>();
  for (let i = 0; i < regions.length; i++) {
    const own = rows.get(regions[i]!);
    if (own) own.push(i);
    else rows.set(regions[i]!, [i]);
  }
  if (Number.isNaN(all.total)) return { all, between: all, within: all };
  const parts = Array.from(rows.values(), (own) => {
    const [y, n] = [own.map((i) => values[i]!), own.map((i) => population[i]!)];
    const people = sumOf(n);
    return { people, held: sumOf(y.map((value, k) => value * n[k]!)), indices: theilIndices(y, n) };
  });
  const [people, held] = [sumOf(parts.map((part) => part.people)), sumOf(parts.map((part) => part.held))];
  const between = theilIndices(
    parts.map((part) => part.held / part.people),
    parts.map((part) => part.people),
  );
  const within = {
    total: sumOf(parts.map((part) => (part.held === 0 ? 0 : (part.held / held) * part.indices.total))),
    meanLogDeviation: sumOf(
      parts.map((part) => (part.held === 0 ? Infinity : (part.people / people) * part.indices.meanLogDeviation)),
    ),
  };
  return { all, between, within };
}

/** Refusals of the indices bear the name of the function that was called. */
function named<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(error.message.replace(/^theilIndices/, "theilDecomposition"));
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0);
}
