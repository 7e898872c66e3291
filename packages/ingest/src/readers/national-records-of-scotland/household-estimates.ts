import type { Issue } from "@popneeds/core";
import { headerFault } from "../../header-fault.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { withoutNotes } from "../../published/without-notes.ts";
import { dwellingCharacteristics } from "./dwelling-characteristics.ts";
import { dwellingsByOccupancy } from "./dwellings-by-occupancy.ts";
import { editionInNotes } from "./edition-in-notes.ts";
import { householdsByType } from "./households-by-type.ts";
import { householdSize, householdsByYear } from "./households-by-year.ts";
import { marksSaidOnce } from "./marks-said-once.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

type Parts = (grid: Grid, name: string, title: string) => readonly Part[];

/** What the title of a sheet says after its number, and how such a table is read. */
const tables: readonly (readonly [RegExp, Parts])[] = [
  [/^Household estimates for Scotland by council area/, householdsByYear("households")],
  [/^Number of dwellings in Scotland by council area/, householdsByYear("dwellings")],
  [
    /^(Second homes|Vacant dwellings|Unoccupied exemptions|Long-term empty homes) in each council area/,
    householdsByYear("dwellings"),
  ],
  [/^Average household size for Scotland by council area/, householdSize],
  [/^Dwellings by occupancy in each council area/, dwellingsByOccupancy],
  [/^Household estimates by household type/, householdsByType],
  [/^(Characteristics of dwellings|Occupied and vacant dwellings) by /, dwellingCharacteristics],
];

/**
 * Household estimates of National Records of Scotland as a workbook in the accessible style: households and dwellings by council
 * and year, household size, occupancy, households by type, characteristics of dwellings by council, urban or rural area and deprivation.
 *
 * Which table a sheet holds is told from its title; marks of notes are taken off, and said. Councils must add up to Scotland and
 * kinds of dwellings to all of them, rounding apart. Columns of change and of percentages that can be computed are not read.
 */
export const householdEstimatesReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-household-estimates",
  title: "Households and dwellings",
  evidence: "published",
  recognise({ sheets }) {
    const titles = sheets.map(({ rows }) => titleOf(rows));
    const found = titles.find((title) => partsFor(title));
    return found === undefined ? null : `a sheet has the title "${found}"`;
  },
  edition(file) {
    const dates = file.sheets.flatMap(({ rows }) =>
      rows.slice(0, 12).flatMap((row, i) => (rows[i - 1]?.[0]?.trim() === "Publication date" ? [row[0]!.trim()] : [])),
    );
    return dates[0] ? `published ${dates[0]}` : editionInNotes(file);
  },
  parts(file) {
    const known = gridsOf(file).filter(({ rows }) => partsFor(titleOf(rows)));
    if (known.length === 0) throw noTable(file.name);
    const left = sheetsNotRead(
      file,
      known.map(({ sheet }) => sheet),
    );
    const parts = known.flatMap((grid) => {
      const title = titleOf(grid.rows);
      return partsFor(title)!(grid, /^Table \d+[a-z]?/.exec(title)![0], title);
    });
    const before: readonly Issue[] = [
      ...left,
      {
        code: "columns-not-read",
        severity: "note",
        file: file.name,
        message: "columns of change and of percentages that can be computed from the figures beside them were not read",
        fix: "Compute them.",
      },
    ];
    return marksSaidOnce(file.name, parts).map((part, k) =>
      k === 0 ? { ...part, cells: { ...part.cells, issues: [...before, ...part.cells.issues] } } : part,
    );
  },
};

function titleOf(rows: readonly (readonly string[])[]): string {
  return withoutNotes(rows[0]?.[0] ?? "").text;
}

function partsFor(title: string): Parts | undefined {
  const after = /^Table \d+[a-z]?: (.*)$/.exec(title)?.[1];
  return after === undefined ? undefined : tables.find(([pattern]) => pattern.test(after))?.[1];
}

function noTable(file: string) {
  return headerFault(
    "missing-header",
    "no sheet has the title of a table of households or dwellings",
    "Compare the workbook with the publisher's.",
    file,
  );
}
