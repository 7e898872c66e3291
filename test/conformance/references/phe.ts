import {
  crudeRate,
  directRate,
  directRateOfRepeatedEvents,
  exactPoissonLimits,
  type Interval,
  poissonLimits,
  proportion,
} from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { NotImplemented } from "../not-implemented.ts";
import { labelsOf, numberOption, numbersOf, requireKnown } from "./columns.ts";

// The manners of PHEindicatormethods 2.1.0: what it does to inputs and how it lays out results. The numbers are ours.
// `type` only chooses which columns come back, and a case compares the columns it has.

/** `phe_rate`: a crude rate a row, or a group where there is more than one. */
export function pheRate(inputs: Inputs, options: Options) {
  requireKnown(options, ["group_by", "confidence", "multiplier", "type"]);
  const rows = grouped(inputs, options);
  const per = numberOption(options, "multiplier", 100_000);
  const level = levels(options)[0]!;
  return {
    ...rows,
    ...layOut(options, (level) => rows.x.map((x, i) => crudeRate(x, rows.n[i]!, { per, level }))),
    method: rows.x.map((x) => methodOfLimits(x, level)),
  };
}

/** `phe_proportion`: a proportion a row, or a group where there is more than one. */
export function pheProportion(inputs: Inputs, options: Options) {
  requireKnown(options, ["group_by", "confidence", "multiplier", "type"]);
  const rows = grouped(inputs, options);
  const per = numberOption(options, "multiplier", 1);
  return {
    ...rows,
    ...layOut(options, (level) => rows.x.map((x, i) => proportion(x, rows.n[i]!, { per, level }))),
    method: rows.x.map(() => "Wilson"),
    statistic: rows.x.map(() => "proportion"),
  };
}

/** `calculate_dsr`: one directly standardised rate, withheld below 10 events; a missing count is taken as 0. */
export function calculateDsr(inputs: Inputs, options: Options) {
  requireKnown(options, ["confidence", "multiplier", "type", "independent_events"]);
  const events = numbersOf(inputs, "x").map((x) => (Number.isNaN(x) ? 0 : x));
  const population = numbersOf(inputs, "n");
  const weights = numbersOf(inputs, "stdpop");
  const per = numberOption(options, "multiplier", 100_000);

  if (options.independent_events === false) {
    const repeated = byFrequency(inputs, events, population, weights);
    const { people, frequencies } = repeated;
    return withheldBelowTen(
      sum(people.map((column, k) => sum(column) * frequencies[k]!)),
      sum(repeated.population),
      layOut(options, (level) => [
        directRateOfRepeatedEvents(people, frequencies, repeated.population, repeated.weights, { per, level }),
      ]),
      "Dobson, adjusted for non-independent events",
    );
  }
  return withheldBelowTen(
    sum(events),
    sum(population),
    layOut(options, (level) => [directRate(events, population, weights, { per, level })]),
    "Dobson",
  );
}

type Columns = Record<string, readonly (number | null)[]>;

function withheldBelowTen(count: number, population: number, columns: Columns, method: string) {
  const withheld = count < 10;
  const shown = Object.fromEntries(Object.entries(columns).map(([name, c]) => [name, withheld ? [null] : c]));
  return {
    total_count: [count],
    total_pop: [population],
    ...shown,
    statistic: [withheld ? "withheld: fewer than 10 events" : "directly standardised rate"],
    method: [method],
  };
}

/** One level gives lowercl and uppercl; two give lower95_0cl, upper95_0cl, lower99_8cl, upper99_8cl. */
export function layOut(options: Options, intervals: (level: number) => readonly Interval[]): Columns {
  const asked = levels(options);
  const columns: Columns = {};
  for (const level of asked) {
    const found = intervals(level);
    const tag = asked.length === 1 ? "" : (level * 100).toFixed(1).replace(".", "_");
    columns.value = found.map(({ value }) => value);
    columns[`lower${tag}cl`] = found.map(({ lower }) => lower);
    columns[`upper${tag}cl`] = found.map(({ upper }) => upper);
  }
  return columns;
}

/** A confidence is one number from 0.9 to 1 or from 90 to 100, or the pair 0.95 and 0.998; nothing else is accepted. */
export function levels(options: Options): readonly number[] {
  const given = options.confidence ?? 0.95;
  const asked = Array.isArray(given) ? given : [given];
  if (asked.length === 2 && asked[0] === 0.95 && asked[1] === 0.998) return [0.95, 0.998];
  const [only] = asked;
  if (asked.length !== 1 || typeof only !== "number") throw new NotImplemented(`confidence ${JSON.stringify(given)}`);
  if (only >= 90 && only <= 100) return [only / 100];
  if (only >= 0.9 && only <= 1) return [only];
  throw new RangeError(`confidence must be from 0.9 to 1 or from 90 to 100, got ${only}`);
}

/** Rows of two or more groups are added up before anything else; a single group is left in its rows. */
function grouped(
  inputs: Inputs,
  options: Options,
): { group?: readonly string[]; x: readonly number[]; n: readonly number[] } {
  const x = numbersOf(inputs, "x");
  const n = numbersOf(inputs, "n");
  const by = options.group_by;
  if (by === undefined) return { x, n };
  if (!Array.isArray(by) || by.length !== 1 || by[0] !== "group")
    throw new NotImplemented(`group_by ${JSON.stringify(by)}`);

  const labels = labelsOf(inputs, "group");
  const group = [...new Set(labels)].sort();
  if (group.length === 1) return { group: labels, x, n };
  const summed = (column: readonly number[]) => group.map((label) => sum(column.filter((_, i) => labels[i] === label)));
  return { group, x: summed(x), n: summed(n) };
}

/** Long rows of age band and event frequency, as a column of people for each frequency. */
function byFrequency(
  inputs: Inputs,
  events: readonly number[],
  population: readonly number[],
  weights: readonly number[],
) {
  const bands = labelsOf(inputs, "ageband");
  const frequency = numbersOf(inputs, "eventfreq");
  const band = [...new Set(bands)];
  const frequencies = [...new Set(frequency)];
  const firstRow = band.map((name) => bands.indexOf(name));
  bands.forEach((name, i) => {
    const first = firstRow[band.indexOf(name)]!;
    if (population[i] !== population[first] || weights[i] !== weights[first]) {
      throw new RangeError(`population and weight must be the same throughout age band ${name}`);
    }
  });
  const people = frequencies.map((f) =>
    band.map((name) => sum(events.filter((_, i) => bands[i] === name && frequency[i] === f))),
  );
  return {
    people,
    frequencies,
    population: firstRow.map((i) => population[i]!),
    weights: firstRow.map((i) => weights[i]!),
  };
}

/** Which limits the policy took, told by what it gave. */
export function methodOfLimits(events: number, level: number): string | null {
  if (Number.isNaN(events)) return null;
  return poissonLimits(events, level).upper === exactPoissonLimits(events, level).upper ? "exact" : "Byar";
}

export function sum(column: readonly number[]): number {
  return column.reduce((total, value) => total + value, 0);
}
