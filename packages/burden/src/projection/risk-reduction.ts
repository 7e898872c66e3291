import type { Conditions, Key, Keys } from "@popneeds/core";
import { jointFraction, type UptakeOptions, uptakeCurve } from "@popneeds/stats";

/** A measure that takes away part of a burden: a potential impact fraction, whose burden it is of, and how it comes to take effect. */
export interface RiskReduction<K extends Keys = Keys> extends UptakeOptions {
  /** What is done, for the footnote. */
  readonly name: string;
  /** The share of burden that is gone at full effect: a potential impact fraction, such as `impactFraction` of `@popneeds/stats` gives; 1 at most. */
  readonly fraction: number;
  /** Of which causes, sexes and ages. Default all. */
  readonly of?: Conditions<K>;
  /** The year in which it begins. */
  readonly from: number;
}

/** By how much reductions that act together multiply a rate in each year: 1 − joint fraction, Π (1 − uptake × fraction). */
export function reducedTo(
  reductions: readonly RiskReduction[],
  years: readonly number[],
  keys: Readonly<Record<string, Key>>,
): Float64Array {
  const own = reductions.filter(({ of = {} }) =>
    Object.entries(of as Readonly<Record<string, unknown>>).every(([name, wanted]) =>
      typeof wanted === "function" ? wanted(keys[name]) : wanted === undefined || keys[name] === wanted,
    ),
  );
  const curves = own.map(({ from, duration, lag, shape, share }) =>
    uptakeCurve(
      years.map((year) => year - from),
      {
        ...(duration === undefined ? {} : { duration }),
        ...(lag === undefined ? {} : { lag }),
        ...(shape === undefined ? {} : { shape }),
        ...(share === undefined ? {} : { share }),
      },
    ),
  );
  return Float64Array.from(years, (_, t) => 1 - jointFraction(own.map(({ fraction }, i) => fraction * curves[i]![t]!)));
}

/** A reduction in words. */
export function sayReduction({
  name,
  fraction,
  from,
  duration = 1,
  lag = 0,
  shape = "linear",
  share = 1,
}: RiskReduction): string {
  return `${name}: ${(100 * fraction).toFixed(1)} % less at full effect, from ${from} over ${duration} years (${shape}), ${lag} years later in effect, reaching ${(100 * share).toFixed(0)} %`;
}
