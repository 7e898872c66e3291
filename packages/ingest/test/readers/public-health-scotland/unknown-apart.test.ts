import { describe, expect, test } from "vitest";
import { age, category, count, sex } from "../../../src/field.ts";
import { unknownApart } from "../../../src/readers/public-health-scotland/unknown-apart.ts";
import { schema } from "../../../src/schema.ts";

const part = (...rows: readonly (readonly string[])[]) => ({
  name: "residents",
  cells: {
    file: "a.csv",
    header: ["place", "age", "sex", "people"],
    rows,
    lines: rows.map((_, i) => i + 2),
    issues: [{ code: "x", severity: "note" as const, message: "m", fix: "f" }],
  },
  schema: schema({ place: category("place"), age: age("age"), sex: sex("sex"), people: count("people") }),
});

describe("rows of which a key is not known", () => {
  test("are parts of their own, without the key", () => {
    const parts = unknownApart(
      part(
        ["Fife", "0-17", "female", "1"],
        ["Fife", "Unknown", "female", "2"],
        ["Fife", "Unknown", "?", "3"],
        ["Fife", "18+", "?", "4"],
      ),
      { age: ["Unknown"], sex: ["?"] },
    );
    expect(
      parts.map(({ name, cells, schema }) => [
        name,
        cells.header,
        cells.rows,
        [...Array.from(cells.lines)],
        Object.keys(schema.fields),
      ]),
    ).toEqual([
      [
        "residents",
        ["place", "age", "sex", "people"],
        [["Fife", "0-17", "female", "1"]],
        [2],
        ["place", "age", "sex", "people"],
      ],
      [
        "residents, age unknown",
        ["place", "sex", "people"],
        [["Fife", "female", "2"]],
        [3],
        ["place", "sex", "people"],
      ],
      ["residents, age unknown, sex unknown", ["place", "people"], [["Fife", "3"]], [4], ["place", "people"]],
      ["residents, sex unknown", ["place", "age", "people"], [["Fife", "18+", "4"]], [5], ["place", "age", "people"]],
    ]);
    expect(parts.map(({ cells }) => cells.issues.length)).toEqual([1, 0, 0, 0]);
  });

  test("may be none, and the part of what is known is always there", () => {
    expect(unknownApart(part(), { age: ["Unknown"] }).map(({ name, cells }) => [name, cells.rows.length])).toEqual([
      ["residents", 0],
    ]);
    expect(
      unknownApart(part(["Fife", "Unknown", "male", "1"]), { age: ["Unknown"] }).map(({ cells }) => cells.rows.length),
    ).toEqual([0, 1]);
  });
});
