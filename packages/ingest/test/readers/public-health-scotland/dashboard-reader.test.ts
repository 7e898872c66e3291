import { describe, expect, test } from "vitest";
import { category, count } from "../../../src/field.ts";
import {
  dashboardReader,
  rowsByText,
  wholeThatDiffers,
} from "../../../src/readers/public-health-scotland/dashboard-reader.ts";
import { schema } from "../../../src/schema.ts";
import { csv, readText } from "./sample.ts";

const cells = (header: readonly string[], ...rows: readonly (readonly string[])[]) => ({
  file: "a.csv",
  header,
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [],
});

describe("the reader of a dashboard's table", () => {
  const reader = dashboardReader({
    name: "made-up",
    title: "Made up",
    columns: ["place", "people"],
    parts: (table) => [
      { name: "", cells: table, schema: schema({ place: category("place"), people: count("people") }) },
    ],
  });

  test("recognises just its columns, in any order", async () => {
    const file = await readText(csv("people,place", "3,Fife"), { readers: [reader] });
    expect(file.because).toBe("its columns are just those of this dashboard: place, people");
    await expect(readText(csv("people,place,sex", "3,Fife,All"), { readers: [reader] })).rejects.toThrow(
      "no reader knows",
    );
  });
});

describe("rows by the text of a column", () => {
  test("are tables without the column, in the order met", () => {
    const found = rowsByText(cells(["span", "n"], ["year", "1"], ["week", "2"], ["year", "3"]), "span");
    expect([...found].map(([text, table]) => [text, table.header, table.rows, Array.from(table.lines)])).toEqual([
      ["year", ["n"], [["1"], ["3"]], [2, 4]],
      ["week", ["n"], [["2"]], [3]],
    ]);
  });

  test("are one empty table when there are none, and refused when there is no such column", () => {
    expect([...rowsByText(cells(["span", "n"]), "span")].map(([text, table]) => [text, table.rows.length])).toEqual([
      ["", 0],
    ]);
    expect(() => rowsByText(cells(["n"]), "span")).toThrow('missing column "span"');
  });
});

describe("Scotland's figure beside each area", () => {
  const options = { area: "place", keys: ["year"], value: "value", beside: "scotland" };
  const header = ["place", "year", "value", "scotland"];

  test("gives no issue where it is that of Scotland's own row, or where there is none", () => {
    expect(
      wholeThatDiffers(
        cells(header, ["Scotland (Estimated)", "1", "9", "9"], ["Fife", "1", "4", "9.0"], ["Fife", "2", "4", "8"]),
        options,
      ),
    ).toEqual([]);
    expect(wholeThatDiffers(cells(["place"], ["Fife"]), options)).toEqual([]);
  });

  test("is a warning where it is not, said once", () => {
    const issues = wholeThatDiffers(
      cells(header, ["Scotland (Estimated)", "1", "9", "9"], ["Fife", "1", "4", "10"], ["Angus", "1", "5", "11"]),
      options,
    );
    expect(issues).toMatchInlineSnapshot(`
      [
        {
          "code": "whole-differs",
          "column": "scotland",
          "file": "a.csv",
          "fix": "Ask the publisher which of the two is meant before Scotland's figure is used.",
          "found": "10",
          "line": 3,
          "message": "2 of 3 cells of scotland are not the value of Scotland's own row, the first on line 3: 10, where Scotland's row has 9; Scotland's rows are read, scotland is not",
          "severity": "warning",
        },
      ]
    `);
  });
});
