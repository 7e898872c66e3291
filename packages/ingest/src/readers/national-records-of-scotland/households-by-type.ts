import type { Issue } from "@popneeds/core";
import { amount, category, period } from "../../field.ts";
import { blockTable } from "../../published/block-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { missingHeader } from "./missing-header.ts";

const whole = "All households";
const years = { period: period("Year"), thousands: amount("count", "Figure") };

/** Thousands of households of Scotland by type and year, from a survey. */
export const householdsByTypeAndYear = schema({ householdType: category("Type"), ...years });

/** Thousands of households of Scotland by the number of people in them and year, from a survey; all households apart. */
export const householdsBySizeAndYear = schema({ householdSize: category("Type", { totals: [whole] }), ...years });

/**
 * The parts of the table of households by type, in which sizes (one, two, three or more people) stand above the types that they are
 * the sums of: sizes, with all households, are one table, types another.
 */
export function householdsByType(grid: Grid, name: string): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: ([first = ""]) => /^Number of households \(thousands\)/.test(first.trim()),
    isFigures: (row) => row.filter((cell) => cell.trim() !== "").length > 2,
  });
  const block = blocks[0];
  if (!block) throw missingHeader(grid.file, "Number of households (thousands)");
  const read = blockTable(grid, block);
  const table = { ...read, header: ["Type", ...read.header.slice(1)] };
  const isSize = (text: string) => /^(one|two|three)\b.* households?$/i.test(text);
  const kept = (wanted: (text: string) => boolean): RawTable => {
    const at = table.rows.flatMap(([text], i) => (wanted(text!.trim()) ? [i] : []));
    return { ...table, rows: at.map((i) => table.rows[i]!), lines: at.map((i) => table.lines[i]!), issues: [] };
  };
  const sum = (wanted: (text: string) => boolean, rounding: number, message: string): readonly Issue[] =>
    totalsThatDoNotSum(
      kept((text) => text === whole || wanted(text)),
      { columns: table.header.slice(1), isTotal: ([text]) => text!.trim() === whole, message, rounding },
    );
  const isType = (text: string) => text !== whole && !isSize(text);
  const issues = [
    ...strayRows(grid, [...strays, ...blocks.slice(1).flatMap(({ rows }) => rows)]),
    ...read.issues,
    ...sum(isSize, 2, "the sizes do not add up to all households"),
    ...sum(isType, 4, "the types do not add up to all households"),
  ];
  const long = (cells: RawTable): RawTable =>
    longer(cells, { across: (text) => /^\d{4}$/.test(text), names: "Year", values: "Figure" });
  return [
    { name: `${name}, households by type`, cells: { ...long(kept(isType)), issues }, schema: householdsByTypeAndYear },
    {
      name: `${name}, households by size`,
      cells: long(kept((text) => !isType(text))),
      schema: householdsBySizeAndYear,
    },
  ];
}
