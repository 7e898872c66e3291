import {
  type Age,
  type Exposed,
  type Issue,
  type Keys,
  type Missing,
  PopneedsError,
  type Provenance,
  withStep,
} from "@popneeds/core";
import {
  type LifeTableColumns,
  type LifeTableStatus,
  lifeTableStatuses,
  lifeTables,
  type LifeTableOptions as StatsOptions,
} from "@popneeds/stats";
import { addedFigures, type Figure, figureAt, orMissing } from "../shared/figure.ts";
import { rowsByGroup } from "../shared/rows-by-group.ts";
import { requireScale } from "../shared/scale.ts";
import { describeLifeTable } from "./describe-life-table.ts";
import { lifeTableIssues } from "./life-table-issues.ts";
import type { LifeTableOptions } from "./life-table-options.ts";

/** The life tables of all groups: figures of each band of each group, groups one after the other, ages from young to old. */
export interface LifeTablesByGroup {
  /** A row of each group. */
  readonly first: Int32Array;
  readonly bands: readonly Age[];
  readonly figures: Readonly<Record<"value" | "lower" | "upper" | "events" | "population", readonly Figure[]>>;
  readonly issues: readonly Issue[];
  readonly provenance: Provenance;
}

/** Works out the life table of every group; a group that cannot be is missing for a reason, and the others go on. */
export function lifeTablesByGroup(
  caller: string,
  exposed: Exposed<Keys & { readonly age: Age }>,
  options: LifeTableOptions,
): LifeTablesByGroup {
  const { level = 0.95, convention, ...choices } = options;
  requireScale(caller, { level });
  const { values, codes } = exposed.keys.age;
  const bands = [...values].sort((a, b) => a.from - b.from);
  requireBands(caller, bands);
  const placeOf = values.map((age) => bands.indexOf(age));
  const ranks = Int32Array.from({ length: exposed.length }, (_, i) => placeOf[codes[i]!]!);
  const groups = rowsByGroup(exposed, ["age"], ranks);

  const rowAt = new Int32Array(groups.first.length * bands.length).fill(-1);
  for (let g = 0; g < groups.first.length; g++)
    for (let i = groups.starts[g]!; i < groups.starts[g + 1]!; i++)
      rowAt[g * bands.length + ranks[groups.order[i]!]!] = groups.order[i]!;
  const { events, population } = exposed.measures;
  const taken = (column: ArrayLike<number>) =>
    Float64Array.from(rowAt, (row) => (row === -1 ? Number.NaN : column[row]!));
  const found =
    bands.length === 0
      ? null
      : columnsOf(caller, taken(events.values), taken(population.values), bands, {
          ...choices,
          levels: [level],
        });
  const statuses = Array.from(found?.status ?? [], (code) => lifeTableStatuses[code]!);
  const counted = countsFrom(exposed, rowAt, bands.length);
  const reasons = reasonsOf(statuses, counted.own, bands.length);
  const figure = (column: ArrayLike<number>, ofLimits: boolean) =>
    statuses.map((status, i): Figure => {
      if (status === "interval too wide" && ofLimits) return column[i]!;
      if (status === "not reached" && !ofLimits) return column[i]!;
      return reasons[i] ?? orMissing(column[i]!, "not available");
    });
  return {
    first: groups.first,
    bands,
    figures: {
      value: figure(found?.expectancy ?? [], false),
      lower: figure(found?.lower[0] ?? [], true),
      upper: figure(found?.upper[0] ?? [], true),
      events: counted.events,
      population: counted.population,
    },
    issues: [...exposed.issues, ...lifeTableIssues({ exposed, groups, bands, rowAt, statuses })],
    provenance: withStep(exposed.provenance, describeLifeTable(bands, { ...options, level })),
  };
}

/** The kernel, whose refusal of an option is a mistake in the call. */
function columnsOf(
  caller: string,
  deaths: Float64Array,
  people: Float64Array,
  bands: readonly Age[],
  options: StatsOptions,
): LifeTableColumns {
  try {
    return lifeTables(
      deaths,
      people,
      bands.map(({ from }) => from),
      options,
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PopneedsError({
      code: "invalid-option",
      message: error.message.replace(/^lifeTables/, caller),
      fix: "Correct the option, or leave it out.",
    });
  }
}

/** Deaths and people of each age and above, and why a band has none of its own. */
function countsFrom(exposed: Exposed<Keys & { readonly age: Age }>, rowAt: Int32Array, bands: number) {
  const columns = exposed.measures;
  const own: (Missing | null)[] = [];
  const events: Figure[] = new Array(rowAt.length);
  const population: Figure[] = new Array(rowAt.length);
  for (let i = rowAt.length - 1; i >= 0; i--) {
    const row = rowAt[i]!;
    const d: Figure = row === -1 ? "incomplete" : figureAt(columns.events, row);
    const p: Figure = row === -1 ? "incomplete" : figureAt(columns.population, row);
    const last = i % bands === bands - 1;
    events[i] = last ? d : addedFigures([d, events[i + 1]!]);
    population[i] = last ? p : addedFigures([p, population[i + 1]!]);
    own[i] = typeof d === "string" ? d : typeof p === "string" ? p : null;
  }
  return { events, population, own };
}

const reasonOfStatus: Readonly<Record<Exclude<LifeTableStatus, "computed" | "missing">, Missing>> = {
  impossible: "not available",
  "no population": "no population",
  "deaths above population": "not available",
  "no deaths in the open band": "too few events",
  "merged into the open band": "not applicable",
  "not reached": "not applicable",
  "interval too wide": "too few events",
  "population too small": "too few events",
  "too few deaths": "too few events",
};

/** Why each age has no life expectancy: where a count is missing, by the reason of the nearest such band at or above it. */
function reasonsOf(
  statuses: readonly LifeTableStatus[],
  own: readonly (Missing | null)[],
  bands: number,
): readonly (Missing | null)[] {
  return statuses.map((status, i) => {
    if (status === "computed") return null;
    if (status !== "missing") return reasonOfStatus[status];
    const start = i - (i % bands);
    const above = own.slice(i, start + bands).find((reason) => reason !== null);
    return above ?? own.slice(start, i).find((reason) => reason !== null) ?? "unknown";
  });
}

/** Refuses bands that do not follow one another up to an open one. */
function requireBands(caller: string, bands: readonly Age[]): void {
  const apart = bands.findIndex((band, k) => band.to !== (bands[k + 1]?.from ?? Number.POSITIVE_INFINITY));
  if (apart === -1) return;
  const next = bands[apart + 1];
  throw new PopneedsError({
    code: "bands-apart",
    message: next
      ? `${caller}: ages must follow one another without gap or overlap; ${bands[apart]!.label} is followed by ${next.label}`
      : `${caller}: the last band of ages must be open; found ${bands[apart]!.label}`,
    fix: "Sum deaths and people into the same bands first, the last one open: into(exposed, ageBands(0, 1, 5, …, 90)).",
  });
}
