import type { Issue } from "@popneeds/core";
import { blockTable } from "../../published/block-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import { groupedHeader } from "../../published/grouped-header.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { isAreaRow } from "./area-levels.ts";
import { missingHeader } from "./missing-header.ts";

/**
 * The table of a sheet with areas down, by their codes, and a header of one row or two.
 *
 * @param groups where the header's second row stands: that of groups of columns `above`, that of columns in groups `below`, or `none`
 */
export function areaTable(
  grid: Grid,
  groups: "above" | "below" | "none",
): { readonly table: RawTable; readonly issues: readonly Issue[] } {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: (row) => /^Area code/.test(row[0]?.trim() ?? ""),
    isFigures: isAreaRow,
  });
  const block = blocks[0];
  if (!block) throw missingHeader(grid.file, "Area code");
  const further = blocks.slice(1).flatMap(({ rows }) => rows);
  const own = grid.rows[block.at] ?? [];
  const above = groups === "above" ? (grid.rows[block.at - 1] ?? []) : own;
  const below =
    groups === "below" ? rowBelow(grid, block.at, block.rows[0] ?? block.at) : groups === "above" ? own : [];
  const table = blockTable(grid, block, { header: groupedHeader(above, below) });
  return { table, issues: [...strayRows(grid, [...strays, ...further]), ...table.issues] };
}

/** The first row between a header and the figures that has cells, and none in its first column. */
function rowBelow({ rows }: Grid, header: number, figures: number): readonly string[] {
  const between = rows.slice(header + 1, figures);
  return between.find((row) => (row[0]?.trim() ?? "") === "" && row.some((cell) => cell.trim() !== "")) ?? [];
}
