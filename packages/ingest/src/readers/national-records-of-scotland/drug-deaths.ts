import type { Issue } from "@popneeds/core";
import { accessibleTable } from "../../published/accessible-table.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { drugDeathTables } from "./drug-death-tables.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";
import { titlesThatContradict } from "./titles-that-contradict.ts";

const firstHeaders = [
  "Year",
  "Cause",
  "Drugs implicated",
  "Area",
  "NHS Board area",
  "NHS Health Board area",
  "Council area",
];

/**
 * National Records of Scotland's workbook of drug misuse deaths (2024 and editions of the same style): every table, by year, sex, age, cause, drug, deprivation, board and
 * council, each read for what its header says and not for its number.
 *
 * Deaths, rates with limits, and totals are tables of their own: all persons, all ages, all causes and Scotland are held apart from their
 * parts. Boards and councils stand there by name only, in `areaName`. `[x]` is not available; `[l]`, a rate that was not worked out because it would rest on fewer
 * than 10 deaths, is too few events; `[b]` beside a year is a break in the series, and a note. Several drugs may be named in one death: deaths
 * by drug do not add up, and a note says so. Sums that do not hold and rates outside their limits are warnings.
 */
export const drugDeathsReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-drug-deaths",
  title: "Drug misuse deaths in Scotland",
  evidence: "published",
  recognise(file) {
    const sheet = file.sheets.find(isTable);
    return sheet
      ? `its sheet ${sheet.name} begins "${sheet.rows[0]!.find((cell) => cell !== "")!.slice(0, 60)}"`
      : null;
  },
  edition({ sheets }) {
    const cover = sheets.flatMap(({ rows }) => rows.slice(0, 6).flat());
    const published = cover.flatMap((text) => /published at [\d:.apm]+ on (\d{1,2} \w+ \d{4})/i.exec(text)?.[1] ?? []);
    return published[0] ? `published ${published[0]}` : null;
  },
  parts(file) {
    const grids = gridsOf(file).filter(isTable);
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    const parts = grids.flatMap(partsOf);
    const whole = [...left, ...ofTheWorkbook(file.name, parts), ...titlesThatContradict(file.name, parts)];
    return parts.map((part, i) => {
      const own = part.cells.issues.filter(({ code }) => !repeated.includes(code));
      return { ...part, cells: { ...part.cells, issues: i === 0 ? [...whole, ...own] : own } };
    });
  },
};

/** What nearly every table would say, and the workbook says once. */
const repeated = ["notes-left-off", "deaths-in-several-rows"];

function ofTheWorkbook(name: string, parts: readonly Part[]): readonly Issue[] {
  return repeated.flatMap((code) => {
    const found = parts.flatMap(({ cells }) => cells.issues.filter((issue) => issue.code === code));
    if (found.length === 0) return [];
    const sheets = new Set(found.map(({ file }) => file));
    const { line: _, ...issue } = found[0]!;
    const message =
      code === "notes-left-off"
        ? `the marks of notes were left off titles, headers and labels of ${sheets.size} ${sheets.size === 1 ? "sheet" : "sheets"}`
        : `${issue.message} (${sheets.size} ${sheets.size === 1 ? "sheet" : "sheets"})`;
    return [{ ...issue, file: name, message }];
  });
}

function isTable({ rows }: { readonly rows: Grid["rows"] }): boolean {
  const titles = rows.slice(0, 8).map((row) => row.find((cell) => cell.trim() !== "") ?? "");
  return (
    titles.some((text) => /^Table [A-Z]*\d+:/.test(text)) &&
    titles.some((text) => /\bdrug (misuse|poisoning|related|induced)/i.test(text))
  );
}

function partsOf(grid: Grid): readonly Part[] {
  const found = accessibleTable(
    grid,
    (cells) => firstHeaders.includes(cells[0] ?? "") && cells.filter((cell) => cell !== "").length > 2,
  );
  return drugDeathTables(found ?? { title: "", above: [], cells: nothing(grid) });
}

function nothing({ file }: Grid) {
  return {
    file,
    header: [],
    rows: [],
    lines: [],
    issues: [],
  };
}
