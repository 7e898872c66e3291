import { PopneedsError } from "@popneeds/core";
import {
  type Scale,
  type SlopeIndexColumns,
  type SlopeIndexOptions,
  slopeIndex,
  slopeIndices,
  standardErrorsFromLimits,
} from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import type { GroupsInOrder, OrderedGroups } from "./groups-in-order.ts";
import { kindOf } from "./inequality-table.ts";

type Names = Exclude<keyof SlopeIndexColumns, "status">;

/** The indices of one set of groups, as the columns of a table of slope indices name them. */
export type SlopeOfGroups = { readonly [P in Names]: number };

interface Choices extends Required<Omit<SlopeIndexOptions, "per" | "mean">> {
  readonly errorsOn: Scale;
  readonly levelOfValues: number;
}

/** The slope indices of every set of groups that is complete, all in one go. */
export function slopesOfGroups(
  table: Estimates,
  { groups, labels }: GroupsInOrder,
  { errorsOn, levelOfValues, ...options }: Choices,
): ReadonlyMap<OrderedGroups, SlopeOfGroups> {
  const complete = groups.filter(({ missing }) => missing === null);
  if (complete.length === 0) return new Map();
  const { value, lower, upper, population } = table.measures;
  const rows = Int32Array.from(complete.flatMap((one) => one.rows));
  const hundred = kindOf(table) === "percentage" ? 100 : 1;
  const taken = (column: ArrayLike<number>, by: number) => Float64Array.from(rows, (row) => column[row]! / by);
  const [values, people] = [taken(value.values, hundred), taken(population.values, 1)];
  try {
    if (options.limits === "residuals")
      return new Map(complete.map((one, g) => [one, byScatter(values, people, labels.length, g, options, hundred)]));
    const standardErrors = standardErrorsFromLimits(taken(lower.values, hundred), taken(upper.values, hundred), {
      scale: errorsOn,
      level: levelOfValues,
    });
    const { limits: _, ...chosen } = options;
    const errors = { standardErrors, scale: errorsOn };
    const { status: __, ...found } = slopeIndices(values, people, errors, labels.length, { ...chosen, per: hundred });
    return new Map(complete.map((one, g) => [one, at(found, g)]));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PopneedsError({
      code: "invalid-option",
      message: error.message.replace(/^slopeInd(ex|ices)/, "slopeIndex"),
      fix: "Correct the option, or leave it out.",
    });
  }
}

function byScatter(
  values: Float64Array,
  people: Float64Array,
  width: number,
  g: number,
  options: Omit<Choices, "errorsOn" | "levelOfValues">,
  per: number,
): SlopeOfGroups {
  const own = (column: Float64Array) => column.subarray(g * width, (g + 1) * width);
  const fits = (y: number) => options.scale === "linear" || (y > 0 && (options.scale === "log" || y < 1));
  if (!own(values).every(fits)) return unknown;
  const { absolute, ratio, relativeToMean } = slopeIndex(own(values), own(people), null, { ...options, per });
  return {
    absolute: absolute.value,
    absoluteLower: absolute.lower,
    absoluteUpper: absolute.upper,
    ratio: ratio.value,
    ratioLower: ratio.lower,
    ratioUpper: ratio.upper,
    relativeToMean: relativeToMean.value,
    relativeToMeanLower: relativeToMean.lower,
    relativeToMeanUpper: relativeToMean.upper,
  };
}

function at(columns: Readonly<Record<Names, Float64Array>>, row: number): SlopeOfGroups {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[row]!])) as SlopeOfGroups;
}

const unknown: SlopeOfGroups = {
  absolute: Number.NaN,
  absoluteLower: Number.NaN,
  absoluteUpper: Number.NaN,
  ratio: Number.NaN,
  ratioLower: Number.NaN,
  ratioUpper: Number.NaN,
  relativeToMean: Number.NaN,
  relativeToMeanLower: Number.NaN,
  relativeToMeanUpper: Number.NaN,
};
