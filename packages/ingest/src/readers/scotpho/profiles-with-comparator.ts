import { amount, area, category, figure, label, period } from "../../field.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { kindOfIndicator } from "./kind-of-indicator.ts";
import { periodInWords } from "./period-in-words.ts";
import { byColumns, withWords } from "./profiles.ts";

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
    return byColumns(
      withWords(read),
      ["definition"],
      [...read.issues, ...limitsOutOfOrder(read, limits)],
      (definition) => {
        const kind = kindOfIndicator(definition!);
        return schema({
          area: area("code"),
          indicator: category("indicator"),
          period: period("period", periodInWords),
          periodText: label("periodText"),
          source: label("data_source"),
          comparatorName: label("comparator_name"),
          numerator: amount("count", "numerator", { marks }),
          value: figure(kind, "rate", { marks }),
          lower: figure("limit", "lower_confidence_interval", { marks }),
          upper: figure("limit", "upper_confidence_interval", { marks }),
          comparator: figure(kind, "comparator_value", { marks }),
        });
      },
    );
  },
};
