import { stirlingError } from "../distributions/stirling-error.ts";
import { requireChoice } from "../shared/require-choice.ts";

/** How a continuous exposure is spread over people. */
export interface ExposureDistribution {
  readonly shape: "normal" | "log-normal" | "gamma";
  /** Mean exposure, in any unit; above 0 but where normal. */
  readonly mean: number;
  /** Standard deviation of exposure between people, above 0. */
  readonly sd: number;
}

/**
 * The share of cases that would not be there if a continuous exposure were spread otherwise: the potential impact fraction (PIF), by
 * integration.
 *
 * (∫ RR p − ∫ RR p′) ÷ ∫ RR p, to 1e-10, for any risk function, with bends such as a cut-off. Without a counterfactual everybody would have the
 * risk 1, and it is the attributable fraction.
 *
 * A risk that rises exponentially has no mean over a log-normal exposure, and none over a gamma one of too long a tail (β × sd² ÷ mean of 1 or
 * more; refused from 0.95); it is refused, not cut off. Let the risk function say from which exposure risk rises no further: studies do not know it there.
 *
 * @param exposure shape, mean and standard deviation now
 * @param risk relative risk at an exposure, 0 or more
 * @param counterfactual how exposure would be spread, or the one exposure that everybody would have; default the risk of 1
 * @returns a share of cases; below 0 where there would be more; NaN where mean or standard deviation is missing
 * @throws RangeError where an exposure has no such shape, mean or standard deviation, or a risk is negative, missing or without a finite mean
 *
 * Source: Barendregt JJ, Veerman JL. J Epidemiol Community Health 2010;64:209–12; Vander Hoorn S et al. Comparative Quantification of
 * Health Risks. WHO, 2004, ch. 25.
 * Reference: closed forms, exp(βμ + β²σ²/2) and (1 − βθ)^−k, to 1e-10;
 * python mpmath 1.3 with a cut-off, in tests.
 *
 * @example
 * continuousImpactFraction({ shape: "normal", mean: 10, sd: 2 }, (x) => Math.exp(0.1 * x), 10) // 0.01980132669324474
 */
export function continuousImpactFraction(
  exposure: ExposureDistribution,
  risk: (exposure: number) => number,
  counterfactual: ExposureDistribution | number | null = null,
): number {
  const now = meanRisk(exposure, risk);
  if (counterfactual === null) return (now - 1) / now;
  const otherwise = typeof counterfactual === "number" ? riskAt(risk, counterfactual) : meanRisk(counterfactual, risk);
  return (now - otherwise) / now;
}

function riskAt(risk: (exposure: number) => number, exposure: number): number {
  if (Number.isNaN(exposure)) return Number.NaN;
  const value = risk(exposure);
  if (!(value >= 0) || value === Infinity)
    throw new RangeError(
      `continuousImpactFraction: risk must be 0 or more, with a finite mean over the exposure, got ${value} at ${exposure}`,
    );
  return value;
}

function meanRisk({ shape, mean, sd }: ExposureDistribution, risk: (exposure: number) => number): number {
  requireChoice("continuousImpactFraction", "shape", shape, ["normal", "log-normal", "gamma"]);
  if (Math.abs(mean) === Infinity || (shape !== "normal" && mean <= 0))
    throw new RangeError(
      `continuousImpactFraction: mean must be finite, and above 0 of a ${shape} exposure, got ${mean}`,
    );
  if (sd <= 0 || sd === Infinity) throw new RangeError(`continuousImpactFraction: sd must be above 0, got ${sd}`);
  if (Number.isNaN(mean + sd)) return Number.NaN;
  if (shape === "gamma") {
    const k = (mean / sd) ** 2;
    const scale = sd / (mean / sd);
    if (!(k >= 1e-3 && k <= 1e12))
      throw new RangeError(
        `continuousImpactFraction: sd must be from a millionth of the mean to 30 times the mean of a gamma exposure, got ${sd}`,
      );
    // In s = ln(exposure ÷ scale), about the middle, in steps in which the density falls by a factor of order e on either side.
    const constant = Math.log(k) / 2 - halfLogTwoPi - stirlingError(k);
    const centre = Math.log(k);
    return integral((z) => {
      const step = k < 1 && z < 0 ? 1 / k : Math.min(1, 1 / Math.sqrt(k));
      const s = z * step;
      return [scale * Math.exp(centre + s), k * (s - Math.expm1(s)) + constant + Math.log(step)];
    }, risk);
  }
  const spread = shape === "normal" ? sd : Math.sqrt(Math.log1p((sd / mean) ** 2));
  const centre = shape === "normal" ? mean : Math.log(mean) - (spread * spread) / 2;
  // The tail of a log-normal exposure is where an exponential risk has its infinite mean, far out of sight.
  if (shape === "log-normal") riskAt(risk, Math.exp(centre + 38 * spread));
  return integral((z) => {
    const x = centre + spread * z;
    return [shape === "normal" ? x : Math.exp(x), -(z * z) / 2 - halfLogTwoPi];
  }, risk);
}

const halfLogTwoPi = 0.9189385332046727;

/** ∫ risk × density over z, the exposure and the logarithm of its density being functions of z. */
function integral(at: (z: number) => readonly [number, number], risk: (exposure: number) => number): number {
  const value = (z: number): number => {
    const [x, logDensity] = at(z);
    if (logDensity < -740) return 0;
    const r = riskAt(risk, x);
    return r === 0 ? 0 : Math.exp(Math.log(r) + logDensity);
  };
  let [sum, last] = [0, 0];
  // Outwards on both sides, until nothing more comes.
  for (const sign of [1, -1]) {
    for (let panel = 0; panel < panels; panel++) {
      const [from, to] = [sign * panel, sign * (panel + 1)];
      last = Math.abs(panelOf(value, Math.min(from, to), Math.max(from, to), 1e-14 * Math.max(sum, 1), 0));
      sum += last;
      if (panel > 12 && last < 1e-18 * sum) break;
    }
    if (last > 1e-13 * sum)
      throw new RangeError(
        "continuousImpactFraction: risk must have a finite mean over the exposure, got one that rises faster than exposures become rare",
      );
  }
  return sum;
}

const panels = 40;

/**
 * Gauss's rule of 10 points on the halves of a panel, halved again until Lobatto's of the whole agrees: bends of the risk are closed in upon. Lobatto's has
 * the ends among its points, without which a bend next to an end would be seen by neither.
 */
function panelOf(value: (z: number) => number, from: number, to: number, tolerance: number, depth: number): number {
  const middle = (from + to) / 2;
  const whole = rule(value, from, to, lobatto);
  const halves = rule(value, from, middle, gauss) + rule(value, middle, to, gauss);
  if (depth >= 40 || Math.abs(whole - halves) <= Math.max(tolerance, 1e-13 * Math.abs(halves))) return halves;
  return panelOf(value, from, middle, tolerance, depth + 1) + panelOf(value, middle, to, tolerance, depth + 1);
}

type Rule = readonly (readonly [node: number, weight: number])[];

function rule(value: (z: number) => number, from: number, to: number, nodes: Rule): number {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  let sum = 0;
  for (const [node, weight] of nodes) sum += weight * (value(middle - half * node) + value(middle + half * node));
  return sum * half;
}

/** Positive nodes and weights of Gauss–Legendre quadrature of 10 points (Abramowitz and Stegun, table 25.4). */
const gauss: Rule = [
  [0.1488743389816312, 0.2955242247147529],
  [0.4333953941292472, 0.2692667193099964],
  [0.6794095682990244, 0.219086362515982],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.0666713443086881],
];

/** Positive nodes and weights of Lobatto quadrature of 10 points (Abramowitz and Stegun, table 25.6). */
const lobatto: Rule = [
  [0.1652789576663872, 0.32753976118389744],
  [0.47792494981044475, 0.2920426836796838],
  [0.7387738651055051, 0.22488934206312663],
  [0.9195339081664591, 0.1333059908510702],
  [1.0, 0.022222222222222185],
];
