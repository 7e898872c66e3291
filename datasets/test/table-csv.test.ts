import { describe, expect, it } from "vitest";
import type { Cell, DataTable } from "../src/data-table.ts";
import { tableCsv } from "../src/table-csv.ts";

function table(rows: Cell[][], changed: Partial<DataTable> = {}): DataTable {
  return {
    name: "t/x",
    columns: [
      { name: "age", type: "string", description: "Age.", values: ["9", "10"] },
      { name: "n", type: "integer", description: "Number.", blank: true },
    ],
    key: ["age"],
    rows,
    ...changed,
  } as DataTable;
}

describe("tableCsv", () => {
  it("writes header and rows in the order of the values listed, a missing number as nothing", () => {
    expect(
      tableCsv(
        table([
          ["10", null],
          ["9", 0],
        ]),
      ),
    ).toBe("age,n\n9,0\n10,\n");
  });

  it("quotes only what must be quoted", () => {
    const columns = [{ name: "name", type: "string", description: "Name." }] as const;
    const rows = [['Oban, "Lorn"'], ["Bute"]];
    expect(tableCsv(table(rows, { columns, key: ["name"] }))).toBe('name\nBute\n"Oban, ""Lorn"""\n');
  });

  it.each([
    [
      "a repeated key",
      [
        ["9", 1],
        ["9", 2],
      ],
      "data/t/x.csv: two rows have the key 9",
    ],
    ["a value not listed", [["11", 1]], "data/t/x.csv: age is none of the values allowed: 11, 1 …"],
    ["a fraction of a person", [["9", 0.5]], "data/t/x.csv: n is not a whole number: 9, 0.5 …"],
    ["a negative count", [["9", -1]], "data/t/x.csv: n is below 0: 9, -1 …"],
    ["a missing key", [[null, 1]], "data/t/x.csv: age is missing: , 1 …"],
    ["no rows", [], "data/t/x.csv: would hold no rows"],
  ])("refuses %s", (_, rows, message) => {
    expect(() => tableCsv(table(rows))).toThrow(message);
  });
});
