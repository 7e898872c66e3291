import { atBest, describeRow, fromInputs, type Keys, PopneedsError, withStep } from "@popneeds/core";
import { allAsDraws, type Drawn } from "./as-draws.ts";
import { pairedDraws, sumDraws, tableOf } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";

export interface AttributableFractionsDrawsOptions {
  /** The shares of people as they would be, by the same keys as those now: draws, or a table if they are a target. Default: nobody exposed. */
  readonly counterfactual?: Drawn<Keys & { readonly exposure: string }> | null;
}

/**
 * Draws of attributable fractions (PAF), or of impact fractions (PIF) against a counterfactual, from draws of exposure and of relative risks.
 *
 * In each draw (Σ p RR − Σ p′ RR) ÷ Σ p RR, the unexposed having the risk 1. Relative risks are drawn as `log-normal`; the share of one class as
 * `beta`; shares of several classes as `dirichlet`, split over `exposure`, the unexposed with the relative risk 1. Relative risks that are given by
 * age or sex but come of one estimate must not vary by themselves: `drawsOf(risks, "log-normal", { seed, alike: ["age", "sex"] })`.
 *
 * @param exposures     shares of people by `exposure`, and by area, sex, age …: draws, or a table if known
 * @param relativeRisks by `exposure` and `cause`, and by what else they differ: draws, or a table if known
 * @param options       `counterfactual`: default nobody exposed
 * @returns draws by the keys of exposures but the class, and by cause; `incomplete` where the share or risk of a class is missing
 * @throws PopneedsError `unmatched-rows` when a class of exposure has no risk, or a class now has no counterfactual; `invalid-exposure` when in a draw
 * shares of a group are below 0 or sum to more than 1, or a risk is below 0; `unequal-draws`, `nothing-drawn`, `not-counted-by`
 *
 * Source: GBD 2019 Risk Factors Collaborators. Lancet 2020;396:1223–49, appendix 1; Barendregt JJ, Veerman JL. J Epidemiol Community Health
 * 2010;64:209–12.
 * Reference: `attributableFractions` where nothing varies; the delta method, in tests.
 *
 * @example
 * attributableFractionsDraws(drawsOf(smoking, "beta", { seed: 1 }), drawsOf(relativeRisks, "log-normal", { seed: 1 }))
 */
export function attributableFractionsDraws<K extends Keys & { readonly exposure: string }>(
  exposures: Drawn<K>,
  relativeRisks: Drawn<Keys & { readonly exposure: string; readonly cause: string }>,
  { counterfactual = null }: AttributableFractionsDrawsOptions = {},
): Draws<Omit<K, "exposure"> & { readonly cause: string }> {
  const caller = "attributableFractionsDraws";
  const [share, risk, then] = allAsDraws(caller, [
    exposures,
    relativeRisks,
    ...(counterfactual ? [counterfactual] : []),
  ] as Drawn[]) as [Draws, Draws, Draws | undefined];
  refuseOddShares(caller, share);
  if (then) refuseOddShares(caller, then);
  refuseOddRisks(caller, risk);
  const change = then
    ? pairedDraws(caller, share, then, (now, other) => now - other, {
        needs: "a share in the counterfactual",
        fix: "Give the counterfactual by the same classes, areas, sexes and ages.",
        kind: "ratio",
        step: "",
      })
    : share;
  const excess = (shares: Draws) =>
    sumDraws(
      pairedDraws(caller, shares, risk, (p, relative) => p * (relative - 1), {
        further: ["cause"],
        needs: "a relative risk for its class of exposure",
        fix: "Give the class of the unexposed the relative risk 1.",
        kind: "ratio",
        step: "",
      }),
      "exposure",
    );
  const [now, changed] = [excess(share), excess(change)];
  const fractions = pairedDraws(caller, changed, now, (top, below) => top / (1 + below), {
    needs: "an exposure",
    fix: "Give exposures for them.",
    kind: "ratio",
    step: "",
  });
  const inputs = [share, risk, ...(then ? [then] : [])];
  const against = then ? "exposure as in the counterfactual" : "nobody exposed";
  return Object.freeze({
    ...fractions,
    absent: "unknown",
    issues: inputs.flatMap(({ issues }) => issues),
    provenance: atBest(
      withStep(
        fromInputs(inputs.map(({ provenance }) => provenance)),
        `attributable fractions, draw by draw: exposure by class × relative risks, against ${against}`,
      ),
      "modelled",
    ),
  }) as unknown as Draws<Omit<K, "exposure"> & { readonly cause: string }>;
}

function refuseOddShares(caller: string, shares: Draws): void {
  const sums = sumDraws(shares, "exposure");
  const odd = rowsWith(shares, (share) => share < 0);
  const above = rowsWith(sums, (sum) => sum > 1 + 1e-9);
  if (odd.length + above.length === 0) return;
  throw new PopneedsError({
    code: "invalid-exposure",
    message: `${caller}: shares of classes must be 0 or more, together 1 at most, in each draw; ${above.length} of ${sums.length} groups and ${odd.length} of ${shares.length} shares are not:`,
    where: [
      ...above.map((row) => describeRow(tableOf(sums), row) || "everyone"),
      ...odd.map((row) => describeRow(tableOf(shares), row)),
    ],
    fix: 'Draw shares of several classes as "dirichlet" with split: { over: "exposure", cases }.',
  });
}

function refuseOddRisks(caller: string, risks: Draws): void {
  const odd = rowsWith(risks, (risk) => risk < 0 || risk === Number.POSITIVE_INFINITY);
  if (odd.length === 0) return;
  throw new PopneedsError({
    code: "invalid-exposure",
    message: `${caller}: relative risks must be 0 or more in each draw; ${odd.length} of ${risks.length} are not:`,
    where: odd.map((row) => describeRow(tableOf(risks), row)),
    fix: 'Draw relative risks as "log-normal".',
  });
}

/** The rows of which a draw is so. */
function rowsWith({ length, draws, values }: Draws, isSo: (draw: number) => boolean): readonly number[] {
  return Array.from({ length }, (_, row) => row).filter((row) =>
    values.subarray(row * draws, (row + 1) * draws).some(isSo),
  );
}
