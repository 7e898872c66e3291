import type { Composite } from "./composite.ts";

/** Years and bands as they are fitted so far. */
export interface Expected {
  /** The rate, or the count, of each single year. */
  readonly value: Float64Array;
  /** The expected count of each band. */
  readonly band: Float64Array;
}

/** Q′WQ and Q′W(y − μ). */
export function normalEquations({ counts, widths, population, basis }: Composite, { value, band }: Expected) {
  const size = basis.splines;
  const normal = new Float64Array(size * size);
  const gradient = new Float64Array(size);
  const row = new Float64Array(size);
  let year = 0;
  for (let k = 0; k < counts.length; k++) {
    const from = basis.first[year]!;
    for (let j = 0; j < widths[k]!; j++, year++)
      for (let s = 0; s < 4; s++)
        row[basis.first[year]! + s]! += population[year]! * value[year]! * basis.height[4 * year + s]!;
    const to = basis.first[year - 1]! + 4;
    // A band in which nobody is expected has no say: Q and μ are 0 together.
    const weight = band[k]! > 0 ? 1 / band[k]! : 0;
    const gap = counts[k]! - band[k]!;
    for (let i = from; i < to; i++) {
      gradient[i]! += weight * row[i]! * gap;
      for (let j = from; j <= i; j++) normal[i * size + j]! += weight * row[i]! * row[j]!;
    }
    row.fill(0, from, to);
  }
  return { normal, gradient };
}

/**
 * Makes of Q′WQ the second derivatives of the likelihood, with the sign turned: Σ over bands of y ÷ μ² q q′ − (y ÷ μ − 1) Σ over
 * years of e γ B B′.
 */
export function bend(
  normal: Float64Array,
  { counts, widths, population, basis }: Composite,
  { value, band }: Expected,
): void {
  const size = basis.splines;
  const row = new Float64Array(size);
  let year = 0;
  for (let k = 0; k < counts.length; k++) {
    const from = basis.first[year]!;
    const excess = band[k]! > 0 ? counts[k]! / band[k]! - 1 : 0;
    for (let j = 0; j < widths[k]!; j++, year++) {
      const people = population[year]! * value[year]!;
      for (let s = 0; s < 4; s++) {
        const i = basis.first[year]! + s;
        row[i]! += people * basis.height[4 * year + s]!;
        for (let t = 0; t <= s; t++)
          normal[i * size + basis.first[year]! + t]! -=
            excess * people * basis.height[4 * year + s]! * basis.height[4 * year + t]!;
      }
    }
    const to = basis.first[year - 1]! + 4;
    const weight = band[k]! > 0 ? excess / band[k]! : 0;
    for (let i = from; i < to; i++) for (let j = from; j <= i; j++) normal[i * size + j]! += weight * row[i]! * row[j]!;
    row.fill(0, from, to);
  }
}
