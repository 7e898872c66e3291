import {
  type Additive,
  type Age,
  type Counts,
  createTable,
  type Exposed,
  fromInputs,
  groupRows,
  type KeyColumn,
  type Keys,
  type Missing,
  missingAt,
  type Table,
  withStep,
} from "@popneeds/core";
import { regroupStandard } from "@popneeds/population";
import { weightedSumVariance } from "@popneeds/stats";
import { type BurdenRateMeasures, type BurdenRateOptions, burdenRate } from "../../burden-rate.ts";
import { type DeltaLimitsOptions, limitsAbout, limitsInWords } from "./limits-about.ts";
import { varianceOfYears } from "./variance-of-years.ts";

export interface BurdenRateLimitsOptions extends BurdenRateOptions, DeltaLimitsOptions {}

/** A rate of years with its standard error and limits, and what it was made of. */
export type BurdenRateLimitsMeasures = BurdenRateMeasures<"years"> & {
  readonly standardError: "score";
  readonly lower: "limit";
  readonly upper: "limit";
};

/**
 * The rate of years lost per head, crude or standardised by age, with limits by the delta method: what `directRate` is for deaths.
 *
 * Standardised: Σ w e D ÷ P ÷ Σ w, with the variance Σ (w e ÷ P)² D ÷ (Σ w)²; crude: Σ e D ÷ Σ P with Σ e² D ÷ (Σ P)². e = years ÷ deaths of a row,
 * known; deaths D are Poisson counts; sexes are summed within an age. The limits of `directRate` would be those of as many events as there are years.
 *
 * @param lost    years lost over people, by age, by sex, and by area, period, cause as they are
 * @param deaths  one count: the deaths that the years were lost with, by the same keys
 * @param options `standard`: default none, the crude rate; `per`: default 100,000; `level`: default 0.95; `limits`: `normal` (default) or `log-normal`
 * @returns as `burdenRate`, with standard error and limits; without deaths 0, standard error 0, and limits `too few events`
 * @throws PopneedsError as `burdenRate`; `unknown-key` without ages; `years-without-deaths`; `unmatched-rows`, `different-keys`, `one-measure`,
 * `invalid-option`
 *
 * Source: Breslow NE, Day NE. Statistical Methods in Cancer Research II. IARC, 1987, ch. 2.
 * Reference: worked by hand; `weightedSumVariance` of `@popneeds/stats`; draws, in tests.
 *
 * @example
 * burdenRateLimits(over(yearsOfLifeLost(deaths, reference), people), deaths, { standard: esp2013 })
 */
export function burdenRateLimits<K extends Keys & { readonly age: Age }>(
  lost: Exposed<K, "years">,
  deaths: Table<K, Counts>,
  { standard, per = 100_000, ...placing }: BurdenRateLimitsOptions = {},
): Table<Omit<K, "sex" | "age">, BurdenRateLimitsMeasures> {
  const caller = "burdenRateLimits";
  const table = lost as unknown as Table;
  const { events, population } = table.measures as unknown as Exposed<Keys, Additive>["measures"];
  const ofRows = varianceOfYears(caller, table, events, deaths as unknown as Table);
  const rate = burdenRate(lost, { ...(standard ? { standard } : {}), per });
  const ages = table.keys["age"] as unknown as KeyColumn<Age>;
  const regrouped = standard && regroupStandard(standard, ages.values);
  const bandOf = ages.values.map(({ from }) => regrouped?.bands.findIndex((band) => band.from === from) ?? 0);
  const { group, first } = groupRows(
    Object.keys(rate.keys).map((name) => table.keys[name] as KeyColumn),
    table.length,
  );
  const weights = regrouped?.weights ?? [1];
  const bands = weights.length;
  const [variance, people] = [new Float64Array(first.length * bands), new Float64Array(first.length * bands)];
  for (let row = 0; row < table.length; row++) {
    const at = group[row]! * bands + bandOf[ages.codes[row]!]!;
    variance[at]! += Number(ofRows[row]);
    people[at]! += population.values[row]!;
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const { value } = rate.measures;
  const values = Array.from(first, (_, at): number | Missing => missingAt(value, at) ?? value.values[at]!);
  const variances = values.map((figure, at): number | Missing => {
    if (typeof figure === "string") return figure;
    const of = (column: Float64Array) => column.subarray(at * bands, (at + 1) * bands);
    const factors = Array.from(of(people), (n, band) => (per * weights[band]!) / n / sum);
    return weightedSumVariance(of(variance), factors);
  });
  return createTable({
    keys: rate.keys,
    measures: { ...rate.measures, ...limitsAbout(caller, values, variances, placing) },
    issues: [...rate.issues, ...deaths.issues],
    provenance: withStep(
      fromInputs([lost.provenance, deaths.provenance, ...(standard ? [standard.provenance] : [])]),
      `rate of years lost per ${per.toLocaleString("en-GB")} people, ${standard ? `standardised by age to the ${standard.name} (${standard.source})` : "crude"}; ${limitsInWords(placing)}: variance Σ (w e ÷ P)² D, deaths D being Poisson counts and the years e of one death known`,
    ),
  }) as unknown as Table<Omit<K, "sex" | "age">, BurdenRateLimitsMeasures>;
}
