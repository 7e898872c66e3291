import {
  type Exposed,
  firstThree,
  type Issue,
  type KeyColumn,
  type Keys,
  PopneedsError,
  type Table,
} from "@popneeds/core";
import { localEmpiricalBayesRates } from "@popneeds/stats";
import { printScale, type RateOptions, requireScale } from "../shared/scale.ts";
import { type Smoothed, smoothedAreas } from "./smoothed.ts";
import { countsOf } from "./smoothed-rate.ts";

/** The codes of the neighbours of each area: `{ north: ["middle"], middle: ["north", "south"] }`. */
export type Neighbours = Readonly<Record<string, readonly string[]>>;

export interface LocallySmoothedRateOptions extends Pick<RateOptions, "per"> {
  /** What the variance of a neighbourhood is taken around; see `localEmpiricalBayesRates`. Default `common mean`. */
  readonly deviations?: "common mean" | "own means";
}

/**
 * Crude rates of areas, those of few people drawn towards the rate of their neighbourhood.
 *
 * Marshall's local empirical Bayes estimator: as `smoothedRate`, the mean and the variance being those of the area and
 * its neighbours. An area without neighbours keeps its own rate.
 *
 * @param exposed    events over people or person-years, by area and any more keys; sum over age first
 * @param neighbours of every area of the table; an empty list for an island
 * @param options    `per`: people that the rate is expressed per, default 100,000; `deviations`
 * @returns as `smoothedRate`. Neighbours that the table lacks take no part, and an issue names them
 * @throws PopneedsError `neighbours-missing` when an area has no entry among the neighbours; `unknown-key` without
 * areas; `invalid-option`
 *
 * Source: Marshall RJ. Appl Stat 1991;40:283–94, section 4.
 * Reference: `EBlocal` of spdep in R 4.2.2, through `localEmpiricalBayesRates` of `@popneeds/stats`.
 *
 * @example
 * locallySmoothedRate(exposed, { north: ["middle"], middle: ["north", "south"], south: ["middle"] })
 */
export function locallySmoothedRate<K extends Keys & { readonly area: string }>(
  exposed: Exposed<K>,
  neighbours: Neighbours,
  { per = 100_000, deviations = "common mean" }: LocallySmoothedRateOptions = {},
): Smoothed<K, "rate"> {
  requireScale("locallySmoothedRate", { per });
  const { codes, values } = (exposed.keys as unknown as { readonly area: KeyColumn<string> }).area ?? {
    codes: [],
    values: [],
  };
  requireNeighbours(values, neighbours);
  const around = (rows: readonly number[]) => {
    const place = new Map(rows.map((row, k) => [values[codes[row]!]!, k]));
    return rows.map((row) => {
      const own = values[codes[row]!]!;
      const found = new Set(neighbours[own]!.map((area) => place.get(area)));
      found.delete(place.get(own));
      return [...found].filter((k) => k !== undefined);
    });
  };
  const deviating = deviations === "common mean" ? "" : ", the variance taken around each area's own mean";
  return smoothedAreas(
    "locallySmoothedRate",
    exposed as unknown as Table,
    countsOf(exposed),
    "rate",
    (events, people, rows) => localEmpiricalBayesRates(events, people, around(rows), { per, deviations }),
    exposed.provenance,
    `crude rates per ${printScale(per)} smoothed towards the rate of each area and its neighbours by Marshall's empirical Bayes method${deviating}`,
    strangers(values, neighbours),
  );
}

function requireNeighbours(areas: readonly string[], neighbours: Neighbours): void {
  const lacking = areas.filter((area) => !Object.hasOwn(neighbours, area));
  if (lacking.length === 0) return;
  throw new PopneedsError({
    code: "neighbours-missing",
    message: `locallySmoothedRate: every area needs a list of its neighbours; ${lacking.length} of ${areas.length} have none:`,
    where: lacking,
    fix: "Give each area its list, an empty one for an island.",
  });
}

function strangers(areas: readonly string[], neighbours: Neighbours): Issue[] {
  const known = new Set(areas);
  const unknown = [...new Set(areas.flatMap((area) => neighbours[area]!))].filter((area) => !known.has(area));
  if (unknown.length === 0) return [];
  return [
    {
      code: "unknown-neighbour",
      severity: "note",
      message: `${unknown.length} neighbours are not among the areas of the table, and take no part in the smoothing: ${firstThree(unknown).join("; ")}`,
      fix: "Give their rows too, so that areas at the edge are smoothed like others.",
    },
  ];
}
