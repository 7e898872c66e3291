import { logBinomialDensity } from "./binomial-density.ts";
import { requireDegrees } from "./student-distribution.ts";
import { type DensityOptions, requireScale } from "./tail.ts";

/**
 * The density of Student's t: Γ((ν + 1)/2) ÷ (√(πν) Γ(ν/2)) (1 + t²/ν)^(−(ν + 1)/2).
 *
 * Written as a binomial density of ν/2 against ½ at chance 1 ÷ (1 + t²/ν), so that large numbers do not cancel.
 *
 * @param t in standard errors from the mean
 * @param degreesOfFreedom ν, above 0, whole or not
 * @param options `scale`: `plain` or `log`
 * @returns the density, or its logarithm; NaN for NaN
 * @throws RangeError where the degrees of freedom are not above 0
 *
 * Source: Student. The probable error of a mean. Biometrika 1908;6:1–25; Loader C, 2000 (the form).
 * Reference: mpmath at 60 digits, to 1e-12 relative for 0.001 to 1e7 degrees of freedom.
 *
 * @example
 * studentDensity(0, 1) // 0.3183098861837907
 */
export function studentDensity(t: number, degreesOfFreedom: number, { scale = "plain" }: DensityOptions = {}): number {
  requireDegrees("studentDensity", degreesOfFreedom);
  if (Number.isNaN(t + degreesOfFreedom)) return Number.NaN;
  const log = logStudentDensity(Math.abs(t), degreesOfFreedom);
  requireScale("studentDensity", scale);
  return scale === "log" ? log : Math.exp(log);
}

function logStudentDensity(t: number, degrees: number): number {
  if (t === Infinity) return -Infinity;
  const a = degrees / 2;
  const ratio = t / Math.sqrt(degrees);
  const square = ratio * ratio;
  if (square < 1e-300) return logAtZero(degrees);
  // The density of t is that of x = 1/(1 + t²/ν), beta of ν/2 and ½, times |dx/dt| ÷ 2 = x y ÷ t.
  const [x, y] = [1 / (1 + square), 1 / (1 + 1 / square)];
  if (x > 1e-300) return logBinomialDensity(a, 0.5, x, y) + Math.log((a * (0.5 / (a + 0.5))) / t);
  return logAtZero(degrees) - (degrees + 1) * Math.log(ratio);
}

function logAtZero(degrees: number): number {
  // Γ(a + ½) ÷ (√(2πa) Γ(a)), a = ν/2, by the binomial density where no large numbers cancel.
  const a = degrees / 2;
  const [x, y] = [a / (a + 0.5), 0.5 / (a + 0.5)];
  const beta = logBinomialDensity(a, 0.5, x, y) + Math.log(a * (0.5 / (a + 0.5)));
  return beta - a * Math.log(x) - 0.5 * Math.log(y) - 0.5 * Math.log(degrees);
}
