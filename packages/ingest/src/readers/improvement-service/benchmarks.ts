import { type Issue, type Period, parsePeriod } from "@popneeds/core";
import { amount, category, constant, figure, label, period } from "../../field.ts";
import { onlyColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { schema } from "../../schema.ts";
import { ratiosThatDoNotHold } from "./ratios-that-do-not-hold.ts";

const indicator = "Indicators_Information_Code";
const council = "LA_Information_LocalAuthority";
const year = "LA_Data_LGBF_Year";
const family = "FG_Data_FamilyGroup";
const ofCouncils = ["LA_Data_LA_IndicatorReal", "LA_Data_LA_Numerator_real", "LA_Data_LA_Den_Real"] as const;
const ofScotland = [
  "Scotland_Data_Scotland_Indicator_Real",
  "Scotland_Data_Scotland_Num_Real",
  "Scotland_Data_Scotland_Den_Real",
] as const;
const ofFamilies = ["FG_Data_FG_Avg_Indicator_Real", "FG_Data_FG_Avg_Num_Real", "FG_Data_FG_Avg_Den_Real"] as const;
const columns = [indicator, council, year, ...ofCouncils, ...ofScotland, ...ofFamilies, family];

const marks = { "": "not available", NA: "not available" } as const;
const when = period(year, financialYear);

/**
 * The indicators of the Local Government Benchmarking Framework: a row for each indicator, council and year, with the figures of
 * Scotland and of the council's family group repeated in every row.
 *
 * Councils, Scotland and family groups are parts of their own; a year's figure of Scotland stands once. That an indicator is
 * its numerator ÷ denominator is checked. A family group's figures are means of its councils, and are never added up. The file
 * has names of councils and no codes. `2010-11` is the financial year 2010/11.
 */
export const benchmarksReader: Reader = {
  name: "improvement-service-benchmarks",
  title: "Local Government Benchmarking Framework",
  publisher: "Improvement Service",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const header = headerOf(file);
    return columns.every((text) => header.includes(text))
      ? `its header has ${indicator}, ${council} and ${year}`
      : null;
  },
  parts(file) {
    const all = csvTable(file);
    const councils = onlyColumns(all, [indicator, council, year, family, ...ofCouncils]);
    const scotland = once(onlyColumns(all, [indicator, year, ...ofScotland]), 2, "Scotland");
    const families = once(onlyColumns(all, [indicator, year, family, ...ofFamilies]), 3, "a family group");
    const ratio = ([name, numerator, denominator]: readonly [string, string, string]) => ({
      indicator,
      ratio: name,
      numerator,
      denominator,
    });
    return [
      {
        name: "councils",
        cells: { ...councils, issues: [...all.issues, ...ratiosThatDoNotHold(councils, ratio(ofCouncils))] },
        schema: schema({
          indicator: category(indicator),
          areaName: category(council),
          period: when,
          familyGroup: label(family),
          value: figure("ratio", ofCouncils[0], { marks }),
          numerator: amount("count", ofCouncils[1], { marks }),
          denominator: amount("count", ofCouncils[2], { marks }),
        }),
      },
      {
        name: "Scotland",
        cells: { ...scotland, issues: [...scotland.issues, ...ratiosThatDoNotHold(scotland, ratio(ofScotland))] },
        schema: schema({
          indicator: category(indicator),
          area: constant("S92000003"),
          period: when,
          value: figure("ratio", ofScotland[0], { marks }),
          numerator: amount("count", ofScotland[1], { marks }),
          denominator: amount("count", ofScotland[2], { marks }),
        }),
      },
      {
        name: "family groups",
        cells: families,
        schema: schema({
          indicator: category(indicator),
          familyGroup: category(family),
          period: when,
          value: figure("ratio", ofFamilies[0], { marks }),
          numerator: figure("score", ofFamilies[1], { marks }),
          denominator: figure("score", ofFamilies[2], { marks }),
        }),
      },
    ];
  },
};

/** `2010-11`: with a hyphen it would else be a month. */
function financialYear(text: string): Period | null {
  return /^\d{4}-\d\d$/.test(text) ? parsePeriod(text.replace("-", "/")) : null;
}

/** The first row of each thing that is repeated in many; a warning where two rows of the same thing differ. */
function once(table: RawTable, keys: number, what: string): RawTable {
  const first = new Map<string, string>();
  const kept: number[] = [];
  const differ: number[] = [];
  for (const [i, row] of table.rows.entries()) {
    const identity = JSON.stringify(row.slice(0, keys));
    const figures = JSON.stringify(row.slice(keys));
    const before = first.get(identity);
    if (before === undefined) {
      first.set(identity, figures);
      kept.push(i);
    } else if (before !== figures) differ.push(table.lines[i]!);
  }
  const issues: readonly Issue[] = saidOnce(
    {
      code: "repeated-figures-differ",
      severity: "warning",
      file: table.file,
      column: table.header[keys]!,
      fix: "Compare the rows with the publisher's file; the first of the figures was read.",
    },
    differ,
    (rows) =>
      `the figures of ${what}, which are repeated in every row of a year, differ from those of an earlier row in ${rows}`,
  );
  return { ...table, rows: kept.map((i) => table.rows[i]!), lines: kept.map((i) => table.lines[i]!), issues };
}
