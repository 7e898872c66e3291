import {
  createTable,
  groupRows,
  type Key,
  type KeyColumn,
  type Keys,
  type Missing,
  measureColumn,
  PopneedsError,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { drawsSummary } from "@popneeds/stats";
import { tableOf } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";

/** What draws come to. None of it adds up: limits of a sum are those of summed draws. */
export type SummaryOfDraws = {
  readonly mean: "score";
  readonly median: "score";
  readonly lower: "limit";
  readonly upper: "limit";
  readonly monteCarloError: "score";
};

/**
 * Mean, median, uncertainty interval by percentiles, and Monte Carlo error of each figure: the only limits that DALYs have.
 *
 * @param draws   draws
 * @param options `level`: coverage of the interval, default 0.95
 * @returns a row for each row of draws; missing passes its reason
 *
 * @example
 * summariseDraws(sumDraws(lived, "age", "sex"))
 */
export function summariseDraws<K extends Keys>(
  draws: Draws<K>,
  { level = 0.95 }: { readonly level?: number } = {},
): Table<K, SummaryOfDraws> {
  const found = draws.missing.map(
    (missing, row) =>
      missing ?? drawsSummary(draws.values.subarray(row * draws.draws, (row + 1) * draws.draws), { level }),
  );
  const figures = (name: "mean" | "median" | "lower" | "upper" | "monteCarloError") =>
    found.map((summary): number | Missing => (typeof summary === "string" ? summary : summary[name]));
  return createTable({
    keys: draws.keys,
    measures: {
      mean: measureColumn("score", figures("mean")),
      median: measureColumn("score", figures("median")),
      lower: measureColumn("limit", figures("lower")),
      upper: measureColumn("limit", figures("upper")),
      monteCarloError: measureColumn("score", figures("monteCarloError")),
    },
    issues: draws.issues,
    provenance: withStep(draws.provenance, `uncertainty interval: percentiles of ${draws.draws} draws, level ${level}`),
  });
}

/**
 * The chance, over draws, that each cause is among the first so many, the largest first.
 *
 * Equal figures share the places that they take. Chances of a group sum to `top`.
 *
 * @param draws   draws by `rank` and what else
 * @param options `rank`: the key whose values are ranked, default `cause`; `top`: how many places count, default 1
 * @returns chances from 0 to 1; where a figure of a group is missing its reason, and `incomplete` for the others
 * @throws PopneedsError `invalid-option`
 *
 * @example
 * rankProbabilities(sumDraws(burden, "age", "sex"), { top: 5 })
 */
export function rankProbabilities<K extends Keys>(
  draws: Draws<K>,
  { rank = "cause", top = 1 }: { readonly rank?: string; readonly top?: number } = {},
): Table<K, { readonly chance: "score" }> {
  if (!(rank in draws.keys && Number.isInteger(top) && top >= 1))
    throw new PopneedsError({
      code: "invalid-option",
      message: `rankProbabilities: needs a key to rank, of ${Object.keys(draws.keys).join(", ")}, and a whole number of places from 1; found ${rank} and ${top}`,
      fix: 'Write rankProbabilities(draws, { rank: "cause", top: 5 }).',
    });
  const names = Object.keys(draws.keys).filter((name) => name !== rank);
  const { group, first } = groupRows(
    names.map((name) => draws.keys[name] as KeyColumn<Key>),
    draws.length,
  );
  const rowsOf: number[][] = Array.from(takeRows(tableOf(draws), first).keys[rank]!.codes, () => []);
  for (let row = 0; row < draws.length; row++) rowsOf[group[row]!]!.push(row);
  const chances: (number | Missing)[] = new Array(draws.length).fill(0);
  for (const rows of rowsOf) {
    if (rows.some((row) => draws.missing[row])) {
      for (const row of rows) chances[row] = draws.missing[row] ?? "incomplete";
      continue;
    }
    const at = (row: number, d: number) => draws.values[row * draws.draws + d]!;
    for (let d = 0; d < draws.draws; d++)
      for (const row of rows) {
        const above = rows.filter((other) => at(other, d) > at(row, d)).length;
        const equal = rows.filter((other) => at(other, d) === at(row, d)).length;
        chances[row] = (chances[row] as number) + Math.min(1, Math.max(0, (top - above) / equal)) / draws.draws;
      }
  }
  return createTable({
    keys: draws.keys,
    measures: { chance: measureColumn("score", chances) },
    issues: draws.issues,
    provenance: withStep(
      draws.provenance,
      `chance over ${draws.draws} draws that each ${rank} is among the first ${top}`,
    ),
  });
}
