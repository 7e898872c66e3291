import { requireOneLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { Precision, SurveyDesign } from "./survey-design.ts";

/** A weighted mean, and how precisely it is known. */
export interface LinearisedMean extends Precision {
  readonly value: number;
  /** Values that entered. */
  readonly people: number;
}

interface Stratum {
  readonly totals: Map<number | string, number>;
  readonly units: number;
}

/**
 * The weighted mean with its Taylor linearised variance: residuals w (y − mean) ÷ Σ w, summed by cluster; in each stratum
 * their squares about the stratum's mean, times c/(c − 1) and the share of clusters not drawn.
 */
export function linearisedMean(
  caller: string,
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  design: SurveyDesign,
): LinearisedMean {
  const { strata, clusters, unitsInStratum, loneCluster = "refuse" } = design;
  requireChoice(caller, "loneCluster", loneCluster, ["refuse", "certain", "about the mean"]);
  const asked = { values, weights, strata, clusters, unitsInStratum };
  const columns: Record<string, ArrayLike<unknown>> = {};
  for (const [name, column] of Object.entries(asked)) if (column !== undefined) columns[name] = column;
  requireOneLength(caller, columns);
  const people = values.length;
  if (people === 0) throw new RangeError(`${caller}: needs at least one person, got none`);

  const { value, weight, spread } = weightedMean(caller, values, weights);
  const drawn = new Map<number | string, Stratum>();
  for (let i = 0; i < people; i++) {
    const name = strata?.[i] ?? 0;
    const units = unitsInStratum?.[i] ?? Infinity;
    const stratum = drawn.get(name) ?? { totals: new Map(), units };
    drawn.set(name, stratum);
    if (stratum.units !== units) {
      throw new RangeError(
        `${caller}: a stratum must have one number of units, got ${stratum.units} and ${units} in ${name}`,
      );
    }
    const cluster = clusters?.[i] ?? i;
    const residual = (weights[i]! * (values[i]! - value)) / weight;
    stratum.totals.set(cluster, (stratum.totals.get(cluster) ?? 0) + residual);
  }

  let variance = 0;
  let degreesOfFreedom = 0;
  for (const [name, { totals, units }] of drawn) {
    const count = totals.size;
    degreesOfFreedom += count - 1;
    if (!(units >= count)) {
      throw new RangeError(
        `${caller}: a stratum must have as many units as were drawn, got ${units} for ${count} in ${name}`,
      );
    }
    if (count > 1) variance += (1 - count / units) * (count / (count - 1)) * squaresAboutMean(totals);
    else if (units > 1) variance += loneVariance(caller, name, totals, loneCluster) * (1 - 1 / units);
  }
  const simple = spread / weight / (people - 1);
  const designEffect = variance / simple;
  return {
    value,
    people,
    standardError: Math.sqrt(variance),
    designEffect,
    effectiveSize: people / designEffect,
    degreesOfFreedom,
  };
}

function weightedMean(caller: string, values: ArrayLike<number>, weights: ArrayLike<number>) {
  let weight = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const w = weights[i]!;
    if (w < 0 || w === Infinity) throw new RangeError(`${caller}: weights must be 0 or more, got ${w} in row ${i}`);
    if (Math.abs(values[i]!) === Infinity)
      throw new RangeError(`${caller}: values must be finite, got ${values[i]} in row ${i}`);
    weight += w;
    sum += w * values[i]!;
  }
  if (weight === 0) throw new RangeError(`${caller}: weights must add up to more than 0, got 0`);
  const value = sum / weight;
  let spread = 0;
  for (let i = 0; i < values.length; i++) spread += weights[i]! * (values[i]! - value) * (values[i]! - value);
  return { value, weight, spread };
}

function squaresAboutMean(totals: ReadonlyMap<unknown, number>): number {
  let sum = 0;
  for (const total of totals.values()) sum += total;
  const mean = sum / totals.size;
  let squares = 0;
  for (const total of totals.values()) squares += (total - mean) * (total - mean);
  return squares;
}

function loneVariance(
  caller: string,
  name: number | string,
  totals: ReadonlyMap<unknown, number>,
  policy: "refuse" | "certain" | "about the mean",
): number {
  if (policy === "refuse") {
    throw new RangeError(
      `${caller}: a stratum must have two clusters or more, got one in ${name}; merge strata, or say what a loneCluster is`,
    );
  }
  if (policy === "certain") return 0;
  const [total] = totals.values();
  return total! * total!;
}
