import { type Age, type Exposed, type Keys, PopneedsError, takeRows, uncheckedTable, withStep } from "@popneeds/core";
import type { Estimates } from "../shared/estimate.ts";
import { lifeTable } from "./life-table.ts";
import type { LifeTableOptions } from "./life-table-options.ts";

export interface LifeExpectancyOptions extends LifeTableOptions {
  /** Exact age in years, one at which a band starts. Default 0: at birth. */
  readonly at?: number;
}

/**
 * Years that the members of each group are expected to live from one age on, at the death rates of the period; the age key
 * is used up.
 *
 * One age of `lifeTable`: at birth, or at 65.
 *
 * @param exposed deaths over people or person-years, by age; bands of any width that follow one another, the last one open
 * @param options `at`: the age, default 0; all others as for `lifeTable`
 * @returns years with limits, a row for each group, with the deaths and people of that age and above; missing as in `lifeTable`
 * @throws PopneedsError `age-not-in-table` when no band starts at the age; `bands-apart`; `invalid-option`
 *
 * Source: Chiang CL. The Life Table and its Applications, 1984; Silcocks PBS et al. J Epidemiol Community Health 2001;55:38–43.
 * Reference: `phe_life_expectancy` of PHEindicatormethods 2.1.0, through `lifeTables` of `@popneeds/stats`.
 *
 * @example
 * lifeExpectancy(over(deaths, people), { at: 65 })
 */
export function lifeExpectancy<K extends Keys & { readonly age: Age }>(
  exposed: Exposed<K>,
  { at = 0, ...options }: LifeExpectancyOptions = {},
): Estimates<Omit<K, "age">, "expectancy"> {
  const all = lifeTable(exposed as unknown as Exposed<Keys & { readonly age: Age }>, options);
  const ages = all.keys.age;
  const rows = Array.from({ length: all.length }, (_, i) => i).filter((i) => ages.values[ages.codes[i]!]!.from === at);
  if (all.length > 0 && rows.length === 0)
    throw new PopneedsError({
      code: "age-not-in-table",
      message: `lifeExpectancy: a band must start at the age; found at: ${at}, bands that start at ${ages.values.map(({ from }) => from).join(", ")}`,
      fix: "Ask for an age at which a band starts, or count deaths and people in bands that start there.",
    });
  const { age: _, ...keys } = takeRows(all, rows).keys;
  return uncheckedTable({
    keys,
    measures: takeRows(all, rows).measures,
    issues: all.issues,
    provenance: withStep(all.provenance, `taken at age ${at}`),
  }) as unknown as Estimates<Omit<K, "age">, "expectancy">;
}
