import type { Issue } from "@popneeds/core";
import { age, count, figure } from "../../field.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { rowsOutOfOrder } from "../../published/rows-out-of-order.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";

const header = ["Age group", "ESP", "Deaths", "Population"];

/** Deaths, people and the European Standard Population by age, with the rate per 100,000 that they give. */
export const standardisedRateTemplate = schema({
  age: age("Age group"),
  standard: count("ESP"),
  deaths: count("Deaths"),
  people: count("Population"),
  value: figure("rate", "rate"),
});

const result = schema({
  value: figure("rate", "rate"),
  lower: figure("limit", "lower"),
  upper: figure("limit", "upper"),
});

/**
 * The template of the Office for National Statistics (ONS) for age-standardised mortality rates: on each sheet deaths, people and the
 * European Standard Population of 2013 by age, with another oldest age group on each, and below them the rate with its 95% limits.
 *
 * The worked figures are those of all causes in England and Wales; the sheet says of which year, and no column does. Totals that are not the
 * sum of the ages, and rates that are not deaths over people, are warnings. The sheet that compares the results repeats them, and is not read.
 */
export const standardisedRateTemplateReader: Reader = {
  name: "ons-standardised-rate-template",
  title: "Template for age-standardised mortality rates",
  publisher: "Office for National Statistics",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const sheet = file.sheets.find(({ rows }) => rows.some(isHeader));
    return sheet ? `its sheet ${sheet.name} has the columns ${header.join(", ")}, and rates beside them` : null;
  },
  parts(file) {
    const grids = gridsOf(file).filter(({ rows }) => rows.some(isHeader));
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    return grids.flatMap((grid, i) => partsOf(grid, i === 0 ? left : []));
  },
};

function isHeader(row: readonly string[]): boolean {
  return header.every((text, at) => row[at]?.trim() === text) && /^Age-specific/i.test(row[4]?.trim() ?? "");
}

function partsOf(grid: Grid, before: readonly Issue[]): readonly Part[] {
  const { file, rows, lineOf } = grid;
  const { blocks, strays } = stackedBlocks(rows, {
    isHeader,
    isFigures: (row) => /^(<\s*)?\d/.test(row[0]?.trim() ?? ""),
  });
  const block = blocks[0]!;
  const printed = strays.filter((i) => i > block.at && rows[i]![0]?.trim() === "Total");
  const answers = strays.filter((i) => i > block.at && /^The age-standardised mortality rate/i.test(rows[i]![0] ?? ""));
  const issues = [
    ...before,
    ...strayRows(
      grid,
      strays.filter((i) => !printed.includes(i) && !answers.includes(i)),
    ),
  ];
  const cellsOf = (at: readonly number[]): RawTable => ({
    file,
    header: [...header, "rate"],
    rows: at.map((i) => Array.from({ length: 5 }, (_, column) => rows[i]![column] ?? "")),
    lines: at.map(lineOf),
    issues: [],
  });
  const cells = cellsOf(block.rows);
  const both = cellsOf([...block.rows, ...printed]);
  const doubts = [
    ...rowsOutOfOrder(cells, {
      column: "Age group",
      place: (cell) => (cell.includes("<") ? -1 : Number.parseInt(cell, 10)),
    }),
    ...totalsThatDoNotSum(both, {
      columns: header.slice(1),
      isTotal: ([first]) => first!.trim() === "Total",
      message: "the ages do not add up to the printed total",
    }),
    ...columnsThatDoNotAddUp(
      {
        ...cells,
        header: ["deaths per 100,000", "rate"],
        rows: cells.rows.map(([, , deaths, people, rate]) => [String((Number(deaths) / Number(people)) * 1e5), rate!]),
      },
      { give: "rate", plus: ["deaths per 100,000"], message: "the rate is not deaths over people", rounding: 1e-6 },
    ),
  ];
  const found = answers.map((i) => rows[i]!.slice(1).filter((cell) => cell.trim() !== ""));
  const answer: RawTable = {
    file,
    header: ["rate", "lower", "upper"],
    rows: found.map((figures) => ["rate", "lower", "upper"].map((_, k) => figures[k] ?? "")),
    lines: answers.map(lineOf),
    issues: [],
  };
  return [
    {
      name: `sheet ${grid.sheet}`,
      cells: { ...cells, issues: [...issues, ...doubts] },
      schema: standardisedRateTemplate,
    },
    {
      name: `sheet ${grid.sheet}, age-standardised rate`,
      cells: {
        ...answer,
        issues: limitsOutOfOrder(answer, { value: "rate", lower: "lower", upper: "upper" }),
      },
      schema: result,
    },
  ];
}
