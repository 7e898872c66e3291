import type { Issue } from "@popneeds/core";
import { withoutColumns } from "../../published/columns-of-table.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { headerOf } from "../../published/header-of.ts";
import { type RawTable, rawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { type Fields, type Schema, schema } from "../../schema.ts";
import { groupsOutOfRank } from "./groups-out-of-rank.ts";
import { ranksWithGaps } from "./ranks-with-gaps.ts";

/** An edition of the index as one table: a row for each data zone, a column for each figure. */
export interface DeprivationTable {
  readonly name: string;
  readonly title: string;
  readonly edition: string;
  readonly schema: Schema<Fields>;
  /** Header of the overall rank, if the table has one: 1 for the most deprived, without a gap, without a tie. */
  readonly rank?: string;
  /** Headers of ranks, with the headers of groups that follow from them. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Headers that are in the file and not read, such as names, which are no keys. */
  readonly unread?: readonly string[];
}

/**
 * A reader of one edition of the Scottish Index of Multiple Deprivation by data zone, recognised by its whole header, in a CSV or on a sheet of a workbook.
 *
 * Columns without a header and without a cell, which spreadsheets leave behind, are passed over. Ranks with gaps, and deciles that do
 * not follow from ranks, are warnings.
 */
export function deprivationReader({ schema: of, rank, groups = {}, unread = [], ...about }: DeprivationTable): Reader {
  const fields = Object.values(of.fields).map(({ header }) => header!);
  const isHeader = (row: readonly string[]) => {
    const cells = new Set(row.map((cell) => cell.trim()));
    return fields.every((text) => cells.has(text));
  };
  const { edition, ...named } = about;
  return {
    ...named,
    publisher: "Scottish Government",
    licence: "Open Government Licence v3.0",
    evidence: "published",
    edition: () => edition,
    recognise(file) {
      const found = file.kind === "workbook" ? file.sheets.find(({ rows }) => rows.slice(0, 5).some(isHeader)) : null;
      if (!found && !isHeader(headerOf(file))) return null;
      const where = found ? `its sheet ${found.name}` : "its header";
      return `${where} has the ${fields.length} columns of ${edition}: ${fields.slice(0, 3).join(", ")} …`;
    },
    parts(file) {
      const grids = gridsOf(file);
      const grid = grids.find(({ rows }) => rows.some(isHeader)) ?? grids[0]!;
      const cells = withoutColumns(
        table(grid, Math.max(0, grid.rows.findIndex(isHeader))),
        (text) => text === "" || unread.includes(text),
      );
      const issues: Issue[] = [
        ...sheetsNotRead(file, [grid.sheet]),
        ...cells.issues,
        ...(rank ? ranksWithGaps(cells, rank) : []),
        ...Object.entries(groups).flatMap(([by, columns]) =>
          columns.flatMap((column) => groupsOutOfRank(cells, { rank: by, group: column })),
        ),
      ];
      return [{ name: "", cells: { ...cells, issues }, schema: schema(of.fields) }];
    },
  };
}

function table(grid: Grid, at: number): RawTable {
  const above = grid.rows.flatMap((row, i) =>
    i < at && row.filter((cell) => cell.trim() !== "").length > 1 ? [i] : [],
  );
  const cells = rawTable(
    grid.rows,
    grid.file,
    { header: at, ...(grid.sheet === "" ? {} : { short: "filled" as const }) },
    grid.lineOf,
  );
  return { ...cells, issues: [...strayRows(grid, above), ...cells.issues, ...filledWithoutHeader(cells)] };
}

/** Figures in a column that has no header. */
function filledWithoutHeader({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const nameless = header.flatMap((text, at) => (text === "" ? [at] : []));
  const found = rows.findIndex((row) => nameless.some((at) => row[at]!.trim() !== ""));
  if (found === -1) return [];
  return [
    {
      code: "column-without-header",
      severity: "warning",
      file,
      line: lines[found]!,
      message: "a column without a header holds figures, which are not read",
      fix: "Compare the header with the publisher's file.",
    },
  ];
}
