/** Adds to the slope of a sum towards the input of a row. */
export function addTo(slopes: Map<number, number>, row: number, slope: number): void {
  slopes.set(row, (slopes.get(row) ?? 0) + slope);
}

/** Σ slope² × variance; a variance that is not known matters only where the slope is not 0. */
export function sumOfSquares(slopes: ReadonlyMap<number, number>, varianceOf: (row: number) => number): number {
  let sum = 0;
  for (const [row, slope] of slopes) if (slope !== 0) sum += slope ** 2 * varianceOf(row);
  return sum;
}
