import {
  fromInputs,
  type Keys,
  type MeasureKind,
  type Missing,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { matchedRows, refuseAlone } from "../../shared/matched-rows.ts";
import { groupsApartFrom } from "../../shared/rows-apart-from.ts";
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
 * @throws PopneedsError `unequal-draws` where the numbers of draws differ
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
  return pairedDraws("combineDraws", first, second, combined, {
    further: Object.keys(second.keys),
    needs: "a row in the second",
    fix: "Give both for the same causes, sexes and ages.",
    kind,
    step,
  }) as unknown as Draws<K & L>;
}

interface Pairing extends Required<DrawnResult> {
  /** Keys that only the second may have. */
  readonly further?: readonly string[];
  /** What a row of the first lacks that has none in the second. */
  readonly needs: string;
  readonly fix: string;
}

/** Draws of the first beside those of the second that have the same keys, and the figure that one of each makes. */
export function pairedDraws(
  caller: string,
  first: Draws,
  second: Draws,
  combined: (one: number, other: number) => number,
  { further = [], needs, fix, kind, step }: Pairing,
): Draws {
  const count = sameDraws(caller, [first, second]);
  const pairs = matchedRows(caller, tableOf(first), tableOf(second), further);
  refuseAlone(caller, tableOf(first), pairs, needs, fix);
  const values = new Float64Array(pairs.first.length * count);
  const missing = Array.from(pairs.first, (row, i) => first.missing[row] ?? second.missing[pairs.second[i]!] ?? null);
  for (let i = 0; i < pairs.first.length; i++) {
    const [one, other] = [pairs.first[i]! * count, pairs.second[i]! * count];
    for (let d = 0; d < count; d++) values[i * count + d] = combined(first.values[one + d]!, second.values[other + d]!);
  }
  const shared = [...(first.sharedOver ?? []), ...(second.sharedOver ?? [])];
  return Object.freeze({
    length: pairs.first.length,
    draws: count,
    keys: pairs.keys,
    kind,
    values,
    missing,
    absent: first.absent === "zero" && second.absent === "zero" ? "zero" : "unknown",
    ...(shared.length > 0 ? { sharedOver: shared } : {}),
    issues: [...first.issues, ...second.issues],
    provenance: withStep(fromInputs([first.provenance, second.provenance]), step),
  });
}

/**
 * Draws summed over keys, draw by draw: an interval of a sum comes of the sums, never of adding limits.
 *
 * @returns draws by the other keys; `incomplete` where a part is missing
 * @throws PopneedsError `unknown-key` to sum over; `not-additive` where figures must not be summed over a key
 *
 * @example
 * sumDraws(lived, "state", "age", "sex")
 */
export function sumDraws<K extends Keys, P extends keyof K & string>(
  draws: Draws<K>,
  ...over: readonly P[]
): Draws<Omit<K, P>> {
  refuseUnknown("sumDraws", over, Object.keys(draws.keys));
  refuseShared("sumDraws", draws, over);
  const { group, first, keys } = groupsApartFrom(draws, ...over);
  const values = new Float64Array(first.length * draws.draws);
  const missing: (Missing | null)[] = new Array(first.length).fill(null);
  for (let row = 0; row < draws.length; row++) {
    const at = group[row]! * draws.draws;
    if (draws.missing[row]) missing[group[row]!] = "incomplete";
    for (let d = 0; d < draws.draws; d++) values[at + d]! += draws.values[row * draws.draws + d]!;
  }
  return Object.freeze({
    ...draws,
    length: first.length,
    keys,
    values,
    missing,
    provenance: withStep(draws.provenance, `draws summed over ${over.join(", ")}`),
  }) as unknown as Draws<Omit<K, P>>;
}

/** The rows of draws as a table without measures, to group and match them. */
export function tableOf({ keys, length }: Draws): Table {
  return { keys, length, measures: {}, issues: [] } as unknown as Table;
}

/** The number of draws that all have; refuses different numbers. */
export function sameDraws(caller: string, all: readonly Draws[]): number {
  const counts = [...new Set(all.map(({ draws }) => draws))];
  if (counts.length !== 1)
    throw new PopneedsError({
      code: "unequal-draws",
      message: `${caller}: all draws must be as many, since they go together one by one; found ${counts.join(" and ")}`,
      fix: "Draw as many of each: drawsOf(…, { seed, draws: 1000 }).",
    });
  return counts[0]!;
}

/** Refuses to sum over keys that are not there. */
export function refuseUnknown(caller: string, over: readonly string[], names: readonly string[]): void {
  const odd = over.find((name) => !names.includes(name));
  if (odd !== undefined)
    throw new PopneedsError({
      code: "unknown-key",
      message: `${caller}: unknown key "${odd}" to sum over; there are ${names.join(", ") || "none"}`,
      fix: "Name keys that the figures are by.",
    });
}

/** Refuses to sum over keys whose values share what they are figures of. */
export function refuseShared(
  caller: string,
  { keys, sharedOver = [] }: Pick<Draws, "keys" | "sharedOver">,
  over: readonly string[],
): void {
  const odd = over.find((name) => sharedOver.includes(name) && (keys[name]?.values.length ?? 0) > 1);
  if (odd !== undefined)
    throw new PopneedsError({
      code: "not-additive",
      message: `${caller}: figures must not be summed over ${odd}, since what goes with one ${odd} goes with others too`,
      fix: `Keep one ${odd}, or take them together first: of risks with jointFractions.`,
    });
}
