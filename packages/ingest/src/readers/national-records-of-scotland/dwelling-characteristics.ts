import type { Issue } from "@popneeds/core";
import { constant, figure, label } from "../../field.ts";
import { blockTable } from "../../published/block-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { schema } from "../../schema.ts";
import { councilTable } from "./council-table.ts";
import { missingHeader } from "./missing-header.ts";
import { yearOfMonth } from "./year-of-month.ts";

/** What the rows of such a table are, by the first cell of its header, and the key that they become. */
const groups = [
  { title: /^Area Name$/, key: "area", by: "council" },
  { title: /Urban Rural/, key: "urbanRural", by: "urban and rural area" },
  { title: /SIMD decile/, key: "decile", by: "deprivation decile" },
] as const;

/**
 * The parts of a table of dwellings by council, urban or rural area or deprivation decile: percentages of dwellings, and
 * dwellings to a hectare where the table has them. Scotland stands among the rows, as published: percentages never add up.
 *
 * The reader goes by the headers of the columns, and says where the title contradicts them: in the edition of 2022 the titles of
 * Tables 9 and 10 are exchanged.
 */
export function dwellingCharacteristics(grid: Grid, name: string, title: string): readonly Part[] {
  const of = groups.find(({ title: wanted }) => grid.rows.some(([first = ""]) => wanted.test(first.trim())));
  if (!of) throw missingHeader(grid.file, "Area Name");
  const table = of.key === "area" ? councilTable(grid) : groupTable(grid, of.title);
  const first = table.header[0]!;
  const year = constant(yearOfMonth(title, grid.file));
  const long = (wanted: (text: string) => boolean): RawTable => {
    const kept = table.header.flatMap((text, at) => (at === 0 || wanted(text) ? [at] : []));
    const narrow = {
      ...table,
      header: kept.map((at) => table.header[at]!),
      rows: table.rows.map((row) => kept.map((at) => row[at]!.trim())),
      issues: [],
    };
    return longer(narrow, { across: wanted, names: "Characteristic", values: "Figure" });
  };
  const isPercentage = (text: string) => text !== first && text.endsWith("%");
  const isDensity = (text: string) => text !== first && !text.endsWith("%");
  const density = long(isDensity);
  return [
    {
      name: `${name}, dwellings by ${of.by}`,
      cells: { ...long(isPercentage), issues: [...table.issues, ...otherTitle(table, title)] },
      schema: schema({
        [of.key]: label(first),
        period: year,
        characteristic: label("Characteristic"),
        percentage: figure("percentage", "Figure"),
      }),
    },
    ...(density.rows.length === 0
      ? []
      : [
          {
            name: `${name}, density by ${of.by}`,
            cells: density,
            schema: schema({
              [of.key]: label(first),
              period: year,
              characteristic: label("Characteristic"),
              density: figure("ratio", "Figure"),
            }),
          },
        ]),
  ];
}

/** A title that says characteristics above columns of occupancy, or the other way round. */
function otherTitle({ file, header }: RawTable, title: string): readonly Issue[] {
  const said = /Characteristics of dwellings|Occupied and vacant dwellings/.exec(title)?.[0];
  const bands = header.some((text) => /^Band /.test(text));
  if (said === undefined || bands === said.startsWith("Characteristics")) return [];
  return [
    {
      code: "title-contradicts-table",
      severity: "warning",
      file,
      line: 1,
      found: title,
      message: `the title says "${said}", and the columns are of ${bands ? "council tax bands" : "occupancy"}; the columns are read as they are headed`,
      fix: "Compare with the publisher's other editions: titles may have been exchanged.",
    },
  ];
}

function groupTable(grid: Grid, title: RegExp): RawTable {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: ([first = "", second = ""]) => title.test(first.trim()) && second.trim() !== "",
    isFigures: (row) => row.filter((cell) => cell.trim() !== "").length > 2,
  });
  const block = blocks[0];
  if (!block) throw missingHeader(grid.file, title.source);
  const read = blockTable(grid, block);
  return {
    ...read,
    issues: [...strayRows(grid, [...strays, ...blocks.slice(1).flatMap(({ rows }) => rows)]), ...read.issues],
  };
}
