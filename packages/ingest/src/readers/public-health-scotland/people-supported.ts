import { age, category, count, figure, period, sex } from "../../field.ts";
import { schema } from "../../schema.ts";
import { dashboardReader, rowsByText, wholeCountry } from "./dashboard-reader.ts";
import { withNamedTotals } from "./qualified.ts";
import { unknownApart } from "./unknown-apart.ts";

/** People supported by social care by partnership, year, age and sex; the share of each sex per 1,000 of them. */
export const phsPeopleSupported = schema({
  areaName: withNamedTotals(category("sending_location", { totals: wholeCountry })),
  period: period("financial_year"),
  age: age("age_group", { totals: ["All Ages"] }),
  sex: sex("sex", { Female: "female", Male: "male" }),
  people: count("nclient"),
  perThousandSupported: figure("rate", "rate"),
});

const bases: Readonly<Record<string, string>> = {
  "Rate per 1,000 Social Care Clients": "as submitted",
  "Rate per 1,000 Social Care Clients (adjusted)": "adjusted",
};

/**
 * Public Health Scotland's people supported by age and sex, of the Insights in Social Care dashboard.
 *
 * Every row stands twice, as submitted and adjusted: each is a part of its own, since together they would count people twice. `rate` is a
 * share per 1,000 people supported, not of the population. People of unknown age or sex are held apart.
 */
export const phsPeopleSupportedReader = dashboardReader({
  name: "phs-people-supported",
  title: "People supported by social care by age and sex",
  columns: ["financial_year", "sending_location", "age_group", "sex", "measure", "nclient", "rate"],
  parts: (cells) =>
    [...rowsByText(cells, "measure")].flatMap(([basis, rows]) =>
      unknownApart(
        { name: Object.hasOwn(bases, basis) ? bases[basis]! : basis, cells: rows, schema: phsPeopleSupported },
        { age: ["Unknown"], sex: ["Unknown/Not Specified"] },
      ),
    ),
});
