import type { Issue } from "@popneeds/core";
import { age, figure, period, sex } from "../../field.ts";
import { blockTable } from "../../published/block-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { Part } from "../../published/reader.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { schema } from "../../schema.ts";
import { midYearPeriod } from "./mid-year-period.ts";
import { missingHeader } from "./missing-header.ts";
import { tablesMissing } from "./tables-missing.ts";

const sexes = { Males: "male", Females: "female" } as const;
const keys = { sex: sex("Sex", sexes), period: period("Year", midYearPeriod) };

/** Years that people of an age may expect to live, as a projection assumes. */
export const projectedLifeExpectancy = schema({
  ...keys,
  age: age("Age"),
  expectancy: figure("expectancy", "Figure"),
});

/** Children to a woman, as a projection assumes. */
export const projectedFertility = schema({ ...keys, fertility: figure("rate", "Figure") });

/** The parts of a table of expectation of life at birth, at some ages, and of the total fertility rate, years across. */
export function projectedExpectancy(grid: Grid, name: string, before: readonly Issue[]): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: ([, second = "", third = ""]) => second.trim() === "Sex" && /mid-\d{4}/i.test(third),
    isFigures: ([first = "", second = ""], [title = ""]) =>
      Object.hasOwn(sexes, second.trim()) && labelOf(title).test(first.trim()),
  });
  if (blocks.length === 0) throw missingHeader(grid.file, "Expectation of life");
  return blocks.map((block, k): Part => {
    const read = blockTable(grid, block);
    const title = read.header[0]!;
    const fertility = /^Total fertility rate/.test(title);
    const birth = /at birth/.test(title);
    const table = {
      ...read,
      header: ["Age", ...read.header.slice(1)],
      rows: read.rows.map(([text, ...rest]) => [birth && /at birth/.test(text!) ? "0" : text!, ...rest]),
    };
    const cells = longer(table, { across: (text) => midYearPeriod(text) !== null, names: "Year", values: "Figure" });
    const kept = fertility ? [1, 2, 3] : [0, 1, 2, 3];
    const issues = [
      ...(k === 0 ? [...before, ...strayRows(grid, strays), ...tablesMissing(grid, blocks.length)] : []),
      ...read.issues,
    ];
    return {
      name: `${name}, ${fertility ? "total fertility rate" : birth ? "expectation of life at birth" : "expectation of life at age"}`,
      cells: {
        ...cells,
        header: kept.map((at) => cells.header[at]!),
        rows: cells.rows.map((row) => kept.map((at) => row[at]!)),
        issues,
      },
      schema: fertility ? projectedFertility : projectedLifeExpectancy,
      evidence: "assumption",
    };
  });
}

/** What the rows of a table are called: of birth, of fertility, or an age. */
function labelOf(title: string): RegExp {
  return /^Total fertility rate/.test(title.trim()) ? /^TFR$/ : /at birth/.test(title) ? /at birth$/ : /^\d{1,3}$/;
}
