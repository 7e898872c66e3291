import {
  type Additive,
  type Age,
  createTable,
  type Exposed,
  type KeyColumn,
  type Keys,
  keyText,
  type Missing,
  measureColumn,
  PopneedsError,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { standardisedAcross as standardise } from "@popneeds/stats";
import { keyAt } from "./compared-groups.ts";
import { stratumAt } from "./rate-of-stratum.ts";

/** The rate of each population, and as it would be if populations differed in one factor alone. */
export type StandardisedMeasures = {
  readonly rate: "rate";
  readonly structure: "rate";
  readonly rates: "rate";
};

export interface StandardisedAcrossOptions<A extends string> {
  /** The key whose values are the populations. Default `area`; `period` for a series. */
  readonly across?: A;
  /** Rates are for so many people. Default 100,000. */
  readonly per?: number;
}

/**
 * Which part of the differences among several populations goes with their ages, and which with their rates, without contradiction
 * between pairs.
 *
 * Each population gets its own rate, the rate it would have if populations differed in sexes and ages alone (`structure`), and if they differed
 * in the rates at each sex and age alone (`rates`). The differences of the two between any two populations add up to that of their own rates;
 * compared pair by pair they would not agree. The rates are for comparison within the table only.
 *
 * A missing figure in one population makes the group missing for its reason in all, since each is set against each; a stratum that a population
 * lacks is `incomplete`. The time grows with the cube of the populations: meant for some tens.
 *
 * @param exposed events over people by age, sex, and what else; at least two populations
 * @param options `across`: default `area`; `per`: default 100,000
 * @returns by all keys but age and sex
 * @throws PopneedsError `too-few-populations`, `unknown-key`, `invalid-option`
 *
 * Source: Das Gupta P. Standardization and Decomposition of Rates: A User's Manual, 1993, chapter 6.
 * Reference: `standardisedAcross` of `@popneeds/stats`, which adds up to 1e-12.
 *
 * @example
 * standardisedAcross(over(deaths, people), { across: "period" })
 */
export function standardisedAcross<
  K extends Keys & { readonly age: Age },
  E extends Additive,
  A extends keyof K & string = "area",
>(
  exposed: Exposed<K, E>,
  { across = "area" as A, per = 100_000 }: StandardisedAcrossOptions<A> = {},
): Table<Omit<K, "age" | "sex">, StandardisedMeasures> {
  const table = exposed as unknown as Table;
  const populations = table.keys[across]?.values ?? [];
  refuse(table, across, populations.length, per);
  const within = ["sex", "age"].filter((name) => name in table.keys && name !== across);
  const others = Object.keys(table.keys).filter((name) => name !== across && !within.includes(name));
  const groups = new Map<string, { readonly rows: number[][]; readonly first: number[] }>();
  const strata = new Map<string, number>();
  const placed = Array.from({ length: table.length }, (_, row) => {
    const text = within.map((name) => keyText(keyAt(table, name, row))).join("\u0000");
    if (!strata.has(text)) strata.set(text, strata.size);
    return strata.get(text)!;
  });
  const populationOf = table.keys[across]!.codes;
  for (let row = 0; row < table.length; row++) {
    const text = others.map((name) => keyText(keyAt(table, name, row))).join("\u0000");
    let group = groups.get(text);
    if (!group) {
      group = {
        rows: populations.map(() => new Array<number>(strata.size).fill(-1)),
        first: new Array<number>(populations.length).fill(-1),
      };
      groups.set(text, group);
    }
    const population = populationOf[row]!;
    group.rows[population]![placed[row]!] = row;
    if (group.first[population] === -1) group.first[population] = row;
  }
  const taken: number[] = [];
  const figures: (readonly (number | Missing)[])[] = [];
  for (const { rows, first } of groups.values()) {
    const present = populations.map((_, p) => p).filter((p) => first[p] !== -1);
    const found = ratesOf(
      exposed as unknown as Exposed<Keys, Additive>,
      present.map((p) => rows[p]!),
    );
    for (const [i, p] of present.entries()) {
      taken.push(first[p]!);
      figures.push(typeof found === "string" ? [found, found, found] : found[i]!.map((value) => per * value));
    }
  }
  const keys = takeRows(table, taken).keys as Record<string, KeyColumn>;
  const column = (at: number) =>
    measureColumn(
      "rate",
      figures.map((row) => row[at]!),
    );
  return createTable({
    keys: Object.fromEntries([across, ...others].map((name) => [name, keys[name]!])),
    measures: { rate: column(0), structure: column(1), rates: column(2) },
    issues: table.issues,
    provenance: withStep(
      table.provenance,
      `rates per ${per.toLocaleString("en-GB")} of ${populations.length} populations (${across}), and as they would be with only ${within.join(" and ")} differing, or only rates at each (Das Gupta, several populations); for comparison among these alone`,
    ),
  }) as unknown as Table<Omit<K, "age" | "sex">, StandardisedMeasures>;
}

/** Own rate, and standardised rates, of each population of a group. */
function ratesOf(
  exposed: Exposed<Keys, Additive>,
  populations: readonly (readonly number[])[],
): readonly (readonly number[])[] | Missing {
  if (populations.length < 2) return "incomplete";
  const factors: (readonly [Float64Array, Float64Array])[] = [];
  for (const rows of populations) {
    const shares = new Float64Array(rows.length);
    const rates = new Float64Array(rows.length);
    let total = 0;
    for (const [i, row] of rows.entries()) {
      const stratum = stratumAt(exposed, row);
      if (typeof stratum === "string") return stratum;
      if (Number.isNaN(stratum.rate)) return "no population";
      shares[i] = stratum.people;
      rates[i] = stratum.rate;
      total += stratum.people;
    }
    factors.push([shares.map((people) => people / total), rates]);
  }
  const { rates, standardised } = standardise(factors, ([shares, own]) =>
    (shares as Float64Array).reduce((sum, share, i) => sum + share * (own as Float64Array)[i]!, 0),
  );
  return populations.map((_, i) => [rates[i]!, standardised[0]![i]!, standardised[1]![i]!]);
}

function refuse(table: Table, across: string, populations: number, per: number): void {
  for (const key of [across, "age"])
    if (!(key in table.keys))
      throw new PopneedsError({
        code: "unknown-key",
        message: `standardisedAcross: the table needs the key "${key}"; it has ${Object.keys(table.keys).join(", ") || "no keys"}`,
        fix: "Name the key whose values are the populations: across.",
      });
  if (populations < 2)
    throw new PopneedsError({
      code: "too-few-populations",
      message: `standardisedAcross: at least two populations must be compared; found ${populations} of the key "${across}"`,
      fix: 'Give several areas, or name another key: across: "period".',
    });
  if (!(per > 0 && per < Number.POSITIVE_INFINITY))
    throw new PopneedsError({
      code: "invalid-option",
      message: `standardisedAcross: per must be above 0; found ${per}`,
      fix: "Give a number of people, such as 100000.",
    });
}
