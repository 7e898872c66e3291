import { type Period, PopneedsError, reasonCode } from "@popneeds/core";
import { dampedTrend } from "@popneeds/stats";
import { checkedOptions } from "../shared/checked-options.ts";
import { cellKeys, type RateCells } from "./rate-cells.ts";
import { type RiskReduction, reducedTo } from "./risk-reduction.ts";
import { changesOf, middleYear, type Trend, yearsAhead } from "./trend.ts";

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
  const changeOf = trend ? changesOf(caller, trend, cells) : () => ({ change: 0 });
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
    for (let stratum = 0; stratum < strata; stratum++) {
      const keys = cellKeys(cells, cause, stratum);
      const found = changeOf(keys);
      const change = typeof found === "string" ? found : found.change;
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
