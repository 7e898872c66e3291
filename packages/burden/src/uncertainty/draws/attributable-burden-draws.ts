import { atBest, type Keys, takeRows } from "@popneeds/core";
import { leftOut } from "../../risk/attributable-burden.ts";
import { matchedRows } from "../../shared/matched-rows.ts";
import { allAsDraws, type Drawn } from "./as-draws.ts";
import { pairedDraws, tableOf } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";

/**
 * Draws of the burden that goes with an exposure: drawn burden × drawn attributable fraction.
 *
 * @param burden    draws of deaths or years by cause, sex, age …, or a table if known
 * @param fractions `attributableFractionsDraws`, by keys that the burden has, and by `risk`; or a table if known
 * @returns draws by the keys of both. As for `attributableBurden`: rows without a fraction are left out, with an issue, and figures by risk must not be
 * summed over risks
 * @throws PopneedsError `unequal-draws`, `nothing-drawn`, `not-counted-by`
 *
 * Source: GBD 2019 Risk Factors Collaborators. Lancet 2020;396:1223–49.
 *
 * @example
 * attributableBurdenDraws(yearsOfLifeLostDraws(drawnDeaths, reference), attributableFractionsDraws(smoking, drawnRisks))
 */
export function attributableBurdenDraws<K extends Keys, KF extends Keys>(
  burden: Drawn<K>,
  fractions: Drawn<KF>,
): Draws<K & Pick<KF, Extract<keyof KF, "risk">>> {
  const caller = "attributableBurdenDraws";
  const [amount, fraction] = allAsDraws(caller, [burden, fractions] as Drawn[]) as [Draws, Draws];
  const { alone } = matchedRows(caller, tableOf(amount), tableOf(fraction), ["risk"]);
  const kept = withoutRows(amount, alone);
  const product = pairedDraws(caller, kept, fraction, (years, of) => years * of, {
    further: ["risk"],
    needs: "a fraction",
    fix: "Give relative risks for them.",
    kind: amount.kind,
    step: "attributable burden, draw by draw: burden × attributable fraction of its cause, sex and age",
  });
  const byRisk = "risk" in fraction.keys && !("risk" in amount.keys);
  return Object.freeze({
    ...product,
    ...(byRisk ? { sharedOver: [...(product.sharedOver ?? []), "risk"] } : {}),
    issues: [...product.issues, ...leftOut(tableOf(amount), alone)],
    provenance: atBest(product.provenance, "modelled"),
  }) as unknown as Draws<K & Pick<KF, Extract<keyof KF, "risk">>>;
}

function withoutRows(draws: Draws, without: Int32Array): Draws {
  if (without.length === 0) return draws;
  const left = new Set(without);
  const rows = Array.from({ length: draws.length }, (_, row) => row).filter((row) => !left.has(row));
  const values = new Float64Array(rows.length * draws.draws);
  for (const [at, row] of rows.entries())
    values.set(draws.values.subarray(row * draws.draws, (row + 1) * draws.draws), at * draws.draws);
  return {
    ...draws,
    length: rows.length,
    keys: takeRows(tableOf(draws), rows).keys,
    values,
    missing: rows.map((row) => draws.missing[row]!),
  };
}
