import type { Issue } from "@popneeds/core";
import { age, category, count, figure, period, sex } from "../../field.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { schema } from "../../schema.ts";
import { dashboardReader, wholeCountry } from "./dashboard-reader.ts";
import { withNamedTotals } from "./qualified.ts";
import { unknownApart } from "./unknown-apart.ts";

/** Residents of care homes by partnership, year, length of stay, age and sex; the share of each sex per 1,000 residents. */
export const phsCareHomeAgeSex = schema({
  areaName: withNamedTotals(category("sending_location", { totals: wholeCountry })),
  period: period("financial_year"),
  age: age("age_group", { totals: ["All Ages"] }),
  stay: category("stay_type", { totals: ["All Stays"] }),
  sex: sex("sex", { Female: "female", Male: "male" }),
  people: count("nclient"),
  perThousandResidents: figure("rate", "rate"),
});

/**
 * Public Health Scotland's care home residents by age and sex, of the Insights in Social Care dashboard.
 *
 * `rate` is a share per 1,000 residents of the area, stay and age, not per 1,000 of the population: it compares sexes, not areas.
 * A share above 1,000 is used with a warning. Residents of unknown age or sex are held apart.
 */
export const phsCareHomeAgeSexReader = dashboardReader({
  name: "phs-care-home-age-sex",
  title: "Care home residents by age and sex",
  columns: ["financial_year", "sending_location", "stay_type", "age_group", "sex", "rate", "nclient"],
  parts: (cells) =>
    unknownApart(
      { name: "", cells: { ...cells, issues: [...cells.issues, ...sharesAboveAll(cells)] }, schema: phsCareHomeAgeSex },
      { age: ["Unknown"], sex: ["Not Known / Unspecified"] },
    ),
});

function sharesAboveAll({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const at = header.indexOf("rate");
  const found = at === -1 ? [] : rows.flatMap((row, i) => (Number(row[at]) > 1000 ? [i] : []));
  if (found.length === 0) return [];
  return [
    {
      code: "share-above-all",
      severity: "warning",
      file,
      line: lines[found[0]!]!,
      column: "rate",
      found: rows[found[0]!]![at]!,
      message: `${found.length} ${found.length === 1 ? "share is" : "shares are"} above 1,000 of 1,000 residents, the first on line ${lines[found[0]!]!}: ${rows[found[0]!]![at]!}`,
      fix: "Do not use the share: compute it from the counts; they are rounded to 5, which makes shares of few people wrong.",
    },
  ];
}
