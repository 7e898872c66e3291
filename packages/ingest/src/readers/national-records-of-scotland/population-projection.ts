import type { Issue } from "@popneeds/core";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { editionInNotes } from "./edition-in-notes.ts";
import { marksSaidOnce } from "./marks-said-once.ts";
import { projectedAges } from "./projected-ages.ts";
import { projectedExpectancy } from "./projected-expectancy.ts";
import { projectionAssumptions, projectionSummary } from "./projection-summary.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

type Parts = (grid: Grid, name: string, before: readonly Issue[]) => readonly Part[];

/** What the title of a sheet says, and how such a table is read. */
const tables: readonly (readonly [RegExp, Parts])[] = [
  [/^Table \d+: Assumptions for the .* projections/, projectionAssumptions],
  [/^Table \d+: .*-based .*projected population by sex and single year of age/, projectedAges],
  [/^Table \d+: .*projected population summary, (persons|males|females)/, projectionSummary],
  [/^Table \d+: .*projected population summary, total fertility rate and expectation of life/, projectedExpectancy],
];

/**
 * National population projections of National Records of Scotland as a workbook in the accessible style: people by sex and single
 * year of age in three tables one below another, summaries of persons, males and females, assumptions, fertility and expectation of life.
 *
 * Which table a sheet holds is told from its title. That ages add up to all ages, males and females to persons, and components
 * of change to the population at the end is checked. The sheets of figures repeat or compare, and are named as not read.
 */
export const populationProjectionReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-population-projection",
  title: "Projected population of Scotland",
  evidence: "projected",
  recognise({ sheets }) {
    const titles = sheets.map(({ rows }) => titleOf(rows));
    const found = titles.find((title) => partsFor(title) === projectedAges);
    return found === undefined ? null : `a sheet has the title "${found}"`;
  },
  edition(file) {
    const titles = file.sheets.map(({ rows }) => titleOf(rows)).filter((title) => partsFor(title) === projectedAges);
    const base = /\b(\d{4}-based)\b/.exec(titles[0] ?? "")?.[1];
    const said = [base, editionInNotes(file)].filter((text) => text);
    return said.length === 0 ? null : said.join(", ");
  },
  parts(file) {
    const known = gridsOf(file).filter(({ rows }) => partsFor(titleOf(rows)));
    const left = sheetsNotRead(
      file,
      known.map(({ sheet }) => sheet),
    );
    const parts = known.flatMap((grid, i) => {
      const title = titleOf(grid.rows);
      return partsFor(title)!(grid, /^Table \d+/.exec(title)![0], i === 0 ? left : []);
    });
    return marksSaidOnce(file.name, parts);
  },
};

function titleOf(rows: readonly (readonly string[])[]): string {
  return rows[0]?.[0]?.trim() ?? "";
}

function partsFor(title: string): Parts | undefined {
  return tables.find(([pattern]) => pattern.test(title))?.[1];
}
