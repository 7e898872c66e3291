import { type Issue, parsePeriod } from "@popneeds/core";
import { amount, category, constant, figure } from "../../field.ts";
import { type RawTable, rawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import type { Sheet } from "../../published/workbook.ts";
import { type Fields, schema } from "../../schema.ts";

const missing = { marks: { "-": "not available", "": "not available" } } as const;
const title = /^(\d{4}\/\d{2}) cost ?book$/i;
const footer = /^(source:|\*|\d+\.\s)/i;

const parts = {
  hospitalChild: "Child Psychiatry R04LSX (£000)",
  hospitalAdolescent: "Adolescent Psychiatry R04LSX (£000)",
  communityTeams: "Community Mental Health Teams: Children & Adolescents SFR8.3 (£000)",
  returnedChild: "Child Psychiatry SFR 5.9 (£000)",
  returnedAdolescent: "Adolescent Psychiatry SFR 5.9 (£000)",
} as const;
const childAndAdolescent = "Child and Adolescent mental health expenditure1 (£000)";
const all = "Total NHS expenditure2 (£000)";
const mentalHealth = "Mental Health expenditure3 (£000)";

const fields = {
  areaName: category("NHS Board", { totals: ["Scotland"] }),
  hospitalChild: amount("count", parts.hospitalChild, missing),
  hospitalAdolescent: amount("count", parts.hospitalAdolescent, missing),
  communityTeams: amount("count", parts.communityTeams, missing),
  returnedChild: amount("count", parts.returnedChild, missing),
  returnedAdolescent: amount("count", parts.returnedAdolescent, missing),
  childAndAdolescent: amount("count", childAndAdolescent, missing),
  all: amount("count", all, missing),
  shareOfAll: figure("ratio", "Percentage of Total NHS expenditure", missing),
  mentalHealth: amount("count", mentalHealth, missing),
  shareOfMentalHealth: figure("ratio", "Percentage of (CAMHS) on Mental Health expenditure", missing),
} satisfies Fields;

/**
 * The Cost Book's expenditure on child and adolescent mental health services (CAMHS), a sheet for each financial year.
 *
 * Each year is a part of its own with its period, to be put together with `stack`. Expenditure is in thousands of pounds; the two shares
 * are proportions, though the headers say percentage. Boards have names, not codes. `-` is taken as not available: the
 * workbook does not say whether it is nothing or not known. An asterisk behind a board is explained under the table (data of community
 * teams are missing); it is taken off, and said. Figures that stand under the table are workings, and are not read. That the
 * services sum to their total, and the boards to Scotland, is checked; a column that repeats the one of the year before is a warning.
 */
export const costBookReader: Reader = {
  name: "phs-cost-book",
  title: "Cost Book: expenditure on child and adolescent mental health",
  publisher: "Public Health Scotland",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const sheets = file.sheets.filter((sheet) => yearOf(sheet) !== null && headerAt(sheet) !== -1);
    return sheets.length > 0
      ? `${sheets.length} of its ${file.sheets.length} sheets ${sheets.length === 1 ? "is a Cost Book" : "are Cost Books"} with a row for each NHS board`
      : null;
  },
  parts(file) {
    const read = file.sheets.filter((sheet) => yearOf(sheet) !== null && headerAt(sheet) !== -1);
    const other = file.sheets.filter((sheet) => !read.includes(sheet)).map((sheet) => notRead(file.name, sheet));
    return read.map((sheet, k): Part => {
      const year = yearOf(sheet)!;
      const cells = tableOf(sheet, `${file.name}, sheet "${sheet.name}"`);
      const before = k === 0 ? [] : repeated(cells, tableOf(read[k - 1]!, ""), yearOf(read[k - 1]!)!);
      return {
        name: year,
        cells: { ...cells, issues: [...(k === 0 ? other : []), ...cells.issues, ...sums(cells), ...before] },
        schema: schema({ ...fields, period: constant(parsePeriod(year)!) }),
      };
    });
  },
};

function yearOf({ rows }: Sheet): string | null {
  const found = rows.flatMap((row) => title.exec((row[0] ?? "").trim())?.[1] ?? []);
  return found.length === 1 && parsePeriod(found[0]!) ? found[0]! : null;
}

function headerAt({ rows }: Sheet): number {
  return rows.findIndex((row) => row[0]?.trim() === "NHS Board" && row.length > 2);
}

/** The boards and Scotland, wherever they stand under the header; what is neither they nor a known footer is an issue. */
function tableOf(sheet: Sheet, file: string): RawTable {
  const at = headerAt(sheet);
  const header = sheet.rows[at]!.map((cell) => cell.replace(/\s+/g, " ").trim());
  const board = (row: readonly string[]): boolean =>
    (row[0] ?? "").trim() !== "" && !footer.test(row[0]!.trim()) && !title.test(row[0]!.trim());
  const issues: Issue[] = [];
  const rows = sheet.rows.map((row, i): readonly string[] => {
    if (i === at || row.every((cell) => cell.trim() === "") || title.test((row[0] ?? "").trim())) return [];
    if (board(row) && i > at) return row;
    if (board(row)) issues.push(stray(file, i + 1, row, "stands above the header", "warning"));
    else if (row.some((cell, k) => k > 0 && cell.trim() !== ""))
      issues.push(stray(file, i + 1, row, "stands under the table without a board", "note"));
    return [];
  });
  const table = rawTable(rows, file, { header: { cells: header, below: 0 }, short: "filled" });
  const marked = table.rows.filter((row) => row[0]!.trim().endsWith("*"));
  const starred: Issue[] =
    marked.length === 0
      ? []
      : [
          {
            code: "mark-taken-off",
            severity: "note",
            file,
            message: `${marked.map((row) => row[0]!.trim()).join(", ")}: the asterisk is taken off; where the workbook explains it, it says that data of community mental health teams are missing`,
            fix: "Do not compare the child and adolescent expenditure of these boards with that of others.",
          },
        ];
  return {
    ...table,
    rows: table.rows.map((row) => [row[0]!.trim().replace(/\*$/, "").trim(), ...row.slice(1)]),
    issues: [...table.issues, ...starred, ...issues],
  };
}

/** Services that do not sum to their total, and boards that do not sum to Scotland: a warning for each. */
function sums(cells: RawTable): readonly Issue[] {
  const { file, header, rows, lines } = cells;
  const at = (text: string) => header.indexOf(text);
  const differs = (sum: number, printed: string): boolean =>
    Number.isFinite(Number(printed)) && printed.trim() !== "" && Math.abs(sum - Number(printed)) > 0.01;
  const issues: Issue[] = [];
  const report = (i: number, column: string, what: string, sum: number): void => {
    issues.push({
      code: "parts-do-not-sum",
      severity: "warning",
      file,
      line: lines[i]!,
      column,
      found: rows[i]![at(column)]!,
      message: `${what} to ${pounds(sum)}; ${column} of ${rows[i]![0]} is ${pounds(Number(rows[i]![at(column)]))}`,
      fix: "Compare the row with the publisher's workbook: a figure was changed, or a row lost.",
    });
  };
  if (Object.values(parts).every((text) => at(text) !== -1) && at(childAndAdolescent) !== -1)
    for (const [i, row] of rows.entries()) {
      const sum = Object.values(parts).reduce((total, text) => total + number(row[at(text)]!), 0);
      if (differs(sum, row[at(childAndAdolescent)]!)) report(i, childAndAdolescent, "the services sum", sum);
    }
  const country = rows.findIndex((row) => row[0] === "Scotland");
  for (const column of [...Object.values(parts), childAndAdolescent, all, mentalHealth]) {
    if (at(column) === -1 || country === -1) continue;
    const sum = rows.reduce((total, row, i) => (i === country ? total : total + number(row[at(column)]!)), 0);
    if (differs(sum, rows[country]![at(column)]!)) report(country, column, "the boards sum", sum);
  }
  return issues;
}

/** A warning for a column in which every board has the figure of the year before: it was copied. */
function repeated(cells: RawTable, before: RawTable, year: string): readonly Issue[] {
  const old = new Map(before.rows.map((row) => [row[0]!, row]));
  return cells.header.flatMap((column, at): Issue[] => {
    const oldAt = before.header.indexOf(column);
    if (at === 0 || oldAt === -1) return [];
    const pairs = cells.rows.flatMap((row) => {
      const was = old.get(row[0]!);
      return was && number(row[at]!) > 0 && row[0] !== "Scotland" ? [number(row[at]!) === number(was[oldAt]!)] : [];
    });
    const same = pairs.filter(Boolean).length;
    if (same < 5 || same < pairs.length / 2) return [];
    return [
      {
        code: "repeats-a-year",
        severity: "warning",
        file: cells.file,
        column,
        message: `${same} of ${pairs.length} boards have the ${column} of ${year}, to the last digit: it was copied from that year`,
        fix: "Do not use the column of this year; look it up in the Cost Book.",
      },
    ];
  });
}

function number(text: string): number {
  const value = Number(text.trim());
  return Number.isFinite(value) ? value : 0;
}

function pounds(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 3 });
}

function stray(file: string, line: number, row: readonly string[], where: string, severity: "warning" | "note"): Issue {
  const found = row
    .filter((cell) => cell.trim() !== "")
    .join(" | ")
    .slice(0, 80);
  return {
    code: "row-not-read",
    severity,
    file,
    line,
    found,
    message: `the row ${where}: not read`,
    fix: severity === "note" ? "Nothing to do, if it is a working." : "Put it under the header, or take it out.",
  };
}

function notRead(file: string, { name }: Sheet): Issue {
  return {
    code: "sheet-not-read",
    severity: "note",
    file,
    message: `the sheet "${name}" is not read: it has no title of a Cost Book and no row for each NHS board`,
    fix: "Look at it in the workbook, if it is a table of figures.",
  };
}
