import {
  type Key,
  type Keys,
  keyLabel,
  keyText,
  type MeasureColumn,
  type Missing,
  missingAt,
  type Period,
  PopneedsError,
  type Table,
} from "@popneeds/core";
import { normalDeviate, type UncertainTrend } from "@popneeds/stats";
import { cellKeys, keyAt, type RateCells } from "./rate-cells.ts";

/**
 * A yearly change in per cent, such as `annualChange` gives, by some of the keys that rates are by. Where limits stand beside it
 * (`lower`, `upper`), draws of a projection draw it too.
 */
export type Trend = Table<Keys, { readonly value: "percentage" }>;

/** A yearly change of the logarithm of a rate, with the standard error that its limits tell; `null` where it has none. */
export interface YearlyChange {
  readonly change: number;
  readonly standardError?: number | null;
}

/**
 * The yearly change of the logarithm of a rate, by the keys of a stratum.
 *
 * @param level coverage of the trend's limits, from which the standard error is told
 */
export function changesOf(
  caller: string,
  trend: Trend,
  { within, further }: RateCells,
  level = 0.95,
): (keys: Readonly<Record<string, Key>>) => YearlyChange | Missing {
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
  const { lower, upper } = table.measures as Readonly<Record<string, MeasureColumn | undefined>>;
  const reach = 2 * normalDeviate(level);
  const errorAt = (row: number): number | null => {
    if (!lower || !upper || missingAt(lower, row) || missingAt(upper, row)) return null;
    return (Math.log1p(upper.values[row]! / 100) - Math.log1p(lower.values[row]! / 100)) / reach;
  };
  const changes = new Map<string, YearlyChange | Missing>();
  for (let row = 0; row < table.length; row++) {
    const value = trend.measures.value.values[row]!;
    changes.set(
      names.map((name) => keyText(keyAt(table, name, row))).join("\u0000"),
      missingAt(trend.measures.value, row) ?? { change: Math.log1p(value / 100), standardError: errorAt(row) },
    );
  }
  return (keys) => {
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

/**
 * What is uncertain about a trend, as columns for the kernel; `null` where no limits stand beside it.
 *
 * @throws PopneedsError `impossible-limits` where limits are not in order, or stand at −100 % or less
 */
export function uncertaintyOf(
  caller: string,
  trend: Trend,
  cells: RateCells,
  years: {
    readonly ahead: readonly number[];
    readonly damping?: number;
    readonly cap?: number;
    readonly level: number;
  },
): UncertainTrend | null {
  const { causes, strata } = cells;
  const changeOf = changesOf(caller, trend, cells, years.level);
  const changes = new Float64Array(causes * strata);
  const standardErrors = new Float64Array(causes * strata);
  let some = false;
  for (let cause = 0; cause < causes; cause++)
    for (let stratum = 0; stratum < strata; stratum++) {
      const keys = cellKeys(cells, cause, stratum);
      const found = changeOf(keys);
      if (typeof found === "string") continue;
      const error = found.standardError ?? null;
      if (error !== null && !(error >= 0 && error < Infinity))
        throw new PopneedsError({
          code: "impossible-limits",
          message: `${caller}: limits of a trend must be in order and above −100 %; they are not for ${Object.values(keys).map(keyLabel).join(", ")}`,
          fix: "Correct lower and upper, or leave them out: the trend is then taken as certain.",
        });
      some ||= error !== null;
      changes[cause * strata + stratum] = found.change;
      standardErrors[cause * strata + stratum] = error ?? 0;
    }
  if (!some) return null;
  const { damping = 0.95, cap } = years;
  return {
    changes,
    standardErrors,
    reach: years.ahead.map((n) => damped(n, damping)),
    ...(cap === undefined ? {} : { cap }),
  };
}

/** φ + φ² + … + φʰ. */
function damped(years: number, damping: number): number {
  let [sum, weight] = [0, 1];
  for (let year = 0; year < years; year++) {
    weight *= damping;
    sum += weight;
  }
  return sum;
}

/** The calendar year in the middle of a period; of an even number of years, the earlier of the two. */
export function middleYear({ start, end }: Period): number {
  return Math.floor((Number(start.slice(0, 4)) + Number(end.slice(0, 4))) / 2);
}

/** How many years each comes after the middle of the rates' period. */
export function yearsAhead(caller: string, years: readonly number[], period: Period | undefined): readonly number[] {
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
