import type { Issue } from "@popneeds/core";
import { age, amount, category, label, type MeasureField, sex } from "../../field.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import { type RawTable, rawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { decompositionBlocks } from "./decomposition-blocks.ts";

const keys = ["Period", "age group", "gender"];

/** Years of life expectancy, gained (or lost, below nought). */
const years: MeasureField<"years"> = Object.freeze({ ...amount("years", "years"), negatives: true });

/** What each age and cause contributed to a change of life expectancy at birth, in years. */
export const lifeExpectancyDecomposition = schema({
  change: category("Period"),
  sex: sex("gender", { females: "female", males: "male" }),
  age: age("age group", { totals: ["999"] }),
  cause: category("cause", { totals: ["Total"] }),
  years,
});

const combined = schema({
  change: category("Period"),
  sex: sex("gender", { females: "female", males: "male" }),
  ageLabel: label("age group"),
  cause: category("cause", { totals: ["Total"] }),
  years,
});

/**
 * The workbook of what ages and causes of death contributed to changes of life expectancy, as published with a decomposition for Scotland: a sheet in rows, and a sheet
 * of blocks with females and males side by side, by age and, further down, by combined ages.
 *
 * Contributions are years; they add up over ages and causes, and may be below nought. Periods 1 and 2 are named by what the workbook calls them,
 * `2000-02 to 2012-14`. The age 999 is all ages. Causes that do not add up to `Total`, and ages that do not add up to 999, are warnings, within the printed
 * digits. Combined ages overlap by their labels, and are kept as text; what charts are drawn from is not read.
 */
export const lifeExpectancyDecompositionReader: Reader = {
  name: "life-expectancy-decomposition",
  title: "Contributions of ages and causes of death to changes of life expectancy",
  publisher: "Glasgow Centre for Population Health and ScotPHO",
  licence: "MIT Licence",
  evidence: "modelled",
  recognise(file) {
    const sheet = file.sheets.find(({ rows }) => rows.slice(0, 3).some(isHeader));
    return sheet ? `its sheet ${sheet.name} has the columns ${keys.join(", ")}, one for each cause, and Total` : null;
  },
  parts(file) {
    const grids = gridsOf(file);
    const names = periodsIn(grids);
    const tidy = grids.filter(({ rows }) => rows.slice(0, 3).some(isHeader));
    const parts = tidy.map((grid) => inRows(grid, names));
    const blocks = grids.filter((grid) => !tidy.includes(grid)).flatMap((grid) => inBlocks(grid, names));
    const read = [...tidy, ...grids.filter(({ file }) => blocks.some(({ cells }) => cells.file === file))];
    const left = sheetsNotRead(
      file,
      read.map(({ sheet }) => sheet),
    );
    return [...parts, ...blocks].map((part, i) =>
      i === 0 ? { ...part, cells: { ...part.cells, issues: [...left, ...part.cells.issues] } } : part,
    );
  },
};

function isHeader(row: readonly string[]): boolean {
  return keys.every((text, at) => row[at]?.trim() === text) && row.some((cell) => cell.trim() === "Total");
}

/** What the workbook calls its periods, in their order; none when it names another number than two. */
function periodsIn(grids: readonly Grid[]): readonly string[] {
  const found = grids.flatMap(({ rows }) =>
    rows.flat().filter((cell) => /^\d{4}-\d{2} to \d{4}-\d{2}$/.test(cell.trim())),
  );
  const names = [...new Set(found.map((text) => text.trim()))];
  return names.length === 2 ? names : [];
}

function inRows(grid: Grid, names: readonly string[]): Part {
  const at = grid.rows.findIndex(isHeader);
  const width = grid.rows[at]!.findIndex((cell) => cell.trim() === "Total") + 1;
  const cut = grid.rows.map((row) => row.slice(0, width));
  const table = rawTable(cut, grid.file, { header: at, short: "filled" });
  const causes = table.header.slice(3, -1);
  const above = grid.rows.flatMap((row, i) => (i < at && row.some((cell) => cell.trim() !== "") ? [i] : []));
  const named: RawTable = {
    ...table,
    rows: table.rows.map(([period, ...row]) => [names[Number(period) - 1] ?? period!, ...row]),
  };
  const long = longer(named, { across: (text) => !keys.includes(text), names: "cause", values: "years" });
  const issues: Issue[] = [
    ...strayRows(grid, above),
    ...long.issues,
    ...textBeyond(grid, at, width),
    ...columnsThatDoNotAddUp(table, {
      give: "Total",
      plus: causes,
      message: "the causes do not add up to Total",
      rounding: 1e-7,
    }),
    ...totalsThatDoNotSum(table, {
      columns: [...causes, "Total"],
      isTotal: ([, ages]) => ages!.trim() === "999",
      together: ([period, , gender]) => `${period} ${gender}`,
      message: "the ages do not add up to the age 999, all ages",
      rounding: 1e-7,
    }),
  ];
  return { name: "by age", cells: { ...long, issues }, schema: lifeExpectancyDecomposition };
}

/** Labels that were left beside the table, or figures, which should not be there. */
function textBeyond({ file, rows, lineOf }: Grid, at: number, width: number): readonly Issue[] {
  const found = rows.flatMap((row, i) => (i > at && row.slice(width).some((cell) => cell.trim() !== "") ? [i] : []));
  if (found.length === 0) return [];
  const figures = found.some((i) => rows[i]!.slice(width).some((cell) => /^-?[\d.]+$/.test(cell.trim())));
  return [
    {
      code: "beside-table",
      severity: figures ? "warning" : "note",
      file,
      line: lineOf(found[0]!),
      message: `${figures ? "figures" : "labels"} stand beside the table in ${found.length} ${found.length === 1 ? "row" : "rows"}; not read`,
      fix: figures ? "Compare the sheet with the published workbook: cells were moved." : "Nothing to do.",
    },
  ];
}

function inBlocks(grid: Grid, names: readonly string[]): readonly Part[] {
  const { tables, notRead } = decompositionBlocks(grid, names);
  return tables.map(({ name, cells, ages }, i): Part => {
    const long = longer(cells, { across: (text) => !keys.includes(text), names: "cause", values: "years" });
    const causes = withoutColumns(cells, (text) => keys.includes(text) || text === "Total").header;
    const issues = [
      ...(i === 0 ? notRead : []),
      ...long.issues,
      ...columnsThatDoNotAddUp(onlyColumns(cells, [...causes, "Total"]), {
        give: "Total",
        plus: causes,
        message: "the causes do not add up to Total",
        rounding: 1e-7,
      }),
    ];
    return { name, cells: { ...long, issues }, schema: ages === "combined" ? combined : lifeExpectancyDecomposition };
  });
}
