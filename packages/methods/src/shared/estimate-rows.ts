import {
  type Additive,
  createTable,
  type Derived,
  describeRow,
  type Exposed,
  firstThree,
  type Issue,
  type Keys,
  type Missing,
  measureColumn,
  type Provenance,
} from "@popneeds/core";
import type { Estimates } from "./estimate.ts";
import { type Figure, figureAt } from "./figure.ts";

/** What a method makes of the events and the population of one row. */
export interface Estimate {
  readonly value: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
}

/** The estimate that is not there, for a reason. */
export function missingEstimate(reason: Missing): Estimate {
  return { value: reason, lower: reason, upper: reason };
}

/**
 * Applies a method to every row of events over people. A row whose events or people are missing is missing for their
 * reason; one without people is missing as `no population`, and an issue says how many had events all the same.
 */
export function estimateRows<K extends Keys, Kind extends Derived, E extends Additive>(
  exposed: Exposed<K, E>,
  kind: Kind,
  method: (events: number, population: number, row: number) => Estimate,
  provenance: Provenance,
): Estimates<K, Kind, E> {
  const { events, population } = exposed.measures;
  const rows: Estimate[] = [];
  const peopleless: number[] = [];
  for (let i = 0; i < exposed.length; i++) {
    const [e, n] = [figureAt(events, i), figureAt(population, i)];
    if (n === 0 && typeof e === "number" && e > 0) peopleless.push(i);
    if (typeof e === "string") rows.push(missingEstimate(e));
    else if (typeof n === "string") rows.push(missingEstimate(n));
    else rows.push(n > 0 ? method(e, n, i) : missingEstimate("no population"));
  }
  return createTable<K, { value: Kind; lower: "limit"; upper: "limit"; events: E; population: typeof population.kind }>(
    {
      keys: exposed.keys,
      measures: {
        value: measureColumn(
          kind,
          rows.map(({ value }) => value),
        ),
        lower: measureColumn(
          "limit",
          rows.map(({ lower }) => lower),
        ),
        upper: measureColumn(
          "limit",
          rows.map(({ upper }) => upper),
        ),
        events,
        population,
      },
      issues: [...exposed.issues, ...withoutPeople(exposed, peopleless)],
      provenance,
    },
  );
}

function withoutPeople(exposed: Exposed<Keys, Additive>, rows: readonly number[]): Issue[] {
  if (rows.length === 0) return [];
  const some = firstThree(rows.map((i) => describeRow(exposed, i))).join("; ");
  return [
    {
      code: "events-without-people",
      severity: "warning",
      message: `${rows.length} of ${exposed.length} groups have events but no people, and no estimate: ${some}`,
      fix: "Use wider bands or larger areas, or look for the people.",
    },
  ];
}
