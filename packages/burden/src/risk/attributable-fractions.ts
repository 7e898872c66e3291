import {
  atBest,
  createTable,
  describeRow,
  fromInputs,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { impactFraction } from "@popneeds/stats";
import { matchedRows, refuseAlone } from "../shared/matched-rows.ts";
import { rowsApartFrom } from "../shared/rows-apart-from.ts";

/** The share of people in each class of exposure, 0 to 1; classes that are not there have the risk of the unexposed. */
export type Exposures<K extends Keys = Keys> = Table<K & { readonly exposure: string }, { readonly share: "ratio" }>;

/** The risk of each class of exposure over that of the unexposed, by cause, and by sex and age where it differs. */
export type RelativeRisks<K extends Keys = Keys> = Table<
  K & { readonly exposure: string; readonly cause: string },
  { readonly relativeRisk: "ratio" }
>;

export interface AttributableFractionsOptions {
  /** The shares of people as they would be, by the same keys as those now. Default: nobody exposed. */
  readonly counterfactual?: Exposures<Keys> | null;
}

/**
 * The share of each cause's burden that would not be there if nobody were exposed (population attributable fraction, PAF), or if exposure were
 * otherwise (potential impact fraction, PIF), by area, sex and age.
 *
 * (Σ p RR − Σ p′ RR) ÷ Σ p RR, the unexposed having the risk 1; p′ = 0 without a counterfactual. Below 0 where exposure protects. Relative risks
 * hold for the outcome, deaths or illness, and the ages that they were estimated for; adjusted for confounders they make the formula biased,
 * more or less.
 *
 * @param exposures     shares of people by `exposure`, and by area, sex, age …
 * @param relativeRisks by `exposure` and `cause`, and by what else they differ; their source travels
 * @param options       `counterfactual`: default nobody exposed
 * @returns fractions, 1 at most, by the keys of exposures but the class, and by cause; a missing share or risk of a class passes its reason
 * @throws PopneedsError `unmatched-rows` when a class of exposure has no risk, or a class now has no counterfactual; `invalid-exposure` when shares of a
 * group sum to more than 1, or a share or risk cannot be; `not-counted-by`
 *
 * Source: Barendregt JJ, Veerman JL. J Epidemiol Community Health 2010;64:209–12.
 * Reference: `impactFraction` of `@popneeds/stats`.
 *
 * @example
 * attributableFractions(smoking, relativeRisks)
 */
export function attributableFractions<K extends Keys & { readonly exposure: string }>(
  exposures: Table<K, { readonly share: "ratio" }>,
  relativeRisks: RelativeRisks,
  { counterfactual = null }: AttributableFractionsOptions = {},
): Table<Omit<K, "exposure"> & { readonly cause: string }, { readonly fraction: "ratio" }> {
  const caller = "attributableFractions";
  const table = exposures as unknown as Table;
  const pairs = matchedRows(caller, table, relativeRisks as unknown as Table, ["cause"]);
  refuseAlone(
    caller,
    table,
    pairs,
    "a relative risk for its class of exposure",
    "Leave the class of the unexposed out, or give it the relative risk 1.",
  );
  const other = counterfactual && matchedRows(caller, table, counterfactual as unknown as Table);
  if (other)
    refuseAlone(
      caller,
      table,
      other,
      "a share in the counterfactual",
      "Give the counterfactual by the same classes, areas, sexes and ages.",
    );
  const { keys, rowsOf } = rowsApartFrom({ keys: pairs.keys, length: pairs.first.length }, "exposure");
  const [share, risk] = [exposures.measures.share, relativeRisks.measures.relativeRisk];
  const then = counterfactual?.measures.share;
  const faults: string[] = [];
  const fractions = rowsOf.map((rows): number | Missing => {
    const missing = rows
      .map(
        (i) =>
          missingAt(share, pairs.first[i]!) ??
          missingAt(risk, pairs.second[i]!) ??
          (then && other ? missingAt(then, other.second[pairs.first[i]!]!) : null),
      )
      .find((reason) => reason !== null);
    if (missing) return missing;
    try {
      return impactFraction(
        rows.map((i) => share.values[pairs.first[i]!]!),
        rows.map((i) => (then && other ? then.values[other.second[pairs.first[i]!]!]! : 0)),
        rows.map((i) => risk.values[pairs.second[i]!]!),
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      faults.push(`${describeRow(table, pairs.first[rows[0]!]!)}: ${error.message.replace(/^\w+: /, "")}`);
      return "unknown";
    }
  });
  if (faults.length > 0)
    throw new PopneedsError({
      code: "invalid-exposure",
      message: `${caller}: shares of classes must be from 0 to 1, together 1 at most, and relative risks 0 or more; ${faults.length} of ${rowsOf.length} groups fail:`,
      where: faults,
      fix: "Give shares, not percentages, of classes that do not overlap.",
    });
  const against = counterfactual ? "exposure as in the counterfactual" : "nobody exposed";
  const inputs = [
    exposures.provenance,
    relativeRisks.provenance,
    ...(counterfactual ? [counterfactual.provenance] : []),
  ];
  return createTable({
    keys,
    measures: { fraction: measureColumn("ratio", fractions) },
    issues: [...exposures.issues, ...relativeRisks.issues, ...(counterfactual?.issues ?? [])],
    provenance: atBest(
      withStep(fromInputs(inputs), `attributable fractions: exposure by class × relative risks, against ${against}`),
      "modelled",
    ),
  }) as unknown as Table<Omit<K, "exposure"> & { readonly cause: string }, { readonly fraction: "ratio" }>;
}
