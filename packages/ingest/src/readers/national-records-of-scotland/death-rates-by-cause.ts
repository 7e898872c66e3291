import type { Issue } from "@popneeds/core";
import { category, figure, period, sex } from "../../field.ts";
import { onlyColumns } from "../../published/columns-of-table.ts";
import { type Grid, gridsOf } from "../../published/grids-of.ts";
import { inOneTable } from "../../published/in-one-table.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { rowsOutOfOrder } from "../../published/rows-out-of-order.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import { type Block, stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { withoutNotes } from "../../published/without-notes.ts";
import { schema } from "../../schema.ts";
import { changesThatDoNotHold } from "./changes-that-do-not-hold.ts";
import { meansOfTheSexes } from "./means-of-the-sexes.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

const header = ["Sex", "Cause", "Year", "rate", "lower", "upper"];
const missing = { marks: { ".": "not available", "[x]": "not available", "-": "not available" } } as const;

/** Age-standardised death rates per 100,000 by cause, sex and year, with 95% limits; persons are held apart from the sexes. */
export const deathRatesByCauseAndSex = schema({
  sex: sex("Sex", { Males: "male", Females: "female" }, { totals: ["Persons"] }),
  cause: category("Cause", { totals: ["All causes"] }),
  period: period("Year"),
  value: figure("rate", "rate", missing),
  lower: figure("limit", "lower", missing),
  upper: figure("limit", "upper", missing),
});

const bothSexesAlike = schema({
  cause: category("Cause", { totals: ["All causes"] }),
  period: period("Year"),
  value: figure("rate", "rate", missing),
  lower: figure("limit", "lower", missing),
  upper: figure("limit", "upper", missing),
});

/**
 * National Records of Scotland's age-standardised death rates by cause (Table 1, European Standard Population of 2013): blocks for all
 * persons, males and females one below another, years down, and for each cause across a rate and its 95% limits.
 *
 * A fourth block, the mean of the rates of males and females, is a table of its own. Rows of percentage change are not read: they are
 * computed again from the rates, and where they differ, a warning says so; the mean of the sexes is set against the two rates likewise.
 * Years that do not ascend, and rates outside their limits, are warnings; a block without a sex in its title is left out with an error. `.` is not available.
 */
export const deathRatesByCauseReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-death-rates-by-cause",
  title: "Age-standardised death rates by cause",
  evidence: "published",
  recognise(file) {
    const sheet = file.sheets.find(isTable);
    return sheet
      ? `its sheet ${sheet.name} has rates with lower and upper 95% CI for each cause, age-standardised`
      : null;
  },
  parts(file) {
    const grids = gridsOf(file).filter(isTable);
    const left = sheetsNotRead(
      file,
      grids.map(({ sheet }) => sheet),
    );
    return grids.flatMap((grid, i): readonly Part[] => {
      const { blocks, strays } = stackedBlocks(grid.rows, {
        isHeader,
        isFigures: (row) => /^\d{4}$/.test(row[0]?.trim() ?? ""),
      });
      const changes = strays.filter((row) => isChange(grid.rows[row]!));
      const tables = blocks.map((block) => ({
        block,
        sex: sexOf(block),
        cells: longTable(grid, block, sexOf(block)),
      }));
      const known = tables.filter(({ sex }) => sex !== "mean").map(({ cells }) => cells);
      const means = tables.filter(({ sex }) => sex === "mean").map(({ cells }) => cells);
      const all = inOneTable(known.length > 0 ? known : [empty(grid.file)], grid.file);
      const mean = inOneTable(means, grid.file);
      const issues = [
        ...(i === 0 ? left : []),
        ...strayRows(
          grid,
          strays.filter((row) => !changes.includes(row)),
        ),
        ...all.issues,
        ...limitsOutOfOrder(all, { value: "rate", lower: "lower", upper: "upper" }),
        ...rowsOutOfOrder(all, { column: "Year", together: ([sex, cause]) => `${sex} ${cause}` }),
        ...changesThatDoNotHold(grid, blocks, changes),
        ...meansOfTheSexes(all, mean),
      ];
      const name = grids.length > 1 ? grid.sheet : "";
      const parts: Part[] = [{ name, cells: { ...all, issues }, schema: deathRatesByCauseAndSex }];
      if (mean.rows.length > 0)
        parts.push({
          name: `${name ? `${name}, ` : ""}mean of the rates of males and females`,
          cells: {
            ...onlyColumns(mean, header.slice(1)),
            issues: [
              ...mean.issues,
              ...limitsOutOfOrder(mean, { value: "rate", lower: "lower", upper: "upper" }),
              ...rowsOutOfOrder(mean, { column: "Year", together: ([, cause]) => cause! }),
            ],
          },
          schema: bothSexesAlike,
        });
      return parts;
    });
  },
};

/** Sheets of charts have figures further down; they are drawn from the table, and are not read. */
function isTable({ rows }: { readonly rows: Grid["rows"] }): boolean {
  const top = rows.slice(0, 12);
  return top.some(isHeader) && top.some((row) => row.some((cell) => /age-?standardised/i.test(cell)));
}

function isHeader(row: readonly string[]): boolean {
  return row.some(
    (cell, at) =>
      cell.trim() === "rate" && /^lower 95% CI$/i.test(row[at + 1] ?? "") && /^upper 95% CI$/i.test(row[at + 2] ?? ""),
  );
}

function isChange(row: readonly string[]): boolean {
  return /^% change\b/i.test(row[0]?.trim() ?? "");
}

/** Whose rates a block holds, by its title; null where no title says so. */
function sexOf({ above }: Block): "Persons" | "Males" | "Females" | "mean" | null {
  const titles = above
    .flat()
    .flatMap((text) => /^Death rates .* - (.*)$/is.exec(text)?.[1] ?? [])
    .map((text) => text.toLowerCase());
  const said = [
    ...new Set(
      titles.map((text) => {
        if (/average of male and female/.test(text)) return "mean" as const;
        if (/^females/.test(text)) return "Females" as const;
        if (/^males/.test(text)) return "Males" as const;
        return /^(all )?persons/.test(text) ? ("Persons" as const) : null;
      }),
    ),
  ];
  return said.length === 1 ? said[0]! : null;
}

/** A row for each year and cause of a block. */
function longTable({ file, rows, lineOf }: Grid, block: Block, sex: string | null): RawTable {
  const figures = rows[block.at]!;
  let above = block.at - 1;
  while (above >= 0 && rows[above]!.every((cell) => cell.trim() === "")) above--;
  const named = above >= 0 ? rows[above]! : [];
  const causes = figures.flatMap((cell, at) =>
    cell.trim() === "rate" ? [{ at, cause: withoutNotes(named[at] ?? "") }] : [],
  );
  const nameless =
    (named[0]?.trim() ?? "") !== "" ||
    causes.some(({ cause }) => !/[a-z]/i.test(cause.text)) ||
    new Set(causes.map(({ cause }) => cause.text)).size < causes.length;
  if (sex === null || nameless) {
    const what = sex === null ? "no title that says whose rates these are" : "no row that names each cause above it";
    return { ...empty(file), issues: [unread(file, lineOf(block.at), block.rows.length, what)] };
  }
  const marked = causes.filter(({ cause }) => cause.notes.length > 0);
  return {
    file,
    header,
    rows: block.rows.flatMap((i) =>
      causes.map(({ at, cause }) => [
        sex,
        cause.text,
        rows[i]![0]!,
        rows[i]![at] ?? "",
        rows[i]![at + 1] ?? "",
        rows[i]![at + 2] ?? "",
      ]),
    ),
    lines: block.rows.flatMap((i) => causes.map(() => lineOf(i))),
    issues:
      marked.length === 0 || sex !== "Persons"
        ? []
        : [
            {
              code: "notes-left-off",
              severity: "note",
              file,
              line: lineOf(above),
              message: `the marks of notes were left off ${marked.map(({ cause }) => `${cause.text} (${cause.notes.join(", ")})`).join("; ")}`,
              fix: "Read the publisher's notes at the foot of the sheet before using the figures.",
            },
          ],
  };
}

function empty(file: string): RawTable {
  return { file, header, rows: [], lines: [], issues: [] };
}

function unread(file: string, line: number, rows: number, what: string): Issue {
  return {
    code: "block-not-understood",
    severity: "error",
    file,
    line,
    message: `the block below has ${what}; its ${rows} rows are left out`,
    fix: "Compare the sheet with the publisher's: a title or a row of headers was lost or moved.",
  };
}
