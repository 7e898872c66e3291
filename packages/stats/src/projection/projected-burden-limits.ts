import { createRandom } from "../random/create-random.ts";
import { gammaDraw } from "../random/gamma-draw.ts";
import { requireLevel } from "../shared/require.ts";
import { type MiddleShare, middleShare } from "./middle-share.ts";
import { rateEffect, sizeEffect, structureEffect, sumOf } from "./projected-burdens.ts";
import { type CheckedColumns, checkedColumns, type ProjectionColumns } from "./projection-columns.ts";
import { checkedTrend, type DrawnTogether, drawTrends, type UncertainTrend } from "./uncertain-trend.ts";

/** How limits are drawn. */
export interface ProjectedBurdenLimitsOptions {
  /** How many draws, 20 to 100,000. Default 1,000. */
  readonly draws?: number;
  /** Seed of the draws, which is part of the method. Default 1. */
  readonly seed?: number;
  /** Coverage of the limits. Default 0.95. */
  readonly level?: number;
  /** Areas to add up, draw by draw, each total being a list of places of areas. Default none. */
  readonly totals?: readonly ArrayLike<number>[];
  /** What is uncertain about the trends that `factors` hold. Default nothing: they are taken as certain. */
  readonly trend?: UncertainTrend;
}

/** Limits of projected burden and its drivers: areas, then totals; times and causes as in `ProjectedBurdenColumns`. */
export interface ProjectedBurdenLimits {
  readonly lower: ProjectedBurdenParts;
  readonly upper: ProjectedBurdenParts;
  /** Mean of the draws of burden, and the error that so many draws leave in it. */
  readonly mean: Float64Array;
  readonly monteCarloError: Float64Array;
}

/** Burden and its drivers, a column each. */
export interface ProjectedBurdenParts {
  readonly burden: Float64Array;
  readonly size: Float64Array;
  readonly structure: Float64Array;
  readonly rate: Float64Array;
}

/**
 * Limits of projected burden and of its drivers, from draws of the rates that chance in the counts behind them allows.
 *
 * In each draw every rate is multiplied by γ ÷ events, with γ a gamma number of shape `events`: mean 1, variance 1 ÷ events. The same
 * draws serve all areas with a set of rates, all times and all totals (common random numbers), so that differences and sums
 * keep what areas share; each cause of each set has a stream of its own. A rate without events stays as it is. With `trend`, the yearly change
 * of each cause is drawn too, as a normal number about the change that `factors` hold, one for the strata that share it, for all areas and
 * times: limits then widen with the years. People and what burden a case brings are taken as certain: limits are of chance in the counts, and of
 * the slope of a trend, not of whether it goes on; they are too narrow for a forecast.
 *
 * The time grows with draws × areas × times × causes × strata in which the cause occurs; where a time's factor of a cause is the same in
 * all strata and certain, one sum a draw is enough, else four. No draw is kept but those of one cause.
 *
 * @param columns as `projectedBurdens`
 * @param events the counts behind the rates, 0 or more, in the same order
 * @param options `draws`, `seed`, `level`, `totals`
 * @returns limits; NaN where anything is missing or an area has nobody
 * @throws RangeError where columns do not match, people or events are below 0 or infinite, or an option or a trend is invalid
 *
 * Source: gamma as the distribution of a Poisson mean given its count (Fay MP, Feuer EJ. Stat Med 1997;16:791–801); common random numbers
 * as in the Global Burden of Disease studies.
 * Reference: the gamma distribution with one stratum (`gammaQuantile`), and the delta method, in tests.
 *
 * @example
 * projectedBurdenLimits({ times: 1, causes: 1, strata: 1, people: [100], rates: [0] }, [0]).upper.burden // [0]
 */
export function projectedBurdenLimits(
  columns: ProjectionColumns,
  events: ArrayLike<number>,
  { draws = 1000, seed = 1, level = 0.95, totals = [], trend }: ProjectedBurdenLimitsOptions = {},
): ProjectedBurdenLimits {
  const caller = "projectedBurdenLimits";
  const checked = checkedColumns(caller, columns);
  requireDraws(caller, draws, seed, level);
  requireEach(caller, events, checked);
  const { areas, times, causes } = checked;
  const uncertain = checkedTrend(caller, trend, checked);
  const totalsOf = totalsOfAreas(caller, totals, areas);
  const rows = (areas + totals.length) * times * causes;
  const share = middleShare(draws, level);
  const found = { lower: parts(rows), upper: parts(rows), mean: missing(rows), monteCarloError: missing(rows) };

  const one = [0, 1, 2, 3].map(() => new Float64Array(draws)) as unknown as Four;
  const sums = totals.map(() =>
    Array.from({ length: times }, () => one.map(() => new Float64Array(draws)) as unknown as Four),
  );
  const column = () => new Float64Array(draws);
  const scratch = { before: column(), now: column(), other: column(), part: column() };
  const rates = new Float64Array(draws * checked.strata);
  for (let cause = 0; cause < causes; cause++) {
    for (const total of sums) for (const four of total) for (const column of four) column.fill(0);
    let drawn = -1;
    let together: readonly DrawnTogether[] = [];
    for (const area of areasInOrder(checked)) {
      const set = checked.ratesOf[area]!;
      if (set !== drawn) {
        const active = drawRates(checked, events, set, cause, seed, draws, rates);
        together = drawTrends(active, uncertain, checked, { cause, draws, seed });
        drawn = set;
      }
      for (let time = 0; time < times; time++) {
        fillDraws(checked, area, time, cause, together, rates, scratch, one);
        for (const total of totalsOf[area]!) addTo(sums[total]![time]!, one);
        summarise(one, (area * times + time) * causes + cause, share, found);
      }
    }
    for (let total = 0; total < totals.length; total++)
      for (let time = 0; time < times; time++)
        summarise(sums[total]![time]!, ((areas + total) * times + time) * causes + cause, share, found);
  }
  return found;
}

/** Draws of burden, growth, ageing and rates. */
type Four = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/** Areas with one set of rates after one another, so that each set is drawn once for a cause. */
function areasInOrder({ areas, ratesOf }: CheckedColumns): readonly number[] {
  return Array.from({ length: areas }, (_, area) => area).sort((a, b) => ratesOf[a]! - ratesOf[b]! || a - b);
}

/** Draws the rates of a cause, draw after draw in each stratum; gives the strata that have a rate. */
function drawRates(
  { causes, strata, rates }: CheckedColumns,
  events: ArrayLike<number>,
  set: number,
  cause: number,
  seed: number,
  draws: number,
  into: Float64Array,
): Int32Array {
  const random = createRandom(seed, { stream: set * causes + cause });
  const active: number[] = [];
  const start = (set * causes + cause) * strata;
  for (let stratum = 0; stratum < strata; stratum++) {
    const rate = rates[start + stratum]!;
    const count = events[start + stratum]!;
    if (rate === 0) continue;
    active.push(stratum);
    const at = stratum * draws;
    for (let d = 0; d < draws; d++)
      into[at + d] = count > 0 ? (rate * gammaDraw(random, count)) / count : count === 0 ? rate : Number.NaN;
  }
  return Int32Array.from(active);
}

/** Fills the draws of one area, time and cause. */
function fillDraws(
  { times, causes, strata, people, factors }: CheckedColumns,
  area: number,
  time: number,
  cause: number,
  together: readonly DrawnTogether[],
  rates: Float64Array,
  scratch: Scratch,
  [burden, size, structure, rate]: Four,
): void {
  const { before, now, other, part } = scratch;
  const draws = burden.length;
  const at1 = area * times * strata;
  const at2 = at1 + time * strata;
  const f1 = cause * strata;
  const f2 = (time * causes + cause) * strata;
  const n1 = sumOf(people, at1, strata);
  const n2 = sumOf(people, at2, strata);
  const nobody = !(n1 > 0 && n2 > 0);
  const [first] = together;
  if (nobody || !first || first.strata.length === 0) {
    for (const column of [burden, size, structure, rate]) column.fill(nobody ? Number.NaN : 0);
    return;
  }
  const active = first.strata;
  const alike =
    together.length === 1 &&
    first.lifts === null &&
    active.every((i) => factors[f1 + i] === factors[f1 + active[0]!] && factors[f2 + i] === factors[f2 + active[0]!]);
  if (alike) {
    const [k1, k2] = [factors[f1 + active[0]!]!, factors[f2 + active[0]!]!];
    if (time === 0) weigh(people, at1, factors, -1, active, rates, before);
    weigh(people, at2, factors, -1, active, rates, now);
    // Every effect is a weight of the burden of the people at first, and another of those now.
    combine(burden, 0, before, k2, now);
    for (const [effect, into] of [
      [sizeEffect, size],
      [structureEffect, structure],
      [rateEffect, rate],
    ] as const)
      combine(into, effect(n1, n2, k1, k2, 0, 0), before, effect(n1, n2, 0, 0, k1, k2), now);
    return;
  }
  // Four sums: of the people of either time at the rates of either.
  const weighAll = (start: number, from: number, at: number, into: Float64Array) => {
    into.fill(0);
    for (const { strata: members, lifts } of together) {
      weigh(people, start, factors, from, members, rates, part);
      const lift = lifts?.[at];
      for (let d = 0; d < draws; d++) into[d]! += lift ? part[d]! * lift[d]! : part[d]!;
    }
  };
  weighAll(at1, f1, 0, size);
  weighAll(at1, f2, time, now);
  weighAll(at2, f1, 0, other);
  weighAll(at2, f2, time, burden);
  for (let d = 0; d < draws; d++) {
    const [t11, t12, t21, t22] = [size[d]!, now[d]!, other[d]!, burden[d]!];
    size[d] = sizeEffect(n1, n2, t11, t12, t21, t22);
    structure[d] = structureEffect(n1, n2, t11, t12, t21, t22);
    rate[d] = rateEffect(n1, n2, t11, t12, t21, t22);
  }
}

/** Columns of draws to work in. */
interface Scratch {
  readonly before: Float64Array;
  readonly now: Float64Array;
  readonly other: Float64Array;
  readonly part: Float64Array;
}

/** Σ people × factor × rate over strata, for every draw; four strata in a pass. Factors from −1 are 1. */
function weigh(
  people: Float64Array,
  start: number,
  factors: Float64Array,
  from: number,
  active: Int32Array,
  rates: Float64Array,
  into: Float64Array,
): void {
  const draws = into.length;
  into.fill(0);
  for (let k = 0; k < active.length; k += 4) {
    const [a, b, c, d] = [active[k]!, active[k + 1] ?? -1, active[k + 2] ?? -1, active[k + 3] ?? -1];
    const weight = (i: number) => (i < 0 ? 0 : people[start + i]! * (from < 0 ? 1 : factors[from + i]!));
    const [wa, wb, wc, wd] = [weight(a), weight(b), weight(c), weight(d)];
    const [ra, rb, rc, rd] = [a * draws, (b < 0 ? a : b) * draws, (c < 0 ? a : c) * draws, (d < 0 ? a : d) * draws];
    for (let i = 0; i < draws; i++)
      into[i]! += wa * rates[ra + i]! + wb * rates[rb + i]! + wc * rates[rc + i]! + wd * rates[rd + i]!;
  }
}

function combine(into: Float64Array, a: number, first: Float64Array, b: number, second: Float64Array): void {
  for (let d = 0; d < into.length; d++) into[d] = a * first[d]! + b * second[d]!;
}

function addTo(sums: Four, one: Four): void {
  for (let part = 0; part < 4; part++) {
    const [sum, own] = [sums[part]!, one[part]!];
    for (let d = 0; d < own.length; d++) sum[d]! += own[d]!;
  }
}

/** Limits and moments of draws. */
function summarise(
  four: Four,
  row: number,
  share: MiddleShare,
  { lower, upper, mean, monteCarloError }: ProjectedBurdenLimits,
): void {
  for (let part = 0; part < 4; part++) {
    share.of(four[part]!);
    lower[names[part]!][row] = share.found[0]!;
    upper[names[part]!][row] = share.found[1]!;
    if (part > 0) continue;
    mean[row] = share.found[2]!;
    monteCarloError[row] = share.found[3]! / Math.sqrt(four[0].length);
  }
}

const names = ["burden", "size", "structure", "rate"] as const;

function parts(rows: number): ProjectedBurdenParts {
  return { burden: missing(rows), size: missing(rows), structure: missing(rows), rate: missing(rows) };
}

function missing(rows: number): Float64Array {
  return new Float64Array(rows).fill(Number.NaN);
}

function totalsOfAreas(caller: string, totals: readonly ArrayLike<number>[], areas: number): readonly number[][] {
  const totalsOf: number[][] = Array.from({ length: areas }, () => []);
  for (const [total, members] of totals.entries())
    for (let i = 0; i < members.length; i++) {
      const area = members[i]!;
      if (!Number.isInteger(area) || area < 0 || area >= areas)
        throw new RangeError(
          `${caller}: totals must be of areas from 0 to ${areas - 1}, got ${area} in total ${total}`,
        );
      totalsOf[area]!.push(total);
    }
  return totalsOf;
}

function requireDraws(caller: string, draws: number, seed: number, level: number): void {
  if (!Number.isInteger(draws) || draws < 20 || draws > 100_000)
    throw new RangeError(`${caller}: draws must be a whole number from 20 to 100,000, got ${draws}`);
  if (!Number.isInteger(seed) || seed < 0 || seed > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`${caller}: seed must be a whole number from 0 to 2⁵³ − 1, got ${seed}`);
  requireLevel(caller, level);
}

function requireEach(caller: string, events: ArrayLike<number>, { rates }: CheckedColumns): void {
  if (events.length !== rates.length)
    throw new RangeError(`${caller}: needs events for each of ${rates.length} rates, got ${events.length}`);
  for (let i = 0; i < events.length; i++)
    if (events[i]! < 0 || events[i] === Infinity)
      throw new RangeError(`${caller}: events must be 0 or more, got ${events[i]} in row ${i}`);
}
