import type { Derived } from "@popneeds/core";

/**
 * What kind of figures an indicator of ScotPHO holds, by its definition: `Percentage`, `Crude rate per 1,000 population`,
 * `Years`.
 */
export function kindOfIndicator(definition: string): Derived {
  const plain = definition.toLowerCase();
  if (/^percent/.test(plain)) return "percentage";
  if (/\brate\b/.test(plain)) return "rate";
  return plain === "years" ? "expectancy" : "score";
}
