import { requireChoice } from "../shared/require-choice.ts";

/** The published rules by which the separation factor of the first year of life follows from its death rate. */
export type InfantSeparationRule =
  | "andreev-kingkade female"
  | "andreev-kingkade male"
  | "coale-demeny female"
  | "coale-demeny male";

/**
 * The part of its band that one who dies in it lives on average: Chiang's a.
 *
 * - `tenth in infancy` 0.1 in the first year of life, 0.5 in every other band
 * - `half` 0.5 in every band, so that q = 2nm ÷ (2 + nm)
 * - a rule for infancy, 0.5 in every other band; Coale and Demeny's rule is for ages 1 to 4 too
 * - a number for each band, from 0 to 1; that of the open band is not used
 */
export type SeparationFactors = "half" | "tenth in infancy" | InfantSeparationRule | readonly number[];

/**
 * The part of the first year of life that infants who die in it live on average, by their death rate.
 *
 * Andreev and Kingkade: three straight lines in the rate, by sex. Coale and Demeny (model West): 0.045 + 2.684 m for boys,
 * 0.053 + 2.8 m for girls; from a rate of 0.107 upwards 0.33 and 0.35.
 *
 * @param rate deaths in the first year of life per person-year, 0 or more
 * @param rule whose rule, and for which sex
 * @returns a part of a year, 0 to 1; NaN for a missing rate
 * @throws RangeError where the rate is negative or infinite
 *
 * Source: Andreev EM, Kingkade WW. Average age at death in infancy and infant mortality level. Demogr Res 2015;33:363–90,
 * as in the Methods Protocol for the Human Mortality Database, version 6, 2021; Preston SH, Heuveline P, Guillot M.
 * Demography, 2001, table 3.3.
 * Reference: Preston et al., box 3.1 (0.068 for a rate of 419 ÷ 47,925), to its three decimals; `LEdecomp` (R), through the
 * differences of life expectancy in its cases, to 1e-7.
 *
 * @example
 * infantSeparationFactor(0.00678, "andreev-kingkade male") // 0.135760849
 */
export function infantSeparationFactor(rate: number, rule: InfantSeparationRule): number {
  if (rate < 0 || rate === Infinity) {
    throw new RangeError(`infantSeparationFactor: rate must be 0 or more, got ${rate}`);
  }
  requireChoice("infantSeparationFactor", "rule", rule, rules);
  return infantFactor(rate, rule);
}

/** The rule alone, for kernels: a rate that cannot be is dealt with by its band. */
export function infantFactor(rate: number, rule: InfantSeparationRule): number {
  switch (rule) {
    case "andreev-kingkade male":
      return rate < 0.023 ? 0.14929 - 1.99545 * rate : rate < 0.08307 ? 0.02832 + 3.26021 * rate : 0.29915 + 0 * rate;
    case "andreev-kingkade female":
      return rate < 0.01724 ? 0.14903 - 2.05527 * rate : rate < 0.06891 ? 0.04667 + 3.88089 * rate : 0.31411 + 0 * rate;
    case "coale-demeny male":
      return rate < 0.107 ? 0.045 + 2.684 * rate : 0.33 + 0 * rate;
    case "coale-demeny female":
      return rate < 0.107 ? 0.053 + 2.8 * rate : 0.35 + 0 * rate;
  }
}

/** The separation factor of ages 1 to 4, by the death rate of infants; half where the rule is silent. */
export function toddlerFactor(infantRate: number, rule: InfantSeparationRule): number {
  switch (rule) {
    case "coale-demeny male":
      return (infantRate < 0.107 ? 1.651 - 2.816 * infantRate : 1.352) / 4;
    case "coale-demeny female":
      return (infantRate < 0.107 ? 1.522 - 1.518 * infantRate : 1.361) / 4;
    default:
      return 0.5;
  }
}

/** The factors of all bands, as far as they do not follow from the rate of infants. */
export function fixedFactors(caller: string, factors: SeparationFactors, bandStarts: ArrayLike<number>): Float64Array {
  const bands = bandStarts.length;
  if (typeof factors !== "string") {
    if (factors.length !== bands) {
      throw new RangeError(`${caller}: needs a separation factor for each of ${bands} bands, got ${factors.length}`);
    }
    factors.forEach((factor, k) => {
      if (k < bands - 1 && !(factor >= 0 && factor <= 1)) {
        throw new RangeError(`${caller}: separation factors must be from 0 to 1, got ${factor} in band ${k}`);
      }
    });
    return Float64Array.from(factors);
  }
  requireChoice(caller, "separation", factors, choices);
  const found = new Float64Array(bands).fill(0.5);
  const infants = bands > 1 && bandStarts[0] === 0 && bandStarts[1] === 1;
  if (factors === "tenth in infancy" && infants) found[0] = 0.1;
  if (isRule(factors) && !infants) {
    throw new RangeError(
      `${caller}: separation "${factors}" needs a band for the first year of life, got bands from ${bandStarts[0]} and ${bandStarts[1]}`,
    );
  }
  return found;
}

const rules: readonly InfantSeparationRule[] = [
  "andreev-kingkade female",
  "andreev-kingkade male",
  "coale-demeny female",
  "coale-demeny male",
];

const choices = ["half", "tenth in infancy", ...rules];

/** The rule for infancy, where the factors are one. */
export function isRule(factors: SeparationFactors): factors is InfantSeparationRule {
  return typeof factors === "string" && factors !== "half" && factors !== "tenth in infancy";
}
