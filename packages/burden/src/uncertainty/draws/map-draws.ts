import { type Keys, withStep } from "@popneeds/core";
import type { DrawnResult } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";

/**
 * A figure made of an uncertain one, draw by draw: a share of a percentage, the logarithm of a ratio, 1 − a fraction.
 *
 * A function that is not straight gives another mean than the function of the mean: that is what draws are for.
 *
 * @param draws  draws
 * @param made   the figure from one draw
 * @param result `kind`: default that of the draws; `step`: what was done
 * @returns draws by the same keys; a missing figure passes its reason
 *
 * @example
 * mapDraws(fractions, (fraction) => 1 - fraction, { step: "what is not attributable: 1 − fraction" })
 */
export function mapDraws<K extends Keys>(
  draws: Draws<K>,
  made: (draw: number) => number,
  { kind = draws.kind, step }: DrawnResult,
): Draws<K> {
  return Object.freeze({
    ...draws,
    kind,
    values: draws.values.map((draw) => made(draw)),
    provenance: withStep(draws.provenance, step),
  });
}
