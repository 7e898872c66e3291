/** Totals that a table must have, summed over all but some of its dimensions. */
export interface Margin {
  /** The dimensions that the totals are by, 0 being the first: `[0]`, or `[0, 2]` for totals by two of them. */
  readonly by: readonly number[];
  /** Totals, 0 or more, the last of these dimensions running fastest. */
  readonly totals: ArrayLike<number>;
}

export interface FittingOptions {
  /** How near the totals must come, as a share of the sum of all. Default 1e-12. */
  readonly tolerance?: number;
  /** How often all margins are gone through at most. Default 10,000. */
  readonly rounds?: number;
}

/** A table that has the totals wanted, and how it came to them. */
export interface Fitted {
  /** The cells, the last dimension running fastest. */
  readonly cells: Float64Array;
  /** How often all margins were gone through. */
  readonly rounds: number;
  /** The largest difference from a total that is left, as a share of the sum of all. */
  readonly gap: number;
  /** Whether the gap is within the tolerance. */
  readonly converged: boolean;
}

/**
 * A table of any number of dimensions scaled to the totals wanted, one margin after the other, until all hold: raking.
 *
 * Each round multiplies the cells by total wanted ÷ total there, for every margin. The odds ratios of the table stay as they were,
 * and a cell of 0 stays 0 (a structural zero). It is the table nearest to the first that has these totals, in the sense of relative entropy.
 *
 * @param cells the table as it is, cells of 0 or more, the last dimension running fastest
 * @param shape how many cells each dimension has
 * @param margins totals wanted, which must have one sum
 * @param options `tolerance`, `rounds`
 * @returns cells with these totals; `converged: false` where they cannot be had, as with zeros in the wrong places
 * @throws RangeError where sizes do not match, a cell or a total is below 0, missing or infinite, margins differ in their sum by more than the
 * tolerance allows, or a total above 0 has only cells of 0
 *
 * Source: Deming WE, Stephan FF. Ann Math Stat 1940;11:427–44; Bishop YMM, Fienberg SE, Holland PW. Discrete Multivariate
 * Analysis, 1975, section 3.5.
 * Reference: R `loglin` on a table of 4 by 4, to its tolerance.
 *
 * @example
 * iterativeProportionalFitting([1, 1, 1, 1], [2, 2], [{ by: [0], totals: [3, 1] }, { by: [1], totals: [2, 2] }]).cells
 * // [1.5, 1.5, 0.5, 0.5]
 */
export function iterativeProportionalFitting(
  cells: ArrayLike<number>,
  shape: readonly number[],
  margins: readonly Margin[],
  { tolerance = 1e-12, rounds: most = 10_000 }: FittingOptions = {},
): Fitted {
  const caller = "iterativeProportionalFitting";
  if (!(tolerance > 0 && tolerance < 1))
    throw new RangeError(`${caller}: tolerance must be between 0 and 1, got ${tolerance}`);
  if (!Number.isInteger(most) || most < 1) throw new RangeError(`${caller}: rounds must be 1 or more, got ${most}`);
  requireCells(caller, cells, shape);
  const fitted = Float64Array.from(cells);
  const places = margins.map((margin) => placesOf(caller, margin, shape));
  const all = requireTotals(caller, fitted, margins, places);
  let gap = largestGap(fitted, margins, places, all);
  let rounds = 0;
  while (gap > tolerance && rounds < most) {
    const before = gap;
    for (const [m, { totals }] of margins.entries()) {
      const there = summed(fitted, places[m]!, totals.length);
      for (let i = 0; i < fitted.length; i++) {
        const at = places[m]![i]!;
        if (there[at]! > 0) fitted[i]! *= totals[at]! / there[at]!;
      }
    }
    rounds++;
    gap = largestGap(fitted, margins, places, all);
    // Rounding alone is left: no further round comes nearer.
    if (gap < 1e-14 || (gap >= before && before < 1e-10)) break;
  }
  return { cells: fitted, rounds, gap, converged: gap <= tolerance };
}

/** The place among a margin's totals of each cell. */
function placesOf(caller: string, { by, totals }: Margin, shape: readonly number[]): Uint32Array {
  const distinct = new Set(by);
  if (
    by.length === 0 ||
    distinct.size !== by.length ||
    by.some((d) => !(Number.isInteger(d) && d >= 0 && d < shape.length))
  )
    throw new RangeError(
      `${caller}: a margin must be by dimensions from 0 to ${shape.length - 1}, each once, got ${by.join(", ") || "none"}`,
    );
  const wanted = by.reduce((size, d) => size * shape[d]!, 1);
  if (totals.length !== wanted)
    throw new RangeError(`${caller}: the margin by ${by.join(", ")} needs ${wanted} totals, got ${totals.length}`);
  const places = new Uint32Array(shape.reduce((size, length) => size * length, 1));
  const index = shape.map(() => 0);
  for (let i = 0; i < places.length; i++) {
    places[i] = by.reduce((at, d) => at * shape[d]! + index[d]!, 0);
    for (let d = shape.length - 1; d >= 0 && ++index[d]! === shape[d]; d--) index[d] = 0;
  }
  return places;
}

function requireCells(caller: string, cells: ArrayLike<number>, shape: readonly number[]): void {
  const size = shape.reduce((product, length) => product * length, 1);
  if (shape.length === 0 || shape.some((length) => !Number.isInteger(length) || length < 1) || size !== cells.length)
    throw new RangeError(
      `${caller}: shape must be whole numbers whose product is the number of cells, ${cells.length}, got ${shape.join(", ") || "none"}`,
    );
  for (let i = 0; i < cells.length; i++)
    if (!(cells[i]! >= 0) || cells[i] === Infinity)
      throw new RangeError(`${caller}: cells must be 0 or more, got ${cells[i]} in cell ${i}`);
}

/** The sum that all margins have. */
function requireTotals(
  caller: string,
  cells: Float64Array,
  margins: readonly Margin[],
  places: readonly Uint32Array[],
): number {
  if (margins.length === 0) throw new RangeError(`${caller}: needs at least one margin, got none`);
  const sums = margins.map(({ by, totals }, m) => {
    const there = summed(cells, places[m]!, totals.length);
    let sum = 0;
    for (let at = 0; at < totals.length; at++) {
      const total = totals[at]!;
      if (!(total >= 0) || total === Infinity)
        throw new RangeError(`${caller}: totals must be 0 or more, got ${total} in the margin by ${by.join(", ")}`);
      if (total > 0 && there[at] === 0)
        throw new RangeError(
          `${caller}: a total above 0 needs a cell above 0, got ${total} for none in the margin by ${by.join(", ")}`,
        );
      sum += total;
    }
    return sum;
  });
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  if (most - least > 1e-9 * most)
    throw new RangeError(`${caller}: all margins must have one sum, got ${sums.join(", ")}`);
  return most;
}

function summed(cells: Float64Array, places: Uint32Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let i = 0; i < cells.length; i++) sums[places[i]!]! += cells[i]!;
  return sums;
}

function largestGap(
  cells: Float64Array,
  margins: readonly Margin[],
  places: readonly Uint32Array[],
  all: number,
): number {
  let gap = 0;
  for (const [m, { totals }] of margins.entries()) {
    const there = summed(cells, places[m]!, totals.length);
    for (let at = 0; at < totals.length; at++) gap = Math.max(gap, Math.abs(there[at]! - totals[at]!));
  }
  return all === 0 ? 0 : gap / all;
}
