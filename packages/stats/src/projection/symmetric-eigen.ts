/**
 * The largest eigenvalue of a symmetric matrix, and its vector of length 1, by Jacobi's rotations.
 *
 * @param matrix rows of a symmetric matrix
 */
export function symmetricEigen(matrix: readonly Float64Array[]): {
  readonly value: number;
  readonly vector: Float64Array;
} {
  const size = matrix.length;
  const a = matrix.map((row) => row.slice());
  const vectors = a.map((_, i) => Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = 0; q < p; q++) off += a[p]![q]! * a[p]![q]!;
    if (off < 1e-300) break;
    for (let p = 0; p < size - 1; p++)
      for (let q = p + 1; q < size; q++) {
        if (a[p]![q] === 0) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(a, vectors, p, q, c, t * c);
      }
  }
  let best = 0;
  for (let i = 1; i < size; i++) if (a[i]![i]! > a[best]![best]!) best = i;
  return { value: a[best]![best]!, vector: Float64Array.from(vectors, (row) => row[best]!) };
}

function rotate(a: Float64Array[], vectors: Float64Array[], p: number, q: number, c: number, s: number): void {
  const size = a.length;
  for (let i = 0; i < size; i++) {
    const [ip, iq] = [a[i]![p]!, a[i]![q]!];
    a[i]![p] = c * ip - s * iq;
    a[i]![q] = s * ip + c * iq;
  }
  for (let i = 0; i < size; i++) {
    const [pi, qi] = [a[p]![i]!, a[q]![i]!];
    a[p]![i] = c * pi - s * qi;
    a[q]![i] = s * pi + c * qi;
    const [vp, vq] = [vectors[i]![p]!, vectors[i]![q]!];
    vectors[i]![p] = c * vp - s * vq;
    vectors[i]![q] = s * vp + c * vq;
  }
}
