import type { Issue } from "@popneeds/core";
import { age, amount, category, figure, period } from "../../field.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { schema } from "../../schema.ts";
import { dashboardReader, wholeCountry, wholeThatDiffers } from "./dashboard-reader.ts";
import { withNamedTotals } from "./qualified.ts";

const keys = ["financial_quarter", "sending_location", "age_group", "measure", "nursing_care_provision"];

/** Emergency admissions and attendances of care home residents by partnership, quarter, age and nursing provision. */
export const phsCareHomeEmergencies = schema({
  areaName: withNamedTotals(category("sending_location", { totals: wholeCountry })),
  period: period("financial_quarter"),
  age: age("age_group", { totals: ["18+ years"] }),
  nursing: category("nursing_care_provision", { totals: ["All Individuals"] }),
  event: category("measure"),
  events: amount("count", "value"),
  perThousand: figure("rate", "rate_per_1000", {
    marks: { NA: "not available", "#VALUE!": "not available" },
  }),
});

/**
 * Public Health Scotland's emergency admissions and attendances of care home residents, of the Insights in Social Care dashboard.
 *
 * In the published file every figure of 2019/20 and of 2020/21 is 1.2 times that of the year before, with fractions: only the first year
 * can have been counted. A year that is a multiple of the one before throughout is a warning. `scotland_value` and
 * `scotland_rate` repeat Scotland's row beside each area; they are compared with it, and not read.
 */
export const phsCareHomeEmergenciesReader = dashboardReader({
  name: "phs-care-home-emergencies",
  title: "Emergency admissions and attendances of care home residents",
  columns: [...keys, "financial_year", "value", "scotland_value", "rate_per_1000", "scotland_rate"],
  parts: (cells) => [
    {
      name: "",
      cells: {
        ...cells,
        issues: [
          ...cells.issues,
          ...multiplesOfAYear(cells),
          ...wholeThatDiffers(cells, {
            area: "sending_location",
            keys: keys.filter((key) => key !== "sending_location"),
            value: "value",
            beside: "scotland_value",
          }),
        ],
      },
      schema: phsCareHomeEmergencies,
    },
  ],
});

/** A warning for each year of which every figure is the same multiple of the year before: it was made, not counted. */
function multiplesOfAYear({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const at = keys.map((key) => header.indexOf(key));
  const valueAt = header.indexOf("value");
  if (at.includes(-1) || valueAt === -1) return [];
  const identity = (quarter: string, row: readonly string[]): string =>
    [quarter, ...at.slice(1).map((column) => row[column])].join("\n");
  const values = new Map(rows.map((row) => [identity(row[at[0]!]!, row), Number(row[valueAt])]));
  const years = new Map<string, { readonly line: number; readonly ratios: number[] }>();
  for (const [i, row] of rows.entries()) {
    const found = /^(\d{4})\/(\d{2})( Q[1-4])$/.exec(row[at[0]!]!);
    if (!found) continue;
    const [, year, next, quarter] = found as unknown as [string, string, string, string];
    const before = values.get(identity(`${Number(year) - 1}/${year.slice(2)}${quarter}`, row));
    const name = `${year}/${next}`;
    if (!before) continue;
    const ratios = years.get(name) ?? { line: lines[i]!, ratios: [] };
    ratios.ratios.push(Number(row[valueAt]) / before);
    years.set(name, ratios);
  }
  return [...years].flatMap(([year, { line, ratios }]): Issue[] => {
    const ratio = ratios[0]!;
    if (ratios.length < 20 || ratios.some((other) => !(Math.abs(other - ratio) < 1e-6))) return [];
    return [
      {
        code: "multiple-of-a-year",
        severity: "warning",
        file,
        line,
        column: "value",
        message: `every figure of ${year} is ${Number(ratio.toFixed(4))} times that of the year before (${ratios.length.toLocaleString("en-GB")} of ${ratios.length.toLocaleString("en-GB")} pairs): the year was not counted but made from the other`,
        fix: "Do not use the year; ask the publisher for the figures.",
      },
    ];
  });
}
