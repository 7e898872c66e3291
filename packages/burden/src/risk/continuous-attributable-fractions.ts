import {
  atBest,
  createTable,
  describeRow,
  fromInputs,
  type Key,
  type KeyColumn,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { continuousImpactFraction, type ExposureDistribution, logLinearRisk } from "@popneeds/stats";
import { matchedRows, refuseAlone } from "../shared/matched-rows.ts";

/** Mean and standard deviation, between people, of an exposure in any unit: of body mass index, of blood pressure, of a pollutant. */
export type ContinuousExposures<K extends Keys = Keys> = Table<K, { readonly mean: "score"; readonly sd: "score" }>;

/** The risk at an exposure over that at one that is lower by `per`, by cause, and by sex and age where it differs. */
export type RisksPerUnit<K extends Keys = Keys> = Table<
  K & { readonly cause: string },
  { readonly relativeRisk: "ratio" }
>;

export interface ContinuousAttributableFractionsOptions {
  /** How exposure is spread between people: `normal` (default), `log-normal` or `gamma`. */
  readonly shape?: ExposureDistribution["shape"];
  /** The rise of exposure that the relative risk is for, above 0. Default 1. */
  readonly per?: number;
  /** The exposure of least risk (theoretical minimum): below it risk falls no further. Default 0. */
  readonly leastRisk?: number;
  /** The exposure above which risk rises no further, since studies do not know it there; a log-normal exposure needs one. Default null: none. */
  readonly highest?: number | null;
  /** How exposure would be: mean and sd by the keys of exposures or some of them, or the one exposure that everybody would have. Default: everybody at that of least risk. */
  readonly counterfactual?: ContinuousExposures<Keys> | number | null;
}

/**
 * The share of each cause's burden that would not be there if everybody had the exposure of least risk (population attributable fraction, PAF), or if exposure
 * were spread otherwise (potential impact fraction, PIF), for an exposure that is measured and not in classes, by area, sex and age.
 *
 * (∫ RR p − ∫ RR p′) ÷ ∫ RR p, RR(x) = exp(ln(risk) ÷ per × max(min(x, highest) − least, 0)), integrated to 1e-10. Where one exposure is given for everybody, p′ is all there. Above 0
 * where exposure harms, below where it protects. The tails matter: name a shape that fits, and `highest`. Feeds `attributableBurden` and `jointFractions` as
 * `attributableFractions` does.
 *
 * @param exposures mean and sd of the exposure by area, sex, age …; sd is that between people, above 0, not the standard error of the mean
 * @param relativeRisks by `cause`, and by what else they differ, 0 excluded; their source travels
 * @param options   `shape`, `per`, `leastRisk`, `highest`, `counterfactual`, all in the unit of the exposure
 * @returns fractions, 1 at most, by the keys of exposures and by cause; a missing mean, sd or risk passes its reason
 * @throws PopneedsError `unmatched-rows` when an exposure has no risk or no counterfactual; `invalid-exposure` when a mean, sd or risk cannot be, or the risk has
 * no finite mean over the exposure; `not-counted-by`; `invalid-option`
 *
 * Source: Barendregt JJ, Veerman JL. J Epidemiol Community Health 2010;64:209–12; Vander Hoorn S et al. Comparative Quantification of Health Risks. WHO, 2004,
 * ch. 25.
 * Reference: `continuousImpactFraction` of `@popneeds/stats`; python mpmath 1.3, normal, log-normal and gamma, to 1e-10.
 *
 * @example
 * continuousAttributableFractions(bodyMassIndex, risks, { per: 5, leastRisk: 22.5, highest: 40 })
 */
export function continuousAttributableFractions<K extends Keys>(
  exposures: ContinuousExposures<K>,
  relativeRisks: RisksPerUnit,
  options: ContinuousAttributableFractionsOptions = {},
): Table<K & { readonly cause: string }, { readonly fraction: "ratio" }> {
  const { shape = "normal", per = 1, leastRisk = 0, highest = null, counterfactual = null } = options;
  refuseOptions({ shape, per, leastRisk, highest, counterfactual });
  const table = exposures as unknown as Table;
  const pairs = matchedRows(caller, table, relativeRisks as unknown as Table, ["cause"]);
  refuseAlone(caller, table, pairs, "a relative risk", "Give risks for all of its sexes and ages.");
  const everybody = typeof counterfactual === "number" ? counterfactual : null;
  const spread = typeof counterfactual === "object" ? counterfactual : null;
  const other = spread && matchedRows(caller, table, spread as unknown as Table);
  if (other)
    refuseAlone(caller, table, other, "a counterfactual", "Give the counterfactual by the same areas, sexes and ages.");
  const risks = relativeRisks.measures.relativeRisk;
  const faults: string[] = [];
  const fractions = Array.from(pairs.first, (row, i): number | Missing => {
    const now = spreadAt(exposures as unknown as ContinuousExposures, row, shape);
    const then = spread && other ? spreadAt(spread, other.second[row]!, shape) : null;
    const missing = now.missing ?? missingAt(risks, pairs.second[i]!) ?? then?.missing ?? null;
    if (missing) return missing;
    const risk = (exposure: number) =>
      logLinearRisk(highest === null ? exposure : Math.min(exposure, highest), risks.values[pairs.second[i]!]!, {
        per,
        cutOff: leastRisk,
      });
    try {
      return continuousImpactFraction(now, risk, then ?? everybody);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      faults.push(`${describeRow(table, row)}: ${error.message.replace(/^\w+: /, "")}`);
      return "unknown";
    }
  });
  if (faults.length > 0)
    throw new PopneedsError({
      code: "invalid-exposure",
      message: `${caller}: exposures must be ${shape}, their standard deviations and relative risks above 0, and the risk have a mean over them; ${faults.length} of ${fractions.length} fail:`,
      where: faults,
      fix: "Correct the figures, name another shape, or say from which exposure risk rises no further with highest.",
    });
  return createTable({
    keys: pairs.keys as Readonly<Record<string, KeyColumn<Key>>>,
    measures: { fraction: measureColumn("ratio", fractions) },
    issues: [...exposures.issues, ...relativeRisks.issues, ...(spread?.issues ?? [])],
    provenance: atBest(
      withStep(
        fromInputs([exposures.provenance, relativeRisks.provenance, ...(spread ? [spread.provenance] : [])]),
        `attributable fractions: ${shape} exposure × log-linear relative risks per ${per}, least at ${leastRisk}${highest === null ? "" : `, no higher above ${highest}`}, against ${everybody !== null ? `everybody at ${everybody}` : spread ? "exposure as in the counterfactual" : `everybody at ${leastRisk}`}`,
      ),
      "modelled",
    ),
  }) as unknown as Table<K & { readonly cause: string }, { readonly fraction: "ratio" }>;
}

const caller = "continuousAttributableFractions";

interface Spread extends ExposureDistribution {
  readonly missing: Missing | null;
}

function spreadAt({ measures }: ContinuousExposures, row: number, shape: ExposureDistribution["shape"]): Spread {
  return {
    shape,
    mean: measures.mean.values[row]!,
    sd: measures.sd.values[row]!,
    missing: missingAt(measures.mean, row) ?? missingAt(measures.sd, row),
  };
}

function refuseOptions({
  shape,
  per,
  leastRisk,
  highest,
  counterfactual,
}: Required<ContinuousAttributableFractionsOptions>): void {
  const fault = !["normal", "log-normal", "gamma"].includes(shape)
    ? `shape must be normal, log-normal or gamma; found ${shape}`
    : !(per > 0 && per < Infinity)
      ? `per must be above 0; found ${per}`
      : !Number.isFinite(leastRisk)
        ? `leastRisk must be an exposure; found ${leastRisk}`
        : highest !== null && !(highest > leastRisk && highest < Infinity)
          ? `highest must be above leastRisk, ${leastRisk}; found ${highest}`
          : typeof counterfactual === "number" && !Number.isFinite(counterfactual)
            ? `counterfactual must be an exposure or a table of them; found ${counterfactual}`
            : null;
  if (fault)
    throw new PopneedsError({
      code: "invalid-option",
      message: `${caller}: ${fault}`,
      fix: "Correct the option, or leave it out.",
    });
}
