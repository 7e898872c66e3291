import type { Inputs } from "../case.ts";
import { numbersOf } from "./columns.ts";

/** A quantile function of probabilities and perhaps some parameters, row by row; its options stay at their defaults. */
export function quantiles(
  quantile: (probability: number, first: never, second: never) => number,
  ...parameters: readonly string[]
) {
  const ofNumbers = quantile as (...numbers: readonly number[]) => number;
  return (inputs: Inputs) => {
    const columns = parameters.map((name) => numbersOf(inputs, name));
    return { q: numbersOf(inputs, "p").map((p, i) => ofNumbers(p, ...columns.map((column) => column[i]!))) };
  };
}
