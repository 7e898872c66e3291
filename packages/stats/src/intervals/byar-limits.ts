import { cube } from "../shared/cube.ts";
import type { Limits } from "../shared/interval.ts";
import { requireEvents } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { type DeviateOptions, deviateOf } from "./deviate.ts";

/** Which of the formulas that go by Byar's name is meant. */
export interface ByarOptions extends DeviateOptions {
  /**
   * What is added to the count: `one above` (default) one event for the upper limit, as Breslow and Day have it; `half
   * on both sides` half an event for either limit, as epitools has it; `nothing`.
   */
  readonly continuity?: "one above" | "half on both sides" | "nothing";
  /** The lower limit of no events: `zero` (default), or `missing` as where a spreadsheet or R divides by 0. */
  readonly noEvents?: "zero" | "missing";
}

/**
 * Byar's approximate limits of a Poisson count.
 *
 * lower = x (1 − 1/9x − z/3√x)³; upper = (x + 1) (1 − 1/9(x + 1) + z/3√(x + 1))³.
 *
 * Good from about 10 events upwards; below that `exactPoissonLimits` is the better choice, and `poissonLimits` makes it.
 *
 * @param events events counted, 0 or more, whole or apportioned
 * @param level coverage, between 0 and 1
 * @param options `deviate`: 1.96, say, in place of the level's; `continuity`: the variant; `noEvents`
 * @returns limits in events; the lower one is 0 where the formula falls below 0, as at no events; NaN for a missing count
 * @throws RangeError where events are negative or infinite, the level is not between 0 and 1, or the deviate not above 0
 *
 * Source: Breslow NE, Day NE. Statistical Methods in Cancer Research, vol. II, 1987, p. 69; for half on both sides Rothman
 * KJ, Greenland S. Modern Epidemiology, 2nd ed., 1998, as epitools gives it.
 * Reference: `phe_rate` of PHEindicatormethods 2.1.0 (10 events and more), to 1e-11 relative; `pois.byar` of epitools
 * 0.5-10.1 (half on both sides), to 1e-13.
 *
 * @example
 * byarLimits(50) // { lower: 37.108100409034186, upper: 65.92015669395772 }
 */
export function byarLimits(events: number, level = 0.95, options: ByarOptions = {}): Limits {
  requireEvents("byarLimits", events);
  const { continuity = "one above", noEvents = "zero" } = options;
  requireChoice("byarLimits", "continuity", continuity, ["one above", "half on both sides", "nothing"]);
  requireChoice("byarLimits", "noEvents", noEvents, ["zero", "missing"]);
  const z = deviateOf("byarLimits", level, options.deviate);
  const lower = byarLower(continuity === "half on both sides" ? events + 0.5 : events, z);
  const upper = byarUpper(continuity === "one above" ? events : events - (continuity === "nothing" ? 1 : 0.5), z);
  return { lower: events === 0 && noEvents === "missing" ? Number.NaN : lower, upper };
}

/** The lower limit alone, a number without an object around it, for kernels; `z` is the normal deviate. */
export function byarLower(events: number, z: number): number {
  return events === 0 ? 0 : Math.max(0, events * cube(1 - 1 / (9 * events) - z / (3 * Math.sqrt(events))));
}

/** The upper limit alone. */
export function byarUpper(events: number, z: number): number {
  const next = events + 1;
  return next === 0 ? 0 : next * cube(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)));
}
