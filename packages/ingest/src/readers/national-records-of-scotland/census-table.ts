import { type Issue, type Period, parsePeriod } from "@popneeds/core";
import { area, category, constant, count } from "../../field.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawFile } from "../../published/raw-file.ts";
import { type RawTable, rawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { type Fields, schema } from "../../schema.ts";
import { perturbation } from "./perturbation.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

/**
 * A table of Scotland's Census as its table builder (SuperWEB2) exports it, CSV or xlsx: lines about the table, a line that names the categories
 * across, a line that names the kind of area, areas down, and notes below.
 *
 * The first category, all people or all households, and the sub-totals, `White: Total`, are tables of their own; the other
 * categories divide everybody. The census perturbs its counts to protect people, so that parts need not add up to totals: a note says in how many areas they
 * do not, and by how much at most and in all; a difference larger than such noise is a warning.
 * Measures are called `people` or `households` after what the file says that it counts.
 */
export const censusTableReader: Reader = {
  ...recordsOfScotland,
  name: "scotlands-census-table",
  title: "Scotland's Census, table by area",
  evidence: "published",
  recognise(file) {
    const grid = tablesIn(file)[0];
    return grid ? `it says "${titleOf(grid).slice(0, 80)}", and "${countedIn(grid)}"` : null;
  },
  parts(file) {
    const grids = tablesIn(file);
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    return grids.flatMap((grid, i) => partsOf(grid, i === 0 ? left : []));
  },
};

function tablesIn(file: RawFile): readonly Grid[] {
  if (file.kind === "text" && !file.head.some((line) => /counting:/i.test(line))) return [];
  return gridsOf(file).filter((grid) => titleOf(grid) !== "" && countedIn(grid) !== "");
}

function titleOf({ rows }: Grid): string {
  const found = rows
    .slice(0, 12)
    .flat()
    .find((cell) => /scotland['’]s census/i.test(cell));
  return found?.replaceAll(/\s+/g, " ").trim() ?? "";
}

function countedIn({ rows }: Grid): string {
  return (
    rows
      .slice(0, 12)
      .flat()
      .find((cell) => /^counting:/i.test(cell.trim()))
      ?.trim() ?? ""
  );
}

/** The line of one cell that names the kind of area, below the line of categories. */
function areaRow(rows: Grid["rows"]): number {
  return rows.findIndex((row, i) => {
    const filled = row.filter((cell) => cell.trim() !== "");
    const above = (rows[i - 1] ?? []).filter((cell) => cell.trim() !== "");
    return filled.length === 1 && above.length > 2 && !above.some((cell) => /^(S\d{8}|\d+)$/.test(cell.trim()));
  });
}

function partsOf(grid: Grid, before: readonly Issue[]): readonly Part[] {
  const { rows, file, lineOf } = grid;
  const at = areaRow(rows);
  if (at === -1) return [nothing(file, before)];
  const areaAt = rows[at]!.findIndex((cell) => cell.trim() !== "");
  const labels = rows[at - 1]!.map((cell) => cell.trim());
  const categories = labels.flatMap((text, column) => (column > areaAt && text !== "" ? [column] : []));
  const isArea = (row: readonly string[]) => /^S\d{8}$/.test(row[areaAt]?.trim() ?? "");
  const figures = rows.flatMap((row, i) => (i > at && isArea(row) ? [i] : []));
  const strays = rows.flatMap((row, i) =>
    !figures.includes(i) && i !== at - 1 && row.filter((cell) => /^\d+$/.test(cell.trim())).length > 0 ? [i] : [],
  );
  const cells = rawTable(
    figures.map((i) => [
      rows[i]![areaAt]!,
      ...categories.map((column) => rows[i]![column] ?? ""),
      ...beyond(rows[i]!, categories.at(-1)! + 1),
    ]),
    file,
    { header: { cells: ["Area", ...categories.map((column) => labels[column]!)], below: 0 } },
    (k) => lineOf(figures[k]!),
  );
  return tables(grid, labels[0]!, { ...cells, issues: [...before, ...strayRows(grid, strays), ...cells.issues] });
}

/** Figures to the right of the last header would be somebody's who is in no category. */
function beyond(row: readonly string[], width: number): readonly string[] {
  const more = row.slice(width);
  return more.some((cell) => cell.trim() !== "") ? more : [];
}

function tables(grid: Grid, topic: string, cells: RawTable): readonly Part[] {
  const [, all, ...rest] = cells.header as [string, string, ...string[]];
  const subtotals = rest.filter((text) => / ?: total$/i.test(text));
  const measure = /household/i.test(countedIn(grid)) ? "households" : "people";
  const year = /census (\d{4})|(\d{4})\s*census/i.exec(grid.rows.slice(0, 12).flat().join(" "))?.slice(1).find(Boolean);
  const period: Fields = year ? { period: constant(parsePeriod(year) as Period) } : {};
  const keys = { area: area("Area"), ...period };
  const long = (of: RawTable, wanted: (text: string) => boolean) =>
    longer(
      withoutColumns(of, (text) => text !== "Area" && !wanted(text)),
      { across: (text) => text !== "Area", names: "Category", values: measure },
    );
  const again = { ...cells, issues: [] };
  const every = long(cells, (text) => text !== all && !subtotals.includes(text));
  const parts = rest.filter((text) => !subtotals.includes(text));
  const of = schema({ ...keys, category: category("Category"), [measure]: count(measure) });
  return [
    { name: topic, cells: { ...every, issues: [...every.issues, ...perturbation(cells, all, parts)] }, schema: of },
    ...(subtotals.length > 0
      ? [{ name: `${topic}, sub-totals`, cells: long(again, (text) => subtotals.includes(text)), schema: of }]
      : []),
    {
      name: all,
      cells: { ...onlyColumns(again, ["Area", all]), header: ["Area", measure] },
      schema: schema({ ...keys, [measure]: count(measure) }),
    },
  ];
}

function nothing(file: string, before: readonly Issue[]): Part {
  const issue: Issue = {
    code: "block-not-understood",
    severity: "error",
    file,
    message: "there is no line that names the kind of area below a line of categories; nothing is read",
    fix: "Export the table again, with areas down and one set of categories across.",
  };
  return {
    name: "",
    cells: { file, header: ["people"], rows: [], lines: [], issues: [...before, issue] },
    schema: schema({ people: count("people") }),
  };
}
