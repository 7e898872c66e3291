import {
  fromInputs,
  groupRows,
  type Key,
  type KeyColumn,
  type Keys,
  type MeasureKind,
  type Missing,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { matchedRows, refuseAlone } from "../disability/matched-rows.ts";
import type { Draws } from "./draws-of.ts";

/** What the result of a computation on draws is called, and what it is. */
export interface DrawnResult {
  /** Default the kind of the first. */
  readonly kind?: MeasureKind;
  /** A plain sentence for the provenance. */
  readonly step: string;
}

/**
 * A figure from two uncertain ones, draw by draw: cases × weights, years lost + years lived.
 *
 * Rows meet by the keys that both have; each row meets all rows of the other that differ in further keys.
 *
 * @param first    draws
 * @param second   draws of as many, by other keys or the same
 * @param combined the figure from one draw of each
 * @param result   `kind`: default that of the first; `step`: what was done
 * @returns draws by the keys of both; missing where either is
 * @throws PopneedsError `unmatched-rows` when a row of the first has none in the second
 * @throws RangeError where the numbers of draws differ
 *
 * @example
 * combineDraws(cases, weights, (n, weight) => n * weight, { kind: "years", step: "cases × weight" })
 */
export function combineDraws<K extends Keys, L extends Keys>(
  first: Draws<K>,
  second: Draws<L>,
  combined: (one: number, other: number) => number,
  { kind = first.kind, step }: DrawnResult,
): Draws<K & L> {
  const { draws } = first;
  if (second.draws !== draws)
    throw new RangeError(`combineDraws: needs as many draws of both, got ${draws} and ${second.draws}`);
  const pairs = matchedRows("combineDraws", tableOf(first), tableOf(second), Object.keys(second.keys));
  refuseAlone(
    "combineDraws",
    tableOf(first),
    pairs,
    "a row in the second",
    "Give both for the same causes, sexes and ages.",
  );
  const values = new Float64Array(pairs.first.length * draws);
  const missing = Array.from(pairs.first, (row, i) => first.missing[row] ?? second.missing[pairs.second[i]!] ?? null);
  for (let i = 0; i < pairs.first.length; i++) {
    const [one, other] = [pairs.first[i]! * draws, pairs.second[i]! * draws];
    for (let d = 0; d < draws; d++) values[i * draws + d] = combined(first.values[one + d]!, second.values[other + d]!);
  }
  return Object.freeze({
    length: pairs.first.length,
    draws,
    keys: pairs.keys,
    kind,
    values,
    missing,
    issues: [...first.issues, ...second.issues],
    provenance: withStep(fromInputs([first.provenance, second.provenance]), step),
  }) as unknown as Draws<K & L>;
}

/**
 * Draws summed over keys, draw by draw: an interval of a sum comes of the sums, never of adding limits.
 *
 * @returns draws by the other keys; `incomplete` where a part is missing
 *
 * @example
 * sumDraws(lived, "state", "age", "sex")
 */
export function sumDraws<K extends Keys, P extends keyof K & string>(
  draws: Draws<K>,
  ...over: readonly P[]
): Draws<Omit<K, P>> {
  const names = Object.keys(draws.keys).filter((name) => !(over as readonly string[]).includes(name));
  const { group, first } = groupRows(
    names.map((name) => draws.keys[name] as KeyColumn<Key>),
    draws.length,
  );
  const values = new Float64Array(first.length * draws.draws);
  const missing: (Missing | null)[] = new Array(first.length).fill(null);
  for (let row = 0; row < draws.length; row++) {
    const at = group[row]! * draws.draws;
    if (draws.missing[row]) missing[group[row]!] = "incomplete";
    for (let d = 0; d < draws.draws; d++) values[at + d]! += draws.values[row * draws.draws + d]!;
  }
  const keys = takeRows(tableOf(draws), first).keys;
  return Object.freeze({
    ...draws,
    length: first.length,
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    values,
    missing,
    provenance: withStep(draws.provenance, `draws summed over ${over.join(", ")}`),
  }) as unknown as Draws<Omit<K, P>>;
}

/** The rows of draws as a table without measures, to group and match them. */
export function tableOf({ keys, length }: Draws): Table {
  return { keys, length, measures: {}, issues: [] } as unknown as Table;
}
