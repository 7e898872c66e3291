import { type Issue, parseAge } from "@popneeds/core";
import { headerFault } from "../../header-fault.ts";
import { blockTable } from "../../published/block-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import { groupedHeader } from "../../published/grouped-header.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { saidOnce } from "../../published/said-once.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";

/**
 * The sheet of an area in a household projection, each row with the area and the type of household, which the subtotals leave blank; the
 * columns of change are left off. All ages must be the sum of the ages, and all households that of the types.
 *
 * @throws PopneedsError `missing-header`
 */
export function householdProjectionSheet(grid: Grid): RawTable {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: isHouseholdHeader,
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

function oneTable({ file }: Grid, found: number) {
  return headerFault(
    "missing-header",
    `the sheet should have one table under the header Household Type, Age group, Year; found ${found}`,
    "Compare the sheet with the publisher's.",
    file,
  );
}

/** Whether a row is the upper header of such a sheet. */
export function isHouseholdHeader([first = "", second = "", third = ""]: readonly string[]): boolean {
  return first.trim() === "Household Type" && second.trim() === "Age group" && third.trim() === "Year";
}

/** All types together. */
export const allHouseholds = "All Households";
/** All ages of the head together. */
export const allAges = "All Ages";
