import { check } from "./build-error.ts";
import { codeColumn, levelColumn } from "./common-columns.ts";
import type { Cell, DataTable } from "./data-table.ts";
import { openData, PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { type RawRow, text } from "./raw-row.ts";

const COUNCILS = "geo/phs_council_area_codes.csv";
const BOARDS = "geo/phs_health_board_codes.csv";

/** Codes of councils, partnerships and boards with the days from and to which they held. */
export function areaHistoryTable(raw: RawFiles): DataTable {
  const found = new Map<string, string[]>();
  const add = (level: string, prefix: string, row: RawRow) => {
    const at = (suffix: string) => text(row, `${prefix}${suffix}`);
    const cells = [at(""), level, at("Name"), isoDay(at("DateEnacted"), row), isoDay(at("DateArchived"), row)];
    const before = found.get(cells[0]!);
    check(
      before === undefined || before.join() === cells.join(),
      row,
      () => `${cells[0]} has two histories: ${before?.join(", ")}; ${cells.join(", ")}`,
    );
    found.set(cells[0]!, cells);
  };
  for (const row of raw.rows(BOARDS)) add("board", "HB", row);
  for (const row of raw.rows(COUNCILS)) {
    add("council", "CA", row);
    add("partnership", "HSCP", row);
    add("board", "HB", row);
  }
  const rows = [...found.values()].map((cells): Cell[] => {
    const current = [...found.values()].filter(
      (other) => other[1] === cells[1] && other[2] === cells[2] && other[4] === "",
    );
    check(current.length === 1, { file: COUNCILS }, `${cells[2]} has ${current.length} current codes, not one`);
    return [...cells.map((cell) => cell || null), current[0]![0]!];
  });
  return {
    name: "geography/area-history",
    title: "Codes of councils, partnerships and boards through time",
    description:
      "Every code that a council, partnership or board has had in the present set of areas, with its dates and the code that holds now.",
    columns: [
      codeColumn("code", "Code."),
      levelColumn("partnership", "council", "board"),
      { name: "name", type: "string", description: "Name as published." },
      { name: "enacted", type: "date", description: "First day of the code." },
      { name: "archived", type: "date", description: "Last day of the code; blank: it is current.", blank: true },
      codeColumn("current_code", "The code that the area has now; the same for a current code."),
    ],
    key: ["level", "code"],
    rows,
    publisher: PHS,
    edition: "Codes in force since 1 April 2019",
    class: "published",
    sources: [openData("Geography Codes and Labels", "geography-codes-and-labels")],
    rawFiles: [COUNCILS, BOARDS],
    changes:
      "Council, partnership and board columns unfolded to one row per code; dates written as yyyy-mm-dd; the current code found by name.",
    caveats: [
      "A new code came with each change of boundary, however small: Fife, Perth and Kinross, Tayside (2018); Glasgow, Lanarkshire (2019).",
    ],
  };
}

function isoDay(value: string, row: RawRow): string {
  if (value === "") return "";
  check(/^\d{8}$/.test(value), row, `"${value}" is not a day written as yyyymmdd`);
  return `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
}
