/**
 * Coefficients from where their line starts, how steep it is, and their second differences w: b(j) = α + βj + Σ (j − i + 1) w(i).
 *
 * Smoothing weighs w alone. However heavy it is, it stays away from α and β, of which it would leave nothing but rounding if it were weighed
 * against the coefficients themselves.
 *
 * @param bends α, β, w(2), w(3) …
 */
export function coefficientsOf(bends: Float64Array): Float64Array {
  const b = new Float64Array(bends.length);
  let [level, slope] = [bends[0]!, bends[1]!];
  b[0] = level;
  for (let j = 1; j < b.length; j++) {
    if (j > 1) slope += bends[j]!;
    level += slope;
    b[j] = level;
  }
  return b;
}

/** Turns derivatives by coefficients into those by α, β and second differences, in place. */
export function byBends(gradient: Float64Array): void {
  const size = gradient.length;
  let [sum, further, all, first] = [0, 0, 0, 0];
  for (let j = size - 1; j >= 0; j--) {
    const own = gradient[j]!;
    all += own;
    first += j * own;
    // Σ over k ≥ j of (k − j + 1) × the derivative by b(k).
    sum += own;
    further += sum;
    gradient[j] = further;
  }
  gradient[0] = all;
  gradient[1] = first;
}

/** Turns a matrix of second derivatives, its lower triangle, likewise, in place; both triangles are filled. */
export function matrixByBends(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[j * size + i] = matrix[i * size + j]!;
  const line = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    line.set(matrix.subarray(i * size, (i + 1) * size));
    byBends(line);
    matrix.set(line, i * size);
  }
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) line[i] = matrix[i * size + j]!;
    byBends(line);
    for (let i = 0; i < size; i++) matrix[i * size + j] = line[i]!;
  }
}
