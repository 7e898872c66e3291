import { age, category, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { dashboardReader } from "./dashboard-reader.ts";
import { figuresAcross } from "./figures-across.ts";

const missing = { marks: { "": "not available", NA: "not available" } } as const;
const keys = ["financial_quarter", "sending_location", "locality", "age_group"];

/** Home care by partnership, locality, quarter and age: people, hours, and people per 1,000 of the population. */
export const phsHomeCareLocalities = schema({
  areaName: category("sending_location"),
  localityName: category("locality"),
  period: period("financial_quarter"),
  age: age("age_group", { totals: ["All Ages"] }),
  people: count("people", missing),
  hours: count("hours", missing),
  perThousand: figure("rate", "perThousand", { marks: { ...missing.marks, z: "not applicable" } }),
});

/**
 * Public Health Scotland's home care by locality, of the Insights in Social Care dashboard.
 *
 * People who live outside the partnership that pays for their care stand under `Outside Partnership`: nobody can say out of how many
 * people, so that their rate is not applicable. Localities have names, not codes. Counts are rounded to 5.
 */
export const phsHomeCareLocalitiesReader = dashboardReader({
  name: "phs-home-care-localities",
  title: "Home care by locality and age",
  columns: [...keys, "measure", "value"],
  parts: (cells) => {
    const wide = figuresAcross(cells, {
      keys,
      names: "measure",
      values: "value",
      columns: {
        "Number of People": "people",
        "Number of Hours": "hours",
        "Rate per 1,000 Population": "perThousand",
      },
      mayLack: (row, column) => (column === "perThousand" && row[2] === "Outside Partnership" ? "z" : null),
    });
    return [{ name: "", cells: wide, schema: phsHomeCareLocalities }];
  },
});
