import { type Additive, type Derived, type Keys, PopneedsError, type Table } from "@popneeds/core";
import {
  concentrationIndex as indexOf,
  type ConcentrationIndexOptions as NumberOptions,
  studentQuantile,
} from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { figureAt } from "../shared/figure.ts";
import { printLevel, requireScale } from "../shared/scale.ts";
import { type GroupOrder, groupsInOrder, type OrderedGroups } from "./groups-in-order.ts";
import { inequalityTable, kindOf } from "./inequality-table.ts";
import { refuseTooFew } from "./refuse-too-few.ts";

/** A concentration index with its limits. */
export type ConcentrationIndexMeasures = {
  readonly value: "score";
  readonly lower: "limit";
  readonly upper: "limit";
};

export interface ConcentrationIndexOptions<By extends string = string> extends GroupOrder<By>, NumberOptions {
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/**
 * The concentration index of every area, period and sex over groups in order: how far ill health is concentrated among the
 * first groups (below 0) or the last (above 0); the key of the groups is used up.
 *
 * Twice the area between the concentration curve and the diagonal. Limits are those of the convenient regression: index ±
 * Student's t with two degrees of freedom fewer than groups, times its standard error.
 *
 * @param estimates rates, percentages or expectancies by group, with people
 * @param options   `by`: the key of the groups; `order`: its values, first to last; `form`: `standard` (default),
 * `generalised`, and for values with `bounds` `erreygers` and `wagstaff`; `bounds`: in the unit of the values, default 0 and 100
 * for percentages; `level`: default 0.95
 * @returns a row for each combination of the other keys. Missing as in `slopeIndex`; as `not applicable`, with an issue, where
 * a value lies outside the bounds or all are 0
 * @throws PopneedsError `unknown-key`; `order-needed`; `order-incomplete`; `too-few-groups`; `invalid-option` where a form needs
 * bounds that nobody gave
 *
 * Source: Kakwani N, Wagstaff A, van Doorslaer E. J Econom 1997;77:87–103; Erreygers G. J Health Econ 2009;28:504–15.
 * Reference: R 4.2.2, through `concentrationIndex` of `@popneeds/stats`.
 *
 * @example
 * concentrationIndex(directRate(byFifth, esp2013), { by: "fifth" })
 */
export function concentrationIndex<K extends Keys, Kind extends Derived, By extends keyof K & string>(
  estimates: Estimates<K, Kind, Additive>,
  options: ConcentrationIndexOptions<By>,
): Table<Omit<K, By>, ConcentrationIndexMeasures> {
  const { by, form = "standard", level = 0.95 } = options;
  requireScale("concentrationIndex", { level });
  const table = estimates as unknown as Estimates;
  const bounds = boundsOf(table, options);
  const laid = groupsInOrder("concentrationIndex", table, options);
  refuseTooFew("concentrationIndex", laid.labels, by);
  const t = laid.labels.length === 0 ? Number.NaN : studentQuantile((1 + level) / 2, laid.labels.length - 2);
  const of = ({ rows }: OrderedGroups) => {
    const values = rows.map((row) => figureAt(table.measures.value, row) as number);
    const people = rows.map((row) => figureAt(table.measures.population, row) as number);
    const outside = bounds !== null && values.some((value) => value < bounds[0] || value > bounds[1]);
    if (outside || !values.every(Number.isFinite)) return { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
    const { value, standardError } = indexOf(values, people, { form, ...(bounds === null ? {} : { bounds }) });
    return { value, lower: value - t * standardError, upper: value + t * standardError };
  };
  const step = [
    `concentration index over ${by} ${laid.labels.join(", ")}`,
    ...(form === "standard" ? [] : [`${form} form`]),
    ...(bounds === null ? [] : [`values between ${bounds[0]} and ${bounds[1]}`]),
    `${printLevel(level)} limits by Student's t from the convenient regression`,
  ].join("; ");
  return inequalityTable(table, laid, { kinds, of }, step) as unknown as Table<Omit<K, By>, ConcentrationIndexMeasures>;
}

const kinds = { value: "score", lower: "limit", upper: "limit" } as const;

/** The bounds that a form needs, or none. */
function boundsOf(table: Estimates, { form, bounds }: ConcentrationIndexOptions): readonly [number, number] | null {
  if (form !== "erreygers" && form !== "wagstaff") return null;
  if (bounds !== undefined && bounds[0] < bounds[1]) return bounds;
  if (bounds === undefined && kindOf(table) === "percentage") return [0, 100];
  throw new PopneedsError({
    code: "invalid-option",
    message: `concentrationIndex: the ${form} form needs the least and the most that a value can be; found ${bounds?.join(" to ") ?? "none"}`,
    fix: "Give bounds that rise, such as [0, 100_000] for a rate per 100,000.",
  });
}
