import { triangular } from "./triangular.ts";

/** Columns that a regression explains by, each with its name. The intercept is not among them: it is added. */
export type Terms = Readonly<Record<string, ArrayLike<number>>>;

/** The columns of a regression, the intercept first, the others moved and scaled to mean 0 and spread 1. */
export interface Design {
  readonly names: readonly string[];
  readonly rows: number;
  readonly columns: Float64Array;
  readonly means: Float64Array;
  readonly scales: Float64Array;
}

/** The name of the coefficient at which all terms are 0. */
export const intercept = "intercept";

/** Makes the columns of a regression; refuses terms that are missing, infinite, or made up of others. */
export function design(caller: string, terms: Terms, rows: number): Design {
  const given = Object.entries(terms);
  const names = [intercept, ...given.map(([name]) => name)];
  const width = names.length;
  if (Object.hasOwn(terms, intercept)) {
    throw new RangeError(`${caller}: terms must not be called ${intercept}, which is added`);
  }
  if (rows < width) {
    throw new RangeError(`${caller}: needs at least as many rows as coefficients, ${width}, got ${rows}`);
  }
  const columns = new Float64Array(rows * width).fill(1, 0, rows);
  const means = new Float64Array(width);
  const scales = new Float64Array(width).fill(1);
  given.forEach(([name, column], g) => {
    requireTerm(caller, name, column, rows);
    const k = g + 1;
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += column[i]! / rows;
    let most = 0;
    for (let i = 0; i < rows; i++) most = Math.max(most, Math.abs(column[i]! - sum));
    means[k] = sum;
    scales[k] = most > 1e-12 * Math.abs(sum) ? most : 0;
    if (scales[k] === 0) {
      throw new RangeError(
        `${caller}: terms must differ between rows, since the intercept does not, got one value of ${name}`,
      );
    }
    for (let i = 0; i < rows; i++) columns[k * rows + i] = (column[i]! - sum) / most;
  });
  const { dependent } = triangular(columns.slice(), new Float64Array(rows), rows, width);
  if (dependent !== -1) {
    throw new RangeError(
      `${caller}: no term may be made up of the others; ${names[dependent]} is, of ${names.slice(0, dependent).join(", ")}`,
    );
  }
  return { names, rows, columns, means, scales };
}

/** Coefficients and covariance of the columns as they were given, from those of the moved and scaled columns. */
export function unscaled(
  { means, scales }: Pick<Design, "means" | "scales">,
  solution: Float64Array,
  covariance: Float64Array,
): { readonly coefficients: Float64Array; readonly covariance: Float64Array } {
  const width = solution.length;
  const coefficients = Float64Array.from(solution, (value, k) => value / scales[k]!);
  for (let k = 1; k < width; k++) coefficients[0] = coefficients[0]! - coefficients[k]! * means[k]!;
  const scaled = Float64Array.from(
    covariance,
    (value, at) => value / (scales[at % width]! * scales[Math.floor(at / width)]!),
  );
  const moved = scaled.slice();
  // The intercept becomes b₀ − Σ bₖ mₖ: its row and column take up the others.
  const combine = (matrix: Float64Array, column: number) => {
    let sum = matrix[column * width]!;
    for (let k = 1; k < width; k++) sum -= means[k]! * matrix[column * width + k]!;
    return sum;
  };
  for (let j = 1; j < width; j++) {
    const value = combine(scaled, j);
    moved[j * width] = value;
    moved[j] = value;
  }
  let corner = combine(scaled, 0);
  for (let j = 1; j < width; j++) corner -= means[j]! * combine(scaled, j);
  moved[0] = corner;
  return { coefficients, covariance: moved };
}

function requireTerm(caller: string, name: string, column: ArrayLike<number>, rows: number): void {
  if (column.length !== rows) {
    throw new RangeError(
      `${caller}: terms must have a number for each of ${rows} rows, got ${column.length} of ${name}`,
    );
  }
  for (let i = 0; i < rows; i++) {
    if (!Number.isFinite(column[i]!)) {
      throw new RangeError(`${caller}: terms must be numbers, got ${column[i]} of ${name} in row ${i}`);
    }
  }
}
