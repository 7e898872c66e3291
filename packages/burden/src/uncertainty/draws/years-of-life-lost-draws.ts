import { type Age, createTable, type Keys, measureColumn, PopneedsError, type Sex } from "@popneeds/core";
import type { ReferenceLifeTable } from "@popneeds/population";
import { type YearsOfLifeLostOptions, yearsOfLifeLost } from "../../mortality/years-of-life-lost.ts";
import type { Draws } from "./draws-of.ts";

/**
 * Draws of years of life lost (YLL) from draws of deaths: in each draw, deaths × the years that one of them takes.
 *
 * The years of a death are known, by the reference table; the number of deaths is what varies.
 *
 * @param deaths    draws of deaths by sex and age, and by anything else: `drawsOf(deaths, "poisson", { seed })`
 * @param reference as for `yearsOfLifeLost`
 * @param options   as for `yearsOfLifeLost`
 * @returns draws of years by the keys of deaths; missing passes its reason
 * @throws PopneedsError `not-counts` when draws are not of counts; otherwise as `yearsOfLifeLost`
 *
 * Reference: Σ e² D, the variance of the sum of Poisson counts, within the error of 4,000 draws.
 *
 * @example
 * summariseDraws(sumDraws(yearsOfLifeLostDraws(drawsOf(deaths, "poisson", { seed: 1 }), ukLifeTable), "sex", "age"))
 */
export function yearsOfLifeLostDraws<K extends Keys & { readonly sex: Sex; readonly age: Age }>(
  deaths: Draws<K>,
  reference: ReferenceLifeTable,
  options: YearsOfLifeLostOptions = {},
): Draws<K> {
  if (deaths.kind !== "count")
    throw new PopneedsError({
      code: "not-counts",
      message: `yearsOfLifeLostDraws: draws must be of deaths, which are counts; these are of kind ${deaths.kind}`,
      fix: 'Draw the deaths: drawsOf(deaths, "poisson", { seed: 1 }).',
    });
  const one = createTable({
    keys: deaths.keys,
    measures: { deaths: measureColumn("count", new Array<number>(deaths.length).fill(1)) },
    issues: deaths.issues,
    provenance: deaths.provenance,
  });
  const { measures, issues, provenance } = yearsOfLifeLost(one, reference, options);
  const years = measures.years.values;
  const { draws } = deaths;
  const values = new Float64Array(deaths.values.length);
  for (let row = 0; row < deaths.length; row++)
    for (let i = row * draws; i < (row + 1) * draws; i++) values[i] = deaths.values[i]! * years[row]!;
  return Object.freeze({ ...deaths, kind: "years", values, issues, provenance });
}
