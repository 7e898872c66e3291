import type { Issue, Period, Sex } from "@popneeds/core";
import { agesAcross, area, constant, count, countAcross } from "../../field.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { blockTable } from "../../published/block-table.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { type Block, stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { editionInNotes } from "./edition-in-notes.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";
import { yearInTitle } from "./year-in-title.ts";

const country = "S92000003";
const thousands = { thousands: "," } as const;
const banners: Readonly<Record<string, Sex | "persons">> = { PERSONS: "persons", MALES: "male", FEMALES: "female" };

/** People by data zone and single year of age, and of Scotland; tables of males and females have a sex too. */
export const publishedSmallAreasWithBanners = schema({
  area: area("Area code", { totals: [country] }),
  period: constant<Period>({ label: "", start: "", end: "" }),
  age: agesAcross(),
  people: countAcross(thousands),
});

/**
 * Small area population estimates of National Records of Scotland in the style of 2020 and before, as a workbook or saved as CSV: a
 * title, a row of banners (PERSONS, MALES or FEMALES again and again), the header `Area code, Area name, Council area, All ages,
 * AGE0 … AGE90+`, a row SCOTLAND without a code and with thousands separators, a second header, data zones, a footer.
 *
 * Scotland gets its code, with a note, and is held apart from the zones. A warning where ages do not sum to all ages, or
 * data zones not to Scotland. Names of zones and councils are not read: the council stands here by its name only.
 */
export const smallAreaPopulationWithBannersReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-small-area-population-banners",
  title: "Small area population estimates by single year of age",
  evidence: "published",
  encodings: ["utf-8", "windows-1252"],
  recognise(file) {
    const found =
      file.kind === "text"
        ? file.head.some((line) => isHeader(line.split(",")))
        : file.sheets.some(({ rows }) => rows.slice(0, 12).some(isHeader));
    return found ? "under its banners stands the header Area code, Area name, Council area, All ages, AGE0 …" : null;
  },
  edition: editionInNotes,
  parts(file) {
    const grids = gridsOf(file).filter(({ rows }) => rows.some(isHeader));
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    return grids.flatMap((grid, i) => partsOf(file, grid, i === 0 ? left : []));
  },
};

function isHeader(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trim().replaceAll('"', ""));
  return texts[0] === "Area code" && texts[1] === "Area name" && texts[3] === "All ages" && texts[4] === "AGE0";
}

function partsOf(file: RawFile, grid: Grid, before: readonly Issue[]): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader,
    isFigures: ([code = "", name = ""]) =>
      /^S\d{8}$/.test(code.trim()) || (code.trim() === "" && name.trim() === "SCOTLAND"),
  });
  return blocks.flatMap((block, k): Part[] => {
    const { period, issues } = yearInTitle(
      block.above.map((cells) => cells.join(" ")),
      file.name,
    );
    const { sex, doubts } = sexAbove(block, grid);
    const cells = coded(blockTable(grid, block));
    const all = "All ages";
    const sexed = sex === null || sex === "persons" ? "" : sex;
    const name = [grid.sheet, sexed, blocks.length > 1 ? `${k + 1}` : ""].filter((text) => text !== "").join(" ");
    const said = [
      ...(k === 0 ? [...before, ...strayRows(grid, strays)] : []),
      ...issues,
      ...doubts,
      ...cells.issues,
      ...agesThatDoNotSum(cells, all),
      ...totalsThatDoNotSum(cells, {
        columns: cells.header.slice(3),
        isTotal: (row) => row[0] === country,
        message: "the data zones do not add up to Scotland",
      }),
    ];
    const { age, people, period: _, ...areas } = publishedSmallAreasWithBanners.fields;
    const keys = {
      ...areas,
      ...(sex === null || sex === "persons" ? {} : { sex: constant(sex) }),
      period: constant(period),
    };
    const ages = withoutColumns(cells, (text) => text === all || text === "Area name" || text === "Council area");
    return [
      { name, cells: { ...ages, issues: said }, schema: schema({ ...keys, age, people }) },
      {
        name: [name, "all ages"].filter((text) => text !== "").join(", "),
        cells: { ...onlyColumns(cells, ["Area code", all]), issues: [] },
        schema: schema({ ...keys, people: count(all, thousands) }),
      },
    ];
  });
}

/** The sex that the banners name; an error when they name none, or several. */
function sexAbove(
  block: Block,
  { file, lineOf }: Grid,
): { readonly sex: Sex | "persons" | null; readonly doubts: readonly Issue[] } {
  const found = [...new Set(block.above.flat().filter((text) => Object.hasOwn(banners, text)))];
  if (found.length === 1) return { sex: banners[found[0]!]!, doubts: [] };
  return {
    sex: null,
    doubts: [
      {
        code: "banner-missing",
        severity: "warning",
        file,
        line: lineOf(block.at),
        message: `the header should have PERSONS, MALES or FEMALES above it; found ${found.length === 0 ? "none of them" : found.join(" and ")}`,
        fix: "Compare the file with the publisher's: it is not known whose figures these are.",
      },
    ],
  };
}

/** The row SCOTLAND with the code of the country. */
function coded(table: RawTable): RawTable {
  const at = table.rows.findIndex((row) => row[0]!.trim() === "");
  if (at === -1) return table;
  return {
    ...table,
    rows: table.rows.map((row) => (row[0]!.trim() === "" ? [country, ...row.slice(1)] : row)),
    issues: [
      ...table.issues,
      {
        code: "code-put-in",
        severity: "note",
        file: table.file,
        line: table.lines[at]!,
        message: `SCOTLAND has no code in the file; it is given ${country}`,
        fix: "Nothing to do.",
      },
    ],
  };
}
