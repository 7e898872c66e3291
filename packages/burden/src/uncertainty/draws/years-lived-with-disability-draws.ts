import { atBest, type Keys } from "@popneeds/core";
import { weighedInWords } from "../../disability/mean-weights.ts";
import { allAsDraws, type Drawn } from "./as-draws.ts";
import { pairedDraws } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";
import { meanWeightDraws } from "./mean-weight-draws.ts";

export interface YearsLivedDrawsOptions {
  /**
   * Share of each cause's cases in each health state: draws (`dirichlet`, split over `state`) or, if known, a table. Default none: each cause
   * is one health state, of its own name.
   */
  readonly severities?: Drawn<Keys & { readonly cause: string; readonly state: string }> | null;
}

/**
 * Draws of years lived with disability (YLD): in each draw, cases × share in each health state × disability weight.
 *
 * A weight that is drawn by `state` alone is one and the same for every area, age and sex, so that it moves them all together, as it should:
 * the uncertainty of weights does not average out over rows. Give draws of what is uncertain and tables of what is known.
 *
 * @param cases   cases by `cause` and what else; from a drawn prevalence by `weighDraws(drawsOf(shares, "beta", { seed }), people, …)`
 * @param weights draws of `disabilityWeights`, or the table
 * @param options `severities`: default none
 * @returns draws of years by the keys of cases; missing passes its reason; modelled at best
 * @throws PopneedsError `unmatched-rows` when a cause has no severity or a state no weight; `invalid-shares` when shares of a cause do not sum to
 * 1 in each draw; `unequal-draws`; `nothing-drawn`; `not-counted-by`
 *
 * Source: GBD 2019 Diseases and Injuries Collaborators. Lancet 2020;396:1204–22, appendix 1 (propagation by draws).
 * Reference: `yearsLivedWithDisabilityLimits` (delta method), and moments by hand, in tests.
 *
 * @example
 * yearsLivedWithDisabilityDraws(drawnCases, drawsOf(weights, "beta", { seed: 1 }), { severities })
 */
export function yearsLivedWithDisabilityDraws<K extends Keys & { readonly cause: string }>(
  cases: Drawn<K>,
  weights: Drawn<{ readonly state: string }>,
  { severities = null }: YearsLivedDrawsOptions = {},
): Draws<K> {
  const caller = "yearsLivedWithDisabilityDraws";
  const [number, weight, split] = allAsDraws(caller, [cases, weights, ...(severities ? [severities] : [])] as Drawn[]);
  const { means, ...lack } = meanWeightDraws(caller, weight!, split ?? null);
  const lived = pairedDraws(caller, number!, means, (n, mean) => n * mean, {
    ...lack,
    kind: "years",
    step: `years lived with disability, draw by draw: cases at a time × ${weighedInWords(severities)}`,
  });
  return Object.freeze({
    ...lived,
    absent: number!.absent,
    provenance: atBest(lived.provenance, "modelled"),
  }) as unknown as Draws<K>;
}
