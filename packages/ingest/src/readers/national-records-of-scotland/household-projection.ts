import type { Issue } from "@popneeds/core";
import { age, category, count, period } from "../../field.ts";
import { gridsOf } from "../../published/grids-of.ts";
import { inOneTable } from "../../published/in-one-table.ts";
import { longer } from "../../published/longer.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { editionInNotes } from "./edition-in-notes.ts";
import { allAges, allHouseholds, householdProjectionSheet, isHouseholdHeader } from "./household-projection-sheet.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

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
    const fit = sheets.filter(({ rows }) => rows.slice(0, 8).some(isHouseholdHeader));
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
    const grids = gridsOf(file).filter(({ rows }) => rows.slice(0, 12).some(isHouseholdHeader));
    const kinds = kindsOfAreas(file);
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    const tables = grids.map((grid) => ({
      grid,
      table: householdProjectionSheet(grid),
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

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
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

function changesNotRead(file: string): Issue {
  return {
    code: "columns-not-read",
    severity: "note",
    file,
    message: "the columns of average annual and overall change were not read",
    fix: "Compute them from the households of the years.",
  };
}
