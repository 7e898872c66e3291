import type { Issue } from "@popneeds/core";
import { blockTable } from "../../published/block-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { withoutNotes } from "../../published/without-notes.ts";
import { isAreaRow, scotland } from "./area-levels.ts";
import { missingHeader } from "./missing-header.ts";

/**
 * The table of a sheet in the accessible style with councils down: `Area Name, Area code, Area type` and figures; without the names
 * and types, whose marks of notes are said.
 *
 * @throws PopneedsError `missing-header`
 */
export function councilTable(grid: Grid): RawTable {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: ([first = "", second = ""]) => first.trim() === "Area Name" && second.trim() === "Area code",
    isFigures: ([, code = ""]) => isAreaRow([code]),
  });
  const block = blocks[0];
  if (!block) throw missingHeader(grid.file, "Area Name");
  const further = blocks.slice(1).flatMap(({ rows }) => rows);
  const read = blockTable(grid, block);
  const kept = read.header.flatMap((text, at) => (text === "Area Name" || text === "Area type" ? [] : [at]));
  return {
    ...read,
    header: kept.map((at) => read.header[at]!),
    rows: read.rows.map((row) => kept.map((at) => row[at]!)),
    issues: [...strayRows(grid, [...strays, ...further]), ...read.issues, ...marked(read)],
  };
}

/** A warning where councils do not add up to Scotland by more than rounding can explain. */
export function councilsThatDoNotSum(table: RawTable, columns: readonly string[]): readonly Issue[] {
  return totalsThatDoNotSum(table, {
    columns,
    isTotal: ([code]) => code!.trim() === scotland,
    message: "the councils do not add up to Scotland",
    rounding: table.rows.length / 2,
  });
}

function marked({ file, rows, lines }: RawTable): readonly Issue[] {
  const found = rows.flatMap(([name], i) => {
    const { text, notes } = withoutNotes(name!);
    return notes.length === 0 ? [] : [{ said: `${text} (${notes.join(", ")})`, line: lines[i]! }];
  });
  if (found.length === 0) return [];
  return [
    {
      code: "notes-left-off",
      severity: "note",
      file,
      line: found[0]!.line,
      message: `the publisher has notes on ${found.map(({ said }) => said).join("; ")}`,
      fix: "Read the publisher's notes before using the figures of these areas.",
    },
  ];
}
