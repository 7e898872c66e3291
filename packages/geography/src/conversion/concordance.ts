import { fromSource, type Issue, PopneedsError, type Provenance } from "@popneeds/core";
import type { Records } from "@popneeds/ingest";
import { issueOfAreas } from "./issue-of-areas.ts";
import { refuseColumns } from "./refuse-columns.ts";

/** How areas of one edition are shared out among those of another. */
export interface Concordance {
  /** What the weights are shares of, in words: `people of Census 2011`. */
  readonly base: string;
  /** The edition of the list; printed in every step that uses it. */
  readonly edition: string;
  /** For each area of the old edition the new ones that it goes to, with weights above 0 that sum to 1. */
  readonly shares: ReadonlyMap<string, readonly Share[]>;
  /** Areas of the old edition that are listed, but with no weight to share them out by. */
  readonly withoutWeight: ReadonlySet<string>;
  readonly provenance: Provenance;
  readonly issues: readonly Issue[];
}

/** A new area that a part of an old one goes to. */
export interface Share {
  readonly to: string;
  readonly weight: number;
}

export interface ConcordanceColumns {
  /** The column of the old areas. */
  readonly from: string;
  /** The column of the new areas. */
  readonly to: string;
  /** The column of the weights. */
  readonly weight: string;
  /** What the weights count, in words: `people of Census 2011`, `addresses of 2014`. */
  readonly base: string;
  /**
   * `shares` (default): the weights of an area sum to 1. `amounts`: people or addresses; they are added up where a pair stands
   * in several rows, as in a file of postcodes, and divided by the sum of the area's.
   */
  readonly weights?: "shares" | "amounts";
  /** All areas of the old edition: others in the file are refused, and an issue names those that it lacks. */
  readonly sources?: Iterable<string>;
  /** All areas of the new edition: others in the file are refused. */
  readonly targets?: Iterable<string>;
}

/** How far a sum of printed shares may be from 1. */
const tolerance = 1e-6;

/**
 * Reads a weighted list that says how areas of one edition are shared out among those of another: a publisher's, or one's
 * own made from addresses or postcodes.
 *
 * Nothing is guessed: the base of the weights is declared, shares must sum to 1 for every area, and amounts are divided by
 * their sum only where they are said to be amounts. A list of overlapping pairs without weights is for `exactPairs`.
 *
 * @param records rows such as those of `readRecords`
 * @param columns where the areas and weights stand, what the weights count, and the areas there are
 * @returns shares of each old area, the firmest evidence there can be in them `published`; pairs of weight 0 are left out; an
 * area of which every weight is 0 goes whole to its only pair, or has none (`withoutWeight`, issue `no-weight`); areas that the
 * file lacks are in the issue `sources-missing`
 * @throws PopneedsError `missing-column` when a column is not there; `no-rows` when there are none
 * @throws PopneedsError `blank-key` when a row lacks an area; `unreadable-weight` when a weight is no number of 0 or more
 * @throws PopneedsError `duplicate-pair` when a pair of shares stands in two rows
 * @throws PopneedsError `weights-not-one` when the shares of an area do not sum to 1, to a millionth
 * @throws PopneedsError `unknown-area` when an area is none of those there are
 *
 * @example
 * concordance(await readRecords("dz2001-to-dz2011.csv", ["dz01", "dz11", "people"]), {
 *   from: "dz01", to: "dz11", weight: "people", weights: "amounts", base: "people of Census 2011",
 * })
 */
export function concordance(
  { rows, source }: Pick<Records, "rows" | "source">,
  { from, to, weight, base, weights = "shares", sources, targets }: ConcordanceColumns,
): Concordance {
  refuseColumns(rows, [from, to, weight], source.file);
  const pairs = rows.map((row) => ({ from: row[from]!.trim(), to: row[to]!.trim(), text: row[weight]!.trim() }));
  const place = (i: number) => `row ${i + 1}: ${pairs[i]!.from}  ${pairs[i]!.to}  "${pairs[i]!.text}"`;
  const those = (fails: (pair: (typeof pairs)[number], i: number) => boolean) =>
    pairs.flatMap((pair, i) => (fails(pair, i) ? [place(i)] : []));
  const refuse = (code: string, must: string, where: readonly string[], fix: string) =>
    refuseAny(code, `${source.file}: ${must}`, where, pairs.length, fix);
  refuse(
    "blank-key",
    "every row names an old and a new area",
    those((pair) => pair.from === "" || pair.to === ""),
    "Fill the cells, or take the rows out.",
  );
  refuse(
    "unreadable-weight",
    "every weight is a number of 0 or more",
    those(({ text }) => !(/^[0-9.]/.test(text) && Number(text) >= 0 && Number(text) < Infinity)),
    "Write weights with digits and a point; a pair of which the weight is not known cannot be used.",
  );
  refuseUnknown(pairs, "from", sources, refuse);
  refuseUnknown(pairs, "to", targets, refuse);

  const amounts = new Map<string, Map<string, number>>();
  const again: string[] = [];
  for (const [i, pair] of pairs.entries()) {
    const own = amounts.get(pair.from) ?? new Map<string, number>();
    if (own.has(pair.to)) again.push(place(i));
    own.set(pair.to, (own.get(pair.to) ?? 0) + Number(pair.text));
    amounts.set(pair.from, own);
  }
  if (weights === "shares") {
    refuse(
      "duplicate-pair",
      "each pair of areas stands in one row",
      again,
      'Keep one row; amounts of many rows add up with weights: "amounts".',
    );
    const off = [...amounts].flatMap(([code, own]) => {
      const sum = total(own.values());
      return Math.abs(sum - 1) > tolerance ? [`${code}  ${Number(sum.toFixed(9))}`] : [];
    });
    refuseAny(
      "weights-not-one",
      `${source.file}: the shares of each old area sum to 1`,
      off,
      amounts.size,
      'Correct them; or, if they are people or addresses, or were rounded, say so with weights: "amounts", and each is divided by its area\'s sum.',
    );
  }
  const { shares, withoutWeight } = sharesOf(amounts);
  const missing = [...(sources ?? [])].filter((code) => !amounts.has(code));
  return Object.freeze({
    base,
    edition: source.edition,
    shares,
    withoutWeight,
    provenance: fromSource(
      source,
      `weights: ${base}${weights === "amounts" ? ", divided by the sum of each old area" : ""}`,
    ),
    issues: Object.freeze([
      ...issueOfAreas(
        "no-weight",
        withoutWeight,
        amounts.size,
        "old areas have several new ones and no weight in any",
        "Give weights of another base for them; their figures can be shared out only where they are 0.",
        source.file,
      ),
      ...issueOfAreas(
        "sources-missing",
        missing,
        missing.length + amounts.size,
        "old areas are not in the list",
        "Add them, if there are figures of them.",
        source.file,
      ),
    ]),
  });
}

function sharesOf(amounts: ReadonlyMap<string, ReadonlyMap<string, number>>) {
  const shares = new Map<string, readonly Share[]>();
  const withoutWeight = new Set<string>();
  for (const [code, own] of amounts) {
    const sum = total(own.values());
    if (own.size === 1) shares.set(code, [{ to: [...own.keys()][0]!, weight: 1 }]);
    else if (sum === 0) withoutWeight.add(code);
    else
      shares.set(
        code,
        [...own].filter(([, amount]) => amount > 0).map(([to, amount]) => ({ to, weight: amount / sum })),
      );
  }
  return { shares, withoutWeight };
}

function total(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

function refuseAny(code: string, must: string, where: readonly string[], all: number, fix: string): void {
  if (where.length > 0)
    throw new PopneedsError({ code, message: `${must}; ${where.length} of ${all} fail:`, where, fix });
}

function refuseUnknown(
  pairs: readonly { readonly from: string; readonly to: string }[],
  side: "from" | "to",
  known: Iterable<string> | undefined,
  refuse: (code: string, must: string, where: readonly string[], fix: string) => void,
): void {
  if (known === undefined) return;
  const codes = new Set(known);
  const astray = [...new Set(pairs.map((pair) => pair[side]))].filter((code) => !codes.has(code));
  const which = side === "from" ? "old" : "new";
  refuse(
    "unknown-area",
    `every ${which} area is one of the ${which} edition`,
    astray,
    "Correct the codes, or give the areas of the right edition.",
  );
}
