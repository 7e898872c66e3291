import type { LifeTableSetting } from "./life-table-options.ts";
import { lifeTableCode } from "./life-table-status.ts";
import { infantFactor, toddlerFactor } from "./separation-factors.ts";

const missing = lifeTableCode("missing");
const impossible = lifeTableCode("impossible");
const noPopulation = lifeTableCode("no population");
const excess = lifeTableCode("deaths above population");
const noOpenDeaths = lifeTableCode("no deaths in the open band");
const merged = lifeTableCode("merged into the open band");
const notReached = lifeTableCode("not reached");

/**
 * Works out the life expectancies of one group, whose rows start at `start`, from its oldest band down.
 *
 * Numbers go in and out through columns that all groups share; nothing is allocated.
 */
export function fillLifeTable(
  deaths: Float64Array,
  population: Float64Array,
  start: number,
  setting: LifeTableSetting,
  expectancy: Float64Array,
  variance: Float64Array,
  status: Uint8Array,
): void {
  const { bands, widths, factors, infantRule, closing } = setting;
  const open = openBandOf(deaths, population, start, setting);
  for (let k = bands - 1; k > open; k--) status[start + k] = merged;

  let d = deaths[start + open]!;
  let p = population[start + open]!;
  for (let k = open + 1; k < bands; k++) {
    d += deaths[start + k]!;
    p += population[start + k]!;
  }
  let fault = openFault(d, p, setting);
  let e = p / d;
  let v = 0;
  if (closing > 0) e = closing;
  else if (setting.openVariance === "poisson") v = (p / d) * (p / d) * (1 / d);
  else if (setting.openVariance === "binomial") v = (p / d) * (p / d) * (Math.max(0, 1 - d / p) / d);
  status[start + open] = fault;
  expectancy[start + open] = fault === 0 ? e : Number.NaN;
  variance[start + open] = fault === 0 ? v : Number.NaN;

  const infantRate = deaths[start]! / population[start]!;
  for (let k = open - 1; k >= 0; k--) {
    d = deaths[start + k]!;
    p = population[start + k]!;
    fault = bandFault(d, p, setting) || fault;
    const n = widths[k]!;
    const a = infantRule === null || k > 1 ? factors[k]! : factorByRule(k, infantRate, setting);
    const q = probabilityOfDying(d, p, n, a);
    const rest = (1 - a) * n + e;
    v = (1 - q) * (1 - q) * v + rest * rest * varianceOfDying(q, d);
    e = (1 - q) * (n + e) + q * a * n;
    status[start + k] = fault;
    expectancy[start + k] = fault === 0 ? e : Number.NaN;
    variance[start + k] = fault === 0 ? v : Number.NaN;
  }
  if (fault !== 0 && setting.faultIsOfGroup) {
    for (let i = start; i <= start + open; i++) {
      expectancy[i] = Number.NaN;
      variance[i] = Number.NaN;
      status[i] = fault;
    }
  }
  if (setting.unreachedIsZero) zeroUnreached(deaths, population, start, open, setting, expectancy, variance, status);
}

/** Chiang's q: the chance that one who starts a band dies in it. */
export function probabilityOfDying(deaths: number, population: number, width: number, factor: number): number {
  if (deaths === 0) return 0;
  if (deaths > population / width / factor) return 1;
  const m = deaths / population;
  return (width * m) / (1 + width * (1 - factor) * m);
}

/** The variance of q: q² (1 − q) ÷ D, equal to n² m (1 − a n m) ÷ (P (1 + (1 − a) n m)³); 0 without deaths. */
export function varianceOfDying(q: number, deaths: number): number {
  return deaths === 0 ? 0 : (q * q * (1 - q)) / deaths;
}

/** The separation factor of the first or the second band, where it follows from the rate of infants. */
export function factorByRule(band: number, infantRate: number, setting: LifeTableSetting): number {
  const rule = setting.infantRule!;
  if (band === 0) return infantFactor(infantRate, rule);
  return setting.toddlers ? toddlerFactor(infantRate, rule) : 0.5;
}

/** The band that is open: the last, or the first of those that were merged until there were deaths and people. */
export function openBandOf(
  deaths: ArrayLike<number>,
  population: ArrayLike<number>,
  start: number,
  { bands, merge }: LifeTableSetting,
): number {
  let open = bands - 1;
  if (!merge) return open;
  let d = deaths[start + open]!;
  let p = population[start + open]!;
  while (open > 0 && (d === 0 || p === 0)) {
    open--;
    d += deaths[start + open]!;
    p += population[start + open]!;
  }
  return open;
}

function openFault(deaths: number, population: number, setting: LifeTableSetting): number {
  if (setting.closing > 0) return 0;
  const fault = countFault(deaths, population);
  if (fault !== 0) return fault;
  if (population === 0) return noPopulation;
  if (deaths === 0) return noOpenDeaths;
  return setting.excessIsFault && deaths > population ? excess : 0;
}

function bandFault(deaths: number, population: number, setting: LifeTableSetting): number {
  const fault = countFault(deaths, population);
  if (fault !== 0) return fault;
  if (population === 0 && !(setting.emptyIsNoDeaths && deaths === 0)) return noPopulation;
  return setting.excessIsFault && deaths > population ? excess : 0;
}

function countFault(deaths: number, population: number): number {
  if (Number.isNaN(deaths + population)) return missing;
  return deaths < 0 || population < 0 || deaths === Infinity || population === Infinity ? impossible : 0;
}

/** Gives 0, without limits, at the ages above the first band in which all die. */
function zeroUnreached(
  deaths: Float64Array,
  population: Float64Array,
  start: number,
  open: number,
  setting: LifeTableSetting,
  expectancy: Float64Array,
  variance: Float64Array,
  status: Uint8Array,
): void {
  const infantRate = deaths[start]! / population[start]!;
  let reached = true;
  for (let k = 0; k <= open; k++) {
    const row = start + k;
    if (!reached && status[row] === 0) {
      expectancy[row] = 0;
      variance[row] = Number.NaN;
      status[row] = notReached;
    }
    const a = setting.infantRule === null || k > 1 ? setting.factors[k]! : factorByRule(k, infantRate, setting);
    if (k < open && deaths[row]! > population[row]! / setting.widths[k]! / a) reached = false;
  }
}
