import type { Inputs } from "../case.ts";
import { numbersOf } from "./columns.ts";

/** A quantile function of probabilities and perhaps some parameters, row by row. */
export function quantiles(
  quantile: (probability: number, first: number, second: number) => number,
  ...parameters: readonly string[]
) {
  return (inputs: Inputs) => {
    const [first, second] = parameters.map((name) => numbersOf(inputs, name));
    const at = (column: readonly number[] | undefined, i: number) => column?.[i] ?? Number.NaN;
    return { q: numbersOf(inputs, "p").map((p, i) => quantile(p, at(first, i), at(second, i))) };
  };
}
