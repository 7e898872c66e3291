import { requireDeviate, requireLevel, requireOneLength, requirePer } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { type CountLimitsMethod, writeCountLimits } from "./count-limits.ts";
import type { RateColumns } from "./direct-rate-columns.ts";
import { statusCode } from "./group-status.ts";

/** How crude rates are expressed. */
export interface CrudeRatesOptions {
  /** Person-years (or people) that rates are expressed per. Default 100 000. */
  readonly per?: number;
  /** Coverages of the limits, each between 0 and 1. Default 0.95 alone. */
  readonly levels?: readonly number[];
  /** The limits of the count. Default exact below 10 events, Byar's from 10. */
  readonly limits?: CountLimitsMethod;
  /** A normal deviate in place of that of the levels, such as 1.96; for Byar's limits. Default none. */
  readonly deviate?: number;
}

/**
 * Crude rates of many groups at once, over typed columns: what `crudeRate` does for one.
 *
 * @param events events of each group, 0 or more
 * @param population person-years of each group; with 0 there is no rate
 * @param options `per`, `levels`, `limits`, `deviate`
 * @returns columns with a row for each group, NaN where a number is missing or cannot be, with a status that says why
 * @throws RangeError where columns differ in length or an option is invalid
 *
 * Source: as for `crudeRate`.
 * Reference: `crudeRate`, to the last digit; through it `phe_rate` of PHEindicatormethods 2.1.0.
 *
 * @example
 * crudeRates([50, 0], [15_000, 1_000]).value // [333.3333333333333, 0]
 */
export function crudeRates(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  { per = 100_000, levels = [0.95], limits = "exact below 10", deviate }: CrudeRatesOptions = {},
): RateColumns {
  requireOneLength("crudeRates", { events, population });
  requirePer("crudeRates", per);
  for (const level of levels) requireLevel("crudeRates", level);
  if (deviate !== undefined) requireDeviate("crudeRates", deviate);
  requireChoice("crudeRates", "limits", limits, ["exact below 10", "byar", "exact"]);
  const rows = events.length;
  const column = () => new Float64Array(rows).fill(Number.NaN);
  const value = column();
  const status = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    status[i] = statusOf(events[i]!, population[i]!);
    if (status[i] === 0) value[i] = (events[i]! / population[i]!) * per;
  }
  const lower = levels.map(column);
  const upper = levels.map(column);
  levels.forEach((level, l) => {
    const [low, high] = [lower[l]!, upper[l]!];
    writeCountLimits({ events, status, lower: low, upper: high }, limits, level, deviate);
    for (let i = 0; i < rows; i++) {
      low[i] = (low[i]! / population[i]!) * per;
      high[i] = (high[i]! / population[i]!) * per;
    }
  });
  return { value, lower, upper, events: Float64Array.from(events), population: Float64Array.from(population), status };
}

const missing = statusCode("missing");
const impossible = statusCode("impossible");
const noPopulation = statusCode("no population");

/** The status of a count among people, before any policy. */
export function statusOf(events: number, population: number): number {
  if (Number.isNaN(events + population)) return missing;
  if (events < 0 || population < 0 || events === Infinity || population === Infinity) return impossible;
  return population === 0 ? noPopulation : 0;
}
