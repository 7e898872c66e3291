import {
  atBest,
  type Counts,
  createTable,
  fromInputs,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { matchedRows, refuseAlone } from "../shared/matched-rows.ts";
import { onlyMeasure } from "../shared/only-measure.ts";

/**
 * Cases of each cause from the share of people who have it: a survey's prevalence by sex and age, applied to the people of an area.
 *
 * cases = people × share. The shares may be of elsewhere, so that the cases are modelled: they show what the people's sex and age imply.
 *
 * @param shares one measure, 0 to 1, by `cause`, and by sex, age … as they differ
 * @param people one count of people, by all that shares are by but the cause; and by area, period … besides
 * @returns cases by the keys of people, and cause; 0 people have 0 cases; a missing share or count passes its reason
 * @throws PopneedsError `invalid-share` when a share is not from 0 to 1; `unmatched-rows` when people have no share; `not-counted-by`,
 * `one-measure`
 *
 * @example
 * casesFromShares(prevalence, people)
 */
export function casesFromShares<KS extends Keys & { readonly cause: string }, KP extends Keys>(
  shares: Table<KS, { readonly share: "ratio" }>,
  people: Table<KP, Counts>,
): Table<KP & { readonly cause: string }, { readonly cases: "count" }> {
  const count = onlyMeasure("casesFromShares", people as unknown as Table, "people");
  const share = onlyMeasure("casesFromShares", shares as unknown as Table, "shares");
  const odd = Array.from(share.values).filter((value) => value < 0 || value > 1);
  if (odd.length > 0)
    throw new PopneedsError({
      code: "invalid-share",
      message: `casesFromShares: shares must be from 0 to 1; ${odd.length} of ${shares.length} are not:`,
      where: odd.map(String),
      fix: "Divide percentages by 100.",
    });
  const pairs = matchedRows("casesFromShares", people as unknown as Table, shares as unknown as Table, ["cause"]);
  refuseAlone(
    "casesFromShares",
    people as unknown as Table,
    pairs,
    "a share",
    "Bring people and shares to common bands of ages, and leave other people out with keep().",
  );
  const cases = Array.from(pairs.first, (row, i): number | Missing => {
    const other = pairs.second[i]!;
    if (count.values[row] === 0) return 0;
    return missingAt(count, row) ?? missingAt(share, other) ?? count.values[row]! * share.values[other]!;
  });
  return createTable({
    keys: pairs.keys,
    measures: { cases: measureColumn("count", cases) },
    issues: [...shares.issues, ...people.issues],
    provenance: atBest(
      withStep(
        fromInputs([shares.provenance, people.provenance]),
        "cases: people × share who have each cause; modelled, not counted",
      ),
      "modelled",
    ),
  }) as unknown as Table<KP & { readonly cause: string }, { readonly cases: "count" }>;
}
