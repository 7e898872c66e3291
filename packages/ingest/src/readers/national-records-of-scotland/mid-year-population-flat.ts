import { type Issue, type Period, parseAge } from "@popneeds/core";
import { agesAcross, area, constant, count, countAcross, period, sex } from "../../field.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { blockTable } from "../../published/block-table.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { byLevel, isAreaRow, levelsThatDoNotSum, scotland } from "./area-levels.ts";
import { editionInNotes } from "./edition-in-notes.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";
import { yearInTitle } from "./year-in-title.ts";

const thousands = { thousands: "," } as const;
const sexes = { Female: "female", Females: "female", Male: "male", Males: "male" } as const;
const keys = {
  area: area("Area code", { totals: [scotland] }),
  sex: sex("Sex", sexes, { totals: ["Persons"] }),
};
/** What the columns are called in the workbook, and in a CSV that was made of it for R. */
const columns: Readonly<Record<string, readonly string[]>> = {
  "Area name": ["area name", "ltla19_name"],
  "Area code": ["area code", "ltla19_code"],
  "Area type": ["area type"],
  Sex: ["sex"],
  Year: ["year"],
  "All ages": ["all ages", "all_ages"],
};

/** People by council or health board, sex, year and age, from one flat table. */
export const flatMidYearPopulation = schema({
  ...keys,
  period: constant<Period>({ label: "", start: "", end: "" }),
  age: agesAcross(),
  people: countAcross(thousands),
});

/**
 * Mid-year population estimates of National Records of Scotland as one flat table (2022 on): a row for each area and sex, ages
 * across, under the header `Area name, Area code, Area type, Sex, All ages, 0 … 90+`, in a workbook below a title, or as CSV.
 *
 * Councils and health boards are parts of their own; Scotland and persons are held apart. The year is that of a column `Year`, of
 * the title, or of the file's name, in which case a note says so. No workbook of this layout could be had: it is read as
 * documented, and the CSV made of it (persons of councils) as it is.
 */
export const flatMidYearPopulationReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-mid-year-population-flat",
  title: "Mid-year population estimates",
  evidence: "published",
  recognise(file) {
    const found =
      file.kind === "text"
        ? isHeader(headerOf(file)) && "its header"
        : file.sheets.flatMap(({ name, rows }) =>
            rows.slice(0, 12).some(isHeader) ? [`the header of its sheet ${name}`] : [],
          )[0];
    return found ? `${found} has an area's name and code, the sex and all ages, and a column for each age` : null;
  },
  edition: editionInNotes,
  parts(file) {
    const known = gridsOf(file).filter(({ rows }) => rows.some(isHeader));
    const left = sheetsNotRead(
      file,
      known.map(({ sheet }) => sheet),
    );
    return known.flatMap((grid, i) => partsOf(file, grid, known.length > 1 ? grid.sheet : "", i === 0 ? left : []));
  },
};

function nameOf(text: string): string {
  const plain = text.trim().toLowerCase();
  return Object.keys(columns).find((name) => columns[name]!.includes(plain)) ?? text.trim();
}

function isHeader(cells: readonly string[]): boolean {
  const names = cells.map(nameOf);
  const wanted = ["Area name", "Area code", "Sex", "All ages"];
  return wanted.every((name) => names.includes(name)) && names.some((text) => parseAge(text)?.from === 1);
}

function partsOf(file: RawFile, grid: Grid, name: string, before: readonly Issue[]): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader,
    isFigures: (row, header) => isAreaRow([row[header.map(nameOf).indexOf("Area code")] ?? ""]),
  });
  return blocks.flatMap((block, k): Part[] => {
    const read = blockTable(grid, block);
    const header = read.header.map(nameOf);
    const named: RawTable = { ...read, header };
    const order = ["Area code", "Sex", ...(header.includes("Year") ? ["Year"] : [])];
    const ages = header.filter((text) => parseAge(text));
    const cells = onlyColumns(named, [...order, "All ages", ...ages]);
    const when = header.includes("Year")
      ? { field: period("Year"), issues: [] }
      : (({ period: found, issues }) => ({ field: constant(found), issues }))(
          yearInTitle(
            block.above.map((texts) => texts.join(" ")),
            file.name,
          ),
        );
    const together = (row: readonly string[], without: string): string =>
      JSON.stringify(order.flatMap((text, at) => (text === without ? [] : [row[at]])));
    const issues = [
      ...(k === 0 ? [...before, ...strayRows(grid, strays)] : []),
      ...when.issues,
      ...cells.issues,
      ...agesThatDoNotSum(cells, "All ages"),
      ...totalsThatDoNotSum(cells, {
        columns: ["All ages", ...ages],
        isTotal: (row) => row[1]!.trim() === "Persons",
        together: (row) => together(row, "Sex"),
        message: "males and females do not add up to persons",
      }),
      ...years(cells).flatMap((one) => levelsThatDoNotSum(one, ["All ages", ...ages])),
    ];
    const { age, people } = flatMidYearPopulation.fields;
    const of = { ...keys, period: when.field };
    const part = blocks.length > 1 ? [name, `${k + 1}`].filter((text) => text !== "").join(" ") : name;
    return [
      ...byLevel({
        name: part,
        cells: { ...withoutColumns(cells, (text) => text === "All ages"), issues },
        schema: schema({ ...of, age, people }),
      }),
      ...byLevel({
        name: [part, "all ages"].filter((text) => text !== "").join(", "),
        cells: { ...withoutColumns(cells, (text) => ages.includes(text)), issues: [] },
        schema: schema({ ...of, people: count("All ages", thousands) }),
      }),
    ];
  });
}

/** The table of each year, or the whole where there is no column of years. */
function years(table: RawTable): readonly RawTable[] {
  const at = table.header.indexOf("Year");
  if (at === -1) return [table];
  return [...new Set(table.rows.map((row) => row[at]!))].map((year) => {
    const kept = table.rows.flatMap((row, i) => (row[at] === year ? [i] : []));
    return { ...table, rows: kept.map((i) => table.rows[i]!), lines: kept.map((i) => table.lines[i]!) };
  });
}
