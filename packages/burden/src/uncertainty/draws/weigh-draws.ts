import { fromInputs, type Keys, type Measures, type Missing, missingAt, type Table, withStep } from "@popneeds/core";
import { matchedRows, refuseAlone } from "../../shared/matched-rows.ts";
import { onlyMeasure } from "../../shared/only-measure.ts";
import { groupsApartFrom } from "../../shared/rows-apart-from.ts";
import { type DrawnResult, refuseShared, refuseUnknown, tableOf } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";

export interface WeighDrawsOptions<P extends string> extends DrawnResult {
  /** Keys to sum over after weighing; default none. */
  readonly over?: readonly P[];
}

/**
 * Draws times known figures, summed over keys, draw by draw: deaths × years of each, rates × people of many areas.
 *
 * Result = Σ draw × weight. Rows meet by the keys that both have, and each meets all rows of the weights that differ in further keys, so that
 * one set of national draws serves every area, and areas keep what they share. It is the product of two matrices: the pairs are never held.
 *
 * @param draws   draws
 * @param weights one known figure in each row, by keys of the draws and any more
 * @param result  `over`: default none; `kind`: default that of the draws; `step`: what was done
 * @returns draws by the keys of both but those summed over; a missing part makes a sum `incomplete`, alone it passes its reason
 * @throws PopneedsError `unmatched-rows` when a row of the draws has no weight; `one-measure`; `unknown-key` to sum over;
 * `not-additive` where figures must not be summed over a key
 *
 * @example
 * weighDraws(drawsOf(deaths, "poisson", { seed: 1 }), yearsOfOneDeath, { over: ["sex", "age"], kind: "years", step: "deaths × years of each" })
 */
export function weighDraws<K extends Keys, L extends Keys, P extends (keyof K | keyof L) & string = never>(
  draws: Draws<K>,
  weights: Table<L, Measures>,
  { over = [], kind = draws.kind, step }: WeighDrawsOptions<P>,
): Draws<Omit<K & L, P>> {
  const weight = onlyMeasure("weighDraws", weights, "the weight");
  const own = tableOf(draws);
  const pairs = matchedRows("weighDraws", own, weights as unknown as Table, Object.keys(weights.keys));
  refuseAlone(
    "weighDraws",
    own,
    pairs,
    "a weight",
    "Give a weight for every key that draws are by, or keep() fewer draws.",
  );
  refuseUnknown("weighDraws", over, Object.keys(pairs.keys));
  refuseShared("weighDraws", draws, over);
  const { group, first, keys } = groupsApartFrom({ keys: pairs.keys, length: pairs.first.length }, ...over);
  const count = draws.draws;
  const values = new Float64Array(first.length * count);
  const missing: (Missing | null)[] = new Array(first.length).fill(null);
  for (let pair = 0; pair < pairs.first.length; pair++) {
    const [row, other] = [pairs.first[pair]!, pairs.second[pair]!];
    const reason = draws.missing[row] ?? missingAt(weight, other);
    if (reason) missing[group[pair]!] = over.length > 0 ? "incomplete" : reason;
    const [from, to, by] = [row * count, group[pair]! * count, weight.values[other]!];
    for (let d = 0; d < count; d++) values[to + d]! += by * draws.values[from + d]!;
  }
  return Object.freeze({
    length: first.length,
    draws: count,
    keys,
    kind,
    values,
    missing,
    absent: draws.absent,
    ...(draws.sharedOver ? { sharedOver: draws.sharedOver } : {}),
    issues: [...draws.issues, ...weights.issues],
    provenance: withStep(
      fromInputs([draws.provenance, weights.provenance]),
      over.length > 0 ? `${step}; summed over ${over.join(", ")}` : step,
    ),
  }) as unknown as Draws<Omit<K & L, P>>;
}
