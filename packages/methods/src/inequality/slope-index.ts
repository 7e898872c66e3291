import type { Additive, Derived, Keys, Table } from "@popneeds/core";
import type { SlopeIndexOptions as NumberOptions, Scale } from "@popneeds/stats";
import type { Estimates } from "../shared/estimate.ts";
import { printLevel, requireScale } from "../shared/scale.ts";
import { type GroupOrder, groupsInOrder, type OrderedGroups } from "./groups-in-order.ts";
import { inequalityTable, kindOf } from "./inequality-table.ts";
import { overallValues } from "./overall-values.ts";
import { refuseTooFew } from "./refuse-too-few.ts";
import { slopesOfGroups } from "./slopes-of-groups.ts";

/** The slope index, in the unit of the values and as two relative indices, each with limits. */
export type SlopeIndexMeasures<Kind extends Derived = Derived> = {
  readonly absolute: Kind;
  readonly absoluteLower: "limit";
  readonly absoluteUpper: "limit";
  readonly ratio: "ratio";
  readonly ratioLower: "limit";
  readonly ratioUpper: "limit";
  readonly relativeToMean: "ratio";
  readonly relativeToMeanLower: "limit";
  readonly relativeToMeanUpper: "limit";
};

export interface SlopeIndexOptions<By extends string = string>
  extends GroupOrder<By>,
    Pick<NumberOptions, "scale" | "direction" | "limits" | "level" | "draws" | "seed"> {
  /**
   * The scale on which the errors of the values are normal. Default that of the fit, on which limits are exact; `by kind`: log
   * for rates and ratios, logit for percentages, else linear, on which their own limits lie evenly, and then simulated.
   */
  readonly errorsOn?: Scale | "by kind";
  /** Coverage of the limits that the values come with, from which their errors are read. Default 0.95. */
  readonly levelOfValues?: number;
  /**
   * Values of all groups together, such as a published rate of the whole, by the other keys, for `relativeToMean`. Default the
   * mean of the groups, weighted by people; of standardised rates that is not the standardised rate of all.
   */
  readonly overall?: Table<Keys, { readonly value: Derived }>;
  /** The name of the convention that these options come from, for the provenance. */
  readonly convention?: string;
}

/**
 * The slope and relative index of inequality (SII, RII) of every area, period and sex over groups in order; the key of the
 * groups is used up.
 *
 * A line is laid through the estimates of the groups in order, each as wide as its share of the people; the absolute index is
 * how much higher it is at the last end than at the first, `ratio` one end divided by the other, `relativeToMean` the
 * absolute index divided by the mean of the people. Errors are read off the limits of the estimates.
 *
 * @param estimates rates, percentages or expectancies by group, with limits and people
 * @param options   `by`: the key of the groups; `order`: its values, first to last; `scale`, `direction`, `limits`, `level`,
 * `draws`, `seed`: as for `slopeIndex` of `@popneeds/stats`; `errorsOn`; `levelOfValues`; `overall`
 * @returns a row for each combination of the other keys. Missing as `incomplete` where a group has no row, as `no population`
 * where nobody lives in one, for the reason of a value that is missing; limits as `not applicable` where the values have none
 * or a ratio may divide by 0, and all where a value does not fit the scale
 * @throws PopneedsError `unknown-key`; `order-needed` where the groups' names are no numbers; `order-incomplete`;
 * `too-few-groups` below three; `invalid-option`
 *
 * Source: Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. J Public Health 2004;26:388–95.
 * Reference: `phe_sii` of PHEindicatormethods 2.1.0, through `slopeIndex` of `@popneeds/stats`.
 *
 * @example
 * slopeIndex(directRate(byFifth, esp2013), { by: "fifth", direction: "first minus last" })
 */
export function slopeIndex<K extends Keys, Kind extends Derived, By extends keyof K & string>(
  estimates: Estimates<K, Kind, Additive>,
  options: SlopeIndexOptions<By>,
): Table<Omit<K, By>, SlopeIndexMeasures<Kind>> {
  const { scale = "linear", level = 0.95, levelOfValues = 0.95 } = options;
  const { limits = "errors", direction = "last minus first", draws = 100_000, seed = 1, convention } = options;
  requireScale("slopeIndex", { level });
  requireScale("slopeIndex", { level: levelOfValues });
  const table = estimates as unknown as Estimates;
  const laid = groupsInOrder("slopeIndex", table, options);
  refuseTooFew("slopeIndex", laid.labels, options.by);
  const overall =
    options.overall && overallValues("slopeIndex", table as unknown as Table, options.by, options.overall);
  const errorsOn = options.errorsOn === "by kind" ? errorsByKind(kindOf(table)) : (options.errorsOn ?? scale);
  const chosen = { scale, direction, limits, level, draws, seed, errorsOn, levelOfValues };
  const indices = slopesOfGroups(table, laid, chosen);
  const of = (groups: OrderedGroups) => {
    const found = indices.get(groups)!;
    const mean = overall?.(groups.rows[0]!);
    if (mean === undefined) return found;
    const relative = (name: "absolute" | "absoluteLower" | "absoluteUpper") =>
      typeof mean === "string" ? Number.NaN : found[name] / mean;
    return {
      ...found,
      relativeToMean: relative("absolute"),
      relativeToMeanLower: relative("absoluteLower"),
      relativeToMeanUpper: relative("absoluteUpper"),
    };
  };
  const limitsInWords =
    limits === "residuals"
      ? "by Student's t from the scatter about the line"
      : errorsOn === scale
        ? "exact, from the errors of the values"
        : `simulated by ${draws} draws with seed ${seed}, errors normal on a ${errorsOn} scale`;
  const step = [
    `slope index of inequality over ${options.by} ${laid.labels.join(", ")}, ${direction}, on a ${scale} scale`,
    `${printLevel(level)} limits ${limitsInWords}`,
    ...(overall === undefined ? [] : ["relative to the values of all groups together that were given"]),
    ...(convention === undefined ? [] : [`by the convention ${convention}`]),
  ].join("; ");
  return inequalityTable(table, laid, { kinds: kinds(kindOf(table)), of }, step) as unknown as Table<
    Omit<K, By>,
    SlopeIndexMeasures<Kind>
  >;
}

function errorsByKind(kind: Derived): Scale {
  if (kind === "percentage") return "logit";
  return kind === "rate" || kind === "ratio" ? "log" : "linear";
}

const kinds = (kind: Derived) =>
  ({
    absolute: kind,
    absoluteLower: "limit",
    absoluteUpper: "limit",
    ratio: "ratio",
    ratioLower: "limit",
    ratioUpper: "limit",
    relativeToMean: "ratio",
    relativeToMeanLower: "limit",
    relativeToMeanUpper: "limit",
  }) as const;
