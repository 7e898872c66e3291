import { figure, label } from "../../field.ts";
import { renamedColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { rowsOutOfOrder } from "../../published/rows-out-of-order.ts";
import { sexesThatDoNotSum } from "../../published/sexes-that-do-not-sum.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { withoutShorthand } from "../../published/without-shorthand.ts";
import { schema } from "../../schema.ts";
import { deaths, keysOf, periodOfTitle, rateWithLimits, shorthand } from "./drug-death-fields.ts";

const withLimits = { value: "rate", lower: "lower", upper: "upper" };

/**
 * Deaths and rates by deprivation, board, council or country: areas across, or down with the rate and its limits, or with ages across.
 *
 * `SIMD Quintile 1 (most deprived)` becomes `1` in `deprivation`. The regions of England stand in a table apart from the countries.
 */
export function drugDeathsByArea(cells: RawTable, title: string, name: string): readonly Part[] | null {
  const header = cells.header;
  const like = (...words: readonly RegExp[]) =>
    header.length === words.length && words.every((word, at) => word.test(header[at]!));
  if (like(/^Year$/, /^Area$/, /^Age-standardised/, /^Lower/, /^Upper/, /^Number of deaths$/))
    return byDeprivation(cells, name);
  if (like(/area$/, /^Five-year period$/, /^Age-standardised/, /^Lower/, /^Upper/, /deaths$/))
    return byPeriod(cells, name);
  if (like(/^Area$/, /^Deaths$/, /^Age-standardised/, /^Lower/, /^Upper/)) return byCountry(cells, title, name);
  if (header[0] === "Year" && header[1] === "Sex" && header[2] === "Scotland") return areasAcross(cells, name);
  if (/area$/.test(header[0]!) && header.slice(1).every((text) => /^Age \d/.test(text)))
    return agesByArea(cells, title, name);
  return null;
}

function byDeprivation(cells: RawTable, name: string): readonly Part[] {
  const table = withoutShorthand({ ...cells, header: ["Year", "Deprivation", "rate", "lower", "upper", "deaths"] }, [
    "Deprivation",
  ]);
  const groups: RawTable = {
    ...table,
    rows: table.rows.map(([year, group, ...figures]) => [
      year!,
      /^SIMD (?:Quintile|Decile) (\d+)\b/i.exec(group!)?.[1] ?? group!,
      ...figures,
    ]),
  };
  return [
    {
      name: `${name}, by deprivation`,
      cells: {
        ...groups,
        issues: [
          ...groups.issues,
          ...limitsOutOfOrder(groups, withLimits),
          ...rowsOutOfOrder(groups, { column: "Year", together: ([, group]) => group! }),
          ...totalsThatDoNotSum(groups, {
            columns: ["deaths"],
            isTotal: ([, group]) => group === "Scotland",
            together: ([year]) => year!,
            message: "the deaths by deprivation do not add up to Scotland's",
          }),
        ],
      },
      schema: schema({ ...keysOf(groups), ...rateWithLimits, deaths }),
    },
  ];
}

function byPeriod(cells: RawTable, name: string): readonly Part[] {
  const table = withoutShorthand({ ...cells, header: ["Area", "Period", "rate", "lower", "upper", "deaths"] }, [
    "Area",
  ]);
  return [
    {
      name: `${name}, runs of five years`,
      cells: {
        ...table,
        issues: [
          ...table.issues,
          ...limitsOutOfOrder(table, withLimits),
          ...rowsOutOfOrder(table, { column: "Period", together: ([area]) => area! }),
          ...totalsThatDoNotSum(table, {
            columns: ["deaths"],
            isTotal: ([area]) => area === "Scotland",
            together: ([, period]) => period!,
            message: "the deaths of the areas do not add up to Scotland's",
          }),
        ],
      },
      schema: schema({ ...keysOf(table), ...rateWithLimits, deaths }),
    },
  ];
}

function byCountry(cells: RawTable, title: string, name: string): readonly Part[] {
  const table: RawTable = { ...cells, header: ["Place", "deaths", "rate", "lower", "upper"] };
  const isCountry = ([place]: readonly string[]) => /^(Scotland|England|Wales|Northern Ireland)$/.test(place!.trim());
  const of = (what: string, wanted: (row: readonly string[]) => boolean, issues: RawTable["issues"]): Part => {
    const kept = table.rows.flatMap((row, i) => (wanted(row) ? [i] : []));
    const rows = kept.map((i) => table.rows[i]!);
    return {
      name: `${name}, ${what}`,
      cells: { ...table, rows, lines: kept.map((i) => table.lines[i]!), issues },
      schema: schema({ areaName: label("Place"), ...periodOfTitle(title), deaths, ...rateWithLimits }),
    };
  };
  const regions = table.rows.flatMap((row, i) => (!isCountry(row) || row[0]!.trim() === "England" ? [i] : []));
  const sums = totalsThatDoNotSum(
    { ...table, rows: regions.map((i) => table.rows[i]!), lines: regions.map((i) => table.lines[i]!) },
    {
      columns: ["deaths"],
      isTotal: ([place]) => place!.trim() === "England",
      message: "the regions do not add up to England",
    },
  );
  return [
    of("countries", isCountry, [...cells.issues, ...limitsOutOfOrder(table, withLimits), ...sums]),
    of("regions of England", (row) => !isCountry(row), []),
  ];
}

function areasAcross(cells: RawTable, name: string): readonly Part[] {
  const keyed = (text: string) => text === "Year" || text === "Sex";
  const long = longer(cells, { across: (text) => !keyed(text), names: "Area", values: "deaths" });
  return [
    {
      name: `${name}, by area`,
      cells: {
        ...long,
        issues: [
          ...long.issues,
          ...rowsOutOfOrder(cells, { column: "Year", together: ([, sex]) => sex! }),
          ...columnsThatDoNotAddUp(cells, {
            give: "Scotland",
            plus: cells.header.slice(3),
            message: "the areas do not add up to Scotland",
          }),
          ...sexesThatDoNotSum(long, { sex: "Sex", value: "deaths", all: "Persons", each: ["Females", "Males"] }),
        ],
      },
      schema: schema({ ...keysOf(long), deaths }),
    },
  ];
}

function agesByArea(cells: RawTable, title: string, name: string): readonly Part[] {
  const table = renamedColumns(cells, { [cells.header[0]!]: "Area" });
  const long = longer(table, { across: (text) => text !== "Area", names: "Age", values: "rate" });
  return [
    {
      name: `${name}, age-specific rates`,
      cells: long,
      schema: schema({ ...periodOfTitle(title), ...keysOf(long), value: figure("rate", "rate", shorthand) }),
    },
  ];
}
