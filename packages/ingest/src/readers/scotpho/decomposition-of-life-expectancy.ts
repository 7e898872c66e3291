import type { Issue } from "@popneeds/core";
import { age, category, figure, label, sex } from "../../field.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import { longer } from "../../published/longer.ts";
import type { RawFile } from "../../published/raw-file.ts";
import { rawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import type { Sheet } from "../../published/workbook.ts";
import { schema } from "../../schema.ts";

const keys = ["Period", "age group", "gender"];
const total = "Total";
/** The figures are printed with ten decimals, so that sums of some dozens differ in the ninth. */
const rounding = 5e-9;

/**
 * Published results of a decomposition of the change in life expectancy by age and cause (Arriaga's method): years by which
 * each cause at each age moved it, from one period to the next.
 *
 * The sheet that has period, age group and gender in rows and the causes across is read; the others hold the same figures
 * arranged for charts, and are named in a note. Contributions may be below 0. They are of the kind expectancy, which is never
 * added up by popneeds, although over ages and causes they would add up to `Total`: that they do is checked. What the periods
 * are, another sheet says, and a note repeats it.
 */
export const lifeExpectancyDecompositionReader: Reader = {
  name: "life-expectancy-decomposition",
  title: "Change in life expectancy by age and cause",
  publisher: "Authors at ScotPHO and in Glasgow",
  licence: "As its repository says (MIT)",
  evidence: "modelled",
  recognise({ kind, sheets }) {
    const sheet = kind === "workbook" ? sheets.find(isTidy) : undefined;
    return sheet
      ? `the header of its sheet "${sheet.name}" begins Period, age group, gender and ends with Total`
      : null;
  },
  parts(file) {
    const found = file.sheets.filter(isTidy);
    return found.flatMap((sheet, i) => {
      const width = sheet.rows[0]!.length;
      const place = `${file.name}, sheet "${sheet.name}"`;
      const cells = rawTable(
        sheet.rows.map((row) => row.slice(0, width)),
        place,
        { short: "filled" },
      );
      const causes = cells.header.filter((text) => !keys.includes(text) && text !== total && text !== "");
      const said = [
        ...cells.issues,
        ...beyond(sheet, width, place),
        ...columnsThatDoNotAddUp(cells, { plus: causes, give: total, rounding }),
        ...(i === 0
          ? [
              ...sheetsNotRead(
                file,
                found.map(({ name }) => name),
              ),
              ...periodsSaid(file),
            ]
          : []),
      ];
      const by = {
        change: label("Period"),
        sex: sex("gender", { females: "female", males: "male" }),
        age: age("age group"),
      };
      const across = { across: (text: string) => causes.includes(text), names: "cause", values: "years" };
      const name = found.length > 1 ? sheet.name : "";
      return [
        {
          name,
          cells: {
            ...longer(
              withoutColumns(cells, (text) => text === total || text === ""),
              across,
            ),
            issues: said,
          },
          schema: schema({ ...by, cause: category("cause"), years: figure("expectancy", "years") }),
        },
        {
          name: [name, "all causes"].filter((text) => text !== "").join(", "),
          cells: { ...onlyColumns(cells, [...keys, total]), issues: [] },
          schema: schema({ ...by, years: figure("expectancy", total) }),
        },
      ];
    });
  },
};

function isTidy({ rows }: Sheet): boolean {
  const header = (rows[0] ?? []).map((cell) => cell.trim());
  return header.slice(0, 3).join() === keys.join() && header.at(-1) === total && header.length > 4;
}

/** Cells to the right of the table, which somebody left there. */
function beyond({ rows }: Sheet, width: number, file: string): readonly Issue[] {
  return saidOnce(
    { code: "cells-beyond-table", severity: "note", file, fix: "Nothing to do; open the workbook to see them." },
    rows.flatMap((row, i) => (row.slice(width).some((cell) => cell.trim() !== "") ? [i + 1] : [])),
    (count) => `cells to the right of the table are not read in ${count}`,
  );
}

/** What any sheet says that the periods are: a cell `period 1` with the years beside it. */
function periodsSaid({ name, sheets }: RawFile): readonly Issue[] {
  const said = new Set(
    sheets.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.flatMap((cell, at) =>
          /^period \d$/i.test(cell.trim()) && /\d/.test(row[at + 1] ?? "")
            ? [`${cell.trim()} is ${row[at + 1]!.trim()}`]
            : [],
        ),
      ),
    ),
  );
  if (said.size === 0) return [];
  return [
    {
      code: "periods-said-elsewhere",
      severity: "note",
      file: name,
      message: `another sheet says what the periods are: ${[...said].join("; ")}`,
      fix: "Nothing to do.",
    },
  ];
}
