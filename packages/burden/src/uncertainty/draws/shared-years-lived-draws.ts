import {
  type Additive,
  atBest,
  describeRow,
  fromInputs,
  type Keys,
  type Missing,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { attributedDisability } from "@popneeds/stats";
import { weighedInWords } from "../../disability/mean-weights.ts";
import { matchedRows, refuseAlone } from "../../shared/matched-rows.ts";
import { onlyMeasure } from "../../shared/only-measure.ts";
import { rowsApartFrom } from "../../shared/rows-apart-from.ts";
import { allAsDraws, type Drawn } from "./as-draws.ts";
import { tableOf } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";
import { meanWeightDraws } from "./mean-weight-draws.ts";
import type { YearsLivedDrawsOptions } from "./years-lived-with-disability-draws.ts";

export interface SharedYearsLivedDrawsOptions extends YearsLivedDrawsOptions {
  /**
   * How the years of a group are shared out among causes: `exact` (default) in each draw; or `scaled`, about forty times as fast: exactly at the means of
   * the draws, and in each draw in proportion to that × p d. The total of a group is exact in either.
   */
  readonly sharing?: "exact" | "scaled";
}

/**
 * Draws of years lived with disability (YLD) adjusted for comorbidity: in each draw what `sharedYearsLived` gives.
 *
 * In each group of the keys other than cause people lose 1 − Π(1 − p d), p being cases ÷ people and d the mean weight, shared out among causes. These
 * are the years that `healthAdjustedLifeExpectancyDraws` needs, for whose sums over causes `sharing: "scaled"` is as exact.
 *
 * @param cases   cases at a time by `cause`, sex, age …: draws, or a table if known
 * @param people  one count of people at that time, known, by all that cases are by but the cause
 * @param weights draws of `disabilityWeights`, or the table
 * @param options `severities`: default none; `sharing`: `exact` (default) or `scaled`
 * @returns draws of years by the keys of cases. A group in which a figure is missing: that row passes its reason, the others are `incomplete`; without people
 * `no population`
 * @throws PopneedsError `too-many-cases` when in a draw there are more cases than people; otherwise as `yearsLivedWithDisabilityDraws`
 *
 * Source: GBD 2019 Diseases and Injuries Collaborators. Lancet 2020;396:1204–22, appendix 1, section 4.9 (the rule; there by simulation).
 * Reference: `sharedYearsLived` where nothing varies; 1 − Π(1 − p d) in each draw.
 *
 * @example
 * sharedYearsLivedDraws(drawnCases, people, drawsOf(weights, "beta", { seed: 1 }), { severities })
 */
export function sharedYearsLivedDraws<K extends Keys & { readonly cause: string }, KP extends Keys>(
  cases: Drawn<K>,
  people: Table<KP, Readonly<Record<string, Additive>>>,
  weights: Drawn<{ readonly state: string }>,
  { severities = null, sharing = "exact" }: SharedYearsLivedDrawsOptions = {},
): Draws<K> {
  const caller = "sharedYearsLivedDraws";
  if (sharing !== "exact" && sharing !== "scaled")
    throw new PopneedsError({
      code: "invalid-option",
      message: `${caller}: sharing must be exact or scaled; found ${sharing}`,
      fix: "Leave it out for the exact shares.",
    });
  const given = [cases, weights, ...(severities ? [severities] : [])] as Drawn[];
  const [number, weight, split] = allAsDraws(caller, given) as [Draws, Draws, Draws | undefined];
  const { means, needs, fix } = meanWeightDraws(caller, weight, split ?? null);
  const table = tableOf(number);
  const population = people as unknown as Table;
  const count = onlyMeasure(caller, population, "people");
  const ofMean = matchedRows(caller, table, tableOf(means));
  refuseAlone(caller, table, ofMean, needs, fix);
  const ofPeople = matchedRows(caller, table, population);
  refuseAlone(caller, table, ofPeople, "people", "Bring cases and people to common bands of ages.");
  const { rowsOf } = rowsApartFrom(table, "cause");
  const { draws } = number;
  const values = new Float64Array(table.length * draws).fill(Number.NaN);
  const missing = Array.from({ length: table.length }, (_, row): Missing | null => {
    const person = ofPeople.second[row]!;
    const reason = number.missing[row] ?? missingAt(count, person) ?? means.missing[ofMean.second[row]!];
    return reason ?? (count.values[person]! > 0 ? null : "no population");
  });
  for (const rows of rowsOf) {
    if (rows.some((row) => missing[row])) {
      for (const row of rows) missing[row] ??= "incomplete";
      continue;
    }
    const persons = rows.map((row) => count.values[ofPeople.second[row]!]!);
    const [shares, losses] = [0, 0].map(() => new Float64Array(rows.length * draws)) as [Float64Array, Float64Array];
    for (let d = 0; d < draws; d++)
      for (const [i, row] of rows.entries()) {
        const share = number.values[row * draws + d]! / persons[i]!;
        if (!(share >= 0 && share <= 1 + 1e-9))
          throw tooMany(caller, describeRow(table, row), share * persons[i]!, persons[i]!, d);
        shares[d * rows.length + i] = Math.min(1, share);
        losses[d * rows.length + i] = means.values[ofMean.second[row]! * draws + d]!;
      }
    const lost = sharing === "exact" ? exactly(shares, losses, rows.length) : scaled(shares, losses, rows.length);
    for (let d = 0; d < draws; d++)
      for (const [i, row] of rows.entries()) values[row * draws + d] = persons[i]! * lost[d * rows.length + i]!;
  }
  const said = `years lived with disability, draw by draw: cases at a time × ${weighedInWords(severities)}, adjusted for comorbidity within each group: conditions taken to be independent of one another, a person's loss 1 − Π(1 − weight), shared out as the weights are${sharing === "exact" ? "" : ", exactly at the means of draws and in proportion in each"}`;
  return Object.freeze({
    ...number,
    kind: "years",
    values,
    missing,
    absent: "unknown",
    issues: [...number.issues, ...people.issues, ...means.issues],
    provenance: atBest(
      withStep(fromInputs([number.provenance, people.provenance, means.provenance]), said),
      "modelled",
    ),
  }) as unknown as Draws<K>;
}

/** What each cause costs a person in each draw, draw after draw of `size` causes. */
function exactly(shares: Float64Array, losses: Float64Array, size: number): Float64Array {
  const lost = new Float64Array(shares.length);
  for (let at = 0; at < lost.length; at += size)
    lost.set(attributedDisability(shares.subarray(at, at + size), losses.subarray(at, at + size)), at);
  return lost;
}

/** The same with the exact shares at the means of draws, carried to each draw in proportion to p d and scaled to what all cost in it. */
function scaled(shares: Float64Array, losses: Float64Array, size: number): Float64Array {
  const draws = shares.length / size;
  const meanOf = (all: Float64Array) =>
    Float64Array.from({ length: size }, (_, i) => {
      let sum = 0;
      for (let d = 0; d < draws; d++) sum += all[d * size + i]!;
      return sum / draws;
    });
  const [p, w] = [meanOf(shares), meanOf(losses)];
  const factors = attributedDisability(p, w).map((own, i) => (p[i]! * w[i]! > 0 ? own / (p[i]! * w[i]!) : 0));
  const lost = new Float64Array(shares.length);
  for (let at = 0; at < lost.length; at += size) {
    let [left, sum] = [1, 0];
    for (let i = at; i < at + size; i++) {
      left *= 1 - shares[i]! * losses[i]!;
      lost[i] = shares[i]! * losses[i]! * factors[i - at]!;
      sum += lost[i]!;
    }
    if (sum > 0) for (let i = at; i < at + size; i++) lost[i]! *= (1 - left) / sum;
  }
  return lost;
}

function tooMany(caller: string, where: string, cases: number, people: number, draw: number): PopneedsError {
  return new PopneedsError({
    code: "too-many-cases",
    message: `${caller}: cases must be from 0 to the number of people in each draw; found ${cases} of ${people} in draw ${draw + 1}:`,
    where: [where],
    fix: 'Draw shares of people as "beta" and multiply them by people: weighDraws(drawsOf(shares, "beta", { seed }), people, …).',
  });
}
