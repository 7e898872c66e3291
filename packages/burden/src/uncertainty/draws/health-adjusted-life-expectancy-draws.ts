import {
  type Additive,
  type Age,
  atBest,
  fromInputs,
  type KeyColumn,
  type Keys,
  type Measures,
  type Missing,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { healthyLifeExpectancy, lifeTable } from "@popneeds/stats";
import { matchedRows, refuseAlone } from "../../shared/matched-rows.ts";
import { onlyMeasure } from "../../shared/only-measure.ts";
import { requireBands } from "../../shared/require-bands.ts";
import { rowsApartFrom } from "../../shared/rows-apart-from.ts";
import { allAsDraws, type Drawn } from "./as-draws.ts";
import { tableOf } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";

export interface HealthAdjustedDrawsOptions {
  /** Which years: those in health (`healthAdjusted`, the default), all (`lifeExpectancy`), or what lies between (`lostToDisability`). */
  readonly figure?: "healthAdjusted" | "lifeExpectancy" | "lostToDisability";
}

/**
 * Draws of health-adjusted life expectancy (HALE): in each draw a life table of its deaths, and Sullivan's method with its years lived.
 *
 * Deaths are best drawn as `gamma`: a Poisson draw may be 0 in the open band, which has then no expectancy. Years lived must be of all causes, adjusted
 * for comorbidity: `sharedYearsLivedDraws`, summed over causes.
 *
 * @param deaths draws by age, bands that follow on one another, the last one open, and by sex, area, period as they are; or a table if known
 * @param lived  draws of years lived with disability, by the same keys; or a table if known
 * @param people one count of people or person-years, known, by the same keys
 * @param options `figure`: default `healthAdjusted`
 * @returns draws of years at the first age, by all keys but age. A missing figure makes its group missing for its reason; an open
 * band without deaths in a draw `too few events`; nobody in a band `no population`
 * @throws PopneedsError `too-much-disability` when in a draw more than a year is lived with disability by a person; `bands-apart`, `unmatched-rows`,
 * `not-counted-by`, `one-measure`, `unequal-draws`, `nothing-drawn`
 *
 * Source: Sullivan DF. HSMHA Health Rep 1971;86:347–54; Mathers CD et al. Lancet 2001;357:1685–91.
 * Reference: `healthAdjustedLifeExpectancy` where nothing varies; Chiang's variance in tests.
 *
 * @example
 * healthAdjustedLifeExpectancyDraws(drawsOf(deaths, "gamma", { seed: 1 }), sumDraws(shared, "cause"), people)
 */
export function healthAdjustedLifeExpectancyDraws<K extends Keys & { readonly age: Age }>(
  deaths: Drawn<K>,
  lived: Drawn<K>,
  people: Table<K, Readonly<Record<string, Additive>>>,
  { figure = "healthAdjusted" }: HealthAdjustedDrawsOptions = {},
): Draws<Omit<K, "age">> {
  const caller = "healthAdjustedLifeExpectancyDraws";
  const [died, ill] = allAsDraws(caller, [deaths, lived] as Drawn[]) as [Draws, Draws];
  const population = people as unknown as Table<Keys, Measures>;
  const count = onlyMeasure(caller, population, "people");
  const table = tableOf(died);
  const [inLived, inPeople] = [tableOf(ill), population].map((other, i) => {
    const pairs = matchedRows(caller, table, other as Table);
    refuseAlone(caller, table, pairs, i === 0 ? "years lived with disability" : "people", "Bring all to common bands.");
    return pairs.second;
  }) as [Int32Array, Int32Array];
  const { keys, first, rowsOf } = rowsApartFrom(table, "age");
  const age = table.keys["age"] as unknown as KeyColumn<Age>;
  const ageOf = (row: number): Age => age.values[age.codes[row]!]!;
  const { draws } = died;
  const values = new Float64Array(first.length * draws).fill(Number.NaN);
  const missing = rowsOf.map((unsorted, at): Missing | null => {
    const rows = unsorted.sort((a, b) => ageOf(a).from - ageOf(b).from);
    requireBands(caller, rows.map(ageOf), "all tables");
    for (const row of rows) {
      const reason = died.missing[row] ?? ill.missing[inLived[row]!] ?? missingAt(count, inPeople[row]!);
      if (reason) return reason;
      if (!(count.values[inPeople[row]!]! > 0)) return "no population";
    }
    const persons = rows.map((row) => count.values[inPeople[row]!]!);
    const starts = rows.map((row) => ageOf(row).from);
    const [d, h] = [new Float64Array(rows.length), new Float64Array(rows.length)];
    for (let draw = 0; draw < draws; draw++) {
      for (const [k, row] of rows.entries()) {
        d[k] = died.values[row * draws + draw]!;
        const rate = ill.values[inLived[row]! * draws + draw]! / persons[k]!;
        if (!(rate >= 0 && rate <= 1)) throw tooMuch(caller, ageOf(row).label, rate, draw);
        h[k] = 1 - rate;
      }
      if (!(d.at(-1)! > 0)) return "too few events";
      const life = lifeTable(d, persons, starts, { levels: [] });
      const all = life.expectancy[0]!;
      const healthy = figure === "lifeExpectancy" ? all : healthyLifeExpectancy(life, h, { levels: [] }).expectancy[0]!;
      values[at * draws + draw] = figure === "lostToDisability" ? all - healthy : healthy;
    }
    return values.subarray(at * draws, (at + 1) * draws).some(Number.isNaN) ? "not available" : null;
  });
  for (const [at, reason] of missing.entries()) if (reason) values.fill(Number.NaN, at * draws, (at + 1) * draws);
  return Object.freeze({
    length: first.length,
    draws,
    keys,
    kind: "expectancy",
    values,
    missing,
    absent: "unknown",
    issues: [...died.issues, ...ill.issues, ...people.issues],
    provenance: atBest(
      withStep(
        fromInputs([died.provenance, ill.provenance, people.provenance]),
        `${inWords[figure]}, draw by draw: Sullivan's method, health at an age being 1 − years lived with disability per person, over Chiang's life table`,
      ),
      "modelled",
    ),
  }) as unknown as Draws<Omit<K, "age">>;
}

const inWords = {
  healthAdjusted: "health-adjusted life expectancy",
  lifeExpectancy: "life expectancy",
  lostToDisability: "years of life expectancy lost to disability",
};

function tooMuch(caller: string, age: string, rate: number, draw: number): PopneedsError {
  return new PopneedsError({
    code: "too-much-disability",
    message: `${caller}: years lived with disability must be from 0 to 1 a person in each draw; found ${rate} at ages ${age} in draw ${draw + 1}`,
    fix: "Adjust for comorbidity first with sharedYearsLivedDraws, and give people of as many years as the years lived.",
  });
}
