import { factorise, solveFactorised } from "./positive-definite.ts";
import { curve, type SplineBasis } from "./spline-basis.ts";

/** What a composite link is fitted to: counts of bands, each a sum over single years of a rate times its people. */
export interface Composite {
  readonly counts: ArrayLike<number>;
  readonly widths: ArrayLike<number>;
  /** People of each single year; 1 where counts themselves are wanted. */
  readonly population: Float64Array;
  readonly basis: SplineBasis;
}

/** A composite link fitted with a given smoothing. */
export interface Fitted {
  readonly coefficients: Float64Array;
  /** The rate, or the count, of each single year. */
  readonly value: Float64Array;
  /** The expected count of each band. */
  readonly band: Float64Array;
  readonly deviance: number;
  /** The trace of the hat matrix: how many parameters the curve is worth. */
  readonly dimension: number;
  readonly status: "fitted" | "not converged";
}

/**
 * Fits a penalised composite link model by iteratively reweighted least squares.
 *
 * μ = C γ, γ = exp(B b): b solves (Q′WQ + λ D′D) b = Q′W(y − μ + Q b), with Q = C Γ B, W = 1 ÷ μ and D the second differences.
 * A step that makes the penalised deviance worse is halved. It stops where no year moves by more than 1e-11 of the largest.
 */
export function fitCompositeLink(composite: Composite, smoothing: number, start: Float64Array): Fitted {
  const { counts, basis } = composite;
  const size = basis.splines;
  let now = stateAt(composite, smoothing, start);
  let status: Fitted["status"] = "not converged";
  for (let step = 0; step < 200 && status === "not converged"; step++) {
    const { normal, gradient } = normalEquations(composite, now);
    penalise(normal, size, smoothing);
    factorise(normal, size);
    solveFactorised(normal, gradient);
    let next = stateAt(composite, smoothing, gradient);
    for (let halving = 0; halving < 30 && !(next.objective <= now.objective * (1 + 1e-12) + 1e-12); halving++) {
      for (let j = 0; j < size; j++) gradient[j] = (gradient[j]! + now.coefficients[j]!) / 2;
      next = stateAt(composite, smoothing, gradient);
    }
    let [moved, most] = [0, 0];
    for (let year = 0; year < next.value.length; year++) {
      moved = Math.max(moved, Math.abs(next.value[year]! - now.value[year]!));
      most = Math.max(most, next.value[year]!);
    }
    now = next;
    if (moved <= 1e-11 * most) status = "fitted";
  }
  return { ...now, deviance: devianceOf(counts, now.band), dimension: dimensionOf(composite, now, smoothing), status };
}

interface State {
  readonly coefficients: Float64Array;
  readonly value: Float64Array;
  readonly band: Float64Array;
  /** Deviance and penalty. */
  readonly objective: number;
}

function stateAt(composite: Composite, smoothing: number, coefficients: Float64Array): State {
  const { counts, widths, population, basis } = composite;
  const own = coefficients.slice();
  const value = curve(basis, own);
  const band = new Float64Array(counts.length);
  let year = 0;
  for (let k = 0; k < counts.length; k++)
    for (let j = 0; j < widths[k]!; j++, year++) band[k]! += population[year]! * value[year]!;
  let penalty = 0;
  for (let j = 2; j < own.length; j++) penalty += (own[j]! - 2 * own[j - 1]! + own[j - 2]!) ** 2;
  return { coefficients: own, value, band, objective: devianceOf(counts, band) + smoothing * penalty };
}

/** 2 Σ (y ln(y ÷ μ) − (y − μ)). */
function devianceOf(counts: ArrayLike<number>, band: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < counts.length; k++) {
    const [count, expected] = [counts[k]!, band[k]!];
    sum += expected - count + (count > 0 ? count * Math.log(count / expected) : 0);
  }
  return 2 * sum;
}

/** Q′WQ and Q′W(y − μ + Q b). */
function normalEquations({ counts, widths, population, basis }: Composite, { coefficients, value, band }: State) {
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
    let working = counts[k]! - band[k]!;
    for (let i = from; i < to; i++) working += row[i]! * coefficients[i]!;
    for (let i = from; i < to; i++) {
      gradient[i]! += weight * row[i]! * working;
      for (let j = from; j <= i; j++) normal[i * size + j]! += weight * row[i]! * row[j]!;
    }
    row.fill(0, from, to);
  }
  return { normal, gradient };
}

/** Adds λ D′D to the lower triangle. */
function penalise(normal: Float64Array, size: number, smoothing: number): void {
  const weights = [1, -2, 1];
  for (let at = 0; at + 2 < size; at++)
    for (let i = 0; i < 3; i++)
      for (let j = 0; j <= i; j++) normal[(at + i) * size + at + j]! += smoothing * weights[i]! * weights[j]!;
}

/** Trace of (Q′WQ + λ D′D)⁻¹ Q′WQ. */
function dimensionOf(composite: Composite, state: State, smoothing: number): number {
  const size = composite.basis.splines;
  const { normal } = normalEquations(composite, state);
  const factor = normal.slice();
  penalise(factor, size, smoothing);
  factorise(factor, size);
  const column = new Float64Array(size);
  let trace = 0;
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) column[i] = i >= j ? normal[i * size + j]! : normal[j * size + i]!;
    solveFactorised(factor, column);
    trace += column[j]!;
  }
  return trace;
}
