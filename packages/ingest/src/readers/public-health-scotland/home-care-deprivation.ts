import { age, category, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { dashboardReader, wholeCountry } from "./dashboard-reader.ts";
import { withNamedTotals } from "./qualified.ts";
import { unknownApart } from "./unknown-apart.ts";

const columns = ["financial_quarter", "sending_location", "age_group", "deprivation", "simd_percentage", "nclient"];
const ends: Readonly<Record<string, string>> = { "1 (Most Deprived)": "1", "5 (Least Deprived)": "5" };

/** People with home care by partnership, quarter, age and deprivation quintile, and their share of the people of that age. */
export const phsHomeCareDeprivation = schema({
  areaName: withNamedTotals(category("sending_location", { totals: wholeCountry })),
  period: period("financial_quarter"),
  age: age("age_group", { totals: ["All Ages"] }),
  quintile: category("deprivation", { values: ["1", "2", "3", "4", "5", "Unknown"] }),
  people: count("nclient"),
  percentage: figure("percentage", "simd_percentage", { marks: { NA: "not available" } }),
});

/**
 * Public Health Scotland's home care by deprivation, of the Insights in Social Care dashboard.
 *
 * The quintiles are 1 (most deprived) to 5, and `Unknown`. Where nobody is in any, shares are NA: not available.
 */
export const phsHomeCareDeprivationReader = dashboardReader({
  name: "phs-home-care-deprivation",
  title: "Home care by deprivation and age",
  columns,
  parts: (cells) => {
    const at = cells.header.indexOf("deprivation");
    const rows = cells.rows.map((row) =>
      at !== -1 && Object.hasOwn(ends, row[at]!) ? row.with(at, ends[row[at]!]!) : row,
    );
    return unknownApart({ name: "", cells: { ...cells, rows }, schema: phsHomeCareDeprivation }, { age: ["Unknown"] });
  },
});
