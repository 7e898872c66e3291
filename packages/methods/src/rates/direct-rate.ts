import {
  type Age,
  createTable,
  describeRow,
  type Exposed,
  firstThree,
  fromInputs,
  type Issue,
  type Key,
  type KeyColumn,
  type Keys,
  keyText,
  measureColumn,
  type Provenance,
  sourcesOf,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import { regroupStandard, type Standard } from "@popneeds/population";
import { directRate as rateOf } from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { type Estimate, missingEstimate } from "../shared/estimate-rows.ts";
import { addedFigures, figureAt, orMissing } from "../shared/figure.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";
import { printLevel, printScale, type RateOptions, requireScale } from "../shared/scale.ts";

export interface DirectRateOptions extends RateOptions {
  /** Groups with fewer events have no rate. Default 10. */
  readonly minimumEvents?: number;
}

/**
 * The rate that each group would have if it had the age structure of a standard; the age key is used up.
 *
 * Each age's rate is weighted by the standard, Σ w·e/n ÷ Σ w; Byar's limits of all events are placed around it, scaled by
 * Dobson's variance. Ages meet the standard by band, never by position. Ages that the table leaves out are left out of the
 * standard too, as for a rate under 75. Every key except age remains.
 *
 * @param exposed  events over people or person-years, by age
 * @param standard weights by band; the table's bands must not cut through them
 * @param options  `per`: people that the rate is expressed per, default 100,000; `level`: coverage, default 0.95;
 * `minimumEvents`: default 10
 * @returns value and limits per `per` people, with all events and people of the group. Missing as `too few events` below
 * `minimumEvents`, as `no population` when nobody lives in one of the bands, as `incomplete` when a band has no row; issues
 * say which. Missing or suppressed counts pass their reason
 * @throws PopneedsError `standard-cut` when a band cuts through one of the standard's; `invalid-option`
 *
 * Source: Dobson AJ et al. Stat Med 1991;10:457–62; Breslow NE, Day NE, vol. II, 1987.
 * Reference: `calculate_dsr` of PHEindicatormethods 2.1.0, through `directRate` of `@popneeds/stats`.
 *
 * @example
 * directRate(over(deaths, people), esp2013)
 */
export function directRate<K extends Keys & { readonly age: Age }>(
  exposed: Exposed<K>,
  standard: Standard,
  { per = 100_000, level = 0.95, minimumEvents = 10 }: DirectRateOptions = {},
): Estimates<Omit<K, "age">, "rate"> {
  requireScale("directRate", { per, level });
  const weightOf = weights(exposed.keys.age, standard);
  const { names, first, members } = groupsButFor("age", exposed as unknown as Table);

  const bands = exposed.keys.age.values.length;
  const incomplete: number[] = [];
  const peopleless: number[] = [];
  const results = members.map((rows) => {
    const events = rows.map((i) => figureAt(exposed.measures.events, i));
    const population = rows.map((i) => figureAt(exposed.measures.population, i));
    const total = { events: addedFigures(events), population: addedFigures(population) };
    const estimate = (): Estimate => {
      if (typeof total.events === "string") return missingEstimate(total.events);
      if (typeof total.population === "string") return missingEstimate(total.population);
      if (rows.length < bands) {
        incomplete.push(rows[0]!);
        return missingEstimate("incomplete");
      }
      if (population.some((n, k) => n === 0 && weightOf(rows[k]!) > 0)) {
        peopleless.push(rows[population.indexOf(0)]!);
        return missingEstimate("no population");
      }
      if (total.events < minimumEvents) return missingEstimate("too few events");
      const kept = rows.map((_, k) => k).filter((k) => weightOf(rows[k]!) > 0);
      const { value, lower, upper } = rateOf(
        kept.map((k) => events[k] as number),
        kept.map((k) => population[k] as number),
        kept.map((k) => weightOf(rows[k]!)),
        { per, level },
      );
      return { value, lower: orMissing(lower, "too few events"), upper: orMissing(upper, "too few events") };
    };
    return { ...total, ...estimate() };
  });

  const keys = takeRows(exposed, first).keys as Readonly<Record<string, KeyColumn<Key>>>;
  const column = (name: "value" | "lower" | "upper" | "events" | "population") => results.map((result) => result[name]);
  return createTable({
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    measures: {
      value: measureColumn("rate", column("value")),
      lower: measureColumn("limit", column("lower")),
      upper: measureColumn("limit", column("upper")),
      events: measureColumn("count", column("events")),
      population: measureColumn(exposed.measures.population.kind, column("population")),
    },
    issues: [
      ...exposed.issues,
      ...issue("band-missing", "lack a band of ages that others have", incomplete, exposed),
      ...issue("band-without-people", "have a band of ages in which nobody lives", peopleless, exposed),
    ],
    provenance: standardised(exposed.provenance, standard, exposed.keys.age.values, { per, level, minimumEvents }),
  }) as unknown as Estimates<Omit<K, "age">, "rate">;
}

/** The standard's people in the band of each row. */
function weights({ values, codes }: KeyColumn<Age>, standard: Standard): (row: number) => number {
  if (values.length === 0) return () => 0;
  const regrouped = regroupStandard(standard, values);
  const byBand = new Map(regrouped.bands.map((band, i) => [keyText(band), regrouped.weights[i]!]));
  const ofCode = values.map((age) => byBand.get(keyText(age))!);
  return (row) => ofCode[codes[row]!]!;
}

function issue(code: string, what: string, rows: readonly number[], exposed: Exposed): Issue[] {
  if (rows.length === 0) return [];
  const some = firstThree(rows.map((i) => describeRow(exposed, i))).join("; ");
  return [
    {
      code,
      severity: "warning",
      message: `${rows.length} groups ${what}, and have no standardised rate: ${some}`,
      fix: "Sum into wider bands first: into(exposed, bands).",
    },
  ];
}

function standardised(
  provenance: Provenance,
  standard: Standard,
  ages: readonly Age[],
  { per, level, minimumEvents }: Required<DirectRateOptions>,
): Provenance {
  const bands = [...ages].sort((a, b) => a.from - b.from).map(({ label }) => label);
  const step = [
    `directly standardised to the ${standard.name} (${standard.source}) in ages ${bands.join(", ")}`,
    `per ${printScale(per)}; ${printLevel(level)} limits by Byar and Dobson`,
    `no rate below ${minimumEvents} events`,
  ].join("; ");
  const inputs =
    sourcesOf(standard.provenance).length === 0 ? provenance : fromInputs([provenance, standard.provenance]);
  return withStep(inputs, step);
}
