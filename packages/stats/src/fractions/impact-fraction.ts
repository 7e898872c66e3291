import { excessRisk, requireExposure } from "./attributable-fraction.ts";

/**
 * The share of cases that would not be there if exposure were otherwise: the potential impact fraction (PIF).
 *
 * (Σ p RR − Σ p′ RR) ÷ Σ p RR. People in none of the classes have the risk of the unexposed. With nobody exposed it is the attributable fraction.
 *
 * @param proportions share of people in each class of exposure now, 0 to 1, together 1 at most
 * @param counterfactual the shares as they would be
 * @param relativeRisks risk of each class over that of the unexposed, 0 or more
 * @returns a share of cases; below 0 where there would be more; NaN where anything is missing
 * @throws RangeError where columns differ in length or are empty, or proportions or risks cannot be
 *
 * Source: Barendregt JJ, Veerman JL. Categorical versus continuous risk factors and the calculation of potential impact
 * fractions. J Epidemiol Community Health 2010;64:209–12.
 *
 * @example
 * impactFraction([0.2, 0.1], [0.2, 0.05], [1.5, 3]) // 0.07692307692307693
 */
export function impactFraction(
  proportions: ArrayLike<number>,
  counterfactual: ArrayLike<number>,
  relativeRisks: ArrayLike<number>,
): number {
  requireExposure("impactFraction", proportions, relativeRisks);
  requireExposure("impactFraction", counterfactual, relativeRisks, "counterfactual");
  const now = excessRisk(proportions, relativeRisks);
  return (now - excessRisk(counterfactual, relativeRisks)) / (1 + now);
}
