import {
  type Additive,
  type Age,
  createTable,
  type Exposed,
  fromInputs,
  groupRows,
  type KeyColumn,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { regroupStandard, type Standard } from "@popneeds/population";
import { groupRate } from "./small-areas/group-rate.ts";

export interface BurdenRateOptions {
  /** Standard population for a rate standardised by age; burden must then be by age. Default none: the crude rate. */
  readonly standard?: Standard;
  /** People that rates are per. Default 100,000. */
  readonly per?: number;
}

/** A rate of years, without limits, and what it was made of. */
export type BurdenRateMeasures<E extends Additive> = {
  readonly value: "rate";
  readonly events: E;
  readonly population: Additive;
};

/**
 * The rate of a burden in years: years lost, lived with disability or both, per head, crude or standardised by age.
 *
 * Crude: Σ years ÷ Σ people × per. Standardised: Σ w(a) years(a) ÷ people(a) ÷ Σ w(a) × per, sexes summed first. Years are no counts, so
 * the limits of `crudeRate` and `directRate` do not hold for them and none are given: those of years come from draws.
 *
 * @param burden  years over people, by age if it is to be standardised, by sex, and by area, period, cause as they are
 * @param options `standard`: default none; `per`: default 100,000
 * @returns a rate for each combination of the keys other than sex and age; 0 where there are no years; missing for the reason of a missing figure, as
 * `no population` where a group, or an age of it under a standard, has nobody, and as `incomplete` where a group lacks an age or a sex that others have
 * @throws PopneedsError `unknown-key` under a standard without ages; `invalid-option` when `per` is not above 0; `standard-cut`
 *
 * Source: as `directRate`: Breslow NE, Day NE. Statistical Methods in Cancer Research II, 1987, chapter 2.
 * Reference: worked by hand in tests; the value of `directRate`, where the burden is deaths.
 *
 * @example
 * burdenRate(over(only(dalys, "years"), people), { standard: esp2013 })
 */
export function burdenRate<K extends Keys, E extends Additive>(
  burden: Exposed<K, E>,
  { standard, per = 100_000 }: BurdenRateOptions = {},
): Table<Omit<K, "sex" | "age">, BurdenRateMeasures<E>> {
  const table = burden as unknown as Table;
  const ages = table.keys["age"] as KeyColumn<Age> | undefined;
  if (!(per > 0 && Number.isFinite(per)))
    throw new PopneedsError({
      code: "invalid-option",
      message: `burdenRate: per must be a number above 0; found ${per}`,
      fix: "Write 100_000, or leave it out.",
    });
  if (standard && !ages)
    throw new PopneedsError({
      code: "unknown-key",
      message: `burdenRate: a standardised rate needs a burden by age; the table has ${Object.keys(table.keys).join(", ") || "no keys"}`,
      fix: "Give years and people by age, or leave the standard out.",
    });
  const regrouped = standard && ages ? regroupStandard(standard, ages.values) : undefined;
  const names = Object.keys(table.keys).filter((name) => name !== "sex" && name !== "age");
  const columnsOf = (wanted: readonly string[]) => wanted.map((name) => table.keys[name] as KeyColumn);
  const { group, first } = groupRows(columnsOf(names), table.length);
  const strata = groupRows(columnsOf(["sex", "age"].filter((name) => name in table.keys)), table.length).first.length;
  const members: number[][] = Array.from(first, () => []);
  for (let row = 0; row < table.length; row++) members[group[row]!]!.push(row);
  const { events, population } = burden.measures;
  const found = members.map((rows) => {
    const whole = rows.length === strata;
    const rate = groupRate(burden as unknown as Exposed<Keys, Additive>, rows, regrouped, null);
    const sum = (of: typeof events | typeof population): number | Missing =>
      rows.reduce<number | Missing>(
        (total, row) => (typeof total === "string" ? total : (missingAt(of, row) ?? total + of.values[row]!)),
        whole ? 0 : "incomplete",
      );
    return {
      value: !whole ? ("incomplete" as const) : typeof rate === "string" ? rate : rate.rate * per,
      events: sum(events),
      population: sum(population),
    };
  });
  const keys = takeRows(table, first).keys;
  const how = standard ? `standardised by age to the ${standard.name} (${standard.source})` : "crude";
  return createTable({
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    measures: {
      value: measureColumn(
        "rate",
        found.map(({ value }) => value),
      ),
      events: measureColumn(
        events.kind,
        found.map(({ events: years }) => years),
      ),
      population: measureColumn(
        population.kind,
        found.map(({ population: people }) => people),
      ),
    },
    issues: burden.issues,
    provenance: withStep(
      fromInputs([burden.provenance, ...(standard ? [standard.provenance] : [])]),
      `rate of years per ${per.toLocaleString("en-GB")} people, ${how}; no limits, for years are no counts`,
    ),
  }) as unknown as Table<Omit<K, "sex" | "age">, BurdenRateMeasures<E>>;
}
