import type { Issue } from "@popneeds/core";
import { age, figure, label, period, sex } from "../../field.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { inOneTable } from "../../published/in-one-table.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { rowsOutOfOrder } from "../../published/rows-out-of-order.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { schema } from "../../schema.ts";
import { lifeTablesThatDoNotHold } from "./life-tables-that-do-not-hold.ts";

const columns = ["mx", "qx", "lx", "dx", "ex"];
const header = ["area", "year", "sex", "x", ...columns];

/**
 * Life tables by single year of age: death rate, probability of dying, survivors of 100,000, deaths among them, expectation of life.
 * The last age is open in what it stands for (100 and over), but its row is of the exact age 100.
 */
export const singleYearLifeTables = schema({
  areaName: label("area"),
  period: period("year"),
  sex: sex("sex", { Males: "male", Females: "female" }),
  age: age("x"),
  deathRate: figure("rate", "mx"),
  probability: figure("ratio", "qx"),
  survivors: figure("score", "lx"),
  deaths: figure("score", "dx"),
  expectancy: figure("expectancy", "ex"),
});

/**
 * Single-year life tables of the Office for National Statistics (ONS): a sheet for each year, males and females side by side with a blank column between.
 *
 * The year is that of the line `Based on data for the year 2018`; a sheet called otherwise is a warning. Sheets whose survivors, deaths and
 * expectations do not follow from one another to the printed digits, and ages that do not ascend, are warnings. All years stand in one table;
 * lines are those of a row's own sheet.
 */
export const lifeTablesReader: Reader = {
  name: "ons-single-year-life-tables",
  title: "Single-year life tables",
  publisher: "Office for National Statistics",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const found = file.sheets.filter(isTable);
    return found.length > 0
      ? `its sheet ${found[0]!.name} has mx, qx, lx, dx, ex for males and, beside them, for females`
      : null;
  },
  parts(file) {
    const grids = gridsOf(file).filter(isTable);
    const all = inOneTable(grids.map(tableOf), file.name);
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    return [{ name: "", cells: { ...all, issues: [...left, ...all.issues] }, schema: singleYearLifeTables }];
  },
};

function isTable({ rows }: { readonly rows: Grid["rows"] }): boolean {
  return rows.some(isHeader);
}

function isHeader(row: readonly string[]): boolean {
  const cells = row.map((cell) => cell.trim());
  return cells[0] === "x" && startsOf(cells).length === 2;
}

/** Where the five columns of a sex begin. */
function startsOf(cells: readonly string[]): readonly number[] {
  return cells.flatMap((_, at) => (columns.every((text, k) => cells[at + k]?.trim() === text) ? [at] : []));
}

function tableOf(grid: Grid): RawTable {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader,
    isFigures: (row) => /^\d{1,3}$/.test(row[0]?.trim() ?? ""),
  });
  const block = blocks[0]!;
  const above = block.above.flat();
  const years = [...new Set(above.flatMap((text) => /for the year (\d{4})/i.exec(text)?.[1] ?? []))];
  const area = above.flatMap((text) => /^Single-year Life Tables, (.+)$/i.exec(text)?.[1] ?? [])[0];
  const starts = startsOf(grid.rows[block.at]!);
  const sexes = starts.map((at) => grid.rows[block.at - 1]?.[at]?.trim() ?? "");
  const issues: Issue[] = [...strayRows(grid, strays)];
  const year = years[0] ?? "";
  if (
    years.length !== 1 ||
    area === undefined ||
    sexes.some((text) => !/^(Males|Females)$/.test(text)) ||
    blocks.length > 1
  )
    return {
      file: grid.file,
      header,
      rows: [],
      lines: [],
      issues: [...issues, unread(grid, block.at, block.rows.length)],
    };
  if (/^\d{4}$/.test(grid.sheet) && grid.sheet !== year) issues.push(otherYear(grid, year));
  const found = {
    file: grid.file,
    header,
    rows: sexes.flatMap((sex, k) =>
      block.rows.map((i) => [
        area,
        year,
        sex,
        grid.rows[i]![0]!,
        ...columns.map((_, c) => grid.rows[i]![starts[k]! + c] ?? ""),
      ]),
    ),
    lines: sexes.flatMap(() => block.rows.map(grid.lineOf)),
  };
  const table: RawTable = { ...found, issues: [] };
  return {
    ...table,
    issues: [
      ...issues,
      ...rowsOutOfOrder(table, { column: "x", together: (row) => row[2]! }),
      ...lifeTablesThatDoNotHold(table),
    ],
  };
}

function unread({ file, lineOf }: Grid, at: number, rows: number): Issue {
  return {
    code: "block-not-understood",
    severity: "error",
    file,
    line: lineOf(at),
    message: `the sheet does not say, above its figures, the country, one year, and males and females; its ${rows} rows are left out`,
    fix: "Compare the sheet with the publisher's: a title or a row of headers was lost or moved.",
  };
}

function otherYear({ file, sheet }: Grid, year: string): Issue {
  return {
    code: "title-contradicts-sheet",
    severity: "warning",
    file,
    message: `the sheet is called ${sheet}, and its title says that the figures are of ${year}`,
    fix: "Compare with the publisher's workbook; the year of the title was taken.",
  };
}
