import {
  type Age,
  type Exposed,
  fromInputs,
  type Issue,
  type Key,
  type KeyColumn,
  type Keys,
  keyText,
  type Missing,
  type Provenance,
  sourcesOf,
  type Table,
  takeRows,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { regroupStandard, type Standard } from "@popneeds/population";
import { type DirectRateLimits, directRates, type EmptyRowPolicy, groupStatuses } from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { groupIssue } from "../shared/group-issue.ts";
import { requireCounts } from "../shared/require-counts.ts";
import { rowsByGroup } from "../shared/rows-by-group.ts";
import { printLevel, printScale, type RateOptions, requireScale } from "../shared/scale.ts";
import { computedColumn, missingSum, summedColumn, sumsByGroup } from "../shared/sums-by-group.ts";

export interface DirectRateOptions extends RateOptions {
  /** Groups with fewer events have no rate. Default 10. */
  readonly minimumEvents?: number;
  /** How the limits are placed: `dobson-byar` (default), `dobson-exact` or `fay-feuer`. */
  readonly limits?: DirectRateLimits;
  /** A normal deviate in place of the level's, such as 1.96, for Dobson's limits on Byar's. Default none. */
  readonly deviate?: number;
  /**
   * A group in which nobody lives in some band: `withhold` (default) gives it no rate; `leave out` leaves the band out, and
   * its weight and events; `rate 0` keeps both as if nothing had happened there; `count as people` takes as many people as there were events.
   */
  readonly emptyRows?: EmptyRowPolicy;
  /** A group that lacks a band which others have: `withhold` (default), or `leave out`: standardised to the bands it has. */
  readonly missingBands?: "withhold" | "leave out";
  /** What a lower limit below 0 becomes. Default `as it is`. */
  readonly belowZero?: "as it is" | "zero";
  /** The name of the convention that these options come from, for the provenance. */
  readonly convention?: string;
}

interface Shape {
  /** The keys that are used up: `age`, or `age` and `sex`. */
  readonly usedUp: readonly string[];
  /** How many rows a group without gaps has. */
  readonly rows: number;
  /** What was done, for the provenance: `directly standardised to …`. */
  readonly step: (standard: Standard) => string;
}

/** Standardises every group directly; a group that cannot be is missing for a reason, and the others go on. */
export function directly(
  caller: string,
  exposed: Exposed<Keys & { readonly age: Age }>,
  standard: Standard,
  { usedUp, rows, step }: Shape,
  options: DirectRateOptions,
): Estimates<Keys, "rate"> {
  const { per = 100_000, level = 0.95, minimumEvents = 10, missingBands = "withhold", ...passedOn } = options;
  requireScale(caller, { per, level });
  requireCounts(caller, exposed.measures.events);
  const { convention, ...placing } = passedOn;
  const { names, first, order, starts } = rowsByGroup(exposed as unknown as Table, usedUp, rankOfAge(exposed));
  const { events, population } = exposed.measures;
  const weightOf = standardWeights(exposed.keys.age, standard);
  const columns = { events: column(order), population: column(order), weights: column(order) };
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!;
    const weight = weightOf(row);
    // A row that weighs nothing says nothing, whoever lives there.
    columns.weights[k] = weight;
    columns.events[k] = weight > 0 ? events.values[row]! : 0;
    columns.population[k] = weight > 0 ? population.values[row]! : 1;
  }
  const found = directRates(columns, { starts }, { per, levels: [level], ...placing });

  const faults = new Map<Fault, number[]>();
  const note = (fault: Fault, row: number, reason: Missing): Missing => {
    const rows = faults.get(fault);
    if (rows) rows.push(row);
    else faults.set(fault, [row]);
    return reason;
  };
  const groups = { order, starts };
  const totals = { events: sumsByGroup(events, groups), population: sumsByGroup(population, groups) };
  const missing = Array.from(first, (row, g): Missing | null => {
    const unknown = missingSum(totals.events, g) ?? missingSum(totals.population, g);
    if (unknown !== null) return unknown;
    const status = groupStatuses[found.status[g]!]!;
    if (status === "impossible") return note("impossible-count", row, "not available");
    const size = starts[g + 1]! - starts[g]!;
    if (size < rows && missingBands === "withhold") return note("band-missing", row, "incomplete");
    if (status === "no population") {
      const empty = order
        .subarray(starts[g]!, starts[g + 1]!)
        .find((i) => population.values[i] === 0 && weightOf(i) > 0);
      return note("band-without-people", empty ?? row, "no population");
    }
    return totals.events.values[g]! < minimumEvents ? "too few events" : null;
  });

  const keys = takeRows(exposed as unknown as Table, first).keys as Readonly<Record<string, KeyColumn<Key>>>;
  const said = `${step(standard)} in ages ${bandsInOrder(exposed).join(", ")}`;
  return uncheckedTable({
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    measures: {
      value: computedColumn("rate", found.value, missing, "too few events"),
      lower: computedColumn("limit", found.lower[0]!, missing, "too few events"),
      upper: computedColumn("limit", found.upper[0]!, missing, "too few events"),
      events: summedColumn("count", totals.events),
      population: summedColumn(population.kind, totals.population),
    },
    issues: [
      ...exposed.issues,
      ...(["band-missing", "band-without-people", "impossible-count"] as const).flatMap((fault) =>
        issue(fault, faults.get(fault) ?? [], exposed),
      ),
    ],
    provenance: withStep(
      inputsOf(exposed.provenance, standard),
      [said, describe({ ...options, per, level, minimumEvents })].join("; "),
    ),
  }) as unknown as Estimates<Keys, "rate">;
}

const column = ({ length }: ArrayLike<number>) => new Float64Array(length);

type Fault = keyof typeof faultWords;

const faultWords = {
  "band-missing": "lack a band of ages that others have, and have no standardised rate",
  "band-without-people": "have a band of ages in which nobody lives, and have no standardised rate",
  "impossible-count": "have a count that is negative or infinite, and have no standardised rate",
} as const;

/** The place of each row's age among the ages of the table, young to old. */
function rankOfAge({ keys: { age }, length }: Exposed<Keys & { readonly age: Age }>): Int32Array {
  const inOrder = age.values.map((_, code) => code).sort((a, b) => age.values[a]!.from - age.values[b]!.from);
  const rank = new Int32Array(age.values.length);
  for (const [place, code] of inOrder.entries()) rank[code] = place;
  const ranks = new Int32Array(length);
  for (let i = 0; i < length; i++) ranks[i] = rank[age.codes[i]!]!;
  return ranks;
}

/** The standard's people in the band of each row. */
export function standardWeights({ values, codes }: KeyColumn<Age>, standard: Standard): (row: number) => number {
  if (values.length === 0) return () => 0;
  const regrouped = regroupStandard(standard, values);
  const byBand = new Map(regrouped.bands.map((band, i) => [keyText(band), regrouped.weights[i]!]));
  const ofCode = values.map((age) => byBand.get(keyText(age))!);
  return (row) => ofCode[codes[row]!]!;
}

function bandsInOrder({ keys: { age } }: Exposed<Keys & { readonly age: Age }>): readonly string[] {
  return [...age.values].sort((a, b) => a.from - b.from).map(({ label }) => label);
}

function issue(code: Fault, rows: readonly number[], exposed: Exposed<Keys & { readonly age: Age }>): Issue[] {
  const fix =
    code === "impossible-count"
      ? "Correct the counts, or leave these groups out with keep()."
      : "Sum into wider bands first: into(exposed, bands).";
  return groupIssue(exposed as unknown as Table, rows, { code, words: faultWords[code], fix });
}

const limitsInWords: Readonly<Record<DirectRateLimits, string>> = {
  "dobson-byar": "by Byar and Dobson",
  "dobson-exact": "exact, by Dobson",
  "fay-feuer": "by Fay and Feuer",
};

const emptyRowsInWords: Readonly<Record<EmptyRowPolicy, string | null>> = {
  withhold: null,
  "leave out": "bands without people left out",
  "rate 0": "bands without people taken to have a rate of 0",
  "count as people": "bands with events and without people taken to have as many people",
};

/** The choices as a step prints them; those that are as usual are not mentioned. */
function describe(options: DirectRateOptions & { readonly per: number; readonly level: number }): string {
  const { per, level, limits = "dobson-byar", deviate, minimumEvents, emptyRows = "withhold", belowZero } = options;
  const said = [
    `per ${printScale(per)}; ${printLevel(level)} limits ${limitsInWords[limits]}${deviate === undefined ? "" : ` with z = ${deviate}`}`,
    `no rate below ${minimumEvents} events`,
    emptyRowsInWords[emptyRows],
    options.missingBands === "leave out" ? "bands that a group lacks left out" : null,
    belowZero === "zero" ? "no lower limit below 0" : null,
    options.convention === undefined ? null : `by the convention ${options.convention}`,
  ];
  return said.filter((words) => words !== null).join("; ");
}

function inputsOf(provenance: Provenance, standard: Standard): Provenance {
  return sourcesOf(standard.provenance).length === 0 ? provenance : fromInputs([provenance, standard.provenance]);
}
