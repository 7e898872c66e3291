import {
  type Age,
  createTable,
  type Exposed,
  fromInputs,
  type Issue,
  type Key,
  type KeyColumn,
  type Keys,
  type Missing,
  measureColumn,
  sourcesOf,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import type { Standard } from "@popneeds/population";
import { directRateRatio } from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { type Estimate, missingEstimate } from "../shared/estimate-rows.ts";
import { addedFigures, figureAt, orMissing } from "../shared/figure.ts";
import { groupIssue } from "../shared/group-issue.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { printLevel, printScale, type RateOptions, requireScale } from "../shared/scale.ts";
import { canBe } from "./can-be.ts";
import { standardWeights } from "./directly.ts";
import { referenceRows } from "./reference-rows.ts";

export interface ComparativeRatioOptions extends RateOptions {
  /** Groups with fewer events have no ratio. Default 10. */
  readonly minimumEvents?: number;
  /** `fay-feuer` (default): recovered from the gamma limits of both rates; `logarithm`: its logarithm taken as normal. */
  readonly limits?: "fay-feuer" | "logarithm";
}

/**
 * The directly standardised rate of each group, divided by that of a reference: the comparative mortality figure, when
 * events are deaths and `per` is 100. The age key is used up.
 *
 * value = (Σ w·e/n) ÷ (Σ w·e′/n′) × per, over ages. All groups have the same weights, so that, unlike indirectly standardised
 * ratios, such figures can be compared with each other as well as with the reference. Rows meet the reference by every key
 * that it has, ages by their bands, never by position.
 *
 * Both rates vary by chance, and are taken as independent: where the group is part of the reference the limits are somewhat
 * too wide; set it against `remainderOf` the reference for a test.
 *
 * @param exposed   events over people or person-years, by age and by any more keys
 * @param reference events over people of the reference, by age and perhaps sex or period, in the same bands
 * @param standard  weights by band; the table's bands must not cut through them
 * @param options   `per`: the ratio of equal rates, default 1; `level`: coverage, default 0.95; `minimumEvents`: default 10;
 * `limits`: see `ComparativeRatioOptions`
 * @returns value and limits in units of `per`, with events and people of the group. Missing as `too few events` below
 * `minimumEvents`; with an issue as `incomplete` when a band has no row in the group or in the reference, as `no population`
 * when nobody lives in a band of either, as `not applicable` when the reference has no events, as `not available` when a count
 * is negative or infinite. Missing or suppressed counts of either pass their reason
 * @throws PopneedsError `unknown-key` when the reference has a key that the table lacks; `bands-differ`; `standard-cut`;
 * `invalid-option`
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987, 2.2; Donner A, Zou GY. Stat
 * Methods Med Res 2012;21:347–59.
 * Reference: R 4.2.2, through `directRateRatio` of `@popneeds/stats`.
 *
 * @example
 * comparativeRatio(over(deaths, people), over(sumOver(deaths, "area"), sumOver(people, "area")), esp2013, { per: 100 })
 */
export function comparativeRatio<K extends Keys & { readonly age: Age }>(
  exposed: Exposed<K>,
  reference: Exposed<{ readonly age: Age }>,
  standard: Standard,
  { per = 1, level = 0.95, minimumEvents = 10, limits = "fay-feuer" }: ComparativeRatioOptions = {},
): Estimates<Omit<K, "age">, "ratio"> {
  requireScale("comparativeRatio", { per, level });
  requireChoice("comparativeRatio", "limits", limits, ["fay-feuer", "logarithm"]);
  const counterpart = referenceRows("comparativeRatio", exposed as unknown as Exposed, reference as unknown as Exposed);
  const weightOf = standardWeights(exposed.keys.age, standard);
  const { names, first, members } = groupsButFor("age", exposed as unknown as Table);
  const bands = exposed.keys.age.values.length;
  const found = new Map<Fault, number[]>();
  const note = (fault: Fault, row: number, reason: Missing): Missing => {
    found.set(fault, [...(found.get(fault) ?? []), row]);
    return reason;
  };

  const results = members.map((rows) => {
    const total = {
      events: addedFigures(rows.map((i) => figureAt(exposed.measures.events, i))),
      population: addedFigures(rows.map((i) => figureAt(exposed.measures.population, i))),
    };
    if (typeof total.events === "string") return { ...total, ...missingEstimate(total.events) };
    if (typeof total.population === "string") return { ...total, ...missingEstimate(total.population) };
    if (rows.length < bands) return { ...total, ...missingEstimate(note("band-missing", rows[0]!, "incomplete")) };
    const met = metBy(rows);
    if (typeof met === "string") return { ...total, ...missingEstimate(met) };
    if (total.events < minimumEvents) return { ...total, ...missingEstimate("too few events") };
    const { own, other, weights, at } = met;
    if (!other.events.some((e) => e > 0)) {
      return { ...total, ...missingEstimate(note("reference-without-events", at, "not applicable")) };
    }
    return { ...total, ...present(directRateRatio(own, other, weights, { per, level, limits })) };
  });

  /** The rows of a group and of the reference that weigh something, side by side, or why they cannot be set so. */
  function metBy(rows: readonly number[]) {
    const own = { events: [] as number[], population: [] as number[] };
    const other = { events: [] as number[], population: [] as number[] };
    const weights: number[] = [];
    for (const row of rows) {
      if (weightOf(row) === 0) continue;
      const at = counterpart(row);
      if (at === undefined) return note("reference-band-missing", row, "incomplete");
      const [e, n] = [figureAt(reference.measures.events, at), figureAt(reference.measures.population, at)];
      if (typeof e === "string") return e;
      if (typeof n === "string") return n;
      if (!canBe(exposed, row)) return note("impossible-count", row, "not available");
      if (!canBe(reference, at)) return note("reference-count-impossible", row, "not available");
      if (exposed.measures.population.values[row] === 0) return note("band-without-people", row, "no population");
      if (n === 0) return note("reference-band-without-people", row, "no population");
      own.events.push(exposed.measures.events.values[row]!);
      own.population.push(exposed.measures.population.values[row]!);
      other.events.push(e);
      other.population.push(n);
      weights.push(weightOf(row));
    }
    return { own, other, weights, at: rows[0]! };
  }

  const keys = takeRows(exposed as unknown as Table, first).keys as Readonly<Record<string, KeyColumn<Key>>>;
  const column = (name: "value" | "lower" | "upper" | "events" | "population") => results.map((result) => result[name]);
  const inputs = [exposed.provenance, reference.provenance, standard.provenance];
  const named = inputs.filter((provenance, i) => i === 0 || sourcesOf(provenance).length > 0);
  const step = [
    `directly standardised to the ${standard.name} (${standard.source}), as a ratio to the reference per ${printScale(per)}`,
    `${printLevel(level)} limits ${limits === "fay-feuer" ? "recovered from those of Fay and Feuer" : "of its logarithm"}`,
    `no ratio below ${minimumEvents} events`,
    `reference met by ${Object.keys(reference.keys).join(", ")}`,
  ].join("; ");
  return createTable({
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    measures: {
      value: measureColumn("ratio", column("value")),
      lower: measureColumn("limit", column("lower")),
      upper: measureColumn("limit", column("upper")),
      events: measureColumn("count", column("events")),
      population: measureColumn(exposed.measures.population.kind, column("population")),
    },
    issues: [
      ...exposed.issues,
      ...reference.issues,
      ...[...found].flatMap(([fault, rows]) => issue(fault, rows, exposed as unknown as Exposed)),
    ],
    provenance: withStep(named.length === 1 ? exposed.provenance : fromInputs(named), step),
  }) as unknown as Estimates<Omit<K, "age">, "ratio">;
}

type Fault = keyof typeof faults;

const faults = {
  "band-missing": "lack a band of ages that others have, and have no ratio",
  "band-without-people": "have a band of ages in which nobody lives, and have no ratio",
  "impossible-count": "have a count that is negative or infinite, and have no ratio",
  "reference-band-missing": "have a band of ages that the reference lacks, and have no ratio",
  "reference-band-without-people": "meet a band of ages in which nobody of the reference lives, and have no ratio",
  "reference-count-impossible": "meet a count of the reference that is negative or infinite, and have no ratio",
  "reference-without-events": "meet a reference without events, and have no ratio",
} as const;

function issue(code: Fault, rows: readonly number[], exposed: Exposed): Issue[] {
  const impossible = code.endsWith("impossible") || code === "impossible-count";
  const fix = impossible ? "Correct the counts." : "Sum both into wider bands first: into(exposed, bands).";
  return groupIssue(exposed, rows, { code, words: faults[code], fix });
}

/** Limits that are not there, as by the logarithm without events, are missing. */
function present({ value, lower, upper }: { value: number; lower: number; upper: number }): Estimate {
  return {
    value,
    lower: orMissing(lower, "too few events"),
    upper: upper === Number.POSITIVE_INFINITY ? "not applicable" : orMissing(upper, "too few events"),
  };
}
