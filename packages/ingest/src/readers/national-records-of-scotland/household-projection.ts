import { type Issue, parseAge } from "@popneeds/core";
import { age, category, count, period } from "../../field.ts";
import { headerFault } from "../../header-fault.ts";
import { blockTable } from "../../published/block-table.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { groupedHeader } from "../../published/grouped-header.ts";
import { inOneTable } from "../../published/in-one-table.ts";
import { longer } from "../../published/longer.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { editionInNotes } from "./edition-in-notes.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

const allHouseholds = "All Households";
const allAges = "All Ages";
const country = "Scotland";

/** Households projected by area, type, age of the head and year. The files have names of areas only. */
export const householdProjection = schema({
  areaName: category("Area", { totals: [country] }),
  householdType: category("Household Type", { totals: [allHouseholds] }),
  age: age("Age group", { totals: [allAges] }),
  period: period("Year"),
  households: count("Households"),
});

/**
 * Household projections of National Records of Scotland, the detailed workbook: a sheet for each area, types of household by age of
 * the head down, years across under a header of two rows.
 *
 * Councils, strategic development plan areas and national parks overlap and are parts of their own, by the headings of the
 * workbook's contents; Scotland is held apart as the total of the councils. The last age group differs by type (45+, 60+, 90+). All
 * ages must be the sum of the ages, all households that of the types, and Scotland that of the councils, rounding apart.
 * The columns of change can be computed, and are not read.
 */
export const householdProjectionReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-household-projection",
  title: "Household projections by household type and age",
  evidence: "projected",
  recognise({ sheets }) {
    const fit = sheets.filter(({ rows }) => rows.slice(0, 8).some(isHeader));
    if (fit.length === 0) return null;
    return `${fit.length} of its sheets have the header Household Type, Age group, Year: ${fit
      .slice(0, 2)
      .map(({ name }) => name)
      .join(", ")} …`;
  },
  edition(file) {
    const base = /\b(\d{4}-based), ([A-Za-z]+ Projection)/i.exec(
      file.sheets.map(({ rows }) => rows[0]?.[0] ?? "").join("\n"),
    );
    return (
      [base ? `${base[1]}, ${base[2]!.toLowerCase()}` : null, editionInNotes(file)].filter((text) => text).join(", ") ||
      null
    );
  },
  parts(file) {
    const grids = gridsOf(file).filter(({ rows }) => rows.slice(0, 12).some(isHeader));
    const kinds = kindsOfAreas(file);
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    const tables = grids.map((grid) => ({
      grid,
      table: areaTable(grid),
      kind: kinds.get(grid.sheet) ?? "areas not in the contents",
    }));
    const names = [...new Set(tables.map(({ kind }) => kind))];
    return names.map((kind, k): Part => {
      const own = tables.filter((one) => one.kind === kind);
      const whole = inOneTable(
        own.map(({ table }) => table),
        `${file.name}, ${kind}`,
      );
      const years = whole.header.filter(isYear);
      const cells = longer(whole, { across: isYear, names: "Year", values: "Households" });
      const issues = [
        ...(k === 0 ? [...left, changesNotRead(file.name)] : []),
        ...whole.issues,
        ...totalsThatDoNotSum(whole, {
          columns: years,
          isTotal: ([area]) => area === country,
          together: (row) => JSON.stringify(row.slice(1, 3)),
          message: "the councils do not add up to Scotland",
          rounding: own.length / 2,
        }),
      ];
      return { name: kind, cells: { ...cells, issues }, schema: householdProjection };
    });
  },
};

function isHeader([first = "", second = "", third = ""]: readonly string[]): boolean {
  return first.trim() === "Household Type" && second.trim() === "Age group" && third.trim() === "Year";
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}

/** The sheet of an area, each row with the area and the type of household, which the subtotals leave blank. */
function areaTable(grid: Grid): RawTable {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader,
    isFigures: ([type = "", group = ""]) =>
      parseAge(group) !== null || group.trim() === allAges || type.trim() === allHouseholds,
  });
  const [block, another] = blocks;
  if (!block || another) throw oneTable(grid, blocks.length);
  const years = grid.rows[block.at + 1] ?? [];
  const header = groupedHeader(grid.rows[block.at]!.slice(0, years.length), years).map((text) =>
    text.replace(/^Year: /, ""),
  );
  const unread = strays.filter((row) => row !== block.at + 1 && !isMark(grid.rows[row]!));
  const kept = header.length;
  const narrow = { ...grid, rows: grid.rows.map((row) => row.slice(0, kept)) };
  const read = blockTable(narrow, block, { header });
  let type = "";
  const rows = read.rows.map(([own = "", group = "", ...figures]) => {
    if (own.trim() !== "") type = own.trim();
    return [grid.sheet, type, group.trim() === "" && type === allHouseholds ? allAges : group.trim(), ...figures];
  });
  const table: RawTable = { ...read, header: ["Area", "Household Type", "Age group", ...header.slice(2)], rows };
  const columns = header.slice(2);
  const ages = table.rows.flatMap((row, i) => (row[1] === allHouseholds ? [] : [i]));
  const types = table.rows.flatMap((row, i) => (row[2] === allAges ? [i] : []));
  const of = (at: readonly number[]): RawTable => ({
    ...table,
    rows: at.map((i) => table.rows[i]!),
    lines: at.map((i) => table.lines[i]!),
  });
  return {
    ...table,
    issues: [
      ...strayRows(grid, unread),
      ...marks(grid, strays),
      ...read.issues,
      ...otherName(grid),
      ...totalsThatDoNotSum(of(ages), {
        columns,
        isTotal: (row) => row[2] === allAges,
        together: (row) => row[1]!,
        message: "the ages do not add up to all ages",
        rounding: 8,
      }),
      ...totalsThatDoNotSum(of(types), {
        columns,
        isTotal: (row) => row[1] === allHouseholds,
        message: "the types do not add up to all households",
        rounding: 3,
      }),
    ],
  };
}

/** A row that holds one figure and nothing else, as a corrector may have left it far to the right of the table. */
function isMark(row: readonly string[]): boolean {
  return row.filter((cell) => cell.trim() !== "").length === 1 && row.slice(0, 3).every((cell) => cell.trim() === "");
}

function marks({ file, rows, lineOf }: Grid, strays: readonly number[]): readonly Issue[] {
  return saidOnce(
    { code: "figure-not-read", severity: "note", file, fix: "Nothing to do: it belongs to no row of the table." },
    strays.filter((row) => isMark(rows[row]!)).map(lineOf),
    (count) => `a figure stands alone, right of the names, in ${count}; not read`,
  );
}

/** The kinds of areas, by the headings of the sheet of contents; a name stands under the heading before it. */
function kindsOfAreas({ sheets }: RawFile): ReadonlyMap<string, string> {
  const names = new Set(sheets.map(({ name }) => name));
  const contents = sheets.find(({ name }) => /^contents$/i.test(name.trim()))?.rows ?? [];
  const found = new Map<string, string>();
  let heading = "council areas";
  for (const row of contents) {
    const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
    const known = cells.filter((cell) => names.has(cell));
    for (const name of known) found.set(name, heading);
    if (known.length === 0 && cells.length === 1 && / areas$/i.test(cells[0]!)) heading = cells[0]!.toLowerCase();
  }
  return found;
}

function otherName({ file, rows, sheet }: Grid): readonly Issue[] {
  const said = rows[1]?.[0]?.trim() ?? "";
  if (said === sheet.trim()) return [];
  return [
    {
      code: "sheet-name-differs",
      severity: "warning",
      file,
      line: 2,
      found: said,
      message: `the sheet is named "${sheet}", and says that it is about "${said}"; the name of the sheet is used`,
      fix: "Compare with the publisher's workbook: sheets may have been mixed up.",
    },
  ];
}

function changesNotRead(file: string): Issue {
  return {
    code: "columns-not-read",
    severity: "note",
    file,
    message: "the columns of average annual and overall change were not read",
    fix: "Compute them from the households of the years.",
  };
}

function oneTable({ file }: Grid, found: number) {
  return headerFault(
    "missing-header",
    `the sheet should have one table under the header Household Type, Age group, Year; found ${found}`,
    "Compare the sheet with the publisher's.",
    file,
  );
}
