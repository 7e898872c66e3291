import {
  type Additive,
  atBest,
  createTable,
  describeRow,
  type Exposed,
  fromInputs,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { attributedDisability } from "@popneeds/stats";
import { matchedRows, refuseAlone } from "../shared/matched-rows.ts";
import { rowsApartFrom } from "../shared/rows-apart-from.ts";
import type { DisabilityWeights } from "./disability-weights.ts";
import { meanWeights, weighedInWords } from "./mean-weights.ts";
import type { YearsLivedOptions } from "./years-lived-with-disability.ts";

/**
 * Years lived with disability (YLD) when people with several conditions lose less than the sum of their weights: adjusted for comorbidity.
 *
 * In each group of the keys other than cause the conditions are taken to occur independently of one another, and together cost
 * people × (1 − Π(1 − pᵢdᵢ)); that is shared out among them exactly, in a person as their weights are (`attributedDisability`). d is a
 * condition's mean weight over its health states: with it the total is exact, the shares of causes are exact for one state a cause.
 *
 * Conditions do go together in truth, more than independence says, in the old and the deprived; age and area as keys take up a part of
 * that. A cause that is not in the table is not taken into account, so the years hang on which causes are.
 *
 * @param prevalence cases over people at the same time, by `cause`, sex, age …; people meet every cause
 * @param weights `disabilityWeights`
 * @param options `severities`: default none
 * @returns years by the keys of prevalence; they add up over causes to the total, never more than one year a person. A group in which a figure
 * is missing: that row passes its reason, the others are `incomplete`; without people `no population`
 * @throws PopneedsError `too-many-cases` when there are more cases than people; otherwise as `yearsLivedWithDisability`
 *
 * Source: GBD 2019 Diseases and Injuries Collaborators. Lancet 2020;396:1204–22, appendix 1, section 4.9 (the rule; there by simulation).
 *
 * @example
 * sharedYearsLived(over(prevalence, people), weights, { severities })
 */
export function sharedYearsLived<K extends Keys & { readonly cause: string }>(
  prevalence: Exposed<K, Additive>,
  weights: DisabilityWeights,
  { severities = null }: YearsLivedOptions = {},
): Table<K, { readonly years: "years" }> {
  const table = prevalence as unknown as Table;
  const { events, population } = prevalence.measures;
  const means = meanWeights("sharedYearsLived", prevalence.keys.cause.values, weights, severities);
  const pairs = matchedRows("sharedYearsLived", table, means as unknown as Table);
  refuseAlone(
    "sharedYearsLived",
    table,
    pairs,
    "a disability weight",
    "Give severities for every cause, sex and age of the cases.",
  );
  refuseTooMany(table);
  const { rowsOf } = rowsApartFrom(table, "cause");
  const weightOf = means.measures.weight;
  const reasonAt = (row: number): Missing | null =>
    missingAt(events, row) ??
    missingAt(population, row) ??
    missingAt(weightOf, pairs.second[row]!) ??
    (population.values[row]! > 0 ? null : "no population");
  const years: (number | Missing)[] = new Array(table.length);
  for (const rows of rowsOf) {
    if (rows.some((row) => reasonAt(row) !== null)) {
      for (const row of rows) years[row] = reasonAt(row) ?? "incomplete";
      continue;
    }
    const lost = attributedDisability(
      rows.map((row) => Math.min(1, events.values[row]! / population.values[row]!)),
      rows.map((row) => weightOf.values[pairs.second[row]!]!),
    );
    for (const [i, row] of rows.entries()) years[row] = population.values[row]! * lost[i]!;
  }
  const said = `years lived with disability: cases at a time × ${weighedInWords(severities)}, adjusted for comorbidity within each group of ${groupNames(table)}: conditions taken to be independent of one another, a person's loss 1 − Π(1 − weight), shared out as the weights are`;
  return createTable({
    keys: prevalence.keys,
    measures: { years: measureColumn("years", years) },
    issues: [...prevalence.issues, ...means.issues],
    provenance: atBest(withStep(fromInputs([prevalence.provenance, means.provenance]), said), "modelled"),
  });
}

function groupNames({ keys }: Table): string {
  return (
    Object.keys(keys)
      .filter((name) => name !== "cause")
      .join(", ") || "all people"
  );
}

function refuseTooMany(table: Table): void {
  const { events, population } = table.measures;
  const odd: number[] = [];
  for (let row = 0; row < table.length; row++)
    if (events!.values[row]! < 0 || events!.values[row]! > population!.values[row]! * (1 + 1e-9)) odd.push(row);
  if (odd.length > 0)
    throw new PopneedsError({
      code: "too-many-cases",
      message: `sharedYearsLived: cases must be from 0 to the number of people; ${odd.length} of ${table.length} rows are not:`,
      where: odd.map((row) => `${describeRow(table, row)}: ${events!.values[row]} of ${population!.values[row]}`),
      fix: "Give cases at one time, each person once for a condition, over the people of that time.",
    });
}
