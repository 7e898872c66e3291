import type { Issue } from "@popneeds/core";
import { count } from "../../field.ts";
import type { AccessibleTable } from "../../published/accessible-table.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { drugDeathsByAge } from "./drug-deaths-by-age.ts";
import { drugDeathsByArea } from "./drug-deaths-by-area.ts";
import { drugDeathsByCause } from "./drug-deaths-by-cause.ts";
import { drugDeathsByYear } from "./drug-deaths-by-year.ts";

/** Makes the tables of one sheet, if it has the layout that it knows; else null. */
export type DrugDeathLayout = (cells: RawTable, title: string, name: string) => readonly Part[] | null;

const layouts: readonly DrugDeathLayout[] = [drugDeathsByYear, drugDeathsByAge, drugDeathsByCause, drugDeathsByArea];

/**
 * The tidy tables of one sheet of the workbook of drug misuse deaths, by what its header says. A sheet in no known layout is
 * left out with an error.
 */
export function drugDeathTables({ title, cells }: AccessibleTable): readonly Part[] {
  const name = /^(Table [A-Z]*\d+):/.exec(title)?.[1] ?? "";
  for (const layout of layouts) {
    const parts = name === "" ? null : layout(cells, title, name);
    if (parts) return parts;
  }
  const none: RawTable = { file: cells.file, header: ["deaths"], rows: [], lines: [], issues: [unknown(cells, name)] };
  return [{ name: name || cells.file, cells: none, schema: schema({ deaths: count("deaths") }) }];
}

function unknown({ file, header, lines }: RawTable, name: string): Issue {
  return {
    code: "table-not-understood",
    severity: "error",
    file,
    ...(lines.length > 0 ? { line: lines[0]! } : {}),
    message:
      name === "" || header.length === 0
        ? "the sheet has no title with the number of a table, or no header that the reader knows; it is left out"
        : `${name} has columns that the reader does not know, and is left out: ${header.slice(0, 6).join(", ")}`,
    fix: "Compare the sheet with the publisher's; if the layout is new, the reader must learn it.",
  };
}
