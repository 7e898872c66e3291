import {
  atBest,
  createTable,
  type Evidence,
  keyColumn,
  type Missing,
  measureColumn,
  noSource,
  PopneedsError,
  type Provenance,
  type Table,
  withStep,
} from "@popneeds/core";

/** Disability weights of health states, 0 (full health) to 1, with their 95% limits where the source has them. */
export type DisabilityWeights = Table<
  { readonly state: string },
  { readonly weight: "score"; readonly lower: "limit"; readonly upper: "limit" }
>;

export interface DisabilityWeightsOptions {
  /** What the weights are called in steps: their publisher, year and release. */
  readonly name: string;
  /** The terms under which they may be used, in the owner's words; printed with every figure that rests on them. */
  readonly licence: string;
  /** The file that they were read from, if any. */
  readonly provenance?: Provenance;
  /** How firm they are. Default `published`; weights of one's own are an `assumption`. */
  readonly evidence?: Evidence;
}

/** The state of those who have a condition and feel nothing of it: its weight is 0 in every set. */
export const asymptomatic = "asymptomatic";

/**
 * Disability weights by the name of the health state, from the rows of the user's own file, or typed in.
 *
 * No weights come with this library: the published sets have licences that forbid it. The state `asymptomatic` is always there,
 * with weight 0.
 *
 * @param records rows with `health_state`, `dw` (0 to 1), and `lower95` and `upper95` if known; further columns are not read
 * @param options `name` and `licence` of the set, which have no default; `provenance`; `evidence`: default `published`
 * @returns a row for each state; limits that are not given are `not available`
 * @throws PopneedsError `invalid-weights` when there is no row, a state has no name or comes twice, a weight is not from 0 to 1, or lies
 * outside its limits
 *
 * Source: Salomon JA et al. Disability weights for the Global Burden of Disease 2013 study. Lancet Glob Health 2015;3:e712–23 (what a
 * weight is).
 *
 * @example
 * disabilityWeights([{ health_state: "mild pain", dw: "0.02" }], { name: "weights of our own", licence: "own", evidence: "assumption" })
 */
export function disabilityWeights(
  records: readonly Readonly<Record<string, string>>[],
  { name, licence, provenance = noSource, evidence = "published" }: DisabilityWeightsOptions,
): DisabilityWeights {
  const faults: string[] = [];
  const seen = new Set<string>();
  const rows: { state: string; weight: number; lower: number | Missing; upper: number | Missing }[] = [];
  for (const [i, record] of records.entries()) {
    const state = record["health_state"]?.trim() ?? "";
    const weight = numberOf(record["dw"]);
    const [lower, upper] = [numberOf(record["lower95"]), numberOf(record["upper95"])];
    if (state === "") faults.push(`row ${i + 1} without a health state`);
    else if (seen.has(state)) faults.push(`${state} comes twice`);
    else if (!(weight >= 0 && weight <= 1)) faults.push(`${state}: weight ${record["dw"] ?? "none"}`);
    else if (lower > weight || upper < weight || lower < 0 || upper > 1)
      faults.push(`${state}: ${weight} (${lower} to ${upper})`);
    else if (state === asymptomatic && weight !== 0) faults.push(`${state}: weight ${weight}, which must be 0`);
    seen.add(state);
    rows.push({ state, weight, lower: orMissing(lower), upper: orMissing(upper) });
  }
  if (faults.length > 0 || rows.length === 0)
    throw new PopneedsError({
      code: "invalid-weights",
      message: `disabilityWeights: each row needs a health state, once, and a weight from 0 to 1 inside its limits; ${faults.length} of ${rows.length} rows fail:`,
      where: faults,
      fix: "Give rows with health_state, dw, and lower95 and upper95 where known.",
    });
  if (!seen.has(asymptomatic)) rows.push({ state: asymptomatic, weight: 0, lower: 0, upper: 0 });
  return createTable({
    keys: { state: keyColumn(rows.map(({ state }) => state)) },
    measures: {
      weight: measureColumn(
        "score",
        rows.map(({ weight }) => weight),
      ),
      lower: measureColumn(
        "limit",
        rows.map(({ lower }) => lower),
      ),
      upper: measureColumn(
        "limit",
        rows.map(({ upper }) => upper),
      ),
    },
    provenance: atBest(withStep(provenance, `disability weights: ${name}; licence: ${licence}`), evidence),
  });
}

function numberOf(text: string | undefined): number {
  return text === undefined || text.trim() === "" ? Number.NaN : Number(text);
}

function orMissing(value: number): number | Missing {
  return Number.isNaN(value) ? "not available" : value;
}
