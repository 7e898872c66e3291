import {
  ageGroup,
  ageInMonthsOn,
  ageOn,
  financialYearOf,
  nextQuarter,
  previousQuarter,
  quarterEndInWords,
  quarterInWords,
  roundHalfUp,
} from "@popneeds/core";
import type { Inputs, Options } from "../case.ts";
import { NotImplemented } from "../not-implemented.ts";
import { labelsOf, numberOption, numbersOf, requireKnown } from "./columns.ts";

// The manners of phsmethods 1.1.0: what its columns are called. The answers are ours.

/** `create_age_groups`: a band a row. A band of one year is printed `21-21` by the reference, `21` by us. */
export function createAgeGroups(inputs: Inputs, options: Options) {
  requireKnown(options, ["from", "to", "by"]);
  const bands = {
    from: numberOption(options, "from", 0),
    to: numberOption(options, "to", 90),
    by: numberOption(options, "by", 5),
  };
  return {
    group: numbersOf(inputs, "x").map((age) => {
      const band = ageGroup(age, bands);
      return band && band.to === band.from + 1 ? `${band.label}-${band.label}` : (band?.label ?? null);
    }),
  };
}

/** `extract_fin_year`: the financial year of a date, as `2023/24`. */
export function extractFinYear(inputs: Inputs) {
  return { fin_year: labelsOf(inputs, "date").map((date) => financialYearOf(date).label) };
}

/** `qtr`, `qtr_end`, `qtr_next` and `qtr_prev`, in one case: the quarter of a date, its end, the next and the one before. */
export function quarterFamily(inputs: Inputs, options: Options) {
  requireKnown(options, ["format"]);
  const months = monthWords(options);
  const dates = labelsOf(inputs, "date");
  return {
    qtr: dates.map((date) => quarterInWords(date, { months })),
    qtr_end: dates.map((date) => quarterEndInWords(date, { months })),
    qtr_next: dates.map((date) => quarterInWords(nextQuarter(date), { months })),
    qtr_prev: dates.map((date) => quarterInWords(previousQuarter(date), { months })),
  };
}

/** `age_calculate`: completed years or months between two dates. */
export function ageCalculate(inputs: Inputs, options: Options) {
  requireKnown(options, ["units"]);
  const { units = "years" } = options;
  if (units !== "years" && units !== "months") throw new NotImplemented(`units ${JSON.stringify(units)}`);
  const between = units === "years" ? ageOn : ageInMonthsOn;
  const ends = labelsOf(inputs, "end");
  return { age: labelsOf(inputs, "start").map((start, i) => between(start, ends[i]!)) };
}

/** `round_half_up`: to so many digits. */
export function roundedHalfUp(inputs: Inputs, options: Options) {
  requireKnown(options, ["digits"]);
  const digits = numberOption(options, "digits", 0);
  return { rounded: numbersOf(inputs, "x").map((x) => roundHalfUp(x, digits)) };
}

function monthWords({ format = "long" }: Options): "long" | "short" {
  if (format !== "long" && format !== "short") throw new NotImplemented(`format ${JSON.stringify(format)}`);
  return format;
}
