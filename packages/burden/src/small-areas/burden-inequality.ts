import {
  type Additive,
  type Age,
  type Counts,
  createTable,
  type Derived,
  type Exposed,
  fromInputs,
  groupRows,
  type KeyColumn,
  type Keys,
  keyLabel,
  type MeasureColumn,
  type MeasureKind,
  type Missing,
  measureColumn,
  PopneedsError,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { regroupStandard, type Standard } from "@popneeds/population";
import { populationAttributableRisk, slopeIndex } from "@popneeds/stats";
import { deathsByKeys, type GroupRate, groupRate } from "./group-rate.ts";

export interface BurdenInequalityOptions<By extends string = string> {
  /** The key of the groups, such as deprivation fifths. */
  readonly by: By;
  /** Groups from most to least deprived. Default: their numbers, rising. */
  readonly order?: readonly string[];
  /** Standard population for rates standardised by age; burden must be by age. Default none: crude rates. */
  readonly standard?: Standard;
  /** The deaths that the years were lost with, by the same keys; without them there are no limits. */
  readonly deaths?: Table<Keys, Counts>;
  /** People that rates are per. Default 100 000. */
  readonly per?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** Inequality of burden, each index by its name, with limits of the fatal part. */
export type BurdenInequalityMeasures<E extends Additive> = {
  /** The slope index (SII): the line at the most deprived end less that at the least deprived. */
  readonly slope: "rate";
  readonly slopeLower: "limit";
  readonly slopeUpper: "limit";
  /** The relative index as SII ÷ mean, as national burden studies print it: half of it is how far the most deprived end lies above the mean. */
  readonly slopeOverMean: "ratio";
  readonly slopeOverMeanLower: "limit";
  readonly slopeOverMeanUpper: "limit";
  /** The relative index as the line at the most deprived end ÷ the line at the least deprived. */
  readonly ratioOfEnds: "ratio";
  readonly ratioOfEndsLower: "limit";
  readonly ratioOfEndsUpper: "limit";
  /** Per cent of the burden that would go if all had the rate of the least deprived group. */
  readonly attributableShare: "percentage";
  readonly attributableShareLower: "limit";
  readonly attributableShareUpper: "limit";
  /** That burden itself; of crude rates only. */
  readonly attributable: E;
};

/**
 * How unequal a burden is over deprivation groups, and how much of it goes with deprivation.
 *
 * Slope: weighted line through the groups' rates r at the middles of their ranks. attributable = Σ P (r − r of the least deprived) ÷ Σ P r. r is crude, or
 * Σ w r(age) ÷ Σ w by a standard. Limits are of the fatal part: variance of years lost = Σ years² ÷ deaths, the deaths being Poisson; never the limits of a count
 * on years. They are given only with `deaths`, and hold if the burden is the years lost with these deaths and nothing else.
 *
 * @param burden  years over people by group, and by age where a standard is given; sexes are summed
 * @param options `by`, `order`, `standard`, `deaths`, `per`, `level`
 * @returns a row for each combination of the other keys, such as area, period and cause; missing as `incomplete` where a group lacks, for the reason of
 * a missing figure, as `no population` where a group, or an age of it under a standard, has nobody. A share of no burden, and a ratio to 0, are `not applicable`
 * @throws PopneedsError `unknown-key` without the key of the groups or, under a standard, ages; `order-needed` when groups are no numbers; `order-incomplete`;
 * `too-few-groups` below three; `different-keys` of deaths; `invalid-option`; `standard-cut`
 *
 * Source: Low A, Low A. J Public Health 2004;26:388–95; Mackenbach JP, Kunst AE. Soc Sci Med 1997;44:757–71.
 * Reference: worked by hand in tests; `slopeIndex` and `populationAttributableRisk` of `@popneeds/stats`.
 *
 * @example
 * burdenInequality(over(yearsLost, people), { by: "fifth", standard: esp2013, deaths })
 */
export function burdenInequality<K extends Keys, E extends Additive, By extends keyof K & string>(
  burden: Exposed<K, E>,
  options: BurdenInequalityOptions<By>,
): Table<Omit<K, By | "sex" | "age">, BurdenInequalityMeasures<E>> {
  const { by, per = 100_000, level = 0.95 } = options;
  if (!(per > 0 && Number.isFinite(per)) || !(level > 0 && level < 1))
    throw new PopneedsError({
      code: "invalid-option",
      message: `burdenInequality: per must be above 0 and level between 0 and 1; found ${per}, ${level}`,
      fix: "Give per such as 100000 and a level such as 0.95.",
    });
  const table = burden as unknown as Table;
  for (const name of [by, ...(options.standard ? ["age"] : [])])
    if (!(name in table.keys))
      throw new PopneedsError({
        code: "unknown-key",
        message: `burdenInequality: the burden must be by "${name}"; it is by ${Object.keys(table.keys).join(", ")}`,
        fix: "Give a burden that still has this key.",
      });
  const order = orderOf(table.keys[by]!, options);
  const ages = table.keys["age"] as KeyColumn<Age> | undefined;
  const standard = options.standard && ages ? regroupStandard(options.standard, ages.values) : undefined;
  const others = Object.keys(table.keys).filter((name) => ![by, "sex", "age"].includes(name));
  const combinations = groupRows(
    others.map((name) => table.keys[name] as KeyColumn),
    table.length,
  );
  const members: number[][] = Array.from(combinations.first, () => []);
  for (let row = 0; row < table.length; row++) members[combinations.group[row]!]!.push(row);
  const deathsAt = options.deaths ? deathsByKeys(table, options.deaths) : null;
  const place = new Map(order.map((label, i) => [label, i]));
  const { codes, values } = table.keys[by]!;
  const found = members.map((rows) => {
    const own = order.map((): number[] => []);
    for (const row of rows) own[place.get(keyLabel(values[codes[row]!]!))!]!.push(row);
    return indicesOf(
      own.map((of) => groupRate(burden as unknown as Exposed<Keys, Additive>, of, standard, deathsAt)),
      { per, level, crude: standard === undefined },
    );
  });
  const column = <Kind extends MeasureKind>(kind: Kind, at: number) =>
    measureColumn(
      kind,
      found.map((row): number | Missing => (typeof row === "string" ? row : orNot(row[at]!))),
    );
  const derived = ["slope", "slopeOverMean", "ratioOfEnds", "attributableShare"] as const;
  const kinds: readonly Derived[] = ["rate", "ratio", "ratio", "percentage"];
  const measures = Object.fromEntries(
    derived.flatMap((name, i): [string, MeasureColumn][] => [
      [name, column(kinds[i]!, 3 * i)],
      [`${name}Lower`, column("limit", 3 * i + 1)],
      [`${name}Upper`, column("limit", 3 * i + 2)],
    ]),
  );
  return createTable({
    keys: Object.fromEntries(others.map((name) => [name, takeRows(table, combinations.first).keys[name]!])),
    measures: { ...measures, attributable: column(burden.measures.events.kind, 12) },
    issues: burden.issues,
    provenance: withStep(
      options.deaths ? fromInputs([burden.provenance, options.deaths.provenance]) : burden.provenance,
      `inequality of burden over ${by} ${order.join(", ")}, most deprived first, by ${options.standard ? `rates standardised to the ${options.standard.name}` : "crude rates"} per ${per}: slope index, slope ÷ mean, ratio of the line's ends, and the part that would go at the rate of ${by} ${order.at(-1)}; ${options.deaths ? `${Number((level * 100).toPrecision(12))}% limits, of the fatal part only` : "no limits, without deaths"}`,
    ),
  }) as unknown as Table<Omit<K, By | "sex" | "age">, BurdenInequalityMeasures<E>>;
}

function indicesOf(
  groups: readonly (GroupRate | Missing)[],
  { per, level, crude }: { readonly per: number; readonly level: number; readonly crude: boolean },
): readonly number[] | Missing {
  const missing = groups.find((group) => typeof group === "string");
  if (typeof missing === "string") return missing;
  const known = groups as readonly GroupRate[];
  const [rates, people] = [known.map(({ rate }) => rate), known.map(({ people }) => people)];
  const standardErrors = known.map(({ error }) => error);
  const withErrors = standardErrors.every((error) => !Number.isNaN(error));
  const slope = slopeIndex(rates, people, withErrors ? { standardErrors, scale: "linear" } : null, {
    direction: "first minus last",
    per,
    level,
  });
  const risk = populationAttributableRisk(rates, people, { level, ...(withErrors ? { standardErrors } : {}) });
  return [
    ...[slope.absolute, slope.relativeToMean, slope.ratio].flatMap(({ value, lower, upper }) => [value, lower, upper]),
    ...[risk.share.value, risk.share.lower, risk.share.upper].map((share) => 100 * share),
    crude ? risk.events.value : Number.NaN,
  ];
}

function orNot(figure: number): number | Missing {
  // No difference of none is 0, not −0.
  return Number.isFinite(figure) ? figure + 0 : "not applicable";
}

function orderOf({ values }: KeyColumn, { by, order }: BurdenInequalityOptions): readonly string[] {
  const labels = values.map(keyLabel);
  if (!order && labels.some((label) => label.trim() === "" || !Number.isFinite(Number(label))))
    throw new PopneedsError({
      code: "order-needed",
      message: `burdenInequality: groups must be numbers or be put in order; "${by}" has ${labels.slice(0, 3).join(", ")}`,
      fix: "Give order, most deprived first.",
    });
  const chosen = order ?? [...labels].sort((a, b) => Number(a) - Number(b));
  const astray = labels.filter((label) => !chosen.includes(label));
  if (astray.length > 0 || new Set(chosen).size !== chosen.length)
    throw new PopneedsError({
      code: "order-incomplete",
      message: `burdenInequality: order must have every group once; it has ${chosen.join(", ")}, and lacks ${astray.join(", ") || "none"}`,
      fix: "Name every group of the table, once.",
    });
  if (chosen.length < 3 && values.length > 0)
    throw new PopneedsError({
      code: "too-few-groups",
      message: `burdenInequality: a line needs three groups or more; found ${chosen.length}`,
      fix: "Use fifths or tenths.",
    });
  return chosen;
}
