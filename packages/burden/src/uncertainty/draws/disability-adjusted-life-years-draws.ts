import type { Keys } from "@popneeds/core";
import { pairedYears } from "../paired-years.ts";
import { allAsDraws, type Drawn } from "./as-draws.ts";
import type { Draws } from "./draws-of.ts";

/**
 * Draws of disability-adjusted life years (DALY): years lost and years lived, added draw by draw.
 *
 * Draw 7 of one is added to draw 7 of the other. What both rest on, such as one drawn count of people, moves them together in it, so that the sum
 * has the covariance that they have; parts that rest on nothing in common have their variances added.
 *
 * @param lost  draws of years (`yearsOfLifeLostDraws`), or a table if known
 * @param lived draws of years (`yearsLivedWithDisabilityDraws`), or a table if known, by the same keys
 * @returns draws of years by the keys of both. As for `disabilityAdjustedLifeYears` a row that one of them lacks counts 0 there only where that
 * says so; else it is `incomplete`, and an issue says which part is missing
 * @throws PopneedsError `different-keys`, `not-years`, `unequal-draws`, `nothing-drawn`
 *
 * Source: GBD 2019 Diseases and Injuries Collaborators. Lancet 2020;396:1204–22, appendix 1.
 *
 * @example
 * summariseDraws(sumDraws(disabilityAdjustedLifeYearsDraws(lost, lived), "sex", "age"))
 */
export function disabilityAdjustedLifeYearsDraws<K extends Keys>(lost: Drawn<K>, lived: Drawn<K>): Draws<K> {
  const parts = allAsDraws("disabilityAdjustedLifeYearsDraws", [lost, lived] as Drawn[]) as [Draws, Draws];
  const { draws } = parts[0];
  const { rows, ...pairs } = pairedYears(...parts);
  const values = new Float64Array(pairs.length * draws);
  for (const [i, part] of parts.entries())
    for (let row = 0; row < pairs.length; row++) {
      const [from, to] = [rows[i]![row]! * draws, row * draws];
      if (from >= 0) for (let d = 0; d < draws; d++) values[to + d]! += part.values[from + d]!;
    }
  return Object.freeze({ ...pairs, draws, kind: "years", values }) as unknown as Draws<K>;
}
