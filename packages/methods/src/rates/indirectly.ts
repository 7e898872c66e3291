import {
  createTable,
  type Exposed,
  fromInputs,
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
import type { Interval } from "@popneeds/stats";
import { expectedEvents } from "@popneeds/stats";
import { type Estimate, missingEstimate } from "../shared/estimate-rows.ts";
import { addedFigures, figureAt } from "../shared/figure.ts";
import { groupIssue } from "../shared/group-issue.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";
import { requireCounts } from "../shared/require-counts.ts";
import { canBe } from "./can-be.ts";
import type { IndirectEstimates } from "./indirect-estimates.ts";
import { referenceRows } from "./reference-rows.ts";

interface Standardised {
  /** Makes the estimate of a group from its events, those expected, and the crude rate of the reference per person. */
  readonly method: (observed: number, expected: number, referenceRate: number) => Interval;
  /** What was done, for the provenance. */
  readonly step: string;
}

/** Standardises every group indirectly; a group that cannot be is missing for a reason, and the others go on. */
export function indirectly<K extends Keys, Kind extends "ratio" | "rate">(
  caller: string,
  exposed: Exposed<K>,
  reference: Exposed<Keys>,
  kind: Kind,
  { method, step }: Standardised,
): IndirectEstimates<Omit<K, "age">, Kind> {
  requireCounts(caller, exposed.measures.events);
  const counterpart = referenceRows(caller, exposed, reference);
  const { names, first, members } = groupsButFor("age", exposed as unknown as Table);

  const bands = (exposed.keys as unknown as Readonly<Record<string, KeyColumn>>)["age"]!.values.length;
  const found = new Map<keyof typeof faults, number[]>();
  const note = (fault: keyof typeof faults, row: number, reason: Missing): Missing => {
    const rows = found.get(fault);
    if (rows) rows.push(row);
    else found.set(fault, [row]);
    return reason;
  };

  const results = members.map((rows) => {
    const { events: observed, population } = exposed.measures;
    const total = {
      events: addedFigures(rows.map((i) => figureAt(observed, i))),
      population: addedFigures(rows.map((i) => figureAt(population, i))),
    };
    const met = expectedOf(rows);
    const estimate = (): Estimate => {
      if (typeof total.events === "string") return missingEstimate(total.events);
      if (typeof met === "string") return missingEstimate(met);
      const astray = rows.find((i) => population.values[i] === 0 && observed.values[i]! > 0);
      if (total.population === 0) return missingEstimate(note("group-without-people", rows[0]!, "no population"));
      if (met.expected === 0) return missingEstimate(note("nothing-expected", rows[0]!, "not applicable"));
      if (astray !== undefined) note("events-without-people", astray, "no population");
      return method(total.events, met.expected, met.rate);
    };
    return { ...total, expected: typeof met === "string" ? met : met.expected, ...estimate() };
  });

  /** What the reference makes one expect in the rows of a group, or why that is not known. */
  function expectedOf(rows: readonly number[]): Missing | { readonly expected: number; readonly rate: number } {
    const people: number[] = [];
    const events: number[] = [];
    const referencePeople: number[] = [];
    const impossible = rows.find((i) => !canBe(exposed, i));
    if (impossible !== undefined) return note("impossible-count", impossible, "not available");
    if (rows.length < bands) return note("band-missing", rows[0]!, "incomplete");
    for (const row of rows) {
      const own = figureAt(exposed.measures.population, row);
      if (typeof own === "string") return own;
      const at = counterpart(row);
      if (at === undefined) return note("reference-band-missing", row, "incomplete");
      if (!canBe(reference, at)) return note("reference-count-impossible", row, "not available");
      const e = figureAt(reference.measures.events, at);
      const n = figureAt(reference.measures.population, at);
      if (typeof e === "string") return e;
      if (typeof n === "string") return n;
      if (n === 0 && own > 0) return note("reference-band-without-people", row, "no population");
      if (n === 0) continue;
      people.push(own);
      events.push(e);
      referencePeople.push(n);
    }
    if (people.length === 0) return note("group-without-people", rows[0]!, "no population");
    return { expected: expectedEvents(people, events, referencePeople), rate: sum(events) / sum(referencePeople) };
  }

  const keys = takeRows(exposed, first).keys as Readonly<Record<string, KeyColumn<Key>>>;
  const column = (name: "value" | "lower" | "upper" | "events" | "expected" | "population") =>
    results.map((result) => result[name]);
  const inputs =
    sourcesOf(reference.provenance).length === 0
      ? exposed.provenance
      : fromInputs([exposed.provenance, reference.provenance]);
  return createTable({
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    measures: {
      value: measureColumn(kind, column("value")),
      lower: measureColumn("limit", column("lower")),
      upper: measureColumn("limit", column("upper")),
      events: measureColumn("count", column("events")),
      expected: measureColumn("count", column("expected")),
      population: measureColumn(exposed.measures.population.kind, column("population")),
    },
    issues: [
      ...exposed.issues,
      ...reference.issues,
      ...[...found].flatMap(([code, rows]) =>
        groupIssue(exposed as unknown as Table, rows, {
          code,
          words: faults[code],
          fix: "Sum both into the same, wider bands first: into(exposed, bands).",
        }),
      ),
    ],
    provenance: withStep(inputs, `${step}; reference met by ${Object.keys(reference.keys).join(", ")}`),
  }) as unknown as IndirectEstimates<Omit<K, "age">, Kind>;
}

const faults = {
  "band-missing": "lack a band of ages that others have, and are not standardised",
  "events-without-people": "have events in a band of ages in which nobody lives; the events are counted",
  "group-without-people": "have no people, and are not standardised",
  "impossible-count": "have a count that is negative or infinite, and are not standardised",
  "nothing-expected": "have no events expected, and are not standardised",
  "reference-band-missing": "have a band of ages that the reference lacks, and are not standardised",
  "reference-band-without-people":
    "have people in a band of ages in which the reference has none, and are not standardised",
  "reference-count-impossible": "meet a count of the reference that is negative or infinite, and are not standardised",
} as const;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
