import { describeRow, PopneedsError, type Table } from "@popneeds/core";
import { normalDeviate } from "@popneeds/stats";
import { checkedOptions } from "../../shared/checked-options.ts";
import { figureWithLimits } from "./beta-variances.ts";

/**
 * The variance of the logarithm of each ratio of a table: (ln (upper ÷ lower) ÷ 2z)², as `drawsOf` takes it; NaN where a limit is missing, 0 where there is no
 * room between them.
 */
export function logNormalVariances(caller: string, table: Table, level: number): (row: number) => number {
  const [figure, lower, upper] = figureWithLimits(caller, table);
  const z = checkedOptions(caller, () => normalDeviate(level));
  return (row) => {
    const [middle, low, high] = [figure.values[row]!, lower.values[row]!, upper.values[row]!];
    if (low === middle && high === middle) return 0;
    if (Number.isNaN(middle + low + high)) return Number.NaN;
    if (!(low > 0 && low < middle && middle < high && high < Number.POSITIVE_INFINITY))
      throw new PopneedsError({
        code: "not-drawable",
        message: `${caller}: limits of a ratio must be above 0 and about it, got ${middle} with ${low} to ${high}`,
        where: [describeRow(table, row)],
        fix: "Correct the figure or its limits.",
      });
    return (Math.log(high / low) / (2 * z)) ** 2;
  };
}
