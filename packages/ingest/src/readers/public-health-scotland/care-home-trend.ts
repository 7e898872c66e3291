import { age, category, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { dashboardReader, wholeCountry } from "./dashboard-reader.ts";
import { figuresAcross } from "./figures-across.ts";
import { withNamedTotals } from "./qualified.ts";
import { unknownApart } from "./unknown-apart.ts";

const missing = { marks: { "": "not available", NA: "not available" } } as const;
const keys = ["financial_quarter", "sending_location", "age_group", "stay_type"];

/** Residents of care homes by partnership, quarter, age and length of stay, and per 1,000 of the population. */
export const phsCareHomeTrend = schema({
  areaName: withNamedTotals(category("sending_location", { totals: wholeCountry })),
  period: period("financial_quarter"),
  age: age("age_group", { totals: ["All Ages"] }),
  stay: category("stay_type", { totals: ["All Stays"] }),
  people: count("people", missing),
  perThousand: figure("rate", "perThousand", missing),
});

/**
 * Public Health Scotland's care home residents by quarter, of the Insights in Social Care dashboard.
 *
 * `All Stays` and `All Ages` are held apart, residents of unknown age too. Counts are rounded to 5.
 */
export const phsCareHomeTrendReader = dashboardReader({
  name: "phs-care-home-trend",
  title: "Care home residents by quarter, age and length of stay",
  columns: [...keys, "measure", "value"],
  parts: (cells) => {
    const wide = figuresAcross(cells, {
      keys,
      names: "measure",
      values: "value",
      columns: { "Number of People": "people", "Rate per 1,000 People": "perThousand" },
    });
    return unknownApart({ name: "", cells: wide, schema: phsCareHomeTrend }, { age: ["Unknown"] });
  },
});
