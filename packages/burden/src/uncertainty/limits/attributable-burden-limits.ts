import {
  type Age,
  atBest,
  type Counts,
  createTable,
  fromInputs,
  groupRows,
  type KeyColumn,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { leftOut } from "../../risk/attributable-burden.ts";
import { matchedRows, refuseAlone } from "../../shared/matched-rows.ts";
import { onlyMeasure } from "../../shared/only-measure.ts";
import { refuseShared, refuseUnknown } from "../draws/combine-draws.ts";
import { betaVariances } from "./beta-variances.ts";
import { fractionSlopes } from "./fraction-slopes.ts";
import { addTo, sumOfSquares } from "./gradient.ts";
import { limitsAbout, limitsInWords } from "./limits-about.ts";
import { logNormalVariances } from "./log-normal-variances.ts";
import { varianceOfYears } from "./variance-of-years.ts";
import type { YearsLimitsOptions } from "./years-of-life-lost-limits.ts";

/** Years that go with an exposure, with the standard error and limits of the delta method. */
export type AttributableWithLimits = {
  readonly attributable: "years";
  readonly standardError: "score";
  readonly lower: "limit";
  readonly upper: "limit";
};

export interface AttributableBurdenLimitsOptions<P extends string> extends YearsLimitsOptions<P> {
  /** The shares of people as they would be, known, by the same keys as those now. Default: nobody exposed. */
  readonly counterfactual?: Table<Keys, { readonly share: "ratio" }> | null;
  /** Coverage of the limits beside shares and relative risks. Default 0.95. */
  readonly inputLevel?: number;
}

/** Shares of people in each class of exposure, or relative risks of each, with the limits that they were estimated with. */
type WithLimits<K extends Keys, M extends string> = Table<
  K,
  { readonly [Name in M]: "ratio" } & { readonly lower: "limit"; readonly upper: "limit" }
>;

/**
 * Years lost that go with an exposure, with limits by the delta method: from the deaths behind the years, the limits of exposure and those of relative
 * risks, without draws.
 *
 * A = Σ Y F, F = (N − N′) ÷ (1 + N), N = Σ p (RR − 1), and N′ the same of the counterfactual. Variance, to the first order: Σ F² Y² ÷ D, deaths D being Poisson;
 * Σ (dA/dp)² Var p, p as beta; Σ (dA/d ln RR)² Var ln RR, RR as log-normal. A share or risk is one for all rows that it is applied to: one relative risk for all
 * ages does not average out over them. Shares of several classes vary by themselves here; where they are of one sample, draws as `dirichlet` are better.
 *
 * @param lost          one measure of years, by age, cause and what else
 * @param deaths        one count: the deaths that the years were lost with, by the same keys
 * @param exposures     `share` of people with `lower` and `upper`, by `exposure`, by keys that years have, and by `risk`
 * @param relativeRisks `relativeRisk` with `lower` and `upper`, by `exposure` and `cause`, and by what else they differ
 * @param options       `over`: keys to sum over first, default none; `counterfactual`: default nobody exposed; `level`: default 0.95; `limits`: `normal` (default) or
 * `log-normal`; `inputLevel`: default 0.95
 * @returns by the keys of years, and risk, not summed over. Rows to which no relative risk belongs are left out, and an issue names them; missing passes its
 * reason, and makes a sum `incomplete`; where a limit is missing there are none, as `not available`
 * @throws PopneedsError `not-drawable` when limits do not suit a share or a risk; `unmatched-rows` when a class of exposure has no risk or no counterfactual;
 * `not-additive` over risks; `years-without-deaths`, `different-keys`, `unknown-key`, `one-measure`, `invalid-option`
 *
 * Source: Oehlert GW. A note on the delta method. Am Stat 1992;46:27–9.
 * Reference: worked by hand; `attributableBurden`; draws, in tests.
 *
 * @example
 * attributableBurdenLimits(yearsOfLifeLost(deaths, reference), deaths, smoking, relativeRisks, { over: ["sex", "age"] })
 */
export function attributableBurdenLimits<
  KD extends Keys & { readonly age: Age; readonly cause: string },
  K extends KD,
  KE extends Keys & { readonly exposure: string },
  P extends keyof K & string = never,
>(
  lost: Table<K, Counts>,
  deaths: Table<KD, Counts>,
  exposures: WithLimits<KE, "share">,
  relativeRisks: WithLimits<Keys & { readonly exposure: string; readonly cause: string }, "relativeRisk">,
  options: AttributableBurdenLimitsOptions<P> = {},
): Table<Omit<K & Pick<KE, Extract<keyof KE, "risk">>, P>, AttributableWithLimits> {
  const caller = "attributableBurdenLimits";
  const { over = [], counterfactual = null, inputLevel = 0.95, ...placing } = options;
  const [own, exposed, risky] = [lost, exposures, relativeRisks] as unknown as readonly [Table, Table, Table];
  const years = onlyMeasure(caller, own, "years");
  refuseShared(caller, { keys: own.keys, sharedOver: years.sharedOver ?? [] }, over);
  const chance = varianceOfYears(caller, own, years, deaths as unknown as Table);
  const shareVariance = betaVariances(caller, exposed, inputLevel);
  const riskVariance = logNormalVariances(caller, risky, inputLevel);
  const classes = matchedRows(caller, exposed, risky, Object.keys(risky.keys));
  refuseAlone(caller, exposed, classes, "a relative risk for its class", "Give the class of the unexposed the risk 1.");
  const counter = counterfactual && matchedRows(caller, exposed, counterfactual as unknown as Table);
  if (counter)
    refuseAlone(caller, exposed, counter, "a share in the counterfactual", "Give it by the same classes and keys.");

  // A line for each class of exposure of each row of years: its share, and its relative risk.
  const withShare = matchedRows(caller, own, exposed, ["exposure", "risk"]);
  const shared = tableOfKeys(withShare.keys, withShare.first.length);
  const withRisk = matchedRows(caller, shared, risky);
  const lines = Array.from(withRisk.first, (pair, i) => ({
    row: withShare.first[pair]!,
    share: withShare.second[pair]!,
    risk: withRisk.second[i]!,
  }));
  const table = takeRows(shared, withRisk.first);
  refuseUnknown(caller, over, Object.keys(own.keys));
  const namesOf = (without: readonly string[]) => Object.keys(table.keys).filter((name) => !without.includes(name));
  const grouped = (names: readonly string[]) =>
    groupRows(
      names.map((name) => table.keys[name] as KeyColumn),
      lines.length,
    );
  const rows = grouped(namesOf(["exposure"]));
  const names = namesOf(["exposure", ...over]);
  const { group, first } = grouped(names);
  const members: number[][] = Array.from(rows.first, () => []);
  for (let line = 0; line < lines.length; line++) members[rows.group[line]!]!.push(line);

  const [p, relative] = [exposures.measures.share, relativeRisks.measures.relativeRisk];
  const after = counterfactual?.measures.share;
  const sums = Array.from(first, () => ({
    attributable: 0 as number | Missing,
    chance: 0,
    toShare: new Map<number, number>(),
    toRisk: new Map<number, number>(),
  }));
  for (const [at, line] of rows.first.entries()) {
    const sum = sums[group[line]!]!;
    const { row } = lines[line]!;
    const each = members[at]!.map((member) => {
      const { share, risk } = lines[member]!;
      const other = counter ? counter.second[share]! : -1;
      return {
        share,
        risk,
        reason: missingAt(p, share) ?? missingAt(relative, risk) ?? (after ? missingAt(after, other) : null),
        now: p.values[share]!,
        otherwise: after?.values[other] ?? 0,
        relativeRisk: relative.values[risk]!,
      };
    });
    const [amount, ofRow] = [years.values[row]!, chance[row]!];
    const lack = amount === 0 ? null : (each.find(({ reason }) => reason)?.reason ?? null);
    const reason = typeof ofRow === "string" ? ofRow : lack;
    if (reason) sum.attributable = over.length > 0 ? "incomplete" : reason;
    if (reason || typeof sum.attributable === "string" || amount === 0) continue;
    const { fraction, toShare, toRisk } = fractionSlopes(each);
    sum.attributable += amount * fraction;
    sum.chance += fraction ** 2 * (ofRow as number);
    for (const [i, { share, risk }] of each.entries()) {
      addTo(sum.toShare, share, amount * toShare[i]!);
      addTo(sum.toRisk, risk, amount * toRisk[i]!);
    }
  }
  const figures = sums.map(({ attributable }) => attributable);
  const variances = sums.map((sum) => {
    const variance = sum.chance + sumOfSquares(sum.toShare, shareVariance) + sumOfSquares(sum.toRisk, riskVariance);
    return Number.isNaN(variance) ? ("not available" as const) : variance;
  });
  const column = measureColumn("years", figures);
  const keys = takeRows(table, first).keys;
  const inputs = [lost, deaths, exposures, relativeRisks, ...(counterfactual ? [counterfactual] : [])];
  const used = new Set(lines.map(({ row }) => row));
  const alone = Int32Array.from(Array.from({ length: own.length }, (_, row) => row).filter((row) => !used.has(row)));
  return createTable({
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    measures: {
      attributable: "risk" in exposed.keys ? Object.freeze({ ...column, sharedOver: ["risk"] }) : column,
      ...limitsAbout(caller, figures, variances, placing),
    },
    issues: [...inputs.flatMap(({ issues }) => issues), ...leftOut(own, alone)],
    provenance: atBest(
      withStep(
        fromInputs(inputs.map(({ provenance }) => provenance)),
        `attributable burden: years lost × attributable fraction, against ${counterfactual ? "exposure as in the counterfactual" : "nobody exposed"}${over.length > 0 ? `, summed over ${over.join(", ")}` : ""}; ${limitsInWords(placing)}: deaths as Poisson counts, shares as beta, relative risks as log-normal, each the same in all rows that it is applied to`,
      ),
      "modelled",
    ),
  }) as unknown as Table<Omit<K & Pick<KE, Extract<keyof KE, "risk">>, P>, AttributableWithLimits>;
}

function tableOfKeys(keys: Table["keys"], length: number): Table {
  return { keys, length, measures: {}, issues: [] } as unknown as Table;
}
