import { millsRatio } from "./mills-ratio.ts";

/**
 * Temme's uniform expansion of the smaller gamma tail beyond x, divided by x times the density at x.
 *
 * With ½η² = x/a − 1 − ln(x/a) = D ÷ a and z = η√a, Q = N(−z) + φ(z) S ÷ √a and P = N(z) − φ(z) S ÷ √a, where S is a power
 * series in η whose coefficients b come down from b(m−1) = f(m) + (m + 1) b(m+1) ÷ a, the f being those of η ÷ (x/a − 1).
 * The work is the same for every shape.
 *
 * @param x from 0.4 to 2 times the shape
 * @param shape a, 20 or more
 * @param deviance D = a ln(a/x) + x − a
 * @returns P ÷ x f(x) where x is below the shape, Q ÷ x f(x) where it is not, to 1e-15 relative
 *
 * Source: Temme NM. SIAM J Math Anal 1979;10:757–66; Gil A, Segura J, Temme NM. Efficient and accurate algorithms for the
 * computation and inversion of the incomplete gamma function ratios. SIAM J Sci Comput 2012;34:A2965–81. The coefficients
 * are exact fractions, worked out from the differential equation of x/a in η and rounded once.
 */
export function temmeShare(x: number, shape: number, deviance: number): number {
  const root = Math.sqrt(shape);
  const away = Math.sqrt(2 * deviance);
  const eta = x < shape ? -away / root : away / root;
  let twoUp = coefficients[last]!;
  let oneUp = coefficients[last - 1]!;
  let sum = 0;
  let slope = 0;
  for (let m = last - 1; m > 0; m--) {
    const next = coefficients[m]! + ((m + 1) * twoUp) / shape;
    sum = sum * eta + next;
    slope = oneUp;
    twoUp = oneUp;
    oneUp = next;
  }
  const stirling = 1 + slope / shape; // Γ(a) ÷ Stirling's formula
  const half = millsRatio(away) * stirling;
  return (x < shape ? half - sum / root : half + sum / root) / root;
}

/** Where the expansion has all digits. */
export function temmeHolds(x: number, shape: number): boolean {
  return shape >= 20 && x >= 0.4 * shape && x <= 2 * shape;
}

/** Of η ÷ (x/a − 1) in powers of η. */
const coefficients: readonly number[] = [
  1.0, -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073, 0.0003527336860670194,
  -0.0001787551440329218, 3.919263178522438e-5, -2.185448510679992e-6, -1.85406221071516e-6, 8.296711340953087e-7,
  -1.7665952736826078e-7, 6.707853543401498e-9, 1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10,
  -2.5514193994946248e-11, -5.830772132550426e-11, 2.4361948020667415e-11, -5.0276692801141755e-12,
  1.1004392031956135e-13, 3.371763262400985e-13, -1.392388722418162e-13, 2.8534893807047445e-14, -5.139111834242572e-16,
  -1.9752288294349442e-15, 8.099521156704561e-16, -1.6522531216398162e-16, 2.5305430097478883e-18,
  1.1686939738559576e-17, -4.770037049820485e-18,
];
const last = coefficients.length - 1;
