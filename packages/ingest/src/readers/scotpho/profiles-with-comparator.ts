import { amount, area, category, figure, label, period } from "../../field.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { Reader } from "../../published/reader.ts";
import { rowsBy } from "../../published/rows-by.ts";
import { schema } from "../../schema.ts";
import { kindOfIndicator } from "./kind-of-indicator.ts";
import { periodInWords } from "./period-in-words.ts";

const columns = [
  "indicator",
  "area_name",
  "code",
  "period",
  "numerator",
  "rate",
  "lower_confidence_interval",
  "upper_confidence_interval",
  "comparator_value",
  "comparator_name",
  "definition",
  "data_source",
];
const marks = { NA: "not available", "": "not available" } as const;

/**
 * The older download of ScotPHO's profiles, in which the figure of a comparator, Scotland for instance, stands in every row.
 *
 * Each definition of a figure is a part. The area's name is not read, as its code is there. `NA` is not available.
 */
export const scotphoComparatorReader: Reader = {
  name: "scotpho-profiles-with-comparator",
  title: "ScotPHO online profiles, with a comparator",
  publisher: "Public Health Scotland (ScotPHO)",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    return headerOf(file).join() === columns.join()
      ? `its header is ${columns.slice(0, 4).join(", ")} and so on, with comparator_value`
      : null;
  },
  parts(file) {
    const read = csvTable(file);
    const limits = { value: "rate", lower: "lower_confidence_interval", upper: "upper_confidence_interval" };
    const issues = [...read.issues, ...limitsOutOfOrder(read, limits)];
    const at = columns.indexOf("definition");
    return rowsBy(onlyColumns(read, columns), (row) => [row[at]!.trim()]).map(({ texts: [definition], cells }, i) => {
      const kind = kindOfIndicator(definition);
      return {
        name: definition,
        cells: {
          ...withoutColumns(cells, (text) => text === "definition" || text === "area_name"),
          issues: i === 0 ? issues : [],
        },
        schema: schema({
          area: area("code"),
          indicator: category("indicator"),
          period: period("period", periodInWords),
          periodText: label("period"),
          source: label("data_source"),
          comparatorName: label("comparator_name"),
          numerator: amount("count", "numerator", { marks }),
          value: figure(kind, "rate", { marks }),
          lower: figure("limit", "lower_confidence_interval", { marks }),
          upper: figure("limit", "upper_confidence_interval", { marks }),
          comparator: figure(kind, "comparator_value", { marks }),
        }),
      };
    });
  },
};
