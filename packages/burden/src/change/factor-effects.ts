import {
  createTable,
  fromInputs,
  type Keys,
  keyColumn,
  type MeasureColumn,
  type Measures,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { factorEffects as effectsOf } from "@popneeds/stats";
import { comparedGroups } from "./compared-groups.ts";

/** How much of a difference goes with each factor, and the figure that follows from all factors on either side. */
export type FactorEffectMeasures = {
  readonly effect: "score";
  readonly first: "score";
  readonly second: "score";
};

export interface FactorEffectsOptions<C extends string> {
  /** The key in which the two tables differ. Default `period`. */
  readonly compare?: C;
  /** What follows from the factors, for the footnote: `cost`. Default `the product of …`. */
  readonly name?: string;
}

/**
 * How much of a difference goes with each of any number of factors, row by row: people × admissions a head × days × cost a day.
 *
 * The measures of the tables are the factors. The effect of one is the change when it alone goes from the first value to the second, averaged
 * over all states of the others (Das Gupta's effects, which are Shapley's values); effects do not depend on an order and add up to second − first.
 * Without a rule the figure is the product of all measures.
 *
 * A missing factor on either side makes the row missing for its reason; a row that one table lacks is `incomplete`.
 *
 * @param first   factors as measures, 1 to 16, by any keys
 * @param second  the same factors of the other period, area or sex
 * @param rule    what follows from the factors of a row, by name; default their product
 * @param options `compare`: default `period`; `name`
 * @returns by all keys but the one compared, and `factor`: the effect, and `first` and `second` figure in each row
 * @throws PopneedsError `different-factors` when the tables have other measures, or none, or more than 16; `several-compared`,
 * `different-keys`
 *
 * Source: Das Gupta P. Standardization and Decomposition of Rates: A User's Manual, 1993; Shapley LS, 1953.
 * Reference: his example 2.1, in tests.
 *
 * @example
 * factorEffects(keep(stays, { period: earlier }), keep(stays, { period: later }))
 */
export function factorEffects<K extends Keys, M extends Measures, C extends keyof K & string = "period">(
  first: Table<K, M>,
  second: Table<K, M>,
  rule: ((factors: { readonly [P in keyof M]: number }) => number) | null = null,
  { compare = "period" as C, name }: FactorEffectsOptions<C> = {},
): Table<Omit<K, C> & { readonly factor: string }, FactorEffectMeasures> {
  const names = Object.keys(first.measures);
  refuseOthers(names, Object.keys(second.measures));
  const tables = [first, second] as unknown as readonly [Table, Table];
  const compared = comparedGroups("factorEffects", tables[0], tables[1], compare, []);
  const follow = (numbers: readonly number[]) =>
    rule
      ? rule(Object.fromEntries(names.map((factor, i) => [factor, numbers[i]!])) as { readonly [P in keyof M]: number })
      : numbers.reduce((product, number) => product * number, 1);
  const found = Array.from({ length: compared.groups }, (_, g) => {
    const sides = tables.map((table, which) => factorsAt(table, names, compared.rows[which]![g]!));
    const [one, other] = sides as [readonly number[] | Missing, readonly number[] | Missing];
    if (typeof one === "string") return one as Missing;
    if (typeof other === "string") return other as Missing;
    return effectsOf(one, other, (factors) => follow(factors as readonly number[]));
  });
  const groupOf = Int32Array.from({ length: compared.groups * names.length }, (_, i) => Math.floor(i / names.length));
  const column = (pick: (at: Exclude<(typeof found)[number], string>, factor: number) => number) =>
    measureColumn(
      "score",
      Array.from(groupOf, (g, i) => {
        const at = found[g]!;
        return typeof at === "string" ? at : pick(at, i % names.length);
      }),
    );
  const keys = takeRows(
    { ...tables[0], keys: compared.keys, measures: {}, length: compared.groups } as Table,
    groupOf,
  ).keys;
  return createTable({
    keys: { ...keys, factor: keyColumn(Array.from(groupOf, (_, i) => names[i % names.length]!)) },
    measures: {
      effect: column((at, factor) => at.effects[factor]!),
      first: column((at) => at.first),
      second: column((at) => at.second),
    },
    issues: [...first.issues, ...second.issues],
    provenance: withStep(
      fromInputs([first.provenance, second.provenance]),
      `difference of ${name ?? (rule ? "what follows from the factors" : `the product of ${names.join(", ")}`)} put down to ${names.join(", ")} (Das Gupta's effects, which are Shapley's values), ${compared.said}; effects add up to the difference`,
    ),
  }) as unknown as Table<Omit<K, C> & { readonly factor: string }, FactorEffectMeasures>;
}

function factorsAt(table: Table, names: readonly string[], row: number): readonly number[] | Missing {
  if (row === -1) return "incomplete";
  const numbers: number[] = [];
  for (const name of names) {
    const column: MeasureColumn = table.measures[name]!;
    const missing = missingAt(column, row);
    if (missing) return missing;
    numbers.push(column.values[row]!);
  }
  return numbers;
}

function refuseOthers(first: readonly string[], second: readonly string[]): void {
  const same = first.length === second.length && first.every((name) => second.includes(name));
  if (same && first.length >= 1 && first.length <= 16) return;
  throw new PopneedsError({
    code: "different-factors",
    message: `factorEffects: both tables must have the same 1 to 16 factors as measures; found ${first.join(", ") || "none"} and ${second.join(", ") || "none"}`,
    fix: "Keep common measures with only().",
  });
}
