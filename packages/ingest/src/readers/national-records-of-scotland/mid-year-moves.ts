import type { Issue, Period } from "@popneeds/core";
import { age, category, change, constant, count } from "../../field.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { blockTable } from "../../published/block-table.ts";
import { withoutColumns } from "../../published/columns-of-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { withoutNotes } from "../../published/without-notes.ts";
import { schema } from "../../schema.ts";
import { missingHeader } from "./missing-header.ts";

const keys = {
  age: age("Age", { totals: ["All ages"] }),
  period: constant<Period>({ label: "", start: "", end: "" }),
};

/** Moves between the country and elsewhere by age; `IN` and `OUT`. */
export const movesByAge = schema({
  between: category("Moves"),
  direction: category("Direction", { values: ["IN", "OUT"] }),
  ...keys,
  moves: count("Moves of people"),
});

/** Moves in less moves out by age; below nought where more people went than came. */
export const netMovesByAge = schema({
  between: category("Moves", { totals: ["Total net migration"] }),
  ...keys,
  netMigration: change("Moves of people"),
});

/** People living in the country by age. */
export const residentsByAge = schema({ ...keys, people: count("Moves of people") });

/**
 * The parts of a table of moves by age: blocks one below another, of moves within the kingdom, from and to overseas, both
 * together, and of the resident population. The percentages beside the counts are not read.
 */
export function midYearMoves(grid: Grid, name: string, when: Period, before: readonly Issue[]): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: (row) => row.some((cell) => cell.trim() === "All ages"),
    isFigures: ([first = ""]) => /^(IN|OUT|NET|Total)$/.test(first.trim()),
  });
  const tables = blocks.map((block): RawTable => {
    const header = ["Direction", ...(grid.rows[block.at] ?? []).slice(1)];
    // Percentages stand beside the counts, under a header cell that is merged with theirs.
    const counts = block.rows.map((i) =>
      grid.rows[i]!.map((cell, at) => (at > 0 && (header[at]?.trim() ?? "") === "" ? "" : cell)),
    );
    const rows = grid.rows.map((row, i) => counts[block.rows.indexOf(i)] ?? row);
    const title = withoutNotes(block.above.filter((cells) => cells.length === 1).at(-1)?.[0] ?? "").text.replace(
      /\d$/,
      "",
    );
    const table = blockTable({ ...grid, rows }, block, { header });
    const moves = /^Total net migration\b/.test(title) ? "Total net migration" : title;
    return { ...table, header: ["Moves", ...table.header], rows: table.rows.map((row) => [moves, ...row]) };
  });
  const first = tables[0];
  if (!first) throw missingHeader(grid.file, "0-15");
  const all: RawTable = {
    ...first,
    rows: tables.flatMap(({ rows }) => rows),
    lines: tables.flatMap(({ lines }) => Array.from(lines)),
    issues: [],
  };
  const cells = longer(all, {
    across: (text) => !["Moves", "Direction"].includes(text),
    names: "Age",
    values: "Moves of people",
  });
  const of = (wanted: (direction: string) => boolean): RawTable => {
    const at = cells.rows.flatMap(([, direction], i) => (wanted(direction!.trim()) ? [i] : []));
    return { ...cells, rows: at.map((i) => cells.rows[i]!), lines: at.map((i) => cells.lines[i]!) };
  };
  const issues: readonly Issue[] = [
    ...before,
    ...strayRows(grid, strays),
    ...tables.flatMap((table) => table.issues),
    ...agesThatDoNotSum(all, "All ages"),
    ...inLessOut(all),
    ...netOfBoth(all),
    {
      code: "columns-not-read",
      severity: "note",
      file: grid.file,
      message: "the percentages beside the counts were not read",
      fix: "Compute them from the counts.",
    },
  ];
  const period = constant(when);
  const people = (direction: string) => direction === "Total";
  return [
    {
      name,
      cells: { ...of((text) => text === "IN" || text === "OUT"), issues },
      schema: schema({ ...movesByAge.fields, period }),
    },
    {
      name: `${name}, net`,
      cells: withoutColumns(
        of((text) => text === "NET"),
        (text) => text === "Direction",
      ),
      schema: schema({ ...netMovesByAge.fields, period }),
    },
    {
      name: `${name}, residents`,
      cells: withoutColumns(of(people), (text) => text === "Direction" || text === "Moves"),
      schema: schema({ ...residentsByAge.fields, period }),
    },
  ];
}

/** NET must be IN less OUT: OUT is turned round, so that IN and OUT add up to NET. */
function inLessOut(table: RawTable): readonly Issue[] {
  const moves = table.rows.flatMap((row, i) => (row[1]!.trim() === "Total" ? [] : [i]));
  const turned = moves.map((i) => {
    const [title, direction, ...figures] = table.rows[i]!;
    return [
      title!,
      direction!,
      ...figures.map((cell) => (direction!.trim() === "OUT" && cell !== "" ? String(-Number(cell)) : cell)),
    ];
  });
  return totalsThatDoNotSum(
    { ...table, rows: turned, lines: moves.map((i) => table.lines[i]!) },
    {
      columns: table.header.slice(2),
      isTotal: (row) => row[1]!.trim() === "NET",
      together: (row) => row[0]!,
      message: "IN less OUT does not give NET",
    },
  );
}

/** The moves within the kingdom and those from and to overseas must add up to the total net migration. */
function netOfBoth(table: RawTable): readonly Issue[] {
  const net = table.rows.flatMap((row, i) => (row[1]!.trim() === "NET" ? [i] : []));
  return totalsThatDoNotSum(
    { ...table, rows: net.map((i) => table.rows[i]!), lines: net.map((i) => table.lines[i]!) },
    {
      columns: table.header.slice(2),
      isTotal: ([moves]) => moves === "Total net migration",
      message: "the kinds of moves do not add up to the total net migration",
    },
  );
}
