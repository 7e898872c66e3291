import {
  atBest,
  type Counts,
  createTable,
  fromInputs,
  type Keys,
  type MeasureColumn,
  type Missing,
  measureColumn,
  missingAt,
  type Table,
  withStep,
} from "@popneeds/core";
import { matchedRows, refuseAlone } from "../shared/matched-rows.ts";
import { onlyMeasure } from "../shared/only-measure.ts";
import type { DisabilityWeights } from "./disability-weights.ts";
import { meanWeights, type Severities, weighedInWords } from "./mean-weights.ts";

export interface YearsLivedOptions {
  /** Share of each cause's cases in each health state. Default none: each cause is one health state, of its own name. */
  readonly severities?: Severities | null;
}

/**
 * Years lived with disability (YLD) in a year, from prevalence: cases × share in each health state × disability weight.
 *
 * Cases are people who have the condition at a time, or on average over a year. The weights of several conditions of one person are
 * added here; `sharedYearsLived` takes that people who have two do not lose the sum. The result adds up over ages, sexes, causes and areas. It is
 * modelled at best, since weights were valued elsewhere; where prevalence or severities are an assumption, so are the years.
 *
 * @param prevalence one count of cases, by `cause` and what else; from shares of people with `casesFromShares`
 * @param weights `disabilityWeights`
 * @param options `severities`: by `cause` and `state`, and if they differ, by sex, age …; default none
 * @returns years by the keys of prevalence; 0 cases lose 0 years; missing or suppressed cases pass their reason
 * @throws PopneedsError `unmatched-rows` when a cause has no severity or a state no weight; `invalid-shares` when shares do not sum to 1;
 * `not-counted-by`, `one-measure`
 *
 * Source: Murray CJL et al. Lancet 2012;380:2063–6 (YLD from prevalence, neither discounted nor weighed by age).
 *
 * @example
 * yearsLivedWithDisability(prevalence, disabilityWeights(rows, { name: "…", licence: "…" }), { severities })
 */
export function yearsLivedWithDisability<K extends Keys & { readonly cause: string }>(
  prevalence: Table<K, Counts>,
  weights: DisabilityWeights,
  { severities = null }: YearsLivedOptions = {},
): Table<K, { readonly years: "years" }> {
  const caller = "yearsLivedWithDisability";
  return weighed(
    caller,
    prevalence,
    weights,
    severities,
    null,
    (said) => `years lived with disability: cases at a time × ${said}`,
  );
}

/**
 * Years lived with disability (YLD) of the cases that begin in a year: cases × disability weight × how long a case lasts.
 *
 * The years stand in the year in which cases begin, whenever they are lived; not to be mixed with years from prevalence. Not discounted.
 *
 * @param incidence one count of new cases, by `cause` and what else
 * @param weights `disabilityWeights`
 * @param durations one measure: the mean years that a case lasts, until recovery or death, 0 or more; by cause, and by sex, age … if they differ
 * @param options `severities`: default none
 * @returns years by the keys of incidence; a missing case count or duration passes its reason
 * @throws PopneedsError as `yearsLivedWithDisability`
 *
 * Source: Murray CJL, Lopez AD. The Global Burden of Disease, 1996 (YLD = I × DW × L).
 *
 * @example
 * yearsLivedWithNewDisability(incidence, weights, durations)
 */
export function yearsLivedWithNewDisability<K extends Keys & { readonly cause: string }>(
  incidence: Table<K, Counts>,
  weights: DisabilityWeights,
  durations: Table<Keys, { readonly duration: "expectancy" }>,
  { severities = null }: YearsLivedOptions = {},
): Table<K, { readonly years: "years" }> {
  const caller = "yearsLivedWithNewDisability";
  return weighed(
    caller,
    incidence,
    weights,
    severities,
    durations as unknown as Table,
    (said) =>
      `years lived with disability: new cases × ${said} × mean duration, all counted in the year in which they begin; not discounted`,
  );
}

function weighed<K extends Keys & { readonly cause: string }>(
  caller: string,
  cases: Table<K, Counts>,
  weights: DisabilityWeights,
  severities: Severities | null,
  durations: Table | null,
  inWords: (said: string) => string,
): Table<K, { readonly years: "years" }> {
  const table = cases as unknown as Table;
  const count = onlyMeasure(caller, table, "cases");
  const means = meanWeights(caller, cases.keys.cause.values, weights, severities) as unknown as Table;
  const weightAt = factorOf(
    caller,
    table,
    means,
    "a disability weight",
    "Give severities for every cause, sex and age of the cases.",
  );
  const yearsAt = durations && factorOf(caller, table, durations, "a duration", "Give a duration for every cause.");
  const figures = Array.from({ length: table.length }, (_, row): number | Missing => {
    const parts = [missingAt(count, row) ?? count.values[row]!, weightAt(row), yearsAt?.(row) ?? 1];
    const missing = parts.find((part) => typeof part === "string");
    if (missing !== undefined) return missing as Missing;
    return (parts as number[]).reduce((product, part) => product * part, 1);
  });
  const inputs = [cases.provenance, means.provenance, ...(durations ? [durations.provenance] : [])];
  return createTable({
    keys: cases.keys,
    measures: { years: measureColumn("years", figures, { absent: count.absent }) },
    issues: [...cases.issues, ...means.issues, ...(durations?.issues ?? [])],
    provenance: atBest(withStep(fromInputs(inputs), inWords(weighedInWords(severities))), "modelled"),
  });
}

function factorOf(
  caller: string,
  table: Table,
  factors: Table,
  needs: string,
  fix: string,
): (row: number) => number | Missing {
  const pairs = matchedRows(caller, table, factors);
  refuseAlone(caller, table, pairs, needs, fix);
  const [column] = Object.values<MeasureColumn>(factors.measures);
  return (row) => missingAt(column!, pairs.second[row]!) ?? column!.values[pairs.second[row]!]!;
}
