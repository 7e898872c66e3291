import type { Estimate } from "../estimate.ts";

/** How many years the deaths of a period were counted in. */
const yearsOfDeaths = 3;

/** The mean of a year, of figures that are sums over a period of deaths: the parts alone where the figure is a rate. */
export function aYear(
  estimates: readonly Estimate[],
  { of }: { readonly of: "figures" | "parts" },
): readonly Estimate[] {
  const mean = (sum: number | null) => (sum === null ? null : sum / yearsOfDeaths);
  return estimates.map((estimate) => ({
    ...estimate,
    value: of === "figures" ? mean(estimate.value) : estimate.value,
    numerator: mean(estimate.numerator),
    denominator: mean(estimate.denominator),
  }));
}
