import { type Period, parsePeriod } from "@popneeds/core";
import { age, category, count, figure, period } from "../../field.ts";
import { renamedColumns } from "../../published/columns-of-table.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { dashboardReader, rowsByText, wholeCountry, wholeThatDiffers } from "./dashboard-reader.ts";
import { figuresAcross } from "./figures-across.ts";
import { withNamedTotals } from "./qualified.ts";
import { unknownApart } from "./unknown-apart.ts";

const missing = { marks: { "": "not available", NA: "not available" } } as const;
const keys = ["Financial Quarter", "Location", "Age Group"];

/** Care at home by partnership, period and age: people, hours, and people per 1,000 of the population. */
export const phsHomeCare = schema({
  areaName: withNamedTotals(category("Location", { totals: wholeCountry })),
  period: period("Financial Quarter", quarterOfMonths),
  age: age("Age Group", { totals: ["All Ages"] }),
  people: count("people", missing),
  hours: count("hours", missing),
  perThousand: figure("rate", "perThousand", missing),
});

/**
 * Public Health Scotland's care at home by partnership: the census file, with quarters, years and a week of each year.
 *
 * Areas have names, not codes; Scotland's says whether it is an estimate. Quarters, years and census weeks overlap: each is a
 * part of its own. A census week is named by its financial year. Counts are rounded to 5, rates are per 1,000 people.
 */
export const phsCareAtHomeReader = dashboardReader({
  name: "phs-care-at-home",
  title: "Care at home by partnership and age",
  columns: ["Time Period", "Financial Quarter", "Location", "Age Group", "Measure", "Value"],
  parts: partsOf,
});

/**
 * The same of the Insights in Social Care dashboard, 2017/18 to 2020/21, whose `scotland_value` repeats Scotland's figure beside each
 * area. It is compared with Scotland's own row, and not read.
 */
export const phsHomeCareReader = dashboardReader({
  name: "phs-home-care",
  title: "Home care by partnership and age",
  columns: ["time_period", "financial_quarter", "sending_location", "age_group", "measure", "value", "scotland_value"],
  parts: (cells) =>
    partsOf({
      ...renamedColumns(cells, {
        time_period: "Time Period",
        financial_quarter: "Financial Quarter",
        sending_location: "Location",
        age_group: "Age Group",
        measure: "Measure",
        value: "Value",
      }),
      issues: [
        ...cells.issues,
        ...wholeThatDiffers(cells, {
          area: "sending_location",
          keys: ["time_period", "financial_quarter", "age_group", "measure"],
          value: "value",
          beside: "scotland_value",
        }),
      ],
    }),
});

const spans: Readonly<Record<string, string>> = {
  "Financial Quarter": "quarters",
  "Financial Year": "years",
  "Census Week": "census weeks",
};

function partsOf(cells: RawTable): readonly Part[] {
  return [...rowsByText(cells, "Time Period")].flatMap(([span, rows]) => {
    const wide = figuresAcross(rows, {
      keys,
      names: "Measure",
      values: "Value",
      columns: {
        "Number of People": "people",
        "Number of Hours": "hours",
        "Rate per 1,000 People": "perThousand",
        "Rate per 1,000 Population": "perThousand",
      },
    });
    const name = Object.hasOwn(spans, span) ? spans[span]! : span;
    return unknownApart({ name, cells: wide, schema: phsHomeCare }, { age: ["Unknown"] });
  });
}

/** `Jan-Mar 2018`, or a period as others print it. */
function quarterOfMonths(text: string): Period | null {
  const found = /^(Jan-Mar|Apr-Jun|Jul-Sep|Oct-Dec) (\d{4})$/.exec(text);
  if (!found) return parsePeriod(text);
  return parsePeriod(`${found[2]}Q${["Jan-Mar", "Apr-Jun", "Jul-Sep", "Oct-Dec"].indexOf(found[1]!) + 1}`);
}
