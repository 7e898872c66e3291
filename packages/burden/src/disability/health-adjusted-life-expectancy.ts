import {
  type Additive,
  type Age,
  atBest,
  createTable,
  type Exposed,
  fromInputs,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { healthyLifeExpectancy, lifeTable } from "@popneeds/stats";
import { matchedRows, refuseAlone } from "../shared/matched-rows.ts";
import { requireBands } from "../shared/require-bands.ts";
import { rowsApartFrom } from "../shared/rows-apart-from.ts";

/** Years expected, and what they are worth in years of full health. */
export type HealthAdjusted = {
  readonly lifeExpectancy: "expectancy";
  readonly healthAdjusted: "expectancy";
  readonly lostToDisability: "expectancy";
};

/**
 * Health-adjusted life expectancy (HALE): years expected, each weighed by the health in which people of its age live.
 *
 * Sullivan's method with h(x) = 1 − years lived with disability ÷ people at each age, over Chiang's life table: Σ L(x)h(x) ÷ l(x), at the first age.
 * Years lived must be of all causes, adjusted for comorbidity (`sharedYearsLived`, summed over causes): weights merely added cost too much.
 * It has no limits here: those of the years lived come from draws.
 *
 * @param deaths     deaths over person-years by age, bands that follow on one another, the last one open, and by sex, area, period as they are
 * @param disability years lived with disability over people, by the same keys
 * @returns by all keys but age, years at the first age. A missing figure makes its group missing for its reason; an open band
 * without deaths `too few events`; nobody in a band `no population`
 * @throws PopneedsError `bands-apart` when bands do not follow on one another or the last is not open; `too-much-disability` when more than a
 * year is lived with disability by a person; `unmatched-rows`, `not-counted-by`
 *
 * Source: Sullivan DF. HSMHA Health Rep 1971;86:347–54; Mathers CD et al. Lancet 2001;357:1685–91.
 * Reference: `healthyLifeExpectancy` of `@popneeds/stats`.
 *
 * @example
 * healthAdjustedLifeExpectancy(over(deaths, people), over(sumOver(lived, "cause"), people))
 */
export function healthAdjustedLifeExpectancy<K extends Keys & { readonly age: Age }>(
  deaths: Exposed<K, Additive>,
  disability: Exposed<K, "years">,
): Table<Omit<K, "age">, HealthAdjusted> {
  const caller = "healthAdjustedLifeExpectancy";
  const [table, other] = [deaths, disability] as unknown as readonly [Table, Table];
  const pairs = matchedRows(caller, table, other);
  refuseAlone(caller, table, pairs, "years lived with disability", "Bring both to common bands of ages.");
  const { keys, rowsOf } = rowsApartFrom(table, "age");
  const ageOf = (row: number): Age => deaths.keys.age.values[deaths.keys.age.codes[row]!]!;
  const figures = rowsOf.map((unsorted): readonly [number, number] | Missing => {
    const rows = unsorted.sort((a, b) => ageOf(a).from - ageOf(b).from);
    requireBands("healthAdjustedLifeExpectancy", rows.map(ageOf), "both tables");
    const [d, p, h]: [number[], number[], number[]] = [[], [], []];
    for (const row of rows) {
      const at = pairs.second[row]!;
      const { events, population } = deaths.measures;
      const { events: lived, population: people } = disability.measures;
      const missing =
        missingAt(events, row) ?? missingAt(population, row) ?? missingAt(lived, at) ?? missingAt(people, at);
      if (missing) return missing;
      if (!(population.values[row]! > 0 && people.values[at]! > 0)) return "no population";
      const rate = lived.values[at]! / people.values[at]!;
      if (rate < 0 || rate > 1) throw tooMuch(ageOf(row).label, rate);
      d.push(events.values[row]!);
      p.push(population.values[row]!);
      h.push(1 - rate);
    }
    if (!(d.at(-1)! > 0)) return "too few events";
    const life = lifeTable(
      d,
      p,
      rows.map((row) => ageOf(row).from),
    );
    const healthy = healthyLifeExpectancy(life, h).expectancy[0]!;
    return Number.isNaN(healthy) ? "not available" : [life.expectancy[0]!, healthy];
  });
  const column = (pick: (life: number, healthy: number) => number) =>
    measureColumn(
      "expectancy",
      figures.map((figure) => (typeof figure === "string" ? figure : pick(...figure))),
    );
  const starts = [...new Set(rowsOf.map((rows) => ageOf(rows[0]!).from))].join(", ");
  return createTable({
    keys,
    measures: {
      lifeExpectancy: column((life) => life),
      healthAdjusted: column((_, healthy) => healthy),
      lostToDisability: column((life, healthy) => life - healthy),
    },
    issues: [...deaths.issues, ...disability.issues],
    provenance: atBest(
      withStep(
        fromInputs([deaths.provenance, disability.provenance]),
        `health-adjusted life expectancy at age ${starts}: Sullivan's method, health at an age being 1 − years lived with disability per person, over Chiang's life table`,
      ),
      "modelled",
    ),
  }) as unknown as Table<Omit<K, "age">, HealthAdjusted>;
}

function tooMuch(age: string, rate: number): PopneedsError {
  return new PopneedsError({
    code: "too-much-disability",
    message: `healthAdjustedLifeExpectancy: years lived with disability must be from 0 to 1 a person; found ${rate} at ages ${age}`,
    fix: "Adjust for comorbidity first with sharedYearsLived, and give people of as many years as the years lived.",
  });
}
