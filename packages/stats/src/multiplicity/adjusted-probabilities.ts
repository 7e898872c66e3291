import { requireProbability } from "../distributions/binomial-density.ts";
import { knownInOrder } from "../variation/quantile-in-order.ts";

/**
 * What is held when many tests are made at once.
 *
 * - `benjamini-hochberg` the share of false findings among all findings, on average; for tests that are independent or
 *   lean   the same way
 * - `benjamini-yekutieli` the same whatever way the tests depend on each other
 * - `holm` the chance of any false finding at all, whatever way they depend on each other
 * - `hochberg` the same for tests that are independent or lean the same way; never larger than Holm's
 * - `bonferroni` as `holm`, and never better than it
 */
export type MultiplicityMethod = "benjamini-hochberg" | "benjamini-yekutieli" | "holm" | "hochberg" | "bonferroni";

/**
 * Probabilities of many tests, raised so that each can be set against one level: those at or below it are the findings.
 *
 * With k tests and p₍ᵢ₎ the i-th smallest: bonferroni k p; holm max over j ≤ i of (k + 1 − j) p₍ⱼ₎; hochberg min over j
 * ≥ i of (k + 1 − j) p₍ⱼ₎; benjamini-hochberg min over j ≥ i of k p₍ⱼ₎ ÷ j; benjamini-yekutieli that times 1 + ½ + … +
 * 1/k. None exceeds 1.
 *
 * @param probabilities of each test, from 0 to 1; NaN where there was none
 * @param method default `benjamini-hochberg`
 * @returns a probability for each, in the order given, never below its own; NaN for a missing one, which is not counted
 * @throws RangeError where a probability is outside 0 to 1
 *
 * Source: Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289–300; Benjamini Y, Yekutieli D. Ann Stat 2001;29:1165–88;
 * Holm S. Scand J Stat 1979;6:65–70; Hochberg Y. Biometrika 1988;75:800–2.
 * Reference: R 4.2.2 `p.adjust`, to 1e-15 relative.
 *
 * @example
 * adjustedProbabilities([0.01, 0.04, 0.03, 0.5]) // [0.04, 0.05333333333333333, 0.05333333333333333, 0.5]
 */
export function adjustedProbabilities(
  probabilities: ArrayLike<number>,
  method: MultiplicityMethod = "benjamini-hochberg",
): Float64Array {
  for (let i = 0; i < probabilities.length; i++) requireProbability("adjustedProbabilities", probabilities[i]!);
  const order = knownInOrder(probabilities);
  const count = order.length;
  const result = new Float64Array(probabilities.length).fill(Number.NaN);
  const raised = (place: number, factor: number) => Math.min(1, factor * probabilities[order[place]!]!);

  if (method === "bonferroni" || method === "holm") {
    let largest = 0;
    for (let place = 0; place < count; place++) {
      const own = raised(place, method === "holm" ? count - place : count);
      largest = method === "holm" ? Math.max(largest, own) : own;
      result[order[place]!] = largest;
    }
    return result;
  }
  let harmonic = 1;
  if (method === "benjamini-yekutieli") for (let j = 2; j <= count; j++) harmonic += 1 / j;
  let smallest = 1;
  for (let place = count - 1; place >= 0; place--) {
    const factor = method === "hochberg" ? count - place : (harmonic * count) / (place + 1);
    smallest = Math.min(smallest, raised(place, factor));
    result[order[place]!] = smallest;
  }
  return result;
}
