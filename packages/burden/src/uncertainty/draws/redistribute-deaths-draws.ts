import {
  type Counts,
  type Keys,
  type MeasureColumn,
  missingAt,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { createRandom, dirichletDraw } from "@popneeds/stats";
import {
  amountsOf,
  type Flow,
  type RedistributionOptions,
  redistributedBy,
} from "../../mortality/redistribution/redistribute-deaths.ts";
import type { RedistributionPackage } from "../../mortality/redistribution/redistribution-package.ts";
import { type Draws, drawsOf, streamNamed } from "./draws-of.ts";

export interface RedistributionDrawsOptions extends RedistributionOptions {
  /** A whole number from 0 to 2³² − 1. It is part of the method, and printed. */
  readonly seed: number;
  /** Number of draws, 2 or more. Default 1,000. */
  readonly draws?: number;
  /**
   * Whether deaths vary too: `known` (default), so that only the shares do; or `poisson`, each count by itself, with the random numbers that
   * `drawsOf(deaths, "poisson", { seed })` has.
   */
  readonly counts?: "known" | "poisson";
}

/**
 * Draws of deaths after those of ill-defined causes were moved to likely ones: how uncertain it is where they belong.
 *
 * In each draw the shares of the targets are a Dirichlet draw about those of `redistributeDeaths`. Shares in proportion to observed deaths have the
 * shapes D, the deaths of each target that they were found among (in the cell, or as widely as one had to look); shares laid down have the shapes
 * share × `among` of the package, and are known where it says none. Cells whose shares are of the same deaths, or of the same package, have the same
 * draw; others vary by themselves. A target without deaths gets none.
 *
 * In each draw the total of a cell before and after is the same whole number, exactly, as for `redistributeDeaths`.
 *
 * @param deaths   one count by cause, and by age, sex, area and anything else
 * @param packages which causes go where
 * @param options  `seed`, which has no default; `draws`: default 1,000; `counts`: `known` (default) or `poisson`; `widerAges`: default none
 * @returns draws of deaths by the keys and rows of `redistributeDeaths`; what is missing there is missing here
 * @throws PopneedsError as `redistributeDeaths`; `invalid-option`
 *
 * Source: Naghavi M et al. Popul Health Metr 2010;8:9 (redistribution); Gelman A et al. Bayesian Data Analysis, 3rd edition, 2013, section 3.4
 * (Dirichlet distribution of shares given counts).
 * Reference: mean and variance of the Dirichlet distribution, in tests.
 *
 * @example
 * yearsOfLifeLostDraws(redistributeDeathsDraws(deaths, packages, { seed: 1, counts: "poisson" }), reference)
 */
export function redistributeDeathsDraws<K extends Keys & { readonly cause: string }, M extends Counts>(
  deaths: Table<K, M>,
  packages: readonly RedistributionPackage[],
  { seed, draws = 1000, counts = "known", ...options }: RedistributionDrawsOptions,
): Draws<K> {
  const caller = "redistributeDeathsDraws";
  requireOptions(caller, seed, draws, counts);
  const { deaths: after, flows } = redistributedBy(caller, deaths, packages, options);
  const result = after as unknown as Table;
  const figure = Object.values<MeasureColumn>(result.measures)[0]!;
  const values = new Float64Array(result.length * draws);
  // The rows before come first in the result, those of targets that had none after them.
  values.set(counts === "poisson" ? drawsOf(deaths, "poisson", { seed, draws }).values : inEach(deaths, draws));
  const missing = Array.from({ length: result.length }, (_, row) => missingAt(figure, row));
  for (const [row, reason] of missing.entries()) if (reason) values.fill(Number.NaN, row * draws, (row + 1) * draws);
  const known = new Map<string, Float64Array>();
  const sharesOf = (flow: Flow): Float64Array => {
    const name = `${flow.of.name}\u0000${flow.behind.pool}`;
    const found = known.get(name) ?? drawnShares(flow, name, seed, draws);
    if (flow.behind.common) known.set(name, found);
    return found;
  };
  for (const flow of flows) move(flow, sharesOf(flow), values, draws);
  return Object.freeze({
    length: result.length,
    draws,
    keys: result.keys,
    kind: "count",
    values,
    missing,
    absent: figure.absent,
    issues: result.issues,
    provenance: withStep(
      result.provenance,
      `${draws} draws of where these deaths belong, seed ${seed}: ${packages.map(inWords).join("; ")}; deaths ${counts === "known" ? "known" : "Poisson"}, totals unchanged in each draw`,
    ),
  }) as unknown as Draws<K>;
}

/** The shares of targets in each draw, draw after draw. */
function drawnShares({ to, shares, behind }: Flow, name: string, seed: number, draws: number): Float64Array {
  const size = shares.length;
  const all = new Float64Array(size * draws);
  const likely = [...shares.keys()].filter((k) => shares[k]! > 0 && to[k]! >= 0);
  const shapes = likely.map((k) => shares[k]! * behind.among);
  const stream = streamNamed(["redistribution", name]);
  const varies = behind.among < Number.POSITIVE_INFINITY;
  for (let d = 0; d < draws; d++) {
    const drawn = varies ? dirichletDraw(createRandom(seed + d * 2 ** 32, { stream }), shapes) : null;
    for (const [i, k] of likely.entries()) all[d * size + k] = drawn ? drawn[i]! : shares[k]!;
  }
  return all;
}

/** Moves the deaths of ill-defined causes of a cell to their targets, in each draw. */
function move({ from, to }: Flow, shares: Float64Array, values: Float64Array, draws: number): void {
  const size = to.length;
  for (let d = 0; d < draws; d++) {
    const own = shares.subarray(d * size, (d + 1) * size);
    for (const row of from) {
      const at = row * draws + d;
      if (!(values[at]! > 0)) continue;
      const amounts = amountsOf(values[at]!, own);
      values[at] = 0;
      for (let k = 0; k < size; k++) if (to[k]! >= 0) values[to[k]! * draws + d]! += amounts[k]!;
    }
  }
}

function inEach({ length, measures }: Pick<Table<Keys, Counts>, "length" | "measures">, draws: number): Float64Array {
  const figure = Object.values<MeasureColumn>(measures)[0]!;
  const values = new Float64Array(length * draws);
  for (let row = 0; row < length; row++) values.fill(figure.values[row]!, row * draws, (row + 1) * draws);
  return values;
}

function inWords(of: RedistributionPackage): string {
  if (!("shares" in of)) return `shares of ${of.name} Dirichlet about the deaths observed`;
  return of.among === undefined
    ? `shares of ${of.name} known`
    : `shares of ${of.name} Dirichlet, found among ${of.among} deaths`;
}

function requireOptions(caller: string, seed: number, draws: number, counts: string): void {
  const faults = [
    ...(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32 ? [] : [`seed ${seed}`]),
    ...(Number.isInteger(draws) && draws >= 2 && draws < 2 ** 20 ? [] : [`draws ${draws}`]),
    ...(counts === "known" || counts === "poisson" ? [] : [`counts ${counts}`]),
  ];
  if (faults.length > 0)
    throw new PopneedsError({
      code: "invalid-option",
      message: `${caller}: needs a whole seed from 0, two draws or more, and counts known or poisson; found ${faults.join(", ")}`,
      fix: 'Write { seed: 1, draws: 1000, counts: "poisson" }.',
    });
}
