import { type Issue, parseAge } from "@popneeds/core";
import { age, count, period, sex } from "../../field.ts";
import { headerFault } from "../../header-fault.ts";
import { blockTable } from "../../published/block-table.ts";
import type { Grid } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { stackedBlocks } from "../../published/stacked-blocks.ts";
import { strayRows } from "../../published/stray-rows.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { midYearPeriod } from "./mid-year-period.ts";
import { missingHeader } from "./missing-header.ts";
import { tablesMissing } from "./tables-missing.ts";

const sexes = { Males: "male", Females: "female" } as const;
const blockNames = ["Persons", ...Object.keys(sexes)];

/** People projected by sex, single year of age and year. */
export const projectedPopulation = schema({
  sex: sex("Sex", sexes, { totals: ["Persons"] }),
  age: age("Age", { totals: ["All ages"] }),
  period: period("Year", midYearPeriod),
  people: count("People"),
});

/**
 * The part of a table of three blocks, persons, males and females, with ages down and years across; the sex stands in every header.
 *
 * Ages must add up to all ages, and males and females to persons.
 */
export function projectedAges(grid: Grid, name: string, before: readonly Issue[]): readonly Part[] {
  const { blocks, strays } = stackedBlocks(grid.rows, {
    isHeader: ([first = "", second = ""]) => first.trim() === "Age" && /mid-\d{4}/i.test(second),
    isFigures: ([text = ""]) => text.trim() === "All ages" || parseAge(text) !== null,
  });
  if (blocks.length === 0) throw missingHeader(grid.file, "Age");
  const tables = blocks.map((block): RawTable & { readonly title: string } => {
    const table = blockTable(grid, block);
    const titles = [...new Set(table.header.slice(1).map((text) => text.split(" ")[0]!))];
    if (titles.length !== 1 || !blockNames.includes(titles[0]!)) throw unclear(grid, block.at, titles);
    const [title] = titles as [string];
    const years = table.header.slice(1).map((text) => text.slice(title.length).trim());
    return { ...table, title, header: ["Sex", "Age", ...years], rows: table.rows.map((row) => [title, ...row]) };
  });
  const first = tables[0]!;
  const other = tables.find(({ header }) => header.join("\n") !== first.header.join("\n"));
  if (other) throw otherYears(grid, first.title, other.title);
  const wide: RawTable = {
    file: grid.file,
    header: first.header,
    rows: tables.flatMap(({ rows }) => rows),
    lines: tables.flatMap(({ lines }) => Array.from(lines)),
    issues: [],
  };
  const years = first.header.slice(2);
  const found = tables.map(({ title }) => title);
  const issues: readonly Issue[] = [
    ...before,
    ...strayRows(grid, strays),
    ...tablesMissing(grid, blocks.length),
    ...tables.flatMap((table) => table.issues),
    ...blocksMissing(grid.file, found),
    ...totalsThatDoNotSum(wide, {
      columns: years,
      isTotal: (row) => row[1]!.trim() === "All ages",
      together: (row) => row[0]!,
      message: "the ages do not add up to all ages",
    }),
    ...totalsThatDoNotSum(wide, {
      columns: years,
      isTotal: (row) => row[0] === "Persons",
      together: (row) => row[1]!.trim(),
      message: "males and females do not add up to persons",
    }),
  ];
  const cells = longer(wide, { across: (text) => years.includes(text), names: "Year", values: "People" });
  return [{ name, cells: { ...cells, issues }, schema: projectedPopulation }];
}

function blocksMissing(file: string, found: readonly string[]): readonly Issue[] {
  if (found.join() === blockNames.join()) return [];
  return [
    {
      code: "blocks-out-of-order",
      severity: "warning",
      file,
      message: `the sheet should have tables of ${blockNames.join(", ")}, in this order; found ${found.join(", ")}`,
      fix: "Compare the sheet with the publisher's: tables were lost or moved.",
    },
  ];
}

function unclear({ file, lineOf }: Grid, at: number, found: readonly string[]) {
  return headerFault(
    "missing-banner",
    `the header in row ${lineOf(at)} should name one of ${blockNames.join(", ")} in every column; found ${found.slice(0, 3).join(", ")}`,
    "Compare the sheet with the publisher's: it is not known whose figures these are.",
    file,
  );
}

function otherYears({ file }: Grid, one: string, other: string) {
  return headerFault(
    "different-headers",
    `the tables of ${one} and ${other} have different years`,
    "Compare the sheet with the publisher's: columns were lost or moved.",
    file,
  );
}
