import {
  type Key,
  type Keys,
  keyLabel,
  keyText,
  type Missing,
  missingAt,
  type Period,
  PopneedsError,
  reasonCode,
  type Table,
} from "@popneeds/core";
import { dampedTrend } from "@popneeds/stats";
import { checkedOptions } from "../shared/checked-options.ts";
import { keyAt, type RateCells, stratumKeys } from "./rate-cells.ts";
import { type RiskReduction, reducedTo } from "./risk-reduction.ts";

/** A yearly change in per cent, such as `annualChange` gives, by some of the keys that rates are by. */
export type Trend = Table<Keys, { readonly value: "percentage" }>;

export interface FactorOptions {
  readonly trend?: Trend | undefined;
  readonly damping?: number | undefined;
  readonly cap?: number | undefined;
  readonly reductions?: readonly RiskReduction[] | undefined;
}

/** By how much rates are multiplied in each year, strata of causes of times; and the reasons of causes that have no trend. */
export function factorsOfRates(
  caller: string,
  cells: RateCells,
  periods: readonly Period[],
  ratesPeriod: Period | undefined,
  { trend, damping, cap, reductions = [] }: FactorOptions,
): Float64Array {
  const { causes, strata, further } = cells;
  const years = periods.map(middleYear);
  const factors = new Float64Array(years.length * causes * strata).fill(1);
  if (!trend && reductions.length === 0) return factors;
  refuseOddKeys(caller, reductions, [...cells.within, ...Object.keys(further)]);
  const ahead = trend ? yearsAhead(caller, years, ratesPeriod) : years.map(() => 0);
  const changeOf = trend ? changesOf(caller, trend, cells) : () => 0;
  const most = Math.max(0, ...ahead);
  const curves = new Map<number, Float64Array>();
  const curve = (change: number) => {
    let known = curves.get(change);
    if (!known) {
      known = checkedOptions(caller, () =>
        dampedTrend(change, most, {
          ...(damping === undefined ? {} : { damping }),
          ...(cap === undefined ? {} : { cap }),
        }),
      );
      curves.set(change, known);
    }
    return known;
  };
  for (let cause = 0; cause < causes; cause++) {
    const own = Object.fromEntries(
      Object.entries(further).map(([name, { values, codes }]) => [name, values[codes[cause]!]!]),
    );
    for (let stratum = 0; stratum < strata; stratum++) {
      const keys = { ...own, ...stratumKeys(cells, stratum) };
      const change = changeOf(keys);
      const reduced = checkedOptions(caller, () => reducedTo(reductions, years, keys));
      if (typeof change === "string")
        for (let set = 0; set * causes < cells.reasons.length; set++)
          cells.reasons[set * causes + cause] ||= reasonCode(change);
      for (let time = 0; time < years.length; time++) {
        const trended =
          typeof change === "string" ? Number.NaN : ahead[time] === 0 ? 1 : curve(change)[ahead[time]! - 1]!;
        factors[(time * causes + cause) * strata + stratum] = trended * reduced[time]!;
      }
    }
  }
  return factors;
}

/** The calendar year in the middle of a period; of an even number of years, the earlier of the two. */
export function middleYear({ start, end }: Period): number {
  return Math.floor((Number(start.slice(0, 4)) + Number(end.slice(0, 4))) / 2);
}

function yearsAhead(caller: string, years: readonly number[], period: Period | undefined): readonly number[] {
  if (!period)
    throw new PopneedsError({
      code: "no-period",
      message: `${caller}: a trend needs to know of which period the rates are, and the table has no key period`,
      fix: 'Keep the period in the rates: do not sum over it, or withKey(rates, "period", …).',
    });
  const from = middleYear(period);
  const early = years.filter((year) => year < from);
  if (early.length > 0)
    throw new PopneedsError({
      code: "before-rates",
      message: `${caller}: a trend goes on from the middle of the rates' period, ${from}; ${early.length} of ${years.length} years come before`,
      where: early.map(String),
      fix: "Leave the earlier years out with keep(), or give rates of an earlier period.",
    });
  return years.map((year) => year - from);
}

/** The yearly change of the logarithm of a rate, by the keys of a stratum. */
function changesOf(caller: string, trend: Trend, { within, further }: RateCells) {
  const table = trend as unknown as Table;
  const known = [...within, ...Object.keys(further)];
  const names = Object.keys(table.keys).filter((name) => known.includes(name));
  const odd = Object.entries(table.keys).filter(([name, { values }]) => !known.includes(name) && values.length > 1);
  if (odd.length > 0)
    throw new PopneedsError({
      code: "different-keys",
      message: `${caller}: a trend must be by keys of the rates, ${known.join(", ")}; it has several of ${odd.map(([name]) => name).join(", ")}`,
      fix: "Keep the trend of one area.",
    });
  const changes = new Map<string, number | Missing>();
  for (let row = 0; row < table.length; row++) {
    const value = trend.measures.value.values[row]!;
    changes.set(
      names.map((name) => keyText(keyAt(table, name, row))).join("\u0000"),
      missingAt(trend.measures.value, row) ?? Math.log1p(value / 100),
    );
  }
  return (keys: Readonly<Record<string, Key>>): number | Missing => {
    const found = changes.get(names.map((name) => keyText(keys[name]!)).join("\u0000"));
    if (found === undefined)
      throw new PopneedsError({
        code: "no-trend",
        message: `${caller}: a trend must have a row for each ${names.join(" and ")} of the rates; there is none of ${names.map((name) => keyLabel(keys[name]!)).join(", ")}`,
        fix: "Give the trend of every cause; 0 % a year where none is assumed.",
      });
    return found;
  };
}

function refuseOddKeys(caller: string, reductions: readonly RiskReduction[], known: readonly string[]): void {
  for (const { name, of = {}, fraction, from } of reductions) {
    const odd = Object.keys(of).filter((key) => !known.includes(key));
    if (odd.length > 0)
      throw new PopneedsError({
        code: "unknown-key",
        message: `${caller}: "${name}" is of a ${odd.join(", ")}, which rates are not by; they are by ${known.join(", ")}`,
        fix: "Name keys of the rates.",
      });
    if (!Number.isFinite(fraction) || fraction > 1 || !Number.isInteger(from))
      throw new PopneedsError({
        code: "invalid-option",
        message: `${caller}: "${name}" needs a fraction of 1 at most and a whole year from which it begins; found ${fraction} from ${from}`,
        fix: "Give the potential impact fraction as a share, such as 0.12, and the year, such as 2026.",
      });
  }
}
