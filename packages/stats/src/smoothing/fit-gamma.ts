import { risingRoot } from "../shared/rising-root.ts";

/** How the gamma distribution of ratios is found. */
export type GammaFit = "moments" | "likelihood";

/** A gamma distribution of ratios: mean α ÷ ν and rate ν, which is Infinity where the ratios do not vary. */
export interface Gamma {
  readonly mean: number;
  readonly rate: number;
}

/**
 * Fits a gamma distribution to the ratios behind Poisson counts.
 *
 * Both ways share one equation, by which the mean follows from the rate: m = Σ O/(E + ν) ÷ Σ E/(E + ν). The other is
 * solved on the logarithm of ν.
 */
export function fitGamma(observed: Float64Array, expected: Float64Array, fit: GammaFit): Gamma {
  const crude = ratioOf(observed, expected, () => 1);
  if (!(crude > 0) || observed.length < 2 || !varies(observed, expected, crude, fit)) {
    return { mean: crude, rate: Infinity };
  }
  const excess = fit === "moments" ? momentsExcess : likelihoodExcess;
  const at = (logRate: number) => excess(observed, expected, Math.exp(logRate));
  const rate = Math.exp(risingRoot(at, 0, 0, 0, 0, -500, 500));
  return { mean: meanAt(observed, expected, rate), rate };
}

/** Whether the ratios vary more than chance would have them, so that the equations have a solution. */
function varies(observed: Float64Array, expected: Float64Array, crude: number, fit: GammaFit): boolean {
  let sum = 0;
  for (let i = 0; i < observed.length; i++) {
    const gap = observed[i]! - crude * expected[i]!;
    sum += fit === "moments" ? (gap * gap) / (crude * expected[i]!) : gap * gap - observed[i]!;
  }
  return fit === "moments" ? sum > observed.length - 1 : sum > 0;
}

function ratioOf(observed: Float64Array, expected: Float64Array, weight: (expected: number) => number): number {
  let above = 0;
  let below = 0;
  for (let i = 0; i < observed.length; i++) {
    const w = weight(expected[i]!);
    above += observed[i]! * w;
    below += expected[i]! * w;
  }
  return above / below;
}

function meanAt(observed: Float64Array, expected: Float64Array, rate: number): number {
  // Divided by the largest weight, so that a rate of any size leaves figures of ordinary size.
  return ratioOf(observed, expected, (e) => 1 / (1 + e / rate));
}

/** ν Σ (O − mE)² ÷ E(E + ν) ÷ (k − 1) − m: Clayton and Kaldor's second equation, the first put in. It rises with ν. */
function momentsExcess(observed: Float64Array, expected: Float64Array, rate: number): number {
  const mean = meanAt(observed, expected, rate);
  let sum = 0;
  for (let i = 0; i < observed.length; i++) {
    const gap = observed[i]! - mean * expected[i]!;
    sum += (gap * gap) / (expected[i]! * (1 + expected[i]! / rate));
  }
  return sum / (observed.length - 1) - mean;
}

/** −Σ (ψ(O + α) − ψ(α) − ln(1 + E ÷ ν)): the score of α, with that of ν put in, turned so as to rise with ν. */
function likelihoodExcess(observed: Float64Array, expected: Float64Array, rate: number): number {
  const shape = meanAt(observed, expected, rate) * rate;
  let score = 0;
  for (let i = 0; i < observed.length; i++) {
    score += digammaStep(shape, observed[i]!) - Math.log1p(expected[i]! / rate);
  }
  return -score;
}

/** ψ(a + x) − ψ(a): a sum of 1 ÷ (a + j) up to x, where that is short and whole. */
function digammaStep(a: number, x: number): number {
  if (Number.isInteger(x) && x <= 64) {
    let sum = 0;
    for (let j = 0; j < x; j++) sum += 1 / (a + j);
    return sum;
  }
  let raised = 0;
  let from = a;
  let to = a + x;
  for (; from < 12; from++) raised += 1 / from;
  for (; to < 12; to++) raised -= 1 / to;
  return raised + Math.log1p((to - from) / from) + tail(to) - tail(from);
}

/** ψ(x) − ln x, by its asymptotic series. */
function tail(x: number): number {
  const y = 1 / (x * x);
  return -0.5 / x - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - (y * 691) / 32_760)))));
}
