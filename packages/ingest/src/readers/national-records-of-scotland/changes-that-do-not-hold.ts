import type { Issue } from "@popneeds/core";
import type { Grid } from "../../published/grids-of.ts";
import { saidOnce } from "../../published/said-once.ts";
import type { Block } from "../../published/stacked-blocks.ts";

/**
 * A warning when a row of percentage change, `% change - 1994 to 2022`, is not what the rates above it give: last over first, less 1.
 *
 * A row is set against the block that it stands below. Figures that are missing, and years that the block does not have, are passed over;
 * rows above the first block are not.
 *
 * @param changes rows of the sheet that are such rows
 */
export function changesThatDoNotHold(
  { file, rows, lineOf }: Grid,
  blocks: readonly Block[],
  changes: readonly number[],
): readonly Issue[] {
  const wrong = changes.filter((i) => {
    const block = blocks.findLast(({ at }) => at < i);
    if (!block) return true;
    const [, from, to] = /(\d{4})\s+to\s+(\d{4})/.exec(rows[i]![0]!) ?? [];
    const [first, last] = [from, to].map((year) => block.rows.find((row) => rows[row]![0]!.trim() === year));
    if (first === undefined || last === undefined) return false;
    return rows[block.at]!.some((cell, at) => {
      if (cell.trim() !== "rate") return false;
      const [printed, before, after] = [i, first, last].map((row) => figure(rows[row]![at] ?? ""));
      return Math.abs(printed! - (after! / before! - 1)) > 1e-9;
    });
  });
  return saidOnce(
    {
      code: "change-does-not-hold",
      severity: "warning",
      file,
      fix: "Compare the rates and the rows of change with the publisher's file: figures were changed, or rows moved to another block.",
    },
    wrong.map(lineOf),
    (count) => `the percentage change is not that of the rates in the block above in ${count}`,
  );
}

function figure(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
