import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requireDeviate, requireLevel } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { fixedFactors, type InfantSeparationRule, isRule, type SeparationFactors } from "./separation-factors.ts";

/** When the life expectancies of a group are withheld. No rule by default. */
export interface LifeTableWithholding {
  /** All ages of a group with this many people (person-years) or fewer. */
  readonly populationUpTo?: number;
  /** All ages of a group with fewer people (person-years). */
  readonly populationBelow?: number;
  /** All ages of a group with fewer deaths. */
  readonly deathsBelow?: number;
  /** The value at any age whose 95% interval is wider than so many years; its limits are kept. */
  readonly intervalAbove?: number;
}

/** How life tables are worked out. */
export interface LifeTableOptions {
  /** Coverages of the limits, each between 0 and 1. Default 0.95 alone. */
  readonly levels?: readonly number[];
  /** A normal deviate in place of that of the levels, such as 1.96. Default none. */
  readonly deviate?: number;
  /** The part of its band that one who dies in it lives. Default `tenth in infancy`: 0.1 in the first year of life, else 0.5. */
  readonly separation?: SeparationFactors;
  /**
   * The variance of the years lived in the open band, 1 ÷ m: `poisson` (default) 1 ÷ (D m²), `binomial` (1 − m) ÷ (D m²),
   * `none` as if they were known.
   */
  readonly openVariance?: "poisson" | "binomial" | "none";
  /**
   * An open band that has no deaths, or nobody in it: `withhold` (default) gives no value, since every age rests on it;
   * `merge` adds bands below it until there are deaths. A number closes the table with so many years expected at the start
   * of the open band, taken as known, and leaves its counts aside.
   */
  readonly openBand?: "withhold" | "merge" | number;
  /** A closed band without people and without deaths: `withhold` (default), or `no deaths`, as if nobody died in it. */
  readonly emptyBands?: "withhold" | "no deaths";
  /** A band with more deaths than people: `use` it (default), all die in it where deaths exceed n ÷ a of them; or `withhold`. */
  readonly deathsAbovePopulation?: "use" | "withhold";
  /**
   * What a band takes away whose counts are missing or impossible, or in which nobody lives: `ages below` (default), its own
   * and all below; or the `whole group`.
   */
  readonly faultyBands?: "ages below" | "whole group";
  /**
   * An age that nobody of the table reaches, since all die in a band below: `own rates` (default), the life expectancy of one
   * who is of that age; `zero`, value 0 without limits.
   */
  readonly unreachedAges?: "own rates" | "zero";
  /** When life expectancies are withheld. Default: never. */
  readonly withhold?: LifeTableWithholding;
}

/** Options as a kernel needs them, checked once. */
export interface LifeTableSetting {
  readonly bands: number;
  /** Years in each band; Infinity in the open one. */
  readonly widths: Float64Array;
  /** Separation factors, as far as they do not follow from the rate of infants. */
  readonly factors: Float64Array;
  readonly infantRule: InfantSeparationRule | null;
  /** Whether the second band is that of ages 1 to 4, whose factor may follow from the rate of infants too. */
  readonly toddlers: boolean;
  readonly deviates: readonly number[];
  readonly deviate95: number;
  readonly openVariance: "poisson" | "binomial" | "none";
  /** Years expected at the start of the open band where they are given, else NaN. */
  readonly closing: number;
  readonly merge: boolean;
  readonly emptyIsNoDeaths: boolean;
  readonly excessIsFault: boolean;
  readonly faultIsOfGroup: boolean;
  readonly unreachedIsZero: boolean;
  readonly withhold: LifeTableWithholding;
}

const named = {
  openVariance: ["poisson", "binomial", "none"],
  openBand: ["withhold", "merge"],
  emptyBands: ["withhold", "no deaths"],
  deathsAbovePopulation: ["use", "withhold"],
  faultyBands: ["ages below", "whole group"],
  unreachedAges: ["own rates", "zero"],
} as const;

/** Checks bands and options, and prepares what all groups share. */
export function lifeTableSetting(
  caller: string,
  bandStarts: ArrayLike<number>,
  options: LifeTableOptions,
): LifeTableSetting {
  const { levels = [0.95], deviate, separation = "tenth in infancy", openVariance = "poisson" } = options;
  const { openBand = "withhold", withhold = {} } = options;
  for (const level of levels) requireLevel(caller, level);
  if (deviate !== undefined) requireDeviate(caller, deviate);
  for (const [option, choices] of Object.entries(named)) {
    const choice = options[option as keyof typeof named];
    if (choice !== undefined && typeof choice !== "number") requireChoice(caller, option, choice, choices);
  }
  if (typeof openBand === "number" && !(openBand > 0 && openBand < Infinity)) {
    throw new RangeError(`${caller}: years expected in the open band must be above 0, got ${openBand}`);
  }
  for (const [name, bound] of Object.entries(withhold)) {
    if (!(bound >= 0)) throw new RangeError(`${caller}: withhold.${name} must be 0 or more, got ${bound}`);
  }
  return {
    bands: bandStarts.length,
    widths: widthsOf(caller, bandStarts),
    factors: fixedFactors(caller, separation, bandStarts),
    infantRule: isRule(separation) ? separation : null,
    toddlers: bandStarts[1] === 1 && bandStarts[2] === 5,
    deviates: levels.map((level) => deviate ?? normalDeviate(level)),
    deviate95: deviate ?? normalDeviate(0.95),
    openVariance,
    closing: typeof openBand === "number" ? openBand : Number.NaN,
    merge: openBand === "merge",
    emptyIsNoDeaths: options.emptyBands === "no deaths",
    excessIsFault: options.deathsAbovePopulation === "withhold",
    faultIsOfGroup: options.faultyBands === "whole group",
    unreachedIsZero: options.unreachedAges === "zero",
    withhold,
  };
}

function widthsOf(caller: string, bandStarts: ArrayLike<number>): Float64Array {
  if (bandStarts.length === 0) throw new RangeError(`${caller}: needs at least one band, got none`);
  const widths = new Float64Array(bandStarts.length).fill(Infinity);
  for (let k = 0; k < bandStarts.length; k++) {
    const start = bandStarts[k]!;
    const next = bandStarts[k + 1];
    if (!(start >= 0 && start < Infinity) || (next !== undefined && !(next > start))) {
      throw new RangeError(
        `${caller}: bands must start at ages that rise from 0 or more, got ${start}${next === undefined ? "" : `, then ${next},`} in band ${k}`,
      );
    }
    if (next !== undefined) widths[k] = next - start;
  }
  return widths;
}
