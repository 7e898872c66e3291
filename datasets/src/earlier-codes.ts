import { boardFinder, councilFinder } from "./area-names.ts";
import { check } from "./build-error.ts";
import { codeColumn, levelColumn } from "./common-columns.ts";
import type { Cell, DataTable } from "./data-table.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { text } from "./raw-row.ts";

const CODES = "geo/phsmethods_area_lookup.csv.gz";

/** Codes of councils and boards from before those whose dates are known, and the area that has the name now. */
export function earlierCodesTable(raw: RawFiles, hierarchy: Hierarchy, history: DataTable): DataTable {
  const known = new Set(history.rows.map(([code]) => code));
  const find = { S12: councilFinder(hierarchy), S08: boardFinder(hierarchy) } as const;
  const rows = raw.rows(CODES).flatMap((row): Cell[][] => {
    const code = text(row, "geo_code");
    const kind = code.slice(0, 3);
    if ((kind !== "S12" && kind !== "S08") || /^S08[12]/.test(code) || known.has(code)) return [];
    const name = text(row, "area_name");
    const current = find[kind](name);
    check(current !== undefined, row, () => `"${name}" is not the name of a ${kind === "S12" ? "council" : "board"}`);
    return [[code, kind === "S12" ? "council" : "board", name, current!, kind === "S12" ? "nearly" : "unknown"]];
  });
  check(rows.length === 28, { file: CODES }, `must hold 14 boards and 14 councils, holds ${rows.length}`);
  return {
    name: "geography/earlier-codes",
    title: "Codes of councils and boards before those whose dates are known",
    description:
      "Codes that stand in older files and are not in geography/area-history, with the area that has the same name now.",
    columns: [
      codeColumn("code", "Code."),
      levelColumn("council", "board"),
      { name: "name", type: "string", description: "Name as published." },
      codeColumn("current_code", "The code of the area that has this name now."),
      {
        name: "same_extent",
        type: "string",
        description:
          "Whether it is the same area: nearly (a code changed with each change of boundary, however small), or unknown.",
        values: ["nearly", "unknown"],
      },
    ],
    key: ["level", "code"],
    rows,
    publisher: PHS,
    edition: "List of geography codes and names, archived ones included (date not stated)",
    class: "published",
    sources: [
      { title: "Geography codes and names of the phsmethods package (the data, not the package)", organisation: PHS },
      {
        title: "National Health Service (Variation of Areas of Health Boards) (Scotland) Order 2013, SSI 2013/347",
        organisation: "Scottish Statutory Instruments",
        path: "https://www.legislation.gov.uk/ssi/2013/347",
      },
    ],
    rawFiles: [CODES],
    changes:
      "Reduced to councils and boards that have no dates in geography/area-history; the current code found by name; extents as the Order of 2013 says.",
    caveats: [
      "Boards S08000001 to S08000014 were drawn otherwise until 1 April 2014, when boards were made to match councils: some by many thousands of people (Greater Glasgow and Clyde, Lanarkshire), some perhaps by nobody. Which, is not in this file.",
    ],
  };
}
