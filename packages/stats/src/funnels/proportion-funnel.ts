import { statusCode } from "../columns/group-status.ts";
import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requirePer, requireSameLength } from "../shared/require.ts";
import { adjustedLimit } from "./adjusted-limit.ts";
import {
  type ProportionControlMethod,
  proportionControlShare,
  requireProportionTarget,
} from "./proportion-control-limits.ts";
import {
  emptyFunnel,
  type FunnelColumns,
  type FunnelDispersion,
  type FunnelOptions,
  requireFunnel,
  signalBeyond,
} from "./ratio-funnel.ts";
import { type ProportionScale, proportionScales } from "./scales.ts";

/** How proportions are set against a funnel. */
export interface ProportionFunnelOptions extends FunnelOptions {
  /** How the limits are placed. Default `exact`. */
  readonly method?: ProportionControlMethod;
  /** What the whole is expressed as: 1 for a share, 100 for per cent. Default 1. */
  readonly per?: number;
  /** The proportion that areas are set against, on the scale of `per`. Default that of all areas together. */
  readonly target?: number;
  /** Widens the control limits for what areas vary beyond chance, on a scale; `method` then has no say. Default none. */
  readonly dispersion?: FunnelDispersion<ProportionScale>;
}

/**
 * Sets the proportions of many areas against a funnel: each with the control limits at its own size, and whether it
 * lies beyond them.
 *
 * value = events ÷ total × per; limits as `proportionControlLimits`, or as `adjustedProportionLimits`. An area exactly
 * on a limit lies within. With the limits `exact` an area on target is signalled with a chance of at most (1 − level)/2
 * on either side.
 *
 * @param events how many have it in each area, from 0 to the total
 * @param totals how many there are in each area; with 0 there is no proportion
 * @returns a row for each area; NaN with a status where a number is missing or cannot be, or the total is 0
 * @throws RangeError where the columns differ in length or are empty, or an option is invalid
 *
 * Source: Spiegelhalter DJ. Stat Med 2005;24:1185–202.
 * Reference: `proportionControlLimits`, to the last digit; `assign_funnel_significance` of PHEindicatormethods 2.1.0
 * under `score`, exactly, in all its cases.
 *
 * @example
 * proportionFunnel([30, 10, 1], [50, 50, 50], { target: 0.2 }).signal // [2, 0, -2]
 */
export function proportionFunnel(
  events: ArrayLike<number>,
  totals: ArrayLike<number>,
  options: ProportionFunnelOptions = {},
): FunnelColumns {
  const { levels = [0.95, 0.998], deviates, method = "exact", per = 1, dispersion } = options;
  requireSameLength("proportionFunnel", { events, totals });
  requireFunnel("proportionFunnel", levels, deviates);
  requirePer("proportionFunnel", per);
  const areas = events.length;
  const result = emptyFunnel(areas, levels.length);
  let having = 0;
  let all = 0;
  for (let i = 0; i < areas; i++) {
    result.status[i] = statusOf(events[i]!, totals[i]!);
    if (result.status[i] !== 0) continue;
    result.value[i] = (events[i]! / totals[i]!) * per;
    having += events[i]!;
    all += totals[i]!;
  }
  const target = options.target ?? (having / all) * per;
  requireProportionTarget("proportionFunnel", target, per);
  levels.forEach((level, l) => {
    const [lower, upper] = [result.lower[l]!, result.upper[l]!];
    const tail = (1 - level) / 2;
    const z = deviates?.[l] ?? normalDeviate(level);
    const { scale = "arcsine", phi = 1, betweenVariance = 0 } = dispersion ?? {};
    for (let i = 0; i < areas; i++) {
      if (result.status[i] !== 0) continue;
      const n = totals[i]!;
      if (dispersion) {
        lower[i] = adjustedLimit(proportionScales[scale], n, target / per, phi, betweenVariance, -z) * per;
        upper[i] = adjustedLimit(proportionScales[scale], n, target / per, phi, betweenVariance, z) * per;
      } else {
        lower[i] = proportionControlShare(method, n, target / per, tail, z, -1) * per;
        upper[i] = proportionControlShare(method, n, target / per, tail, z, 1) * per;
      }
    }
    signalBeyond(result, lower, upper);
  });
  return result;
}

const missing = statusCode("missing");
const impossible = statusCode("impossible");
const noPopulation = statusCode("no population");

function statusOf(events: number, total: number): number {
  if (Number.isNaN(events + total)) return missing;
  if (events < 0 || total < 0 || total === Infinity || events > total) return impossible;
  return total === 0 ? noPopulation : 0;
}
