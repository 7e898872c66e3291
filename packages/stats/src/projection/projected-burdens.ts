import { checkedColumns, type ProjectionColumns } from "./projection-columns.ts";

/** Projected burden and the drivers of its change: a number for each area, time and cause; causes of times of areas. */
export interface ProjectedBurdenColumns {
  /** Σ people × rate × factor. */
  readonly burden: Float64Array;
  /** The effects since the first time of there being more people, of their being older, and of rates changing. */
  readonly size: Float64Array;
  readonly structure: Float64Array;
  readonly rate: Float64Array;
}

/**
 * Burden of many areas and causes at many times, with growth, ageing and rates since the first time, over typed columns.
 *
 * Burden is Σ people × rate × factor over strata. The drivers are those of `burdenChange` between the first time and each other, and add up to
 * the change of burden. All three follow from four sums Tᵢⱼ = Σ people at time i × rates at time j, so that each area, time and
 * cause takes one pass over its strata; the time grows with areas × times × causes × strata.
 *
 * @param columns `times`, `causes`, `strata`; `people`; `rates` per person; `factors`; `ratesOf`
 * @returns columns of areas × times × causes; NaN where anything is missing or an area has nobody at the first or at that time
 * @throws RangeError where columns do not match, or people are below 0 or infinite
 *
 * Source: as `burdenChange`.
 * Reference: `burdenChange`, to 1e-12 of the burden.
 *
 * @example
 * projectedBurdens({ times: 2, causes: 1, strata: 2, people: [100, 50, 100, 100], rates: [0.1, 0.4] }).burden // [30, 50]
 */
export function projectedBurdens(columns: ProjectionColumns): ProjectedBurdenColumns {
  const { areas, times, causes, strata, people, rates, factors, ratesOf } = checkedColumns("projectedBurdens", columns);
  const rows = areas * times * causes;
  const burden = new Float64Array(rows);
  const size = new Float64Array(rows);
  const structure = new Float64Array(rows);
  const rate = new Float64Array(rows);
  for (let area = 0; area < areas; area++) {
    const before = area * times * strata;
    const n1 = sumOf(people, before, strata);
    for (let time = 0; time < times; time++) {
      const now = before + time * strata;
      const n2 = sumOf(people, now, strata);
      for (let cause = 0; cause < causes; cause++) {
        const of = (ratesOf[area]! * causes + cause) * strata;
        const first = cause * strata;
        const then = (time * causes + cause) * strata;
        let [t11, t12, t21, t22] = [0, 0, 0, 0];
        for (let i = 0; i < strata; i++) {
          const r = rates[of + i]!;
          const r1 = r * factors[first + i]!;
          const r2 = r * factors[then + i]!;
          const p1 = people[before + i]!;
          const p2 = people[now + i]!;
          t11 += p1 * r1;
          t12 += p1 * r2;
          t21 += p2 * r1;
          t22 += p2 * r2;
        }
        const row = (area * times + time) * causes + cause;
        const nobody = n1 === 0 || n2 === 0;
        burden[row] = nobody ? Number.NaN : t22;
        size[row] = sizeEffect(n1, n2, t11, t12, t21, t22);
        structure[row] = structureEffect(n1, n2, t11, t12, t21, t22);
        rate[row] = rateEffect(n1, n2, t11, t12, t21, t22);
      }
    }
  }
  return { burden, size, structure, rate };
}

/** The effect of growth, from people n and burdens of the people of one time at the rates of the same or the other. */
export function sizeEffect(n1: number, n2: number, t11: number, t12: number, t21: number, t22: number): number {
  return (n2 - n1) * ((t11 / n1 + t22 / n2) / 3 + (t12 / n1 + t21 / n2) / 6);
}

/** The effect of ageing. */
export function structureEffect(n1: number, n2: number, t11: number, t12: number, t21: number, t22: number): number {
  const atFirst = t21 / n2 - t11 / n1;
  const atSecond = t22 / n2 - t12 / n1;
  return (n1 * atFirst + n2 * atSecond) / 3 + (n1 * atSecond + n2 * atFirst) / 6;
}

/** The effect of rates. */
export function rateEffect(n1: number, n2: number, t11: number, t12: number, t21: number, t22: number): number {
  const inFirst = (t12 - t11) / n1;
  const inSecond = (t22 - t21) / n2;
  return (n1 * inFirst + n2 * inSecond) / 3 + (n1 * inSecond + n2 * inFirst) / 6;
}

/** People of all strata. */
export function sumOf(people: Float64Array, start: number, strata: number): number {
  let total = 0;
  for (let i = start; i < start + strata; i++) total += people[i]!;
  return total;
}
