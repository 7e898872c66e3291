import { studentMean } from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { numbersOf, requireKnown } from "./columns.ts";
import { layOut, levels, sum } from "./phe.ts";

/** `phe_mean`: one mean, with the sum, the count and the standard deviation of its values. */
export function pheMean(inputs: Inputs, options: Options) {
  requireKnown(options, ["confidence", "type"]);
  const values = numbersOf(inputs, "x");
  const { standardDeviation } = studentMean(values, { level: levels(options)[0]! });
  return {
    value_sum: [sum(values)],
    value_count: [values.length],
    stdev: [standardDeviation],
    ...layOut(options, (level) => [studentMean(values, { level })]),
  };
}
