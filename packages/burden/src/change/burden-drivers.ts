import {
  type Additive,
  type Age,
  createTable,
  type Exposed,
  fromInputs,
  type Keys,
  type Missing,
  measureColumn,
  type Table,
  withStep,
} from "@popneeds/core";
import { burdenChanges } from "@popneeds/stats";
import { comparedGroups } from "./compared-groups.ts";
import { type Stratum, stratumAt } from "./rate-of-stratum.ts";

/** A burden before and after, and what of its change goes with growth, ageing and rates. */
export type DriverMeasures<E extends Additive> = {
  readonly first: E;
  readonly second: E;
  readonly growth: E;
  readonly ageing: E;
  readonly rate: E;
};

export interface BurdenDriversOptions<C extends string> {
  /** The key in which the two tables differ. Default `period`. */
  readonly compare?: C;
}

/**
 * Why a burden changed, or differs: more people, older people, or other rates at each age, for each area and cause.
 *
 * Burden is N Σ sₐrₐ over sexes and ages, with N people, shares sₐ of them and burden per person rₐ. Each effect is Das Gupta's for a
 * product of three factors, so that growth + ageing + rate = second − first, to rounding (1e-10 of the burden). It is
 * arithmetic, not cause.
 *
 * Effects of causes add up to those of all causes. Effects of areas add up too, but to another split than that of the
 * areas taken together, since people also move between areas: sum those of parts, or take the whole by itself, and say which.
 *
 * Where a stratum has nobody in one of the tables it has no rate there, and takes that of the other: all of its effect is of people.
 * A missing or suppressed figure passes its reason; a group or stratum that one table lacks is `incomplete`; a group with nobody
 * has `no population`.
 *
 * @param before burden (deaths, years lost …) over people or person-years by age, and by sex, area, cause as they are
 * @param after  the same of the other period, area or sex, over the same bands of ages; both over as many years
 * @param options `compare`: default `period`
 * @returns by all keys but age, sex and the key compared; effects above 0 add to the burden
 * @throws PopneedsError `several-compared` when a table has several values of the key compared
 * @throws PopneedsError `different-keys` when the tables are by different keys
 *
 * Source: Das Gupta P. Standardization and Decomposition of Rates: A User's Manual. US Bureau of the Census, P23-186, 1993; as in the Global
 * Burden of Disease studies.
 * Reference: `burdenChange` of `@popneeds/stats`, which agrees with the worked cases to 1e-9.
 *
 * @example
 * burdenDrivers(keep(exposed, { period: earlier }), keep(exposed, { period: later }))
 */
export function burdenDrivers<
  K extends Keys & { readonly age: Age },
  E extends Additive,
  C extends keyof K & string = "period",
>(
  before: Exposed<K, E>,
  after: Exposed<K, E>,
  { compare = "period" as C }: BurdenDriversOptions<C> = {},
): Table<Omit<K, "age" | "sex" | C>, DriverMeasures<E>> {
  const within = ["sex", "age"].filter((name) => name in before.keys && name !== compare);
  const compared = comparedGroups(
    "burdenDrivers",
    before as unknown as Table,
    after as unknown as Table,
    compare,
    within,
  );
  const { groups, strata, rows } = compared;
  const size = groups * strata.length;
  const [p1, r1, p2, r2] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const reasons: (Missing | null)[] = new Array(groups).fill(null);
  for (let i = 0; i < size; i++) {
    const one = stratumAt(before as unknown as Exposed<Keys, Additive>, rows[0][i]!);
    const other = stratumAt(after as unknown as Exposed<Keys, Additive>, rows[1][i]!);
    if (typeof one === "string" || typeof other === "string") {
      reasons[Math.floor(i / strata.length)] ??= typeof one === "string" ? one : (other as Missing);
      continue;
    }
    [p1[i], p2[i]] = [one.people, other.people];
    [r1[i], r2[i]] = [rateOr(one, other), rateOr(other, one)];
  }
  const found = burdenChanges(p1, r1, p2, r2, Math.max(1, strata.length));
  const { kind } = before.measures.events;
  const column = (values: Float64Array) =>
    measureColumn(
      kind,
      Array.from(values, (value, g) => reasons[g] ?? (Number.isNaN(value) ? "no population" : value + 0)),
    );
  return createTable({
    keys: compared.keys,
    measures: {
      first: column(found.first),
      second: column(found.second),
      growth: column(found.size),
      ageing: column(found.structure),
      rate: column(found.rate),
    },
    issues: [...before.issues, ...after.issues],
    provenance: withStep(fromInputs([before.provenance, after.provenance]), said(compared.said, within)),
  }) as unknown as Table<Omit<K, "age" | "sex" | C>, DriverMeasures<E>>;
}

function rateOr(own: Stratum, other: Stratum): number {
  if (!Number.isNaN(own.rate)) return own.rate;
  return Number.isNaN(other.rate) ? 0 : other.rate;
}

function said(compared: string, within: readonly string[]): string {
  return `change split into growth, ageing and rates at each ${within.join(" and ")} (Das Gupta, three factors), ${compared}; the three add up to the change`;
}
