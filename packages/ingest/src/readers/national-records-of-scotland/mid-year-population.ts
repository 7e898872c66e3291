import type { Issue } from "@popneeds/core";
import { headerFault } from "../../header-fault.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { editionInNotes } from "./edition-in-notes.ts";
import { marksSaidOnce } from "./marks-said-once.ts";
import { midYearAges } from "./mid-year-ages.ts";
import { midYearBirthsAndDeaths, midYearComponents, midYearMigration } from "./mid-year-components.ts";
import { midYearMoves } from "./mid-year-moves.ts";
import { midYearPeriod } from "./mid-year-period.ts";
import { midYearScotland } from "./mid-year-scotland.ts";
import { midYearDensity, midYearStructure } from "./mid-year-structure.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

type Parts = (
  grid: Grid,
  name: string,
  period: NonNullable<ReturnType<typeof midYearPeriod>>,
  before: readonly Issue[],
) => readonly Part[];

/** What the title of a sheet says after its number, and how such a table is read. */
const tables: readonly (readonly [RegExp, Parts])[] = [
  [/^Estimated population by age and sex, Scotland/, midYearScotland],
  [/^Estimated population by sex, (single year of age|five year age group) and administrative area/, midYearAges],
  [/^Components of population change by administrative area/, midYearComponents],
  [/^Components of migration by administrative area/, midYearMigration],
  [/^Age and sex structure of administrative areas/, midYearStructure],
  [/^Rest of UK \/ Overseas moves and total resident population of Scotland by age group/, midYearMoves],
  [/^Land area and population density by administrative area/, midYearDensity],
  [/^Births and deaths at mid-year, Scotland/, midYearBirthsAndDeaths],
];

/**
 * Mid-year population estimates of National Records of Scotland in the style of 2020 and before: a workbook (xlsx or ods) of
 * Tables 1 to 10, or one of its sheets saved as CSV.
 *
 * Which table a sheet holds is told from its title. Councils and health boards stand one below another and are tables of their own
 * here; Scotland and both sexes are held apart. Sums that do not hold (ages, sexes, areas, components of change) are warnings.
 * Percentages that can be computed from the counts beside them are not read, and that is said.
 */
export const midYearPopulationReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-mid-year-population",
  title: "Mid-year population estimates",
  evidence: "published",
  encodings: ["utf-8", "windows-1252"],
  recognise(file) {
    const titles =
      file.kind === "text"
        ? [titleOf([[firstCell(file.head[0] ?? "")]])]
        : file.sheets.map(({ rows }) => titleOf(rows));
    const known = titles.filter((title) => partsFor(title) && midYearPeriod(title));
    if (known.length === 0 || isFlat(file)) return null;
    const found = known.find((title) => /^Table 2/.test(title)) ?? known[0]!;
    return file.kind === "text" ? `its title is "${found}"` : `a sheet has the title "${found}"`;
  },
  edition: editionInNotes,
  parts(file) {
    const known = gridsOf(file).filter(({ rows }) => partsFor(titleOf(rows)));
    const left = sheetsNotRead(
      file,
      known.map(({ sheet }) => sheet),
    );
    const parts = known.flatMap((grid, i) => {
      const title = titleOf(grid.rows);
      const period = midYearPeriod(title);
      if (!period) throw withoutYear(file, grid, title);
      const name = /^Table \d+[a-z]?/.exec(title)?.[0] ?? grid.sheet;
      return partsFor(title)!(grid, name, period, i === 0 ? left : []);
    });
    return marksSaidOnce(file.name, parts);
  },
};

/** Whether the sex has a column of its own, as in the flat tables of later editions, whose titles are the same. */
function isFlat({ head, sheets }: RawFile): boolean {
  const rows = [...head.map((line) => line.split(",")), ...sheets.flatMap((sheet) => sheet.rows.slice(0, 12))];
  return rows.some((row) => /^Area/.test(row[0] ?? "") && row.some((cell) => cell.trim() === "Sex"));
}

/** The first filled cell of a sheet. */
function titleOf(rows: readonly (readonly string[])[]): string {
  const first = rows.slice(0, 3).flatMap((row) => row.map((cell) => cell.trim()));
  return first.find((cell) => cell !== "") ?? "";
}

function firstCell(line: string): string {
  return /^\s*"([^"]*)"/.exec(line)?.[1] ?? line.split(",")[0]!;
}

function partsFor(title: string): Parts | undefined {
  const after = /^Table \d+[a-z]?: (.*)$/s.exec(title)?.[1];
  return after === undefined ? undefined : tables.find(([pattern]) => pattern.test(after))?.[1];
}

function withoutYear({ name }: RawFile, { file }: Grid, title: string) {
  return headerFault(
    "no-period",
    `the title "${title}" does not say of the middle of which year the figures are`,
    `Compare the title with the publisher's${file === name ? "" : " workbook"}: it should say mid-2019, for instance.`,
    file,
  );
}
