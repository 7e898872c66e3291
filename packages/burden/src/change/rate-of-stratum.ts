import { type Additive, type Exposed, type Keys, type Missing, missingAt } from "@popneeds/core";

/** The people of a stratum and their burden per person, in one of two tables. */
export interface Stratum {
  readonly people: number;
  /** NaN where nobody lives and nothing happened. */
  readonly rate: number;
}

/** People and rate of a row; the reason why there is none. */
export function stratumAt(exposed: Exposed<Keys, Additive>, row: number): Stratum | Missing {
  if (row === -1) return "incomplete";
  const { events, population } = exposed.measures;
  const missing = missingAt(events, row) ?? missingAt(population, row);
  if (missing) return missing;
  const [e, people] = [events.values[row]!, population.values[row]!];
  if (people > 0) return { people, rate: e / people };
  return e === 0 ? { people: 0, rate: Number.NaN } : "no population";
}
