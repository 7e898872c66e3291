import type { Issue } from "@popneeds/core";
import { age, category, figure, label, period, sex } from "../../field.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { inOneTable } from "../../published/in-one-table.ts";
import { longer } from "../../published/longer.ts";
import { type RawTable, rawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { rowsOutOfOrder } from "../../published/rows-out-of-order.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { schema } from "../../schema.ts";

const firstHeader = /^Attained age \(years\)$/i;

/** Expectations of life at each age attained, by sex and year; of the mortality of that year (period), or of the years to come (cohort). */
export const expectationsOfLife = schema({
  areaName: label("area"),
  basis: category("basis", { values: ["period", "cohort"] }),
  period: period("year"),
  sex: sex("sex", { MALES: "male", FEMALES: "female" }),
  age: age("age"),
  expectancy: figure("expectancy", "expectancy"),
});

/**
 * Past and projected expectations of life of the Office for National Statistics (ONS): a sheet for males and one for females, of period
 * and of cohort expectations; ages down, years across.
 *
 * Period expectations up to the last year of observed mortality, which the sheet names, are published figures and a table of their own; later years, and
 * every cohort expectation, are projected. A sheet whose name and title disagree on sex or basis, and ages that do not ascend, are warnings.
 */
export const lifeExpectancyProjectionsReader: Reader = {
  name: "ons-life-expectancy-projections",
  title: "Past and projected period and cohort expectations of life",
  publisher: "Office for National Statistics",
  licence: "Open Government Licence v3.0",
  evidence: "projected",
  recognise(file) {
    const sheet = file.sheets.find(({ rows }) => rows.some(isHeader));
    return sheet ? `its sheet ${sheet.name} has attained ages down and years across, of expectations of life` : null;
  },
  edition(file) {
    const text = file.sheets.flatMap(({ rows }) => rows.slice(0, 12).flat()).find((cell) => /\d{4}-based/.test(cell));
    return text ? `${/\d{4}-based/.exec(text)![0]} projections` : null;
  },
  parts(file) {
    const grids = gridsOf(file).filter(({ rows }) => rows.some(isHeader));
    const tables = grids.map(tableOf);
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    const all = inOneTable(
      tables.map(({ cells }) => cells),
      file.name,
    );
    const observedTo = new Set(tables.map(({ observedTo }) => observedTo));
    const last = observedTo.size === 1 ? [...observedTo][0]! : Number.NEGATIVE_INFINITY;
    const at = ["basis", "year"].map((text) => all.header.indexOf(text)) as [number, number];
    const observed = (row: readonly string[]) => row[at[0]] === "period" && Number(row[at[1]]) <= last;
    const parts: readonly Part[] = [
      {
        name: "observed",
        cells: { ...only(all, observed), issues: [], merged: 0 },
        schema: expectationsOfLife,
        evidence: "published",
      },
      {
        name: "projected",
        cells: {
          ...only(all, (row) => !observed(row)),
          issues: [...left, ...all.issues, ...observedUnknown(file.name, [...observedTo])],
        },
        schema: expectationsOfLife,
      },
    ];
    return parts.filter(({ cells }) => cells.rows.length > 0 || cells.issues.length > 0);
  },
};

function isHeader(row: readonly string[]): boolean {
  return firstHeader.test(row[0]?.trim() ?? "") && /^\d{4}$/.test(row[1]?.trim() ?? "");
}

function only(table: RawTable, wanted: (row: readonly string[]) => boolean): RawTable {
  const kept = table.rows.flatMap((row, i) => (wanted(row) ? [i] : []));
  return { ...table, rows: kept.map((i) => table.rows[i]!), lines: kept.map((i) => table.lines[i]!) };
}

function tableOf(grid: Grid): { readonly cells: RawTable; readonly observedTo: number } {
  const { file, rows, lineOf } = grid;
  const { blocks, strays } = stackedBlocks(rows, {
    isHeader,
    isFigures: (row) => /^\d{1,3}$/.test(row[0]?.trim() ?? ""),
  });
  const block = blocks[0]!;
  const above = block.above.flat();
  const whose = above.flatMap((text) => /^(.+), (MALES|FEMALES)$/i.exec(text)?.slice(1, 3) ?? []);
  const basis = above.flatMap((text) => /^(period|cohort) expectations? of life/i.exec(text)?.[1]?.toLowerCase() ?? []);
  const observedTo = Number(
    above.flatMap((text) => /historical mortality rates from \d{4} to (\d{4})/.exec(text)?.[1] ?? [])[0],
  );
  const issues: Issue[] = [...strayRows(grid, strays)];
  const header = rows[block.at]!.map((text, at) => (at === 0 ? "age" : text.trim()));
  if (whose.length !== 2 || basis.length !== 1 || blocks.length !== 1)
    return {
      observedTo,
      cells: {
        file,
        header: ["area", "sex", "basis", "age", "year", "expectancy"],
        rows: [],
        lines: [],
        issues: [...issues, unread(file, lineOf(block.at), block.rows.length)],
      },
    };
  const cells = rawTable(
    block.rows.map((i) => rows[i]!),
    file,
    { header: { cells: header, below: 0 }, short: "filled" },
    (k) => lineOf(block.rows[k]!),
  );
  const [area, sexes] = [whose[0]!, whose[1]!.toUpperCase()];
  const named = `${sexes} ${basis[0]}`;
  if (/^(fe)?males (period|cohort) ex$/i.test(grid.sheet) && !grid.sheet.toLowerCase().startsWith(named.toLowerCase()))
    issues.push(otherTitle(grid, named.toLowerCase()));
  const wide: RawTable = {
    ...cells,
    header: ["area", "sex", "basis", ...cells.header],
    rows: cells.rows.map((row) => [area, sexes, basis[0]!, ...row]),
    issues: [...issues, ...cells.issues, ...rowsOutOfOrder(cells, { column: "age" })],
  };
  return {
    observedTo: Number.isNaN(observedTo) ? Number.NEGATIVE_INFINITY : observedTo,
    cells: longer(wide, { across: (text) => /^\d{4}$/.test(text), names: "year", values: "expectancy" }),
  };
}

function unread(file: string, line: number, rows: number): Issue {
  return {
    code: "block-not-understood",
    severity: "error",
    file,
    line,
    message: `the sheet does not say, above its figures, whose expectations they are and on which basis; its ${rows} rows are left out`,
    fix: "Compare the sheet with the publisher's: a title was lost or moved.",
  };
}

/** Without the last year of observed mortality everything must be taken for projected. */
function observedUnknown(file: string, last: readonly number[]): readonly Issue[] {
  if (last.length === 1 && Number.isFinite(last[0])) return [];
  return [
    {
      code: "observed-years-unknown",
      severity: "warning",
      file,
      message:
        "the sheets do not all say, and say alike, up to which year mortality was observed: every figure is taken for projected",
      fix: 'Look for the line "Based on historical mortality rates from … to …" above the figures of each sheet.',
    },
  ];
}

function otherTitle({ file, sheet }: Grid, named: string): Issue {
  return {
    code: "title-contradicts-sheet",
    severity: "warning",
    file,
    message: `the sheet is called ${sheet}, and its titles say ${named}`,
    fix: "Compare with the publisher's workbook; the titles were believed.",
  };
}
