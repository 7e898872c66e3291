import type { Derived } from "@popneeds/core";

/**
 * What kind of figures a measure in a metric is: numbers of deaths are counts, of DALYs, YLLs and YLDs years, `Percent` a ratio
 * from 0 to 1.
 *
 * What the tool calls `Percent` is a proportion: 0.25, not 25. A change over time is a ratio too, whatever the metric. An
 * unknown metric is a score, which never adds up.
 */
export function kindOfMetric(measure: string, metric: string, change: boolean): "count" | "years" | Derived {
  if (change) return "ratio";
  const name = metric.toLowerCase();
  if (name === "number") return /daly|yll|yld|years of life|years lived/i.test(measure) ? "years" : "count";
  if (name === "rate") return "rate";
  if (name === "percent" || name === "probability of death") return "ratio";
  return name === "years" ? "expectancy" : "score";
}
