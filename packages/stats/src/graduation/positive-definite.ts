/**
 * Factors a positive definite matrix in place into L Lᵀ (Cholesky), its lower triangle row by row.
 *
 * A pivot that rounding has left at nothing is taken as the smallest that can be told from nothing.
 *
 * @returns whether there was no such pivot
 */
export function factorise(matrix: Float64Array, size: number): boolean {
  let definite = true;
  let most = 0;
  for (let i = 0; i < size; i++) most = Math.max(most, matrix[i * size + i]!);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      if (i === j) {
        definite &&= sum > 1e-15 * most;
        matrix[i * size + i] = Math.sqrt(Math.max(sum, 1e-15 * most));
      } else matrix[i * size + j] = sum / matrix[j * size + j]!;
    }
  }
  return definite;
}

/** Solves L Lᵀ x = right, in place. */
export function solveFactorised(factor: Float64Array, right: Float64Array): void {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * right[k]!;
    right[i] = sum / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * right[k]!;
    right[i] = sum / factor[i * size + i]!;
  }
}
