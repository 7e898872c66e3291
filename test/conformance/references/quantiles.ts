import type { Inputs } from "../case.ts";
import { numbersOf } from "./columns.ts";

/** A quantile function of probabilities and perhaps one parameter, row by row. */
export function quantiles(quantile: (probability: number, parameter: number) => number, parameter?: string) {
  return (inputs: Inputs) => {
    const parameters = parameter === undefined ? [] : numbersOf(inputs, parameter);
    return { q: numbersOf(inputs, "p").map((p, i) => quantile(p, parameters[i] ?? Number.NaN)) };
  };
}
