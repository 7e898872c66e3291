import { requireSameLength } from "../shared/require.ts";

/**
 * The share of cases that would not be there if nobody were exposed: Levin's population attributable fraction (PAF).
 *
 * Σp(RR − 1) ÷ (1 + Σp(RR − 1)) over the classes of exposure. People in none of the classes have the risk of the unexposed.
 *
 * A relative risk that is adjusted for confounders makes the formula biased, more or less; `caseAttributableFraction` takes the exposure of cases and is not.
 *
 * @param proportions share of people in each class of exposure, 0 to 1, together 1 at most
 * @param relativeRisks risk of each class over that of the unexposed, 0 or more; below 1 where exposure protects
 * @returns a share of cases; below 0 where exposure protects; NaN where anything is missing
 * @throws RangeError where columns differ in length or are empty, or proportions or risks cannot be
 *
 * Source: Levin ML. Acta Unio Int Contra Cancrum 1953;9:531–41; Walter SD. Biometrics 1976;32:829–49.
 * Reference: the case of `paf_categorical`, to 1e-12.
 *
 * @example
 * attributableFraction([0.5, 0.3, 0.2], [1, 1.4, 2.1]) // 0.2537313432835821
 */
export function attributableFraction(proportions: ArrayLike<number>, relativeRisks: ArrayLike<number>): number {
  requireExposure("attributableFraction", proportions, relativeRisks);
  const excess = excessRisk(proportions, relativeRisks);
  return excess / (1 + excess);
}

/** Σ p (RR − 1), the excess of the mean risk over that of the unexposed. */
export function excessRisk(proportions: ArrayLike<number>, relativeRisks: ArrayLike<number>): number {
  let excess = 0;
  for (let i = 0; i < relativeRisks.length; i++) excess += proportions[i]! * (relativeRisks[i]! - 1);
  return excess;
}

/** Refuses classes of exposure that cannot be. NaN passes, since a missing one is no mistake. */
export function requireExposure(
  caller: string,
  proportions: ArrayLike<number>,
  relativeRisks: ArrayLike<number>,
  name = "proportions",
): void {
  requireSameLength(caller, { [name]: proportions, relativeRisks });
  let together = 0;
  for (let i = 0; i < proportions.length; i++) {
    if (proportions[i]! < 0 || proportions[i]! > 1)
      throw new RangeError(`${caller}: ${name} must be from 0 to 1, got ${proportions[i]} in class ${i}`);
    if (relativeRisks[i]! < 0 || relativeRisks[i] === Infinity)
      throw new RangeError(`${caller}: relative risks must be 0 or more, got ${relativeRisks[i]} in class ${i}`);
    together += proportions[i]!;
  }
  if (together > 1 + 1e-9) throw new RangeError(`${caller}: ${name} must be 1 at most together, got ${together}`);
}
