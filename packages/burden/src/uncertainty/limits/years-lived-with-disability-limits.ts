import {
  atBest,
  type Counts,
  createTable,
  fromInputs,
  type KeyColumn,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import type { DisabilityWeights } from "../../disability/disability-weights.ts";
import { meanWeights, type Severities, weighedInWords } from "../../disability/mean-weights.ts";
import { matchedRows, refuseAlone } from "../../shared/matched-rows.ts";
import { onlyMeasure } from "../../shared/only-measure.ts";
import { groupsApartFrom } from "../../shared/rows-apart-from.ts";
import { refuseUnknown } from "../draws/combine-draws.ts";
import { betaVariances } from "./beta-variances.ts";
import { addTo, sumOfSquares } from "./gradient.ts";
import { limitsAbout, limitsInWords } from "./limits-about.ts";
import type { YearsLimitsOptions, YearsWithLimits } from "./years-of-life-lost-limits.ts";

export interface YearsLivedLimitsOptions<P extends string> extends YearsLimitsOptions<P> {
  /** Share of each cause's cases in each health state. Default none: each cause is one health state, of its own name. */
  readonly severities?: Severities | null;
  /** The number of cases that severities were found among, above 0, as `split.cases` of `drawsOf`. Default none: they are known. */
  readonly severityCases?: number | null;
  /** Coverage of the limits beside shares and weights. Default 0.95. */
  readonly inputLevel?: number;
}

/**
 * Years lived with disability (YLD) with limits by the delta method, from the limits of prevalence and of disability weights, without draws.
 *
 * Years = Σ people × prevalence p × share s of cases in a state × weight w. Variance, to the first order: Σ (dY/dp)² Var p + Σ (dY/dw)² Var w, and for
 * severities Σ cases² (Σ s w² − (Σ s w)²) ÷ (n + 1). Variances are those of the beta and Dirichlet distributions that `drawsOf` takes. A weight is one for all
 * rows, and a prevalence one for all people that it is applied to, so that sums over areas keep what they share.
 *
 * @param prevalence `share` of people, 0 to 1, with `lower` and `upper`, by `cause`, and by sex, age … as they differ; its rows vary by themselves, as draws with
 * `alike: []` do
 * @param people     one count, known, by all that prevalence is by but the cause; and by area, period … besides
 * @param weights    `disabilityWeights`, with limits
 * @param options    `over`: keys to sum over first, default none; `severities`, `severityCases`; `level`: default 0.95; `limits`: `normal` (default) or
 * `log-normal`; `inputLevel`: default 0.95
 * @returns by the keys of people, and cause, not summed over. Missing passes its reason, and makes a sum `incomplete`; where a limit is missing years have no
 * limits, as `not available`; nobody has 0 years and no limits. Not adjusted for comorbidity
 * @throws PopneedsError `not-drawable` when limits do not suit a share; otherwise as `yearsLivedWithDisability`; `unknown-key`, `invalid-option`
 *
 * Source: Oehlert GW. A note on the delta method. Am Stat 1992;46:27–9.
 * Reference: worked by hand; draws, in tests.
 *
 * @example
 * yearsLivedWithDisabilityLimits(prevalence, people, weights, { over: ["sex", "age"] })
 */
export function yearsLivedWithDisabilityLimits<
  KS extends Keys & { readonly cause: string },
  KP extends Keys,
  P extends (keyof KP & string) | "cause" = never,
>(
  prevalence: Table<KS, { readonly share: "ratio"; readonly lower: "limit"; readonly upper: "limit" }>,
  people: Table<KP, Counts>,
  weights: DisabilityWeights,
  options: YearsLivedLimitsOptions<P> = {},
): Table<Omit<KP & { readonly cause: string }, P>, YearsWithLimits> {
  const caller = "yearsLivedWithDisabilityLimits";
  const { over = [], severities = null, severityCases = null, inputLevel = 0.95, ...placing } = options;
  if (!(severityCases === null || severityCases > 0))
    throw new PopneedsError({
      code: "invalid-option",
      message: `${caller}: severityCases must be above 0; found ${severityCases}`,
      fix: "Give the number of cases that severities were found among, or leave it out.",
    });
  const own = people as unknown as Table;
  const count = onlyMeasure(caller, own, "people");
  const pairs = matchedRows(caller, own, prevalence as unknown as Table, ["cause"]);
  refuseAlone(caller, own, pairs, "a prevalence", "Bring people and prevalence to common bands of ages.");
  const table = { ...own, keys: pairs.keys, measures: {}, length: pairs.first.length } as Table;
  refuseUnknown(caller, over, Object.keys(table.keys));
  const means = meanWeights(caller, prevalence.keys.cause.values, weights, severities);
  const ofMean = matchedRows(caller, table, means as unknown as Table);
  refuseAlone(caller, table, ofMean, "a disability weight", "Give severities for every cause, sex and age.");
  const states = statesOf(means as unknown as Table, weights, severities);
  const shareVariance = betaVariances(caller, prevalence as unknown as Table, inputLevel);
  const weightVariance = betaVariances(caller, weights as unknown as Table, inputLevel);

  const { group, first, keys } = groupsApartFrom(table, ...over);
  const { share } = prevalence.measures;
  const { weight } = weights.measures;
  const sums = Array.from(first, () => ({
    years: 0 as number | Missing,
    toShare: new Map<number, number>(),
    toWeight: new Map<number, number>(),
    cases: new Map<number, number>(),
  }));
  for (let i = 0; i < table.length; i++) {
    const [person, row, mean] = [pairs.first[i]!, pairs.second[i]!, ofMean.second[i]!];
    const sum = sums[group[i]!]!;
    const persons = count.values[person]!;
    const reason =
      persons === 0
        ? null
        : (missingAt(count, person) ?? missingAt(share, row) ?? missingAt(means.measures.weight, mean));
    if (reason) sum.years = over.length > 0 ? "incomplete" : reason;
    if (reason || persons === 0 || typeof sum.years === "string") continue;
    const [cases, of] = [persons * share.values[row]!, means.measures.weight.values[mean]!];
    sum.years += cases * of;
    addTo(sum.toShare, row, persons * of);
    addTo(sum.cases, mean, cases);
    for (const [state, part] of states[mean]!) addTo(sum.toWeight, state, cases * part);
  }
  const years = sums.map((sum) => sum.years);
  const variances = sums.map((sum) => {
    const variance =
      sumOfSquares(sum.toShare, shareVariance) +
      sumOfSquares(sum.toWeight, weightVariance) +
      (severityCases === null
        ? 0
        : sumOfSquares(sum.cases, (mean) => spreadOf(states[mean]!, weight.values) / (severityCases + 1)));
    return Number.isNaN(variance) ? "not available" : variance;
  });
  const sources = [prevalence.provenance, people.provenance, means.provenance];
  return createTable({
    keys,
    measures: { years: measureColumn("years", years), ...limitsAbout(caller, years, variances, placing) },
    issues: [...prevalence.issues, ...people.issues, ...means.issues],
    provenance: atBest(
      withStep(
        fromInputs(sources),
        `years lived with disability: people × share who have each cause × ${weighedInWords(severities)}${over.length > 0 ? `, summed over ${over.join(", ")}` : ""}; ${limitsInWords(placing)}: shares and weights as beta${severityCases === null ? "" : `, severities as Dirichlet of ${severityCases} cases`}, a weight the same in all rows`,
      ),
      "modelled",
    ),
  }) as unknown as Table<Omit<KP & { readonly cause: string }, P>, YearsWithLimits>;
}

/** The rows of the weights that each mean weight is made of, with the share of each. */
function statesOf(
  means: Table,
  weights: DisabilityWeights,
  severities: Severities | null,
): readonly (readonly (readonly [number, number])[])[] {
  const found: [number, number][][] = Array.from({ length: means.length }, () => []);
  const split = severities as unknown as Table | null;
  if (!split) {
    const { codes, values } = weights.keys.state;
    const rowOf = new Map(Array.from(codes, (code, row) => [values[code]!, row]));
    const { cause } = means.keys as unknown as { readonly cause: KeyColumn<string> };
    return found.map((_, row) => [[rowOf.get(cause.values[cause.codes[row]!]!)!, 1]]);
  }
  const ofMean = matchedRows("yearsLivedWithDisabilityLimits", split, means);
  const ofWeight = matchedRows("yearsLivedWithDisabilityLimits", split, weights as unknown as Table);
  for (let i = 0; i < ofMean.first.length; i++)
    found[ofMean.second[i]!]!.push([ofWeight.second[i]!, split.measures["share"]!.values[ofMean.first[i]!]!]);
  return found;
}

/** The variance of the weights of one case: Σ s w² − (Σ s w)². */
function spreadOf(states: readonly (readonly [number, number])[], weights: ArrayLike<number>): number {
  let [mean, square] = [0, 0];
  for (const [state, share] of states) {
    mean += share * weights[state]!;
    square += share * weights[state]! ** 2;
  }
  return square - mean ** 2;
}
