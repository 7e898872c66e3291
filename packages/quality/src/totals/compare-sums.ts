import { groupRows, type Key, type KeyColumn, keyCoder, keyLabel, type MeasureColumn } from "@popneeds/core";
import { printedStep } from "./printed-step.ts";
import type { Difference, TotalCheck } from "./total-check.ts";

/** Keys and one measure of some rows: parts, or the totals that they are set against. */
export interface Summands {
  /** The keys that say which total a row belongs to, in the same order for parts and totals. */
  readonly keys: readonly KeyColumn[];
  readonly measure: MeasureColumn;
}

/** What a comparison found; whoever made it knows what it was about. */
export type Compared = Omit<TotalCheck, "what" | "measure" | "over">;

/**
 * Sums parts by their keys, and sets each sum against the total with the same keys.
 *
 * A total is not compared where it is missing, a part is, or no part has its keys. A difference is within rounding where it is at most
 * (n + 1) × step ÷ 2, n being the number of parts and step what the figures are rounded to: each part and the total may be off by half a
 * step. Whole counts that are not rounded must agree exactly; figures that were never rounded to a millionth of the total, or of 1 where that is more.
 *
 * @param complete for each total, how many parts it must have to be compared; default any number
 */
export function compareSums(
  parts: Summands,
  totals: Summands,
  { complete }: { readonly complete?: (total: number) => number } = {},
): Compared {
  const n = parts.measure.values.length;
  const m = totals.measure.values.length;
  const { group, first } = groupRows(
    parts.keys.map((column, k) => joined(column, totals.keys[k]!)),
    n + m,
  );
  const sums = new Float64Array(first.length);
  const times = new Int32Array(first.length);
  const missing = new Uint8Array(first.length);
  for (let i = 0; i < n; i++) {
    const at = group[i]!;
    times[at]!++;
    if (parts.measure.reasons && parts.measure.reasons[i] !== 0) missing[at] = 1;
    else sums[at]! += parts.measure.values[i]!;
  }
  const step = Math.max(printedStep(parts.measure), printedStep(totals.measure));
  const fullest = times.reduce((most, of) => Math.max(most, of), 0);
  const found = { agree: 0, withinRounding: 0, apart: 0, shortOfParts: 0, notCompared: 0, withoutParts: 0 };
  let nearUnit = 0;
  let largest: Difference | null = null;
  let weight = 0;
  for (let j = 0; j < m; j++) {
    const at = group[n + j]!;
    const of = times[at]!;
    if (of === 0 || (complete && of !== complete(j))) {
      found.withoutParts++;
      continue;
    }
    if (missing[at] === 1 || (totals.measure.reasons !== null && totals.measure.reasons[j] !== 0)) {
      found.notCompared++;
      continue;
    }
    const total = totals.measure.values[j]!;
    const difference = sums[at]! - total;
    const size = Math.abs(difference);
    const verdict = verdictOn(size, total, of, step);
    found[verdict]++;
    if (verdict === "agree") continue;
    const isShort = verdict === "apart" && of < fullest;
    if (isShort) found.shortOfParts++;
    if (verdict === "apart" && !isShort && step === 1 && size <= (of + 1) / 2) nearUnit++;
    const heavy = verdict === "withinRounding" ? 1 : isShort ? 2 : 3;
    if (heavy < weight || (heavy === weight && largest !== null && size <= Math.abs(largest.difference))) continue;
    weight = heavy;
    largest = {
      where: totals.keys.map(({ codes, values }) => keyLabel(values[codes[j]!]!)).join(", "),
      parts: tidy(sums[at]!),
      total,
      difference: tidy(difference),
      of,
    };
  }
  return {
    compared: found.agree + found.withinRounding + found.apart,
    ...found,
    because: becauseOf({ ...found, nearUnit }, step),
    largest,
  };
}

function verdictOn(size: number, total: number, parts: number, step: number): "agree" | "withinRounding" | "apart" {
  const isWhole = step === 1 && Number.isInteger(total);
  const exact = isWhole ? 0 : (step === 0 ? 1e-6 : 1e-9) * Math.max(1, Math.abs(total));
  if (size <= exact) return "agree";
  return step !== 1 && step !== 0 && size <= ((parts + 1) * step) / 2 + exact ? "withinRounding" : "apart";
}

function becauseOf(
  {
    withinRounding,
    apart,
    shortOfParts,
    nearUnit,
  }: Pick<Compared, "withinRounding" | "apart" | "shortOfParts"> & { readonly nearUnit: number },
  step: number,
): string | null {
  const said = [
    ...(withinRounding > 0
      ? [
          `figures are rounded to ${step}: a sum of n parts may differ from its total by up to (n + 1) × ${tidy(step / 2)}`,
        ]
      : []),
    ...(nearUnit > 0 && nearUnit === apart - shortOfParts
      ? ["they differ by no more than (n + 1) × 0.5, as whole numbers do that were rounded one by one"]
      : []),
    ...(shortOfParts > 0
      ? [
          `in ${shortOfParts === apart ? "all" : shortOfParts.toLocaleString("en-GB")} of those apart a part has no row that other totals have: publishers may leave out small numbers`,
        ]
      : []),
  ];
  return said.length > 0 ? said.join("; ") : null;
}

/** Two columns of keys as one, coded alike. */
function joined(one: KeyColumn, other: KeyColumn): KeyColumn {
  const coder = keyCoder<Key>();
  const recoded = [one, other].map(({ codes, values }) => {
    const to = values.map((value) => coder.code(value));
    return { codes, to };
  });
  const codes = new Uint32Array(one.codes.length + other.codes.length);
  let at = 0;
  for (const { codes: old, to } of recoded) for (let i = 0; i < old.length; i++) codes[at++] = to[old[i]!]!;
  return { codes, values: coder.values };
}

/** A number without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
