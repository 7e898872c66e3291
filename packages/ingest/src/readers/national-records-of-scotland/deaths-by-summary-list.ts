import { type Issue, type Period, parseAge, parsePeriod } from "@popneeds/core";
import { age, category, constant, count, type KeyField, period, sex } from "../../field.ts";
import { withoutColumns } from "../../published/columns-of-table.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { rowsBy } from "../../published/rows-by.ts";
import { saidOnce } from "../../published/said-once.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { type Block, stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { withoutNotes } from "../../published/without-notes.ts";
import { schema } from "../../schema.ts";
import { causesCarriedDown } from "./causes-carried-down.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

const keyed = ["Code", "Cause", "Sex"];

/** What stands across a table: years, ages or areas. */
type Across = "Year" | "Age" | "Area";

/**
 * Deaths by cause in National Records of Scotland's Vital Events Reference Tables, section 6: codes of the ICD-10 summary list, causes and sexes down, and years, ages, or boards and
 * councils across.
 *
 * No real file could be had: the tables are read as their notes describe them (persons P, males M, females F; `-` for no event; `...` for not available) and by
 * the columns that programs which read them name (`ICD10 summary list`, `Cause of death`). All causes, chapters (`II. Neoplasms`) and the causes within
 * chapters are tables of their own, as each counts the same deaths again. Chapters that do not add up to all causes, ages or areas that do not add up to
 * their total, and sexes that do not add up to persons, are warnings. A code and a cause that stand in the first of several rows are carried down.
 */
export const deathsBySummaryListReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-deaths-by-summary-list",
  title: "Vital Events Reference Tables, section 6: deaths by cause",
  evidence: "published",
  recognise(file) {
    if (file.kind === "text" && !file.head.some((line) => /cause of death/i.test(line))) return null;
    const grid = gridsOf(file).find(({ rows }) => rows.slice(0, 15).some(isHeader));
    return grid
      ? `${grid.sheet ? `its sheet ${grid.sheet}` : "it"} has ICD-10 codes, causes of death and sexes, and figures across`
      : null;
  },
  parts(file) {
    const grids = gridsOf(file).filter(({ rows }) => rows.some(isHeader));
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    const parts = grids.flatMap((grid) => partsOf(grid, grids.length > 1));
    return parts.map((part, i) =>
      i === 0 ? { ...part, cells: { ...part.cells, issues: [...left, ...part.cells.issues] } } : part,
    );
  },
};

function isHeader(row: readonly string[]): boolean {
  const [code = "", cause = "", sexes = ""] = row.map((cell) => withoutNotes(cell).text);
  return /^ICD[- ]?10/i.test(code) && /^causes? of death$/i.test(cause) && /^sex$/i.test(sexes) && row.length > 4;
}

function partsOf(grid: Grid, several: boolean): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader,
    isFigures: (row, header) =>
      /^(persons|males?|females?|[pmf])$/i.test(row[2]?.trim() ?? "") && row.length <= header.length,
  });
  const filled = blocks.filter(({ rows }) => rows.length > 0);
  const empty = saidOnce(
    {
      code: "header-without-rows",
      severity: "warning",
      file: grid.file,
      fix: "Compare the sheet with the publisher's: rows were lost or moved.",
    },
    blocks.filter(({ rows }) => rows.length === 0).map(({ at }) => grid.lineOf(at)),
    (count) => `a header has no figures below it in ${count}`,
  );
  return filled.flatMap((block, i) => {
    const name = [several ? `sheet ${grid.sheet}` : "", filled.length > 1 ? `table ${i + 1}` : ""].filter(
      (text) => text !== "",
    );
    return tables(grid, block, name.join(", "), i === 0 ? [...strayRows(grid, strays), ...empty] : []);
  });
}

function tables(grid: Grid, block: Block, name: string, before: readonly Issue[]): readonly Part[] {
  const labels = grid.rows[block.at]!.map((cell) => withoutNotes(cell).text);
  const across = whatIsAcross(labels.slice(3));
  if (across === null) return [unknown(grid, block, name, before)];
  const { cells: plain, noughts } = withoutDashes(grid, block, labels);
  const carried = causesCarriedDown(plain);
  const year = block.above
    .flat()
    .flatMap((text) => [...text.matchAll(/\d{4}/g)])
    .at(-1)?.[0];
  const keys: Readonly<Record<string, KeyField>> = {
    code: category("Code"),
    cause: category("Cause"),
    sex: sex("Sex", { M: "male", F: "female" }, { totals: ["P"] }),
    ...(across === "Year" ? { period: period("Year") } : year ? { period: constant(parsePeriod(year) as Period) } : {}),
    ...(across === "Age" ? { age: age("Age", { totals: ["All ages"] }) } : {}),
    ...(across === "Area" ? { areaName: category("Area", { totals: ["Scotland"] }) } : {}),
  };
  const undated = across === "Year" || year ? [] : [noPeriod(grid, block)];
  const issues = [...before, ...undated, ...noughts, ...carried.issues, ...sums(carried, across)];
  const found = rowsBy({ ...carried, issues: [] }, ([, cause]) => [levelOf(cause!)]);
  return found.map(({ texts: [level], cells }, i) => {
    const whole = level === "all causes";
    const kept = whole ? withoutColumns(cells, (text) => text === "Code" || text === "Cause") : cells;
    const long = longer(kept, { across: (text) => !keyed.includes(text), names: across, values: "deaths" });
    const { code: _, cause: __, ...rest } = keys;
    return {
      name: [name, level!].filter((text) => text !== "").join(", "),
      cells: { ...long, issues: i === 0 ? issues : [] },
      schema: schema({
        ...(whole ? rest : keys),
        deaths: count("deaths", { marks: { "...": "not available", "..": "not available" } }),
      }),
    };
  });
}

/** Each level counts the same deaths again. */
function levelOf(cause: string): "all causes" | "chapters" | "causes within chapters" {
  if (/^all causes\b/i.test(cause)) return "all causes";
  return /^[IVX]+(?:\s*[-–]\s*[IVX]+)?\.\s/.test(cause) ? "chapters" : "causes within chapters";
}

function whatIsAcross(labels: readonly string[]): Across | null {
  if (labels.every((text) => /^\d{4}$/.test(text))) return "Year";
  if (labels.every((text) => /^all ages$/i.test(text) || parseAge(text) !== null)) return "Age";
  return labels.includes("Scotland") && labels.every((text) => /^[A-Z]/.test(text)) ? "Area" : null;
}

/** The figures of a block, sexes by one letter; a dash is no event, as the notes of the tables say. */
function withoutDashes({ file, rows, lineOf }: Grid, { at, rows: figures }: Block, labels: readonly string[]) {
  let dashes = 0;
  const plain = figures.map((i) =>
    labels.map((_, column) => {
      const cell = rows[i]![column]?.trim() ?? "";
      if (column === 2) return cell.slice(0, 1).toUpperCase();
      if (column < 3) return withoutNotes(cell).text;
      if (cell !== "-") return cell;
      dashes++;
      return "0";
    }),
  );
  const header = [...keyed, ...labels.slice(3).map((text) => (/^all ages$/i.test(text) ? "All ages" : text))];
  const cells: RawTable = { file, header, rows: plain, lines: figures.map(lineOf), issues: [] };
  const noughts: readonly Issue[] =
    dashes === 0
      ? []
      : [
          {
            code: "dashes-are-noughts",
            severity: "note",
            file,
            line: lineOf(at),
            message: `${dashes.toLocaleString("en-GB")} ${dashes === 1 ? "dash was" : "dashes were"} read as no event`,
            fix: "Nothing to do; the notes of the tables say so.",
          },
        ];
  return { cells, noughts };
}

function sums(cells: RawTable, across: Across): readonly Issue[] {
  const columns = cells.header.slice(3);
  const total = across === "Age" ? "All ages" : "Scotland";
  const chapters = rowsBy({ ...cells, issues: [] }, ([, cause]) => [
    levelOf(cause!) === "causes within chapters" ? "within" : "whole",
  ]);
  const whole = chapters.find(({ texts }) => texts[0] === "whole")?.cells;
  return [
    ...(across === "Year"
      ? []
      : columnsThatDoNotAddUp(cells, {
          give: total,
          plus: columns.filter((text) => text !== total),
          message: `the ${across === "Age" ? "ages" : "areas"} do not add up to ${total}`,
        })),
    ...totalsThatDoNotSum(cells, {
      columns,
      isTotal: ([, , sex]) => sex === "P",
      together: ([code, cause]) => `${code}\n${cause}`,
      message: "males and females do not add up to persons",
    }),
    ...(whole
      ? totalsThatDoNotSum(whole, {
          columns,
          isTotal: ([, cause]) => levelOf(cause!) === "all causes",
          together: ([, , sex]) => sex!,
          message: "the chapters do not add up to all causes",
        })
      : []),
  ];
}

function noPeriod({ file, lineOf }: Grid, { at }: Block): Issue {
  return {
    code: "no-period",
    severity: "warning",
    file,
    line: lineOf(at),
    message: "no title above the table names a year: the deaths are read without a period",
    fix: "Look the year up in the publisher's table, and say it where the figures are used.",
  };
}

function unknown({ file, lineOf }: Grid, { at, rows }: Block, name: string, before: readonly Issue[]): Part {
  const issue: Issue = {
    code: "table-not-understood",
    severity: "error",
    file,
    line: lineOf(at),
    message: `what stands across is neither years, ages nor areas with Scotland among them; ${rows.length} ${rows.length === 1 ? "row is" : "rows are"} left out`,
    fix: "Compare the header with the publisher's table; if the layout is new, the reader must learn it.",
  };
  return {
    name: name || "table",
    cells: { file, header: ["deaths"], rows: [], lines: [], issues: [...before, issue] },
    schema: schema({ deaths: count("deaths") }),
  };
}
