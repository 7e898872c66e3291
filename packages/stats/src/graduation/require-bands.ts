import { requireSameLength } from "../shared/require.ts";

/**
 * Refuses counts and widths that are no bands of ages: a width that is no whole number of years, more than 200 years in
 * all, a count below 0 or infinite. A missing count (NaN) passes.
 */
export function requireBands(
  caller: string,
  counts: ArrayLike<number>,
  widths: ArrayLike<number>,
  name: "counts" | "events" = "counts",
): void {
  requireSameLength(caller, { [name]: counts, widths });
  let years = 0;
  for (let k = 0; k < widths.length; k++) {
    const width = widths[k]!;
    if (!(Number.isInteger(width) && width >= 1)) {
      throw new RangeError(`${caller}: widths must be whole years, 1 or more, got ${width} in band ${k + 1}`);
    }
    years += width;
    const count = counts[k]!;
    if (count < 0 || count === Infinity) {
      throw new RangeError(`${caller}: ${name} must be 0 or more, got ${count} in band ${k + 1}`);
    }
  }
  if (years > 200) throw new RangeError(`${caller}: widths must add up to 200 years at most, got ${years}`);
}

/** How many years the bands have in all. */
export function yearsOf(widths: ArrayLike<number>): number {
  let years = 0;
  for (let k = 0; k < widths.length; k++) years += widths[k]!;
  return years;
}
