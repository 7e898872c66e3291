import {
  type Age,
  type Counts,
  createTable,
  fromInputs,
  type Keys,
  type Missing,
  measureColumn,
  type Table,
  withStep,
} from "@popneeds/core";
import { onlyMeasure } from "../../shared/only-measure.ts";
import { groupsApartFrom } from "../../shared/rows-apart-from.ts";
import { refuseShared, refuseUnknown } from "../draws/combine-draws.ts";
import { type DeltaLimitsOptions, limitsAbout, limitsInWords } from "./limits-about.ts";
import { varianceOfYears } from "./variance-of-years.ts";

/** Years with the standard error and limits of the delta method. They do not add up: sum first, by `over`. */
export type YearsWithLimits = {
  readonly years: "years";
  readonly standardError: "score";
  readonly lower: "limit";
  readonly upper: "limit";
};

export interface YearsLimitsOptions<P extends string> extends DeltaLimitsOptions {
  /** Keys to sum over first, such as `["sex", "age"]`. Default none. */
  readonly over?: readonly P[];
}

/**
 * Years lost with their limits by the delta method, without draws: years of life lost (YLL), potential or working years, or those that go with an
 * exposure.
 *
 * Var(Σ e D) = Σ e² D, deaths D being Poisson counts that happen independently of one another and e, the years of one death, known. e is years ÷ deaths
 * of a row, so a row must be of one band of ages, not of a sum of several. Not the limits of a count of as many years, which are far too narrow. Of fewer
 * than about ten deaths use draws.
 *
 * @param lost    one measure of years, by age and what else
 * @param deaths  one count: the deaths that the years were lost with, by the same keys but risks
 * @param options `over`: default none; `level`: default 0.95; `limits`: `normal` (default) or `log-normal`
 * @returns by the keys not summed over: years, standard error, limits. Without deaths 0 years, standard error 0, and limits `too few events`; missing
 * passes its reason, and makes a sum `incomplete`
 * @throws PopneedsError `unknown-key` without ages or to sum over; `not-additive` of what goes with risks; `years-without-deaths`; `different-keys`;
 * `unmatched-rows`, `one-measure`, `invalid-option`
 *
 * Source: Breslow NE, Day NE. Statistical Methods in Cancer Research II. IARC, 1987, ch. 2 (variance of a weighted sum of counts).
 * Reference: `weightedSumVariance` of `@popneeds/stats`; 4,000 draws, in tests.
 *
 * @example
 * yearsOfLifeLostLimits(yearsOfLifeLost(deaths, reference), deaths, { over: ["sex", "age"] })
 */
export function yearsOfLifeLostLimits<
  KD extends Keys & { readonly age: Age },
  K extends KD,
  P extends keyof K & string = never,
>(
  lost: Table<K, Counts>,
  deaths: Table<KD, Counts>,
  { over = [], ...placing }: YearsLimitsOptions<P> = {},
): Table<Omit<K, P>, YearsWithLimits> {
  const caller = "yearsOfLifeLostLimits";
  const table = lost as unknown as Table;
  const column = onlyMeasure(caller, table, "years");
  refuseUnknown(caller, over, Object.keys(table.keys));
  refuseShared(caller, { keys: table.keys, sharedOver: column.sharedOver ?? [] }, over);
  const variances = varianceOfYears(caller, table, column, deaths as unknown as Table);
  const { group, first, keys } = groupsApartFrom(table, ...over);
  const [years, variance] = [0, 0].map(() => new Array<number | Missing>(first.length).fill(0)) as [
    (number | Missing)[],
    (number | Missing)[],
  ];
  for (let row = 0; row < table.length; row++) {
    const [at, own] = [group[row]!, variances[row]!];
    if (typeof own === "string") years[at] = over.length > 0 ? "incomplete" : own;
    else if (typeof years[at] === "number") {
      years[at] += column.values[row]!;
      variance[at] = (variance[at] as number) + own;
    }
  }
  return createTable({
    keys,
    measures: {
      years: measureColumn("years", years, { absent: column.absent }),
      ...limitsAbout(caller, years, variance, placing),
    },
    issues: [...lost.issues, ...deaths.issues],
    provenance: withStep(
      fromInputs([lost.provenance, deaths.provenance]),
      `${over.length > 0 ? `summed over ${over.join(", ")}; ` : ""}${limitsInWords(placing)}: variance Σ e² D, deaths being Poisson counts and the years of one death known`,
    ),
  }) as unknown as Table<Omit<K, P>, YearsWithLimits>;
}
