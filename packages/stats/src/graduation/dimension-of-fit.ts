import { byBends } from "./bends.ts";
import type { Composite } from "./composite.ts";
import type { Expected } from "./composite-derivatives.ts";

/**
 * How many parameters a smoothed curve is worth: the trace of (Q′WQ + λ D′D)⁻¹ Q′WQ.
 *
 * Level and slope, which λ leaves alone, and Σ s² ÷ (s² + λ) over the singular values s of what W^½Q adds to them for the second
 * differences. Q′WQ itself is never made: its rounding is that of s², and at light smoothing would move the choice of λ.
 */
export function dimensionOfFit(composite: Composite, expected: Expected, smoothing: number): number {
  const rows = weightedRows(composite, expected);
  const [level, slope] = [0, 1].map((j) => Float64Array.from(rows, (row) => row[j]!)) as [Float64Array, Float64Array];
  const free: Float64Array[] = [];
  for (const column of [level, slope]) {
    const before = norm(column);
    withoutDirections(column, free);
    const left = norm(column);
    if (left > 1e-12 * before) free.push(column.map((own) => own / left));
  }
  const size = composite.basis.splines;
  const columns = Array.from({ length: size - 2 }, (_, j) => {
    const column = Float64Array.from(rows, (row) => row[j + 2]!);
    withoutDirections(column, free);
    return column;
  });
  const fewer =
    rows.length < columns.length ? rows.map((_, k) => Float64Array.from(columns, (column) => column[k]!)) : columns;
  return singularValues(fewer).reduce((sum, s) => sum + s ** 2 / (s ** 2 + smoothing), free.length);
}

/** W^½Q by level, slope and second differences, a row a band; a band in which nobody is expected has no say. */
function weightedRows({ widths, population, basis }: Composite, { value, band }: Expected): readonly Float64Array[] {
  let year = 0;
  return Array.from(band, (expected, k) => {
    const row = new Float64Array(basis.splines);
    for (let j = 0; j < widths[k]!; j++, year++)
      for (let s = 0; s < 4; s++)
        row[basis.first[year]! + s]! += population[year]! * value[year]! * basis.height[4 * year + s]!;
    byBends(row);
    const weight = expected > 0 ? 1 / Math.sqrt(expected) : 0;
    return row.map((own) => weight * own);
  });
}

/** Takes out of a vector, in place, what lies along directions of length 1; twice, for the rounding of the first time. */
function withoutDirections(vector: Float64Array, directions: readonly Float64Array[]): void {
  for (let time = 0; time < 2; time++)
    for (const direction of directions) {
      const along = dot(vector, direction);
      for (let i = 0; i < vector.length; i++) vector[i]! -= along * direction[i]!;
    }
}

/** Singular values by one-sided Jacobi rotations (Hestenes), in place: vectors are turned until each is at right angles to all others. */
function singularValues(vectors: readonly Float64Array[]): readonly number[] {
  const nothing = 1e-28 * vectors.reduce((sum, vector) => sum + dot(vector, vector), 0);
  let turned = true;
  for (let sweep = 0; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < vectors.length - 1; p++)
      for (let q = p + 1; q < vectors.length; q++) turned = turn(vectors[p]!, vectors[q]!, nothing) || turned;
  }
  return vectors.map(norm);
}

function turn(a: Float64Array, b: Float64Array, nothing: number): boolean {
  const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
  if (Math.min(aa, bb) <= nothing || Math.abs(ab) <= 1e-15 * Math.sqrt(aa) * Math.sqrt(bb)) return false;
  const zeta = (bb - aa) / (2 * ab);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = c * t;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    a[i] = c * x - s * y;
    b[i] = s * x + c * y;
  }
  return true;
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
