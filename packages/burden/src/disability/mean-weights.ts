import {
  createTable,
  describeRow,
  fromInputs,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  takeRows,
  uncheckedTable,
} from "@popneeds/core";
import { matchedRows, refuseAlone } from "../shared/matched-rows.ts";
import { groupsApartFrom } from "../shared/rows-apart-from.ts";
import type { DisabilityWeights } from "./disability-weights.ts";

/** How severe a cause is: the share of those who have it in each health state; shares of a cause sum to 1. */
export type Severities = Table<Keys & { readonly cause: string; readonly state: string }, { readonly share: "ratio" }>;

/** The mean disability weight of one case of each cause, by what severities are by. */
export type MeanWeights = Table<Keys, { readonly weight: "score" }>;

/**
 * The mean weight of a case of each cause: the weights of its health states by their shares.
 *
 * @param causes the causes that need a weight, when there are no severities: each is then the one state of that name
 */
export function meanWeights(
  caller: string,
  causes: readonly string[],
  weights: DisabilityWeights,
  severities: Severities | null,
): MeanWeights {
  if (severities === null) return ofOneState(caller, causes, weights);
  const split = severities as unknown as Table;
  const pairs = matchedRows(caller, split, weights as unknown as Table);
  refuseAlone(caller, split, pairs, "a disability weight for its health state", statesFix);
  const { group, first, keys } = groupsApartFrom(split, "state");
  const share = split.measures["share"]!;
  const sums = new Float64Array(first.length);
  const means: (number | Missing)[] = Array.from(first, () => 0);
  for (const [i, row] of pairs.first.entries()) {
    const at = group[row]!;
    const missing = missingAt(share, row);
    sums[at]! += missing ? Number.NaN : share.values[row]!;
    if (share.values[row]! < 0) sums[at] = Number.POSITIVE_INFINITY;
    const mean = means[at]!;
    means[at] =
      missing ??
      (typeof mean === "string" ? mean : mean + share.values[row]! * weights.measures.weight.values[pairs.second[i]!]!);
  }
  const kept = uncheckedTable({
    keys,
    measures: {},
  });
  const astray = Array.from(sums.keys()).filter((at) => Math.abs(sums[at]! - 1) > 1e-6);
  if (astray.length > 0)
    throw new PopneedsError({
      code: "invalid-shares",
      message: `${caller}: shares of the health states of a cause must be 0 or more and sum to 1; ${astray.length} of ${first.length} do not:`,
      where: astray.map((at) => `${describeRow(kept as Table, at)}: ${sums[at]}`),
      fix: 'Give the share of cases in every state, those without symptoms as "asymptomatic".',
    });
  return createTable({
    keys: kept.keys,
    measures: { weight: measureColumn("score", means) },
    issues: [...severities.issues, ...weights.issues],
    provenance: fromInputs([severities.provenance, weights.provenance]),
  });
}

const statesFix = 'Write health states as the weights do; cases that feel nothing are "asymptomatic".';

function ofOneState(caller: string, causes: readonly string[], weights: DisabilityWeights): MeanWeights {
  const { codes, values } = weights.keys.state;
  const rowOf = new Map(Array.from(codes, (code, row) => [values[code]!, row]));
  const unknown = causes.filter((cause) => !rowOf.has(cause));
  if (unknown.length > 0)
    throw new PopneedsError({
      code: "unmatched-rows",
      message: `${caller}: without severities every cause needs a disability weight of its name; ${unknown.length} of ${causes.length} have none:`,
      where: unknown,
      fix: "Give severities: the share of each cause's cases in each health state.",
    });
  const rows = takeRows(
    weights,
    causes.map((cause) => rowOf.get(cause)!),
  );
  return createTable({
    keys: { cause: rows.keys.state },
    measures: { weight: rows.measures.weight },
    issues: weights.issues,
    provenance: weights.provenance,
  }) as unknown as MeanWeights;
}

/** How health states were weighed, in words. */
export function weighedInWords(severities: object | null): string {
  return severities === null ? "the weight of the cause" : "the mean weight of its health states by their shares";
}
