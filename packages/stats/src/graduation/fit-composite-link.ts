import { byBends, coefficientsOf, matrixByBends } from "./bends.ts";
import type { Composite } from "./composite.ts";
import { bend, type Expected, normalEquations } from "./composite-derivatives.ts";
import { dimensionOfFit } from "./dimension-of-fit.ts";
import { factorise, solveFactorised } from "./positive-definite.ts";
import { curve } from "./spline-basis.ts";

/** A composite link fitted with a given smoothing. */
export interface Fitted {
  /** Level and slope of the coefficients at the first knot, and their second differences. */
  readonly bends: Float64Array;
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
 * μ = C γ, γ = exp(B b): each step δ solves (Q′WQ + λ D′D) δ = Q′W(y − μ) − λ D′D b, with Q = C Γ B, W = 1 ÷ μ and D the second
 * differences. It is solved for level, slope and second differences of b (see `coefficientsOf`). No coefficient moves by more than 5 at a step, so that bands in which nothing happened are approached, not leapt
 * over; a step that makes the penalised deviance worse is halved. Near the end Q′WQ gives way to the second derivatives
 * themselves (Newton), where they allow it. It stops where in two steps no year moves by more than 1e-11 of the largest: after the second, small years stand still too.
 */
export function fitCompositeLink(composite: Composite, smoothing: number, start: Float64Array): Fitted {
  const { counts, basis } = composite;
  const size = basis.splines;
  let now = stateAt(composite, smoothing, start);
  // Where one band has all the counts the likelihood rises for ever; it is done when nothing of it is left to gain.
  const nothingLeft = 1e-12 * Array.from(counts).reduce((a, b) => a + b, 0);
  let near = false;
  let settled = 0;
  let status: Fitted["status"] = "not converged";
  for (let step = 0; step < 400 && status === "not converged"; step++) {
    const { normal, gradient: move } = normalEquations(composite, now);
    byBends(move);
    for (let j = 2; j < size; j++) move[j]! -= smoothing * now.bends[j]!;
    const flat = normal.slice();
    if (near) bend(normal, composite, now);
    if (!solve(normal, move, smoothing, near)) solve(flat, move, smoothing, false);
    const longest = coefficientsOf(move).reduce((most, own) => Math.max(most, Math.abs(own)), 0);
    let share = Math.min(1, 5 / longest);
    let next = stateAt(composite, smoothing, moved(now.bends, move, share));
    for (let halving = 0; halving < 30 && !(next.objective <= now.objective * (1 + 1e-12) + 1e-12); halving++) {
      share /= 2;
      next = stateAt(composite, smoothing, moved(now.bends, move, share));
    }
    let [change, most] = [0, 0];
    for (let year = 0; year < next.value.length; year++) {
      change = Math.max(change, Math.abs(next.value[year]! - now.value[year]!));
      most = Math.max(most, next.value[year]!);
    }
    now = next;
    near = change <= 0.1 * most;
    settled = change <= 1e-11 * most ? settled + 1 : 0;
    if (settled === 2 || (step > 25 && now.objective <= nothingLeft)) status = "fitted";
  }
  return {
    ...now,
    deviance: devianceOf(counts, now.band),
    dimension: dimensionOfFit(composite, now, smoothing),
    status,
  };
}

interface State extends Expected {
  readonly bends: Float64Array;
  /** Deviance and penalty. */
  readonly objective: number;
}

/**
 * Solves (matrix + λ on the second differences) x = move in place, after bringing the matrix to α, β and second differences.
 *
 * @returns whether the matrix was positive definite; where it must be and is not, nothing is solved
 */
function solve(matrix: Float64Array, move: Float64Array, smoothing: number, mustBeDefinite: boolean): boolean {
  const size = move.length;
  const { scale, definite } = factoriseByBends(matrix, size, smoothing);
  if (!definite && mustBeDefinite) return false;
  for (let i = 0; i < size; i++) move[i]! /= scale[i]!;
  solveFactorised(matrix, move);
  for (let i = 0; i < size; i++) move[i]! /= scale[i]!;
  return definite;
}

/** Factors the matrix, brought to α, β and second differences, with λ on these, and with a diagonal of 1. */
function factoriseByBends(matrix: Float64Array, size: number, smoothing: number) {
  matrixByBends(matrix, size);
  for (let j = 2; j < size; j++) matrix[j * size + j]! += smoothing;
  const scale = Float64Array.from({ length: size }, (_, i) => Math.sqrt(Math.abs(matrix[i * size + i]!)) || 1);
  for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) matrix[i * size + j]! /= scale[i]! * scale[j]!;
  return { scale, definite: factorise(matrix, size) };
}

function stateAt(composite: Composite, smoothing: number, bends: Float64Array): State {
  const { counts, widths, population, basis } = composite;
  const value = curve(basis, coefficientsOf(bends));
  const band = new Float64Array(counts.length);
  let year = 0;
  for (let k = 0; k < counts.length; k++)
    for (let j = 0; j < widths[k]!; j++, year++) band[k]! += population[year]! * value[year]!;
  let penalty = 0;
  for (let j = 2; j < bends.length; j++) penalty += bends[j]! ** 2;
  return { bends, value, band, objective: devianceOf(counts, band) + smoothing * penalty };
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

function moved(bends: Float64Array, move: Float64Array, share: number): Float64Array {
  return bends.map((own, j) => own + share * move[j]!);
}
