import type { Derived } from "@popneeds/core";

/** A confidence limit of statistics.gov.scot: `95% Lower Confidence Limit`, or with what it is the limit of after a comma. */
export function limitIn(measurement: string): { readonly side: "lower" | "upper"; readonly of: string | null } | null {
  const found = /^95% (Lower|Upper) Confidence Limit(?:,\s*(.+))?$/i.exec(measurement);
  return found ? { side: found[1]!.toLowerCase() as "lower" | "upper", of: found[2]?.trim() ?? null } : null;
}

/**
 * What kind of figures a measurement of statistics.gov.scot holds, as its name and its units say.
 *
 * `Count` is a count only when its units can be counted: life expectancy is published as a `Count` of `Years`. A measurement that
 * is not known is a score, which is never added up.
 *
 * @param figures the cells of the measurement, to see whether a count has fractions
 */
export function kindOfMeasurement(measurement: string, units: string, figures: readonly string[]): "count" | Derived {
  const name = measurement.toLowerCase();
  const unit = units.toLowerCase();
  if (name === "count") {
    if (/^years?$/.test(unit)) return "expectancy";
    return figures.every((text) => !/^[-+]?\d*\.\d*[1-9]\d*$/.test(text.trim())) ? "count" : "score";
  }
  if (/^percent(age)?$/.test(name)) return "percentage";
  if (name === "rate") return "rate";
  if (name === "ratio")
    return /percent/.test(unit) ? "percentage" : /\bper\b|\brate\b|easr/.test(unit) ? "rate" : "ratio";
  return "score";
}

/** Whether the kind of a measurement is known by its name. */
export function isKnownMeasurement(measurement: string): boolean {
  return /^(count|percent(age)?|rate|ratio|mean|median|rank|score|index)$/i.test(measurement);
}
