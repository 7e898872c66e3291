import {
  createTable,
  fromInputs,
  groupRows,
  type KeyColumn,
  type Keys,
  type Measures,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { matchedRows, refuseAlone } from "../../shared/matched-rows.ts";
import { onlyMeasure } from "../../shared/only-measure.ts";
import { tableOf } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";

/** The rank of a figure, 1 the largest, and the limits of the ranks that it has among draws: whole numbers, which do not add up. */
export type RankMeasures = {
  readonly rank: "score";
  readonly lower: "limit";
  readonly upper: "limit";
};

export interface RankDrawsOptions {
  /** The key whose values are ranked. Default `cause`. */
  readonly rank?: string;
  /** Coverage of the limits. Default 0.95. */
  readonly level?: number;
}

/**
 * The rank of each figure, 1 the largest, with limits from the ranks that its draws have in each draw.
 *
 * A lower limit is the lowest rank at which at least (1 − level) ÷ 2 of the draws are there or above, an upper one at which at least
 * (1 + level) ÷ 2 are: percentiles of whole numbers (R's type 1). Equal figures all have the first of the places that they take. Limits hold
 * the uncertainty that was drawn, and no other. Overlapping limits of two causes do not say that their order is open, for draws of
 * both may move together: `rankProbabilities` tells chances.
 *
 * @param figures one figure in each row, by `rank` and what else
 * @param draws   draws of the same figures, by the same keys
 * @param options `rank`: default `cause`; `level`: default 0.95
 * @returns ranks by the keys of the figures; where a figure or its draws are missing the reason, and `incomplete` for the others of its group
 * @throws PopneedsError `invalid-option`; `different-keys`; `unmatched-rows` when a figure has no draws or draws no figure; `one-measure`
 *
 * Source: Hyndman RJ, Fan Y. Sample quantiles in statistical packages. Am Stat 1996;50:361–5 (type 1); Goldstein H, Spiegelhalter DJ. J R Stat
 * Soc A 1996;159:385–443 (ranks need limits).
 * Reference: R 4.2.2, `quantile(x, c(.025, .975), type = 1)`, in tests.
 *
 * @example
 * rankDraws(sumOver(years, "sex", "age"), weighDraws(deaths, yearsOfOneDeath, { over: ["sex", "age"], step: "deaths × years of each" }))
 */
export function rankDraws<K extends Keys>(
  figures: Table<K, Measures>,
  draws: Draws<K>,
  { rank = "cause", level = 0.95 }: RankDrawsOptions = {},
): Table<K, RankMeasures> {
  const table = figures as unknown as Table;
  const figure = onlyMeasure("rankDraws", figures, "the figure");
  refuse(Object.keys(figures.keys), Object.keys(draws.keys), rank, level);
  const drawnRow = rowsOfDraws(table, draws as unknown as Draws);
  const ranks: (number | Missing)[] = new Array(figures.length);
  const [lower, upper]: [(number | Missing)[], (number | Missing)[]] = [
    new Array(figures.length),
    new Array(figures.length),
  ];
  for (const rows of groupsOf(table, rank)) {
    const reasons = rows.map((row) => missingAt(figure, row) ?? draws.missing[drawnRow[row]!] ?? null);
    if (reasons.some((reason) => reason !== null)) {
      for (const [i, row] of rows.entries()) ranks[row] = lower[row] = upper[row] = reasons[i] ?? "incomplete";
      continue;
    }
    const own = new Uint32Array(rows.length);
    fillRanks(
      own,
      Float64Array.from(rows, (row) => figure.values[row]!),
      own.map((_, i) => i),
    );
    const among = countRanks(
      rows.map((row) => drawnRow[row]!),
      draws as unknown as Draws,
    );
    for (const [i, row] of rows.entries()) {
      ranks[row] = own[i]!;
      lower[row] = percentile(among[i]!, ((1 - level) / 2) * draws.draws);
      upper[row] = percentile(among[i]!, ((1 + level) / 2) * draws.draws);
    }
  }
  return createTable({
    keys: figures.keys,
    measures: {
      rank: measureColumn("score", ranks),
      lower: measureColumn("limit", lower),
      upper: measureColumn("limit", upper),
    },
    issues: [...figures.issues, ...draws.issues],
    provenance: withStep(
      fromInputs([figures.provenance, draws.provenance]),
      `rank of each ${rank}, 1 the largest; limits: percentiles of its ranks over ${draws.draws} draws, level ${level}`,
    ),
  });
}

/** For each row of a group, in how many draws it has each rank; the first place is at 0. */
function countRanks(rows: readonly number[], { values, draws }: Draws): readonly Uint32Array[] {
  const counts = rows.map(() => new Uint32Array(rows.length));
  const drawn = new Float64Array(rows.length);
  const ranks = new Uint32Array(rows.length);
  const order = Uint32Array.from(rows, (_, i) => i);
  for (let d = 0; d < draws; d++) {
    for (let i = 0; i < rows.length; i++) drawn[i] = values[rows[i]! * draws + d]!;
    fillRanks(ranks, drawn, order);
    for (let i = 0; i < rows.length; i++) counts[i]![ranks[i]! - 1]!++;
  }
  return counts;
}

/**
 * Ranks from 1, the largest; equal figures have the first of their places. The order is brought up to date from that of the
 * draw before, which is nearly the same.
 */
function fillRanks(ranks: Uint32Array, figures: Float64Array, order: Uint32Array): void {
  for (let place = 1; place < order.length; place++) {
    const i = order[place]!;
    let to = place;
    for (; to > 0 && figures[order[to - 1]!]! < figures[i]!; to--) order[to] = order[to - 1]!;
    order[to] = i;
  }
  for (let place = 0; place < order.length; place++) {
    const [i, before] = [order[place]!, order[place - 1]];
    ranks[i] = before !== undefined && figures[before] === figures[i] ? ranks[before]! : place + 1;
  }
}

/** The first rank at which so many draws are there or above. */
function percentile(counts: Uint32Array, draws: number): number {
  let reached = 0;
  // A millionth of a draw, so that 0.025 × 1000 is 25 whatever its last digit.
  for (const [place, count] of counts.entries()) {
    reached += count;
    if (reached >= draws - 1e-6) return place + 1;
  }
  return counts.length;
}

function groupsOf(table: Table, rank: string): readonly (readonly number[])[] {
  const others = Object.keys(table.keys).filter((name) => name !== rank);
  const { group, first } = groupRows(
    others.map((name) => table.keys[name] as KeyColumn),
    table.length,
  );
  const rows: number[][] = Array.from(first, () => []);
  for (let row = 0; row < table.length; row++) rows[group[row]!]!.push(row);
  return rows;
}

function rowsOfDraws(table: Table, draws: Draws): Int32Array {
  const pairs = matchedRows("rankDraws", table, tableOf(draws));
  refuseAlone("rankDraws", table, pairs, "draws", "Draw the same figures that are ranked.");
  const back = matchedRows("rankDraws", tableOf(draws), table);
  refuseAlone("rankDraws", tableOf(draws), back, "a figure", "Rank the same figures that are drawn.");
  const at = new Int32Array(table.length);
  for (let i = 0; i < pairs.first.length; i++) at[pairs.first[i]!] = pairs.second[i]!;
  return at;
}

function refuse(keys: readonly string[], drawn: readonly string[], rank: string, level: number): void {
  const odd = [...keys.filter((name) => !drawn.includes(name)), ...drawn.filter((name) => !keys.includes(name))];
  if (odd.length > 0)
    throw new PopneedsError({
      code: "different-keys",
      message: `rankDraws: figures and draws must have the same keys; found ${keys.join(", ")} and ${drawn.join(", ")}`,
      fix: `Sum over the keys that only one of them has, such as ${odd[0]}.`,
    });
  if (!keys.includes(rank) || !(level > 0 && level < 1))
    throw new PopneedsError({
      code: "invalid-option",
      message: `rankDraws: needs a key to rank, of ${keys.join(", ")}, and a level between 0 and 1; found ${rank} and ${level}`,
      fix: 'Write rankDraws(figures, draws, { rank: "cause" }).',
    });
}
