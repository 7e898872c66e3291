import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requireDeviate, requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import type { LifeTable } from "./life-table.ts";

/** How healthy life expectancy is worked out. */
export interface HealthyLifeExpectancyOptions {
  /**
   * People asked in each band, above 0, for the variance of their shares. Default none: the shares are taken as known, as those
   * of a census.
   */
  readonly respondents?: ArrayLike<number>;
  /**
   * By how much the design of the survey (clusters, weights) makes the variance of shares larger than that of a simple sample of as
   * many people, above 0: variances are multiplied by it. Default 1.
   */
  readonly designEffect?: number;
  /**
   * Which variance the limits rest on: that of the shares and of the death rates (`both`, default), or that of the shares
   * alone (`shares`), as Sullivan's method is often published.
   */
  readonly variance?: "both" | "shares";
  /** Coverages of the limits, each between 0 and 1. Default 0.95 alone. */
  readonly levels?: readonly number[];
  /** A normal deviate in place of that of the levels, such as 1.96. Default none. */
  readonly deviate?: number;
}

/** Years of a life table divided into those in good health and the others, at each age. */
export interface HealthyLifeExpectancy {
  /** Exact age in years. */
  readonly age: Float64Array;
  /** Years in good health expected at this age. */
  readonly expectancy: Float64Array;
  /** The other years expected. */
  readonly otherYears: Float64Array;
  /** Healthy years as a share of all. */
  readonly share: Float64Array;
  /** Variance of the healthy years. */
  readonly variance: Float64Array;
  /** Limits of the healthy years, a column for each level. */
  readonly lower: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
}

/**
 * Years that are expected to be lived in good health, by Sullivan's method (HLE, DFLE).
 *
 * H(x) = Σ L h ÷ l(x), h the share of each band in good health. Variance: Σ L² h(1 − h) ÷ N ÷ l(x)² for the shares, with
 * Σ l² ((1 − a)n h + H(x + n))² V(q) ÷ l(x)² for the death rates, and h² times the variance of the years lived in the open band.
 *
 * The shares are those of the period's population, so that a sudden change in health shows late.
 *
 * @param table a life table
 * @param healthy share in good health in each band of the table, 0 to 1
 * @param options `respondents`, `designEffect`, `variance`, `levels`, `deviate`
 * @returns columns in years, a row for each band; NaN from where a share or a life expectancy is missing downwards in age
 * @throws RangeError where a share is below 0 or above 1, respondents are not above 0, columns differ in length, or an
 * option is invalid
 *
 * Source: Sullivan DF. A single index of mortality and morbidity. HSMHA Health Rep 1971;86:347–54; Jagger C, Van Oyen H,
 * Robine JM. Health Expectancy Calculation by the Sullivan Method: a Practical Guide, 4th edition, 2014; Mathers CD. Health
 * Expectancies in Australia 1981 and 1988, 1991.
 * Reference: an independent computation in R of eight areas, values, shares and both standard errors, 1e-10 relative (the
 * full one with `openVariance: "none"` in the table); the guide's example of French women in 1991, to its one decimal.
 *
 * @example
 * healthyLifeExpectancy(lifeTable([1, 4, 10], [100, 400, 100], [0, 1, 5]), [0.9, 0.8, 0.5]).expectancy
 * // [8.754445286538798, 7.9411764705882355, 5]
 */
export function healthyLifeExpectancy(
  table: LifeTable,
  healthy: ArrayLike<number>,
  options: HealthyLifeExpectancyOptions = {},
): HealthyLifeExpectancy {
  const { respondents, designEffect = 1, variance: kind = "both", levels = [0.95], deviate } = options;
  const bands = table.age.length;
  for (const level of levels) requireLevel("healthyLifeExpectancy", level);
  if (deviate !== undefined) requireDeviate("healthyLifeExpectancy", deviate);
  requireChoice("healthyLifeExpectancy", "variance", kind, ["both", "shares"]);
  if (!(designEffect > 0 && designEffect < Infinity)) {
    throw new RangeError(`healthyLifeExpectancy: design effect must be above 0, got ${designEffect}`);
  }
  requireShares(healthy, respondents, bands);
  const column = () => new Float64Array(bands).fill(Number.NaN);
  const [expectancy, otherYears, share, variance] = [column(), column(), column(), column()];

  const open = openBand(table);
  let h = Number.NaN;
  let v = Number.NaN;
  for (let k = open; k >= 0; k--) {
    const w = healthy[k]!;
    const ofShare = respondents === undefined ? 0 : (designEffect * w * (1 - w)) / respondents[k]!;
    const q = table.probability[k]!;
    const inBand = k === open ? table.yearsOfDying[k]! : bandYears(table, k);
    if (k === open) {
      v = inBand * inBand * ofShare + (kind === "both" ? w * w * table.variance[k]! : 0);
      h = inBand * w;
    } else {
      const rest = (table.age[k + 1]! - table.age[k]! - table.yearsOfDying[k]!) * w + h;
      const ofRates = kind === "both" ? rest * rest * table.probabilityVariance[k]! : 0;
      v = inBand * inBand * ofShare + ofRates + (1 - q) * (1 - q) * v;
      h = inBand * w + (1 - q) * h;
    }
    expectancy[k] = h;
    variance[k] = v;
    otherYears[k] = table.expectancy[k]! - h;
    share[k] = h / table.expectancy[k]!;
  }
  const limits = (sign: number) =>
    levels.map((level) =>
      expectancy.map((x, k) => x + sign * (deviate ?? normalDeviate(level)) * Math.sqrt(variance[k]!)),
    );
  return { age: table.age, expectancy, otherYears, share, variance, lower: limits(-1), upper: limits(1) };
}

/** Years lived in a closed band by one who starts it. */
function bandYears({ age, probability, yearsOfDying }: LifeTable, band: number): number {
  const q = probability[band]!;
  return (1 - q) * (age[band + 1]! - age[band]!) + q * yearsOfDying[band]!;
}

/** The band that is open: the last that was not merged into one below it. */
export function openBand({ status }: LifeTable): number {
  let open = status.length - 1;
  while (open > 0 && status[open] === "merged into the open band") open--;
  return open;
}

function requireShares(healthy: ArrayLike<number>, respondents: ArrayLike<number> | undefined, bands: number): void {
  for (const [name, values] of [
    ["shares", healthy],
    ["respondents", respondents],
  ] as const) {
    if (values !== undefined && values.length !== bands) {
      throw new RangeError(
        `healthyLifeExpectancy: needs ${name} for each of ${bands} bands of the life table, got ${values.length}`,
      );
    }
  }
  for (let k = 0; k < bands; k++) {
    if (healthy[k]! < 0 || healthy[k]! > 1) {
      throw new RangeError(`healthyLifeExpectancy: shares must be from 0 to 1, got ${healthy[k]} in band ${k}`);
    }
    if (respondents !== undefined && respondents[k]! <= 0) {
      throw new RangeError(`healthyLifeExpectancy: respondents must be above 0, got ${respondents[k]} in band ${k}`);
    }
  }
}
