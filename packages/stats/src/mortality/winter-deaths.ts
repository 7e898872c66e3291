import { rateDifference } from "../differences/rate-difference.ts";
import { rateRatio } from "../differences/rate-ratio.ts";
import { deviateOf } from "../intervals/deviate.ts";
import type { Interval } from "../shared/interval.ts";
import { requireEvents, requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";

/** Deaths of three parts of the year: December to March, and the four months on either side. */
export interface Seasons {
  /** August to November. */
  readonly before: number;
  /** December to March. */
  readonly winter: number;
  /** April to July. */
  readonly after: number;
}

/** How many more people die in winter. */
export interface WinterDeaths {
  /** Deaths in winter above the mean of the two adjoining periods: the seasonal increase, or excess winter deaths. */
  readonly increase: Interval;
  /** The increase in per cent of that mean: the excess winter mortality index. */
  readonly index: Interval;
}

/** How winter deaths are set against the rest of the year. */
export interface WinterDeathsOptions {
  /**
   * `score` (default): limits of the difference and of the ratio of two Poisson rates; `normal`: increase ∓ z √(winter + (before +
   * after)/4), and for the index the same in per cent of the mean, taken as known, as some tables print them.
   */
  readonly limits?: "score" | "normal";
  /** A normal deviate in place of that of the level, such as 1.96, for `normal`. Default none. */
  readonly deviate?: number;
  /** Days of each period, where their lengths are to be allowed for (`{ before: 122, winter: 121, after: 122 }`). Default alike. */
  readonly days?: Seasons;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * Excess winter deaths: deaths of December to March against the mean of the four months before and the four after.
 *
 * increase = winter − (before + after) ÷ 2; index = 100 × increase ÷ ((before + after) ÷ 2).
 *
 * @param deaths `before`, `winter`, `after`: deaths of each period, 0 or more
 * @param options `limits`, `deviate`, `days`, `level`
 * @returns the increase in deaths and the index in per cent, with limits; both are below 0 where fewer died in winter; the index
 * is Infinity, or NaN, where nobody died in the other months; all are NaN where a count is missing
 * @throws RangeError where a count is negative or infinite, days are not above 0, or the level or deviate is invalid
 *
 * Source: Curwen M, Devis T. Winter mortality, temperature and influenza: has the relationship changed in recent years?
 * Population Trends 1988;54:17–20 (the definition).
 * Reference: worked by hand; `score` is `rateDifference` and `rateRatio` of one period and two.
 *
 * @example
 * winterDeaths({ before: 900, winter: 1200, after: 1100 }).index.value // 20
 */
export function winterDeaths(
  deaths: Seasons,
  { limits = "score", deviate, days = { before: 1, winter: 1, after: 1 }, level = 0.95 }: WinterDeathsOptions = {},
): WinterDeaths {
  requireLevel("winterDeaths", level);
  requireChoice("winterDeaths", "limits", limits, ["score", "normal"]);
  const z = deviateOf("winterDeaths", level, deviate);
  for (const period of ["before", "winter", "after"] as const) {
    requireEvents("winterDeaths", deaths[period], ` ${period === "winter" ? "in" : period} winter`);
    if (!(days[period] > 0) || days[period] === Infinity) {
      throw new RangeError(`winterDeaths: days must be above 0, got ${days[period]} of ${period}`);
    }
  }
  const others = deaths.before + deaths.after;
  const winter = { events: deaths.winter, population: days.winter };
  const rest = { events: others, population: days.before + days.after };
  const mean = (others * days.winter) / rest.population;
  const increase = deaths.winter - mean;
  if (limits === "normal") {
    const share = days.winter / rest.population;
    const reach = z * Math.sqrt(deaths.winter + others * share * share);
    const part = (value: number) => (100 * value) / mean;
    return {
      increase: { value: increase, lower: increase - reach, upper: increase + reach },
      index: { value: part(increase), lower: part(increase - reach), upper: part(increase + reach) },
    };
  }
  const { lower, upper } = rateDifference(winter, rest, { per: days.winter, level });
  const ratio = rateRatio(winter, rest, { level });
  const index = (value: number) => 100 * (value - 1);
  return {
    increase: { value: increase, lower, upper },
    index: { value: (100 * increase) / mean, lower: index(ratio.lower), upper: index(ratio.upper) },
  };
}
