import { combinedDisability, requireConditions } from "./combined-disability.ts";

/**
 * Years lived with disability per person of each of several conditions, when those who have more than one lose less than the sum.
 *
 * In a person, what is lost, 1 − Π(1 − dⱼ) over the conditions there, is shared out as their weights are, dᵢ ÷ Σdⱼ; the mean over a
 * population in which conditions are independent is what simulated comorbidity adjustment (COMO) tends to as the number of simulated people grows.
 * Here it is exact. With 1 ÷ Σd = ∫ e^(−tΣd) dt over t from 0 up, it is one integral for all conditions,
 * pᵢdᵢ ∫ e^(−tdᵢ) (Πⱼ(1 − pⱼ + pⱼe^(−tdⱼ)) − (1 − dᵢ) Πⱼ(1 − pⱼ + pⱼ(1 − dⱼ)e^(−tdⱼ))) dt with j other than i, taken by double-exponential
 * quadrature. The shares add up to `combinedDisability`.
 *
 * @param prevalences share of people who have each condition, 0 to 1
 * @param weights disability weight of each condition, 0 (full health) to 1
 * @returns a share of a year's health for each condition; 0 for a condition that nobody has or that costs no health; NaN for all where
 * anything is missing
 * @throws RangeError where columns differ in length or are empty, or a number is not from 0 to 1
 *
 * Source: GBD 2019 Diseases and Injuries Collaborators. Lancet 2020;396:1204–22, appendix 1, section 4.9 (the rule; there by simulation).
 * Reference: enumeration of all states of 8 and 11 conditions, to 1e-10.
 *
 * @example
 * attributedDisability([0.5, 0.2], [0.1, 0.5]) // [0.04916666666666667, 0.09583333333333333]
 */
export function attributedDisability(prevalences: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  requireConditions("attributedDisability", prevalences, weights);
  const size = weights.length;
  const total = combinedDisability(prevalences, weights);
  const shares = new Float64Array(size);
  if (Number.isNaN(total)) return shares.fill(Number.NaN);
  if (total === 0) return shares;
  const heaviest = Math.max(...Array.from(weights));
  // t = e^(s − e^(−s)) ÷ heaviest weight: dense where the integrand falls, and far enough out for the lightest weight.
  const lightest = Math.min(...Array.from(weights).filter((weight) => weight > 0));
  const until = Math.log((60 * heaviest) / lightest);
  for (let s = from; s <= until; s += step) {
    const t = Math.exp(s - Math.exp(-s)) / heaviest;
    const measure = step * t * (1 + Math.exp(-s));
    let [all, left] = [1, 1];
    for (let j = 0; j < size; j++) {
      const fall = Math.exp(-t * weights[j]!);
      all *= 1 - prevalences[j]! + prevalences[j]! * fall;
      left *= 1 - prevalences[j]! + prevalences[j]! * (1 - weights[j]!) * fall;
    }
    for (let i = 0; i < size; i++) {
      const [p, d] = [prevalences[i]!, weights[i]!];
      if (p === 0 || d === 0) continue;
      const fall = Math.exp(-t * d);
      if (fall === 0) continue;
      const [one, other] = [1 - p + p * fall, 1 - p + p * (1 - d) * fall];
      shares[i]! += measure * p * d * fall * (all / one - (other === 0 ? 0 : ((1 - d) * left) / other));
    }
  }
  let sum = 0;
  for (const share of shares) sum += share;
  return shares.map((share) => (share * total) / sum);
}

/** Steps of the quadrature; halving them changes no digit that is kept. */
const step = 1 / 32;
const from = -3.6;
