import type { Issue } from "@popneeds/core";
import { amount, category, figure } from "../../field.ts";
import { onlyColumns } from "../../published/columns-of-table.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { rowsOutOfOrder } from "../../published/rows-out-of-order.ts";
import { saidOnce } from "../../published/said-once.ts";
import { sexesThatDoNotSum } from "../../published/sexes-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { again, deaths, keysOf, rateWithLimits, shorthand } from "./drug-death-fields.ts";

const yearly = ["Year", "Sex", "deaths", "change", "mean", "meanLower", "meanUpper", "rate", "lower", "upper"];
const definitions = ["drug misuse deaths", "drug poisoning deaths", "drug induced deaths"];

/**
 * Deaths by year: with the change since the year before, the mean of five years and its limits, and the age-standardised rate with its
 * limits; or by three definitions of a drug death, with the population and crude and age-standardised rates.
 *
 * The change is a share of the year before, -0.08 for 8% fewer. Means are of the five years around a year, and overlap from year to year: they are
 * figures that are not added up.
 */
export function drugDeathsByYear(cells: RawTable, _title: string, name: string): readonly Part[] | null {
  return byYear(cells, name) ?? byDefinition(cells, name);
}

function byYear(cells: RawTable, name: string): readonly Part[] | null {
  const expected = [
    /^Year$/,
    /^Sex$/,
    /deaths$/,
    /^Percent change/,
    /^5-year average/,
    /^Lower/,
    /^Upper/,
    /^Age-standardised rate/,
    /^Lower/,
    /^Upper/,
  ];
  if (!fits(cells.header, expected)) return null;
  const table: RawTable = { ...cells, header: yearly };
  const keys = keysOf(table);
  const means = onlyColumns(again(table), ["Year", "Sex", "mean", "meanLower", "meanUpper"]);
  const rates = onlyColumns(again(table), ["Year", "Sex", "rate", "lower", "upper"]);
  const counts = onlyColumns(table, ["Year", "Sex", "deaths", "change"]);
  return [
    {
      name: `${name}, deaths`,
      cells: {
        ...counts,
        issues: [
          ...cells.issues,
          ...rowsOutOfOrder(table, { column: "Year", together: ([, sex]) => sex! }),
          ...sexesThatDoNotSum(onlyColumns(table, ["Year", "Sex", "deaths"]), {
            sex: "Sex",
            value: "deaths",
            all: "Persons",
            each: ["Females", "Males"],
          }),
        ],
      },
      schema: schema({ ...keys, deaths, change: figure("ratio", "change", shorthand) }),
    },
    {
      name: `${name}, means of five years`,
      cells: { ...means, issues: limitsOutOfOrder(means, { value: "mean", lower: "meanLower", upper: "meanUpper" }) },
      schema: schema({
        ...keys,
        value: figure("rate", "mean", shorthand),
        lower: figure("limit", "meanLower", shorthand),
        upper: figure("limit", "meanUpper", shorthand),
      }),
    },
    {
      name: `${name}, age-standardised rates`,
      cells: { ...rates, issues: limitsOutOfOrder(rates, { value: "rate", lower: "lower", upper: "upper" }) },
      schema: schema({ ...keys, ...rateWithLimits }),
    },
  ];
}

function byDefinition(cells: RawTable, name: string): readonly Part[] | null {
  const expected = [
    /^Year$/,
    ...definitions.map((text) => new RegExp(`^${text}$`, "i")),
    /^Population$/,
    ...definitions.map((text) => new RegExp(`^Crude rate ${text}$`, "i")),
    ...definitions.map((text) => new RegExp(`^Age-standardised rate ${text}$`, "i")),
  ];
  if (!fits(cells.header, expected)) return null;
  const table: RawTable = {
    ...cells,
    header: ["Year", "Drug definition", "deaths", "crude", "standardised"],
    rows: cells.rows.flatMap((row) =>
      definitions.map((text, d) => [row[0]!, text, row[1 + d]!, row[5 + d]!, row[8 + d]!]),
    ),
    lines: Array.from(cells.lines).flatMap((line) => definitions.map(() => line)),
    issues: [...cells.issues, ...rowsOutOfOrder(cells, { column: "Year" }), ...ratesThatAreNot(cells)],
  };
  const people = onlyColumns(again(cells), ["Year", "Population"]);
  return [
    {
      name: `${name}, by definition`,
      cells: table,
      schema: schema({
        ...keysOf(table),
        definition: category("Drug definition"),
        deaths,
        crudeRate: figure("rate", "crude", shorthand),
        standardisedRate: figure("rate", "standardised", shorthand),
      }),
    },
    {
      name: `${name}, population`,
      cells: people,
      schema: schema({ ...keysOf(people), people: amount("count", "Population", shorthand) }),
    },
  ];
}

/** Crude rates that are not deaths over people. */
function ratesThatAreNot({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const wrong = rows.flatMap((row, i) =>
    definitions.some((_, d) => {
      const [deaths, people, rate] = [row[1 + d]!, row[4]!, row[5 + d]!].map((cell) => Number(cell || "-"));
      return Math.abs((deaths! / people!) * 1e5 - rate!) > 1e-6;
    })
      ? [lines[i]!]
      : [],
  );
  return saidOnce(
    {
      code: "rate-does-not-hold",
      severity: "warning",
      file,
      column: header[5]!,
      fix: "Compare the rows with the publisher's workbook: deaths, people or rates were changed.",
    },
    wrong,
    (count) => `a crude rate is not deaths over people in ${count}`,
  );
}

function fits(header: readonly string[], expected: readonly RegExp[]): boolean {
  return header.length === expected.length && expected.every((words, at) => words.test(header[at]!));
}
