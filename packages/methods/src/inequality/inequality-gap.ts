import type { Additive, Derived, Keys, Table } from "@popneeds/core";
import { differenceOfIntervals, type Interval, populationAttributableRisk, ratioOfIntervals } from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { figureAt } from "../shared/figure.ts";
import { type GroupOrder, groupsInOrder, type OrderedGroups } from "./groups-in-order.ts";
import { inequalityTable, intervalAt, kindOf } from "./inequality-table.ts";

/** How far the first and the last group are apart, and what that amounts to. */
export type InequalityGapMeasures<Kind extends Derived = Derived> = {
  readonly absolute: Kind;
  readonly absoluteLower: "limit";
  readonly absoluteUpper: "limit";
  readonly ratio: "ratio";
  readonly ratioLower: "limit";
  readonly ratioUpper: "limit";
  readonly attributable: "percentage";
};

/**
 * The gap between the first and the last group, such as the most and the least deprived, of every area, period and sex; the
 * key of the groups is used up.
 *
 * absolute = first − last; ratio = first ÷ last; attributable = (mean − last) ÷ mean × 100, the part that would go if all had
 * what the last group has (population attributable risk). Limits are recovered from those of the two groups.
 *
 * @param estimates rates, percentages or expectancies by group, with limits and people
 * @param options   `by`: the key of the groups; `order`: its values, first to last
 * @returns a row for each combination of the other keys; missing as in `slopeIndex`; limits as `not applicable` where the
 * values have none, or do not lie within them; the ratio too where the last group has 0
 * @throws PopneedsError `unknown-key`; `order-needed`; `order-incomplete`
 *
 * Source: Mackenbach JP, Kunst AE. Soc Sci Med 1997;44:757–71; Zou GY, Donner A. Stat Med 2008;27:1693–702 (limits).
 * Reference: through `inequalityGap`, `populationAttributableRisk` and `differenceOfIntervals` of `@popneeds/stats`.
 *
 * @example
 * inequalityGap(directRate(byFifth, esp2013), { by: "fifth" })
 */
export function inequalityGap<K extends Keys, Kind extends Derived, By extends keyof K & string>(
  estimates: Estimates<K, Kind, Additive>,
  options: GroupOrder<By>,
): Table<Omit<K, By>, InequalityGapMeasures<Kind>> {
  const table = estimates as unknown as Estimates;
  const laid = groupsInOrder("inequalityGap", table, options);
  const of = ({ rows }: OrderedGroups) => {
    const [first, last] = [intervalAt(table, rows[0]!), intervalAt(table, rows.at(-1)!)];
    const values = rows.map((row) => figureAt(table.measures.value, row) as number);
    const people = rows.map((row) => figureAt(table.measures.population, row) as number);
    const known = isOrdered(first) && isOrdered(last);
    const difference = known ? differenceOfIntervals(first, last) : null;
    const ratio = known && last.value > 0 && first.lower >= 0 && last.lower >= 0 ? ratioOfIntervals(first, last) : null;
    return {
      absolute: first.value - last.value,
      absoluteLower: difference?.lower ?? Number.NaN,
      absoluteUpper: difference?.upper ?? Number.NaN,
      ratio: last.value === 0 ? Number.NaN : first.value / last.value,
      ratioLower: ratio?.lower ?? Number.NaN,
      ratioUpper: ratio?.upper ?? Number.NaN,
      attributable: rows.length < 2 ? Number.NaN : populationAttributableRisk(values, people).share.value * 100,
    };
  };
  const [first, last] = [laid.labels[0] ?? "none", laid.labels.at(-1) ?? "none"];
  const step = `gap between ${options.by} ${first} and ${last}, absolute and as a ratio, limits recovered from theirs; population attributable risk against ${last}`;
  return inequalityTable(table, laid, { kinds: kinds(kindOf(table)), of }, step) as unknown as Table<
    Omit<K, By>,
    InequalityGapMeasures<Kind>
  >;
}

/** Whether a value lies within its limits, as a rounded one may not. */
function isOrdered({ value, lower, upper }: Interval): boolean {
  return lower <= value && value <= upper;
}

const kinds = (kind: Derived) =>
  ({
    absolute: kind,
    absoluteLower: "limit",
    absoluteUpper: "limit",
    ratio: "ratio",
    ratioLower: "limit",
    ratioUpper: "limit",
    attributable: "percentage",
  }) as const;
