import type { Issue } from "@popneeds/core";
import { age, amount, category, count, label, period, sex } from "../../field.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { inOneTable } from "../../published/in-one-table.ts";
import { longer } from "../../published/longer.ts";
import { type RawTable, rawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { schema } from "../../schema.ts";
import { ageOfGroup } from "./age-of-group.ts";

const keys = ["sex", "agegroup", "population", "deaths", "area", "period"];
const shared = {
  areaName: label("area"),
  period: period("period"),
  sex: sex("sex"),
  age: age("agegroup"),
};

/** Deaths by area, period, sex, age and cause; every cause stands in every age, 0 where nobody died of it. */
export const deathsByCauseAndAge = schema({
  ...shared,
  cause: category("cause"),
  deaths: count("deaths", { absent: "zero" }),
});

/** Deaths of all causes, and the person-years in which they happened. */
export const deathsAndPersonYears = schema({
  ...shared,
  deaths: count("deaths", { absent: "zero" }),
  people: amount("person-years", "population"),
});

/**
 * Deaths by cause and age of one sex, a sheet for each period of three years, as the Glasgow Centre for Population Health and ScotPHO
 * used them to decompose life expectancy: ages coded 1 (under 1), 2 (1 to 4), 3 (5 to 9) … 20 (90 and over), a column for each cause.
 *
 * The populations are person-years: three mid-year populations added up. Causes that do not add up to all deaths, codes of ages
 * that are missing, and a file whose name says the other sex, are warnings. Sheets stand in one table; lines are those of a row's own sheet.
 */
export const deathsByCauseAndAgeReader: Reader = {
  name: "deaths-by-cause-and-age-group",
  title: "Deaths by cause, age group and period",
  publisher: "National Records of Scotland; Glasgow Centre for Population Health and ScotPHO",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const sheet = file.sheets.find(({ rows }) => rows.slice(0, 5).some(isHeader));
    return sheet ? `its sheet ${sheet.name} has the columns ${keys.join(", ")} and then one for each cause` : null;
  },
  parts(file) {
    const grids = gridsOf(file).filter(({ rows }) => rows.some(isHeader));
    const tables = grids.map(tableOf);
    const all = inOneTable(tables, grids.length === 1 ? grids[0]!.file : file.name);
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    const sums = onlyColumns(all, keys);
    const causes = longer(
      withoutColumns(all, (text) => text === "population" || text === "deaths"),
      { across: (text) => !keys.includes(text), names: "cause", values: "deaths" },
    );
    return [
      {
        name: "by cause",
        cells: { ...causes, issues: [...left, ...all.issues, ...otherSexInName(all, file.name)] },
        schema: deathsByCauseAndAge,
      },
      { name: "all causes", cells: { ...sums, issues: [], merged: 0 }, schema: deathsAndPersonYears },
    ];
  },
};

function isHeader(row: readonly string[]): boolean {
  return keys.every((text, at) => row[at]?.trim() === text) && row.length > keys.length + 1;
}

function tableOf(grid: Grid): RawTable {
  const at = grid.rows.findIndex(isHeader);
  const cells = rawTable(grid.rows, grid.file, { header: at, short: "filled" });
  const causes = cells.header.filter((text) => !keys.includes(text));
  const above = grid.rows.flatMap((row, i) => (i < at && row.some((cell) => cell.trim() !== "") ? [i] : []));
  return {
    ...cells,
    rows: cells.rows.map((row) => row.map((cell, column) => (column === 1 ? ageOfGroup(cell) : cell))),
    issues: [
      ...cells.issues,
      ...strayRows(grid, above),
      ...groupsMissing(cells),
      ...columnsThatDoNotAddUp(cells, {
        give: "deaths",
        plus: causes,
        message: "the causes do not add up to all deaths",
      }),
    ],
  };
}

function groupsMissing({ file, rows }: RawTable): readonly Issue[] {
  const there = new Set(rows.map((row) => row[1]!.trim()));
  const lacking = Array.from({ length: 20 }, (_, i) => String(i + 1)).filter((code) => !there.has(code));
  if (lacking.length === 0) return [];
  return [
    {
      code: "ages-incomplete",
      severity: "warning",
      file,
      message: `no row for the age group${lacking.length === 1 ? "" : "s"} ${lacking.slice(0, 3).join(", ")}${lacking.length > 3 ? ` and ${lacking.length - 3} more` : ""}: not everybody is counted`,
      fix: "Compare the sheet with the publisher's: rows were lost.",
    },
  ];
}

/** A file that is called males and holds females, or the other way round. */
function otherSexInName({ file, rows }: RawTable, name: string): readonly Issue[] {
  const said = /(?<![a-z])(fe)?male(s)?(?![a-z])|(?<![a-z])(wo)?men(?![a-z])/i.exec(name);
  const expected = said === null ? null : said[1] || said[3] ? "female" : "male";
  const found = [...new Set(rows.map((row) => row[0]!.trim().toLowerCase()))];
  if (expected === null || found.length !== 1 || found[0] === expected) return [];
  return [
    {
      code: "name-contradicts-rows",
      severity: "warning",
      file,
      message: `the name of the file says ${said![0]}, and its rows are of the sex ${found[0]}`,
      fix: "Believe neither before you have compared with the publisher's files: the wrong sheet may have been saved under this name.",
    },
  ];
}
