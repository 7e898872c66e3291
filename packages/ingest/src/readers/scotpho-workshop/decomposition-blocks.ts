import { type Issue, parseAge } from "@popneeds/core";
import type { Grid } from "../../published/grids-of.ts";
import { inOneTable } from "../../published/in-one-table.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { saidOnce } from "../../published/said-once.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";

/** Tables found on a sheet of blocks. */
export interface DecompositionBlocks {
  readonly tables: readonly {
    readonly name: string;
    readonly ages: "single" | "combined";
    readonly cells: RawTable;
  }[];
  /** What of the sheet was not read. */
  readonly notRead: readonly Issue[];
}

/**
 * The blocks of contributions on a sheet: above each `PERIOD 1` or `PERIOD 2`, in its header the causes twice, of females and of males, then
 * `Female Total` and `Male Total`. Further blocks have combined ages.
 *
 * Rows that hold figures for charts are not read, and a note says how many; combined ages whose labels overlap are a warning.
 *
 * @param names what periods 1 and 2 are called; their numbers where it is empty
 */
export function decompositionBlocks(grid: Grid, names: readonly string[]): DecompositionBlocks {
  const { file, rows, lineOf } = grid;
  const { blocks, strays } = stackedBlocks(rows, {
    isHeader: (row) =>
      row.some((cell) => cell.trim() === "Female Total") && row.some((cell) => cell.trim() === "Male Total"),
    isFigures: (row, header) => row.length === header.length && (row[1]?.trim() ?? "") !== "",
  });
  const found = blocks.flatMap((block) => {
    const period = block.above
      .flat()
      .flatMap((text) => /^PERIOD ([12])$/i.exec(text)?.[1] ?? [])
      .at(-1);
    return period === undefined
      ? []
      : [
          {
            block,
            period: names[Number(period) - 1] ?? period,
            combined: rows[block.rows[0] ?? 0]?.[1]?.trim() === "<35",
          },
        ];
  });
  const of = (combined: boolean) =>
    inOneTable(
      found
        .filter((one) => one.combined === combined)
        .map(({ block, period }) => twoSexes(grid, block.at, block.rows, period)),
      file,
    );
  const [single, groups] = [of(false), of(true)];
  const unread = [
    ...strays,
    ...blocks.filter((block) => !found.some((one) => one.block === block)).flatMap((block) => block.rows),
  ];
  return {
    tables: [
      ...(single.rows.length > 0 ? [{ name: `sheet ${grid.sheet}`, ages: "single" as const, cells: single }] : []),
      ...(groups.rows.length > 0
        ? [
            {
              name: `sheet ${grid.sheet}, combined ages`,
              ages: "combined" as const,
              cells: { ...groups, issues: [...groups.issues, ...overlap(groups)] },
            },
          ]
        : []),
    ],
    notRead: saidOnce(
      {
        code: "rows-not-read",
        severity: "note",
        file,
        fix: "Nothing to do; they are drawn from the blocks that are read.",
      },
      unread.sort((a, b) => a - b).map(lineOf),
      (count) => `${count} below the blocks hold what charts are drawn from, and were not read`,
    ),
  };
}

function twoSexes({ file, rows, lineOf }: Grid, at: number, figures: readonly number[], period: string): RawTable {
  const header = rows[at]!.map((cell) => cell.trim());
  const totals = [header.indexOf("Female Total"), header.indexOf("Male Total")];
  const causes = (totals[0]! - 2) / 2;
  const half = header.slice(2, 2 + causes);
  const alike = Number.isInteger(causes) && half.every((text, k) => header[2 + causes + k] === text);
  const sexes = ["females", "males"].map((gender, s) =>
    figures.map((i) => [
      period,
      rows[i]![1]!,
      gender,
      ...half.map((_, k) => rows[i]![2 + s * causes + k] ?? ""),
      rows[i]![totals[s]!] ?? "",
    ]),
  );
  const table = { file, header: ["Period", "age group", "gender", ...half, "Total"] };
  if (!alike)
    return {
      ...table,
      rows: [],
      lines: [],
      issues: [
        {
          code: "block-not-understood",
          severity: "error",
          file,
          line: lineOf(at),
          message: "the block does not have the same causes for females and for males; it is left out",
          fix: "Compare the sheet with the published workbook.",
        },
      ],
    };
  return { ...table, rows: sexes.flat(), lines: sexes.flatMap(() => figures.map(lineOf)), issues: [] };
}

/** Combined ages that cannot all be right, because they overlap. */
function overlap({ file, rows, lines }: RawTable): readonly Issue[] {
  const ages = [...new Set(rows.map((row) => row[1]!.trim()))].flatMap((text) => {
    const age = parseAge(text);
    return age ? [{ text, age }] : [];
  });
  const wrong = ages.find(({ age }, i) => i > 0 && age.from < ages[i - 1]!.age.to);
  if (!wrong) return [];
  const before = ages[ages.indexOf(wrong) - 1]!;
  return [
    {
      code: "ages-overlap",
      severity: "warning",
      file,
      line: lines[rows.findIndex((row) => row[1]!.trim() === wrong.text)]!,
      message: `the combined ages ${before.text} and ${wrong.text} overlap: one of the labels is wrong; the ages are kept as text`,
      fix: "Compare with the ages above on the sheet before you use them.",
    },
  ];
}
