import { requireSameLength } from "../shared/require.ts";
import { knownInOrder, quantileInOrder } from "../variation/quantile-in-order.ts";

/** What is done with the areas furthest out, which would otherwise decide how far apart all others are taken to be. */
export interface OverdispersionOptions {
  /** `winsorise` draws them in to the quantiles (default), `truncate` leaves them out, `keep` does neither. */
  readonly outliers?: "winsorise" | "truncate" | "keep";
  /** Share of the areas at each end, from 0 to less than a half. Default 0.1. */
  readonly share?: number;
}

/** How much further areas lie apart than chance alone would have them. */
export interface Overdispersion {
  /** φ: the mean square of the scores, 1 on average where there is chance alone. */
  readonly phi: number;
  /** τ²: the variance between areas beyond chance, on the scale of the standard errors; 0 where there is none. */
  readonly betweenVariance: number;
  /** 1 + 2 √(2 ÷ areas): φ above it is more than chance explains. */
  readonly threshold: number;
  /** How many areas were used. */
  readonly areas: number;
  /** The scores used, drawn in where they lay too far out; NaN where left out or not known. */
  readonly scores: Float64Array;
}

/**
 * How much areas vary beyond chance: the dispersion φ of their scores, and the variance τ² between them.
 *
 * φ = Σ z² ÷ I; τ² = max(0, (I φ − (I − 1)) ÷ (Σ w − Σ w² ÷ Σ w)), w = 1 ÷ s² (DerSimonian and Laird). Winsorised
 * scores stop at the quantiles `share` and 1 − `share`; truncation leaves out ⌊share × I⌋ areas at each end.
 *
 * @param scores distance from the target in standard errors, as `ratioScores` and `proportionScores` give it
 * @param standardErrors above 0, on the scale of the scores
 * @returns φ and τ² of the areas whose scores are known; NaN where none is; τ² is NaN where there is one area only
 * @throws RangeError where the columns differ in length or are empty, a standard error is not above 0, or the share is
 * invalid
 *
 * Source: Spiegelhalter DJ. Handling over-dispersion of performance indicators. Qual Saf Health Care 2005;14:347–51;
 * DerSimonian R, Laird N. Control Clin Trials 1986;7:177–88.
 * Reference: FunnelPlotR (φ, τ², both treatments), to 1e-12 relative; quantiles as R's type 7.
 *
 * @example
 * overdispersion([1, -2, 3], [0.1, 0.1, 0.2], { outliers: "keep" })
 * // { phi: 14 / 3, betweenVariance: 12 / (225 - 20625 / 225), threshold: 1 + 2 * Math.sqrt(2 / 3), areas: 3, scores:
 * [1, -2, 3] }
 */
export function overdispersion(
  scores: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  { outliers = "winsorise", share = 0.1 }: OverdispersionOptions = {},
): Overdispersion {
  requireSameLength("overdispersion", { scores, standardErrors });
  if (!(share >= 0 && share < 0.5)) {
    throw new RangeError(`overdispersion: share must be from 0 to less than 0.5, got ${share}`);
  }
  const order = knownInOrder(scores);
  const cut = outliers === "truncate" ? Math.floor(share * order.length) : 0;
  const used = order.slice(cut, order.length - cut);
  const values = used.map((i) => scores[i]!);
  const [least, most] =
    outliers === "winsorise"
      ? [quantileInOrder(values, share), quantileInOrder(values, 1 - share)]
      : [-Infinity, Infinity];
  const drawnIn = new Float64Array(scores.length).fill(Number.NaN);
  let squares = 0;
  let weights = 0;
  let squaredWeights = 0;
  used.forEach((i, place) => {
    const s = standardErrors[i]!;
    if (!(s > 0)) {
      throw new RangeError(`overdispersion: standard errors must be above 0, got ${s} in area ${i}`);
    }
    const z = Math.min(most, Math.max(least, values[place]!));
    drawnIn[i] = z;
    squares += z * z;
    weights += 1 / (s * s);
    squaredWeights += 1 / (s * s * s * s);
  });
  const areas = used.length;
  const excess = squares - (areas - 1);
  return {
    phi: squares / areas,
    betweenVariance: areas < 2 ? Number.NaN : Math.max(0, excess / (weights - squaredWeights / weights)),
    threshold: 1 + 2 * Math.sqrt(2 / areas),
    areas,
    scores: drawnIn,
  };
}
