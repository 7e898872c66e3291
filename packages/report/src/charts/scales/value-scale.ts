import type { Chart } from "@popneeds/jsna";
import { axisScale, type ValueScale } from "./axis-scale.ts";

/**
 * The axis for the values and limits of a chart, with the rule's value on it.
 *
 * @param fromZero whether it must reach zero; when it need not, it still does where that costs less than half of its length
 * @param count    how many ticks, about
 */
export function valueScale(
  chart: Chart,
  { fromZero, count }: { readonly fromZero: boolean; readonly count: number },
): ValueScale {
  const facts = [...chart.points.map(({ fact }) => fact), ...(chart.rule ? [chart.rule.fact] : [])];
  const values = facts.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter((n) => n !== null);
  return axisScale(values, { fromZero, count });
}
