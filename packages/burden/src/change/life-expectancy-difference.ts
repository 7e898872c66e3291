import {
  type Age,
  createTable,
  type Exposed,
  fromInputs,
  type Key,
  type KeyColumn,
  type Keys,
  keyColumn,
  keyText,
  type Missing,
  measureColumn,
  missingAt,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import {
  type LifeExpectancyChange,
  type LifeExpectancyChangeMethod,
  type LifeTable,
  type LifeTableOptions,
  lifeExpectancyChange,
  lifeTable,
} from "@popneeds/stats";
import { checkedOptions } from "../shared/checked-options.ts";
import { requireBands } from "../shared/require-bands.ts";
import { comparedGroups } from "./compared-groups.ts";

export interface LifeExpectancyDifferenceOptions<C extends string> {
  /** How years are put down to ages. Default `symmetric`, the mean of Arriaga's decomposition forwards and backwards. */
  readonly method?: LifeExpectancyChangeMethod;
  /** The key in which the two tables differ. Default `period`; `sex`, or `area` for an area against the rest. */
  readonly compare?: C;
  /** The key that splits deaths by cause, if the tables have it. Default `cause`. */
  readonly causes?: string;
  /** Where in a band people die: see `LifeTableOptions` of `@popneeds/stats`. */
  readonly separation?: LifeTableOptions["separation"];
}

/** Life expectancies of both tables, and the years that go with each age and cause. */
export interface LifeExpectancyDifference<K extends Keys, C extends string> {
  /** By every key but age, cause and the key compared: years at the first age, and what a method leaves unexplained. */
  readonly expectancies: Table<
    Omit<K, "age" | "cause" | C>,
    {
      readonly first: "expectancy";
      readonly second: "expectancy";
      readonly difference: "expectancy";
      readonly residual: "expectancy";
    }
  >;
  /** Years by age, and by cause where deaths are; they add up over both. */
  readonly contributions: Table<Omit<K, C>, { readonly years: "years" }>;
}

/**
 * What each age and cause of death contributes to a difference of life expectancy: between two periods, two sexes, an area and the
 * rest.
 *
 * Deaths over people make two period life tables for each group (Chiang's, as `lifeTable`), and their difference is put down to
 * ages by the method named, symmetric Arriaga by default, and within an age to causes as their rates differ. Deaths of causes must
 * together be all deaths. Years are above 0 where the second table gains; they add up over ages and causes to the difference, but for
 * the residual. It is arithmetic, not cause.
 *
 * A missing figure makes its group missing for its reason; a band that a table lacks `incomplete`; nobody in a band `no population`;
 * an open band without deaths, which has no life expectancy, `too few events`.
 *
 * @param first  deaths over person-years by age, the last band open, and by what else: area, sex, cause
 * @param second the same of the other period, sex or area
 * @param options `method`, `compare`, `causes`, `separation`
 * @returns two tables: life expectancies, and contributions by age (and cause)
 * @throws PopneedsError `several-compared`, `different-keys` as `burdenDrivers`; `invalid-option`; `bands-apart` when bands do not follow on one another or the last is not
 * open
 *
 * Source: Arriaga EE. Demography 1984;21:83–96; Ponnapalli KM. Demogr Res 2005;12:141–72.
 * Reference: `lifeExpectancyChange` of `@popneeds/stats`, which agrees with LEdecomp and DemoDecomp (R) to 1e-7.
 *
 * @example
 * lifeExpectancyDifference(over(keep(deaths, { sex: "male" }), men), over(keep(deaths, { sex: "female" }), women), { compare: "sex" })
 */
export function lifeExpectancyDifference<K extends Keys & { readonly age: Age }, C extends keyof K & string = "period">(
  first: Exposed<K>,
  second: Exposed<K>,
  {
    method = "symmetric",
    compare = "period" as C,
    causes = "cause",
    separation,
  }: LifeExpectancyDifferenceOptions<C> = {},
): LifeExpectancyDifference<K, C> {
  const split = causes in first.keys && causes !== compare;
  const within = split ? [causes, "age"] : ["age"];
  const tables = [first, second] as unknown as readonly [Table, Table];
  const compared = comparedGroups("lifeExpectancyDifference", tables[0], tables[1], compare, within);
  const { groups, strata, rows } = compared;
  const ages = distinct(strata.map((keys) => keys.at(-1)!)) as readonly Age[];
  const causeKeys = split ? distinct(strata.map((keys) => keys[0]!)) : [];
  requireBands("lifeExpectancyDifference", ages, "deaths and people");
  const cells = strata.map((keys) => ({
    age: ages.findIndex((age) => keyText(age) === keyText(keys.at(-1)!)),
    cause: split ? causeKeys.findIndex((cause) => keyText(cause) === keyText(keys[0]!)) : 0,
  }));
  const found = Array.from({ length: groups }, (_, g): LifeExpectancyChange | Missing => {
    const sides = [first, second].map((exposed, which) =>
      sideOf(
        exposed as unknown as Exposed,
        rows[which]!.subarray(g * strata.length, (g + 1) * strata.length),
        cells,
        ages,
        Math.max(1, causeKeys.length),
        separation,
      ),
    );
    const [one, other] = sides as [Side | Missing, Side | Missing];
    if (typeof one === "string") return one;
    if (typeof other === "string") return other;
    return changeOf(one, other, method, split);
  });
  const groupOf = Int32Array.from({ length: groups * strata.length }, (_, i) => Math.floor(i / strata.length));
  const issues = [...first.issues, ...second.issues];
  const provenance = withStep(
    fromInputs([first.provenance, second.provenance]),
    `difference of life expectancy at ${ages[0]?.from ?? 0} put down to ages${split ? ` and ${causes}s` : ""} by the ${methodNames[method]} method, ${compared.said}; Chiang's life tables of ages ${ages[0]?.label ?? "none"} to ${ages.at(-1)?.label ?? "none"}; above 0 where the second gains`,
  );
  const expectancy = (pick: (change: LifeExpectancyChange) => number) =>
    measureColumn(
      "expectancy",
      found.map((change) => (typeof change === "string" ? change : pick(change))),
    );
  const spread = takeRows({ ...tables[0], keys: compared.keys, measures: {}, length: groups } as Table, groupOf).keys;
  return {
    expectancies: createTable({
      keys: compared.keys,
      measures: {
        first: expectancy((change) => change.first),
        second: expectancy((change) => change.second),
        difference: expectancy((change) => change.second - change.first),
        residual: expectancy((change) => change.residual),
      },
      issues,
      provenance,
    }) as unknown as LifeExpectancyDifference<K, C>["expectancies"],
    contributions: createTable({
      keys: {
        ...spread,
        ...Object.fromEntries(
          within.map((name, k) => [name, keyColumn(Array.from(groupOf, (_, i) => strata[i % strata.length]![k]!))]),
        ),
      } as Record<string, KeyColumn>,
      measures: {
        years: measureColumn(
          "years",
          Array.from(groupOf, (g, i) => {
            const change = found[g]!;
            if (typeof change === "string") return change;
            const { age, cause } = cells[i % strata.length]!;
            return split ? change.byCause[cause]![age]! : change.byAge[age]!;
          }),
        ),
      },
      issues,
      provenance,
    }) as unknown as LifeExpectancyDifference<K, C>["contributions"],
  };
}

const methodNames: Readonly<Record<LifeExpectancyChangeMethod, string>> = {
  andreev: "Andreev (forwards; the numbers of Arriaga)",
  arriaga: "Arriaga (forwards)",
  chandrasekaran: "Chandrasekaran (II and III; the numbers of symmetric Arriaga)",
  "line integral": "line integral (Horiuchi)",
  pollard: "Pollard",
  stepwise: "stepwise (Andreev, Shkolnikov and Begun)",
  symmetric: "symmetric Arriaga",
};

interface Side {
  readonly table: LifeTable;
  readonly causes: readonly Float64Array[];
}

function sideOf(
  exposed: Exposed,
  rows: Int32Array,
  cells: readonly { readonly age: number; readonly cause: number }[],
  ages: readonly Age[],
  causes: number,
  separation: LifeTableOptions["separation"],
): Side | Missing {
  const { events, population } = exposed.measures;
  const deaths = new Float64Array(ages.length);
  const people = new Float64Array(ages.length).fill(Number.NaN);
  const rates = Array.from({ length: causes }, () => new Float64Array(ages.length));
  for (const [i, { age, cause }] of cells.entries()) {
    const row = rows[i]!;
    if (row === -1) return "incomplete";
    const missing = missingAt(events, row) ?? missingAt(population, row);
    if (missing) return missing;
    if (!(population.values[row]! > 0)) return "no population";
    deaths[age]! += events.values[row]!;
    people[age] = population.values[row]!;
    rates[cause]![age] = events.values[row]! / population.values[row]!;
  }
  if (deaths.at(-1) === 0) return "too few events";
  const starts = ages.map(({ from }) => from);
  return {
    table: checkedOptions("lifeExpectancyDifference", () =>
      lifeTable(deaths, people, starts, separation === undefined ? {} : { separation }),
    ),
    causes: rates,
  };
}

function changeOf(
  one: Side,
  other: Side,
  method: LifeExpectancyChangeMethod,
  split: boolean,
): LifeExpectancyChange | Missing {
  const change = checkedOptions("lifeExpectancyDifference", () =>
    lifeExpectancyChange(
      one.table,
      other.table,
      split ? { method, causes: { first: one.causes, second: other.causes } } : { method },
    ),
  );
  return Number.isNaN(change.residual) ? "not available" : change;
}

function distinct(keys: readonly Key[]): readonly Key[] {
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}
