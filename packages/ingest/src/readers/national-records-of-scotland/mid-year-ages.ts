import { type Issue, type Period, parseAge } from "@popneeds/core";
import { agesAcross, area, constant, count, countAcross, sex } from "../../field.ts";
import { headerFault } from "../../header-fault.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { blockTable } from "../../published/block-table.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { byLevel, isAreaRow, levelsThatDoNotSum, scotland } from "./area-levels.ts";
import { missingHeader } from "./missing-header.ts";

const sexes = { Males: "male", Females: "female" } as const;
const blockNames = ["Persons", ...Object.keys(sexes)];
const thousands = { thousands: "," } as const;
const keys = {
  area: area("Area code", { totals: [scotland] }),
  sex: sex("Sex", sexes, { totals: ["Persons"] }),
  period: constant<Period>({ label: "", start: "", end: "" }),
};

/** People by council or health board, sex and age, of the middle of a year; Scotland and both sexes are held apart. */
export const midYearPopulation = schema({ ...keys, age: agesAcross(), people: countAcross(thousands) });

/**
 * The parts of a table of three blocks, persons, males and females, with areas down and ages across.
 *
 * Persons must be males and females, areas add up to Scotland, ages to all ages, and the blocks stand in their order.
 *
 * @throws PopneedsError `missing-banner` when a block does not say whose it is
 */
export function midYearAges(grid: Grid, name: string, period: Period, before: readonly Issue[]): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: (row) => /^Area code/.test(row[0]?.trim() ?? ""),
    isFigures: isAreaRow,
  });
  const tables = blocks.map((block) => {
    const title = block.above.map(([text]) => text!).findLast((text) => blockNames.includes(text));
    if (title === undefined) throw withoutBanner(grid, block.at);
    const { header, rows, ...table } = blockTable(grid, block);
    // Names of areas are left off, at the right edge too: the code beside them is the key.
    const kept = header.flatMap((text, at) => (text === "All Ages" || parseAge(text) ? [at] : []));
    return {
      ...table,
      title,
      header: ["Area code", "Sex", ...kept.map((at) => header[at]!)],
      rows: rows.map((row) => [row[0]!, title, ...kept.map((at) => row[at]!)]),
    };
  });
  const first = tables[0];
  if (!first) throw missingHeader(grid.file, "Area code");
  const other = tables.find(({ header }) => header.join("\n") !== first.header.join("\n"));
  if (other) throw otherHeader(grid, other.title, first.title);
  const cells: RawTable = {
    file: grid.file,
    header: first.header,
    rows: tables.flatMap(({ rows }) => rows),
    lines: tables.flatMap(({ lines }) => Array.from(lines)),
    issues: [],
  };
  const columns = first.header.slice(2);
  const issues = [
    ...before,
    ...strayRows(grid, strays),
    ...tables.flatMap((table, k) =>
      k === 0 ? table.issues : table.issues.filter(({ severity }) => severity !== "note"),
    ),
    ...blocksOutOfOrder(
      grid.file,
      tables.map(({ title }) => title),
    ),
    ...agesThatDoNotSum(cells, "All Ages"),
    ...totalsThatDoNotSum(cells, {
      columns,
      isTotal: (row) => row[1] === "Persons",
      together: (row) => row[0]!,
      message: "males and females do not add up to persons",
    }),
    ...levelsThatDoNotSum(cells, columns),
  ];
  const ages = withoutColumns(cells, (text) => text === "All Ages");
  const sums = onlyColumns(cells, ["Area code", "Sex", "All Ages"]);
  const of = { ...keys, period: constant(period) };
  return [
    ...byLevel({
      name,
      cells: { ...ages, issues },
      schema: schema({ ...of, age: midYearPopulation.fields.age, people: midYearPopulation.fields.people }),
    }),
    ...byLevel({
      name: `${name}, all ages`,
      cells: sums,
      schema: schema({ ...of, people: count("All Ages", thousands) }),
    }),
  ];
}

function blocksOutOfOrder(file: string, found: readonly string[]): readonly Issue[] {
  if (found.join() === blockNames.join()) return [];
  return [
    {
      code: "blocks-out-of-order",
      severity: "warning",
      file,
      message: `the sheet should have the blocks ${blockNames.join(", ")}, in this order; found ${found.join(", ")}`,
      fix: "Compare the sheet with the publisher's: blocks were lost, or their banners mixed up.",
    },
  ];
}

function withoutBanner({ file, lineOf }: Grid, at: number) {
  return headerFault(
    "missing-banner",
    `above the header in row ${lineOf(at)} stands none of ${blockNames.join(", ")}: it is not known whose figures these are`,
    "Compare the sheet with the publisher's: a banner was lost.",
    file,
  );
}

function otherHeader({ file }: Grid, one: string, other: string) {
  return headerFault(
    "different-headers",
    `the blocks ${one} and ${other} have different headers`,
    "Compare the sheet with the publisher's: columns were lost or moved.",
    file,
  );
}
