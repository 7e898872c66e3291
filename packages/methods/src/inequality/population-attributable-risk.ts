import type { Additive, Derived, Keys, Table } from "@popneeds/core";
import {
  type AttributableRiskOptions,
  populationAttributableRisk as riskOf,
  standardErrorsFromLimits,
} from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { figureAt } from "../shared/figure.ts";
import { printLevel, requireScale } from "../shared/scale.ts";
import { type GroupOrder, groupsInOrder, type OrderedGroups } from "./groups-in-order.ts";
import { inequalityTable, intervalAt, kindOf } from "./inequality-table.ts";
import { overallValues } from "./overall-values.ts";

/** What would go if every group had the value of the reference group: as a part of all in per cent, and in the unit of the values. */
export type PopulationAttributableRiskMeasures<Kind extends Derived = Derived> = {
  readonly value: "percentage";
  readonly lower: "limit";
  readonly upper: "limit";
  readonly excess: Kind;
  readonly excessLower: "limit";
  readonly excessUpper: "limit";
  readonly reference: Kind;
};

export interface PopulationAttributableRiskOptions<By extends string = string>
  extends GroupOrder<By>,
    Pick<AttributableRiskOptions, "reference"> {
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Coverage of the limits that the values come with, from which their errors are read. Default 0.95. */
  readonly levelOfValues?: number;
  /**
   * Values of all groups together, such as a published rate of the whole, by the other keys. Default the mean of the groups,
   * weighted by people.
   */
  readonly overall?: Table<Keys, { readonly value: Derived }>;
}

/**
 * The population attributable risk of inequality (PAR) of every area, period and sex: how much lower the value of all would be
 * if every group had that of the reference group, such as the least deprived; the key of the groups is used up.
 *
 * excess = value of all − value of the reference group; value = excess ÷ value of all × 100. Errors are read off the limits of
 * the estimates; the excess, a sum of them, has normal limits, and the part of all Fieller's. Times the events of the area
 * (÷ 100) it is a number of events.
 *
 * @param estimates rates or percentages by group, with limits and people
 * @param options   `by`: the key of the groups; `order`: its values, first to last; `reference`: the `last` (default) or `first`
 * group, or the one with the `lowest` or `highest` value; `level`; `levelOfValues`; `overall`
 * @returns a row for each combination of the other keys. Missing as in `slopeIndex`; limits as `not applicable` where a value
 * has none or the value of all may be 0; for the reason of the overall value where that is missing, as `not available` where it
 * has no row
 * @throws PopneedsError `unknown-key`; `order-needed`; `order-incomplete`; `invalid-option`
 *
 * Source: Mackenbach JP, Kunst AE. Soc Sci Med 1997;44:757–71.
 * Reference: R 4.2.2, through `populationAttributableRisk` of `@popneeds/stats`.
 *
 * @example
 * populationAttributableRisk(directRate(byFifth, esp2013), { by: "fifth" })
 */
export function populationAttributableRisk<K extends Keys, Kind extends Derived, By extends keyof K & string>(
  estimates: Estimates<K, Kind, Additive>,
  options: PopulationAttributableRiskOptions<By>,
): Table<Omit<K, By>, PopulationAttributableRiskMeasures<Kind>> {
  const { by, reference = "last", level = 0.95, levelOfValues = 0.95 } = options;
  requireScale("populationAttributableRisk", { level });
  requireScale("populationAttributableRisk", { level: levelOfValues });
  const table = estimates as unknown as Estimates;
  const laid = groupsInOrder("populationAttributableRisk", table, options);
  const overall =
    options.overall && overallValues("populationAttributableRisk", table as unknown as Table, by, options.overall);
  const of = ({ rows }: OrderedGroups) => {
    const found = rows.map((row) => intervalAt(table, row));
    const standardErrors = standardErrorsFromLimits(
      found.map(({ lower }) => lower),
      found.map(({ upper }) => upper),
      { level: levelOfValues },
    );
    const mean = overall?.(rows[0]!);
    if (typeof mean === "string") return mean;
    const { share, excess, ...risk } = riskOf(
      found.map(({ value }) => value),
      rows.map((row) => figureAt(table.measures.population, row) as number),
      {
        reference,
        standardErrors,
        level,
        ...(mean === undefined ? {} : { mean }),
      },
    );
    return {
      value: share.value * 100,
      lower: share.lower * 100,
      upper: share.upper * 100,
      excess: excess.value,
      excessLower: excess.lower,
      excessUpper: excess.upper,
      reference: risk.reference,
    };
  };
  const label = reference === "first" ? laid.labels[0] : reference === "last" ? laid.labels.at(-1) : reference;
  const step = [
    `population attributable risk against ${by} ${label ?? "none"} of ${laid.labels.join(", ")}`,
    ...(overall === undefined ? [] : ["of the values of all groups together that were given"]),
    `${printLevel(level)} limits from the errors of the values`,
  ].join("; ");
  return inequalityTable(table, laid, { kinds: kinds(kindOf(table)), of }, step) as unknown as Table<
    Omit<K, By>,
    PopulationAttributableRiskMeasures<Kind>
  >;
}

const kinds = (kind: Derived) =>
  ({
    value: "percentage",
    lower: "limit",
    upper: "limit",
    excess: kind,
    excessLower: "limit",
    excessUpper: "limit",
    reference: kind,
  }) as const;
