/** What a least-squares problem was reduced to: an upper triangle, and what is left of the right-hand side. */
export interface Triangular {
  /** R, column after column, of which the upper triangle counts. */
  readonly triangle: Float64Array;
  readonly solution: Float64Array;
  /** Σ of the squares that the columns leave unexplained. */
  readonly residual: number;
  /** The first column that the columns before it make up, or −1. */
  readonly dependent: number;
}

/**
 * Solves a least-squares problem by Householder reflections.
 *
 * Each reflection clears a column below the diagonal; R b = Qᵀy is then solved upwards. A column is called dependent where
 * what the columns before leave of it is below 1e-9 of its length.
 *
 * @param design columns one after the other, each of `rows` numbers; it is overwritten
 * @param right  right-hand side, overwritten
 *
 * Source: Golub GH, Van Loan CF. Matrix Computations, 4th ed. 2013, 5.2.2.
 */
export function triangular(design: Float64Array, right: Float64Array, rows: number, columns: number): Triangular {
  const triangle = new Float64Array(columns * columns);
  const solution = new Float64Array(columns);
  let dependent = columns > rows ? rows : -1;
  for (let k = 0; k < Math.min(columns, rows); k++) {
    const whole = norm(design, k * rows, (k + 1) * rows);
    const below = norm(design, k * rows + k, (k + 1) * rows);
    if (!(below > 1e-9 * whole)) {
      dependent = k;
      break;
    }
    const head = design[k * rows + k]!;
    const diagonal = head > 0 ? -below : below;
    // The reflector v = x − diagonal·e₁ stands in the place of the column; v·v/2 = diagonal (diagonal − head).
    design[k * rows + k] = head - diagonal;
    const half = diagonal * (diagonal - head);
    for (let j = k + 1; j < columns; j++) reflect(design, k * rows + k, design, j * rows + k, rows - k, half);
    reflect(design, k * rows + k, right, k, rows - k, half);
    for (let i = 0; i < k; i++) triangle[k * columns + i] = design[k * rows + i]!;
    triangle[k * columns + k] = diagonal;
  }
  if (dependent === -1) {
    for (let k = columns - 1; k >= 0; k--) {
      let sum = right[k]!;
      for (let j = k + 1; j < columns; j++) sum -= triangle[j * columns + k]! * solution[j]!;
      solution[k] = sum / triangle[k * columns + k]! + 0; // + 0, so that no level is -0
    }
  }
  let residual = 0;
  for (let i = columns; i < rows; i++) residual += right[i]! * right[i]!;
  return { triangle, solution, residual, dependent };
}

/** (RᵀR)⁻¹, column after column: the covariance of the solution for errors of unit variance. */
export function inverseOfSquare(triangle: Float64Array, columns: number): Float64Array {
  const inverse = new Float64Array(columns * columns);
  for (let j = 0; j < columns; j++) {
    for (let i = j; i >= 0; i--) {
      let sum = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k++) sum -= triangle[k * columns + i]! * inverse[j * columns + k]!;
      inverse[j * columns + i] = sum / triangle[i * columns + i]!;
    }
  }
  const square = new Float64Array(columns * columns);
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < columns; k++) sum += inverse[k * columns + i]! * inverse[k * columns + j]!;
      square[i * columns + j] = sum;
      square[j * columns + i] = sum;
    }
  }
  return square;
}

/** Solves RᵀR b = right. */
export function solvedSquare(triangle: Float64Array, right: Float64Array): Float64Array {
  const columns = right.length;
  const solution = right.slice();
  for (let k = 0; k < columns; k++) {
    for (let i = 0; i < k; i++) solution[k] = solution[k]! - triangle[k * columns + i]! * solution[i]!;
    solution[k] = solution[k]! / triangle[k * columns + k]!;
  }
  for (let k = columns - 1; k >= 0; k--) {
    for (let j = k + 1; j < columns; j++) solution[k] = solution[k]! - triangle[j * columns + k]! * solution[j]!;
    solution[k] = solution[k]! / triangle[k * columns + k]!;
  }
  return solution;
}

/** Turns what lies at `to` by the reflector at `from`. */
function reflect(
  reflector: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
  length: number,
  half: number,
): void {
  let dot = 0;
  for (let i = 0; i < length; i++) dot += reflector[from + i]! * target[to + i]!;
  const share = dot / half;
  for (let i = 0; i < length; i++) target[to + i] = target[to + i]! - share * reflector[from + i]!;
}

/** The length of a stretch of numbers, however large or small they are. */
function norm(numbers: Float64Array, from: number, to: number): number {
  let most = 0;
  for (let i = from; i < to; i++) most = Math.max(most, Math.abs(numbers[i]!));
  if (most === 0) return 0;
  let sum = 0;
  for (let i = from; i < to; i++) sum += (numbers[i]! / most) * (numbers[i]! / most);
  return most * Math.sqrt(sum);
}
