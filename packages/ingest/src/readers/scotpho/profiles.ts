import type { Issue } from "@popneeds/core";
import { amount, area, category, figure, label, period } from "../../field.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { rowsBy } from "../../published/rows-by.ts";
import { saidOnce } from "../../published/said-once.ts";
import { schema } from "../../schema.ts";
import { kindOfIndicator } from "./kind-of-indicator.ts";
import { periodInWords } from "./period-in-words.ts";
import { rotatedLabels } from "./rotated-labels.ts";

const columns = [
  "area_code",
  "area_type",
  "area_name",
  "year",
  "period",
  "type_definition",
  "indicator",
  "numerator",
  "measure",
  "upper_confidence_interval",
  "lower_confidence_interval",
];
const marks = { NA: "not available", "": "not available" } as const;

/**
 * The download of ScotPHO's online profiles as it is since 2023: a row for each indicator, area and period.
 *
 * Each kind of area and each definition of a figure (`Percentage`, `Years` …) is a part, since neither may be mixed in a sum or
 * a comparison. The upper limit stands before the lower one. The numerator is the mean of a year where years are aggregated, and
 * may have fractions. The period is what the words say; the words stand beside it in `periodText`, since a survey year, a
 * snapshot and a calendar year are different things. The area's name is not read, as its code is there. `NA` is not available.
 */
export const scotphoProfilesReader: Reader = {
  name: "scotpho-profiles",
  title: "ScotPHO online profiles",
  publisher: "Public Health Scotland (ScotPHO)",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    return headerOf(file).join() === columns.join()
      ? `its header is ${columns.slice(0, 7).join(", ")} and so on`
      : null;
  },
  parts(file) {
    const read = csvTable(file);
    const limits = { value: "measure", lower: "lower_confidence_interval", upper: "upper_confidence_interval" };
    const issues = [...read.issues, ...rotatedLabels(read), ...limitsOutOfOrder(read, limits), ...aboutPeriods(read)];
    const [levelAt, typeAt] = [columns.indexOf("area_type"), columns.indexOf("type_definition")];
    const unread = ["area_type", "type_definition", "area_name", "year"];
    return rowsBy(onlyColumns(read, columns), (row) => [row[levelAt]!.trim(), row[typeAt]!.trim()]).map(
      ({ texts: [level, definition], cells }, i) => ({
        name: `${level}; ${definition}`,
        cells: { ...withoutColumns(cells, (text) => unread.includes(text)), issues: i === 0 ? issues : [] },
        schema: schema({
          area: area("area_code"),
          indicator: category("indicator"),
          period: period("period", periodInWords),
          periodText: label("period"),
          numerator: amount("count", "numerator", { marks }),
          value: figure(kindOfIndicator(definition), "measure", { marks }),
          lower: figure("limit", "lower_confidence_interval", { marks }),
          upper: figure("limit", "upper_confidence_interval", { marks }),
        }),
      }),
    );
  },
};

/**
 * The year by which ScotPHO orders a trend must be one of the period's; and in an aggregate of several years the numerator is
 * that of one of them on average. That is not so of surveys combined over years, whose numerators are all who answered.
 */
function aboutPeriods({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const [yearAt, periodAt, numeratorAt] = ["year", "period", "numerator"].map((text) => header.indexOf(text));
  if ([yearAt, periodAt, numeratorAt].includes(-1)) return [];
  const known = new Map<string, ReturnType<typeof periodInWords>>();
  const outside: number[] = [];
  const pooled: number[] = [];
  for (const [i, row] of rows.entries()) {
    const words = row[periodAt!]!.trim();
    if (!known.has(words)) known.set(words, periodInWords(words));
    const of = known.get(words);
    const year = row[yearAt!]!.trim();
    if (!of) continue;
    if (year < of.start.slice(0, 4) || year > of.end.slice(0, 4)) outside.push(lines[i]!);
    const years =
      Number(of.end.slice(0, 4)) - Number(of.start.slice(0, 4)) + (of.end.slice(5) < of.start.slice(5) ? 0 : 1);
    if (years > 1 && /aggregate|average/i.test(words) && /\d/.test(row[numeratorAt!]!)) pooled.push(lines[i]!);
  }
  return [
    ...saidOnce(
      {
        code: "year-outside-period",
        severity: "warning",
        file,
        column: "year",
        fix: "Ask the publisher which of the two holds; the period was read, and the year was not.",
      },
      outside,
      (count) => `the year is not one of the period's in ${count}`,
    ),
    ...saidOnce(
      {
        code: "numerator-is-a-mean",
        severity: "note",
        file,
        column: "numerator",
        fix: "Set it against the people of one year, or multiply it by the years.",
      },
      pooled,
      (count) => `years are aggregated and the numerator is the mean of one in ${count}`,
    ),
  ];
}
