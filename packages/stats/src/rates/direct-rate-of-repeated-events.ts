import { byarLimits } from "../intervals/byar-limits.ts";
import type { Interval } from "../shared/interval.ts";
import { requireEvents, requireLevel, requirePer, requirePopulation, requireSameLength } from "../shared/require.ts";
import type { RateOptions } from "./crude-rate.ts";
import { dobsonInterval, requireSomeWeight, requireWeight } from "./direct-rate.ts";

/**
 * The directly standardised rate of events that the same person can have several times, such as admissions.
 *
 * Events of one person are not independent, people are: those with f events each are counted apart, so that the variance
 * becomes Σ_f f² v_f, where v_f is Dobson's variance of the people with f events. The value is the ordinary one,
 * Σ w·(Σ_f f·x_f)/n ÷ Σ w, and the limits are wider than `directRate` gives.
 *
 * @param people for each frequency a column: in each stratum, how many people had that many events, 0 or more
 * @param frequencies how many events a person of each column had, above 0
 * @param population person-years in each stratum, above 0
 * @param weights people of the standard in each stratum, 0 or more, on any scale
 * @returns value, lower and upper per `per` person-years; with no events at all the value is 0 and the limits are NaN;
 * all are NaN where a count is missing
 * @throws RangeError as `directRate` does, and where a frequency is not above 0
 *
 * Source: Office for Health Improvement and Disparities. Fingertips Public Health Technical Guidance, confidence
 * intervals for non-independent events.
 * Reference: `calculate_dsr(independent_events = FALSE)` of PHEindicatormethods 2.1.0, to 1e-11 relative.
 *
 * @example
 * directRateOfRepeatedEvents([[10, 40]], [1], [10_000, 5_000], [60_000, 40_000]).value // 380
 */
export function directRateOfRepeatedEvents(
  people: ArrayLike<ArrayLike<number>>,
  frequencies: ArrayLike<number>,
  population: ArrayLike<number>,
  weights: ArrayLike<number>,
  { per = 100_000, level = 0.95 }: RateOptions = {},
): Interval {
  const caller = "directRateOfRepeatedEvents";
  requireSameLength(caller, { people, frequencies });
  requireSameLength(caller, { population, weights });
  requirePer(caller, per);
  requireLevel(caller, level);

  let weight = 0;
  for (let i = 0; i < weights.length; i++) {
    requirePopulation(caller, population[i]!, ` in stratum ${i}`);
    requireWeight(caller, weights[i]!, i);
    weight += weights[i]!;
  }
  requireSomeWeight(caller, weight);

  let total = 0;
  let weighted = 0;
  let variance = 0;
  for (let k = 0; k < frequencies.length; k++) {
    const f = frequencies[k]!;
    const column = people[k]!;
    if (!(f > 0) || f === Infinity) throw new RangeError(`${caller}: frequency must be above 0, got ${f}`);
    requireSameLength(caller, { people: column, population });
    for (let i = 0; i < column.length; i++) {
      const x = column[i]!;
      requireEvents(caller, x, ` in stratum ${i}`);
      const share = weights[i]! / population[i]!;
      total += f * x;
      weighted += f * x * share;
      variance += f * f * x * share * share;
    }
  }
  const { lower, upper } = byarLimits(total, level);
  return dobsonInterval(weighted / weight, Math.sqrt(variance / total) / weight, { total, lower, upper }, per);
}
