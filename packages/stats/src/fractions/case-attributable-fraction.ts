import { requireExposure } from "./attributable-fraction.ts";

/**
 * The share of cases that would not be there if nobody were exposed, from the exposure of the cases themselves: Miettinen's formula.
 *
 * Σ pc (RR − 1) ÷ RR, with pc the share of cases in each class. It holds for relative risks adjusted for confounders, where Levin's
 * does not.
 *
 * @param caseProportions share of cases in each class of exposure, 0 to 1, together 1 at most
 * @param relativeRisks risk of each class over that of the unexposed, above 0
 * @returns a share of cases; below 0 where exposure protects; NaN where anything is missing
 * @throws RangeError where columns differ in length or are empty, or proportions or risks cannot be
 *
 * Source: Miettinen OS. Proportion of disease caused or prevented by a given exposure, trait or intervention. Am J Epidemiol
 * 1974;99:325–32.
 *
 * @example
 * caseAttributableFraction([0.5], [2]) // 0.25
 */
export function caseAttributableFraction(caseProportions: ArrayLike<number>, relativeRisks: ArrayLike<number>): number {
  requireExposure("caseAttributableFraction", caseProportions, relativeRisks, "caseProportions");
  let fraction = 0;
  for (let i = 0; i < relativeRisks.length; i++) {
    const risk = relativeRisks[i]!;
    if (risk === 0)
      throw new RangeError(`caseAttributableFraction: relative risks must be above 0, got 0 in class ${i}`);
    fraction += (caseProportions[i]! * (risk - 1)) / risk;
  }
  return fraction;
}
