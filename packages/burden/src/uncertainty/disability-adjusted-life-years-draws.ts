import { createTable, type Keys, type Measures, type Missing, measureColumn, type Table } from "@popneeds/core";
import { disabilityAdjustedLifeYears } from "../disability/disability-adjusted-life-years.ts";
import { allAsDraws, type Drawn } from "./as-draws.ts";
import { tableOf } from "./combine-draws.ts";
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
  const [first, second] = allAsDraws("disabilityAdjustedLifeYearsDraws", [lost, lived] as Drawn[]);
  const { draws } = first!;
  // Sums of row numbers follow the rules of sums of years: which rows meet, and what a row that is not there means.
  const rows = disabilityAdjustedLifeYears(rowNumbers(first!), rowNumbers(second!)) as unknown as Table<Keys, Measures>;
  const values = new Float64Array(rows.length * draws);
  const missing = new Array<Missing | null>(rows.length).fill(null);
  for (const [part, column] of [
    [first!, rows.measures["lost"]!],
    [second!, rows.measures["lived"]!],
  ] as const)
    for (let row = 0; row < rows.length; row++) {
      const number = column.values[row]!;
      if (Number.isNaN(number)) missing[row] = "incomplete";
      if (!(number > 0)) continue;
      const [from, to] = [(number - 1) * draws, row * draws];
      for (let d = 0; d < draws; d++) values[to + d]! += part.values[from + d]!;
    }
  return Object.freeze({
    length: rows.length,
    draws,
    keys: rows.keys,
    kind: "years",
    values,
    missing,
    absent: rows.measures["years"]!.absent,
    issues: rows.issues,
    provenance: rows.provenance,
  }) as unknown as Draws<K>;
}

/** A table whose figures are the numbers of its rows, from 1, so that 0 is left for rows that are not there. */
function rowNumbers(draws: Draws) {
  const figures = draws.missing.map((reason, row) => reason ?? row + 1);
  return createTable({
    keys: tableOf(draws).keys,
    measures: { years: { ...measureColumn(draws.kind as "years", figures), absent: draws.absent } },
    issues: draws.issues,
    provenance: draws.provenance,
  });
}
