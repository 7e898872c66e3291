import { describe, expect, it } from "vitest";
import { missingAt, tableFromColumns } from "../src/index.ts";

const roles = { keys: { area: "text", age: "age", period: "period" }, measures: { deaths: "count" } } as const;
const columns = {
  area: ["A", "B"],
  age: ["0-4", "90+"],
  period: [2023, "2022/23"],
  deaths: [4, null],
  deaths_missing: [null, "suppressed"],
  note: ["x", "y"],
};

describe("tableFromColumns", () => {
  it("reads keys as people print them, figures, and reasons from the column beside", () => {
    const table = tableFromColumns(columns, roles);
    expect([...table].map((row) => [row.area, row.age.from, row.period.start, row.deaths, row.missing])).toEqual([
      ["A", 0, "2023-01-01", 4, null],
      ["B", 90, "2022-04-01", null, "suppressed"],
    ]);
    expect(Object.keys(table.measures)).toEqual(["deaths"]);
  });

  it("takes a blank without a reason for unknown, and an absent row for what it is told", () => {
    const { deaths } = tableFromColumns(
      { area: ["A", "B", "C"], deaths: [null, undefined, Number.NaN] },
      { keys: { area: "text" }, measures: { deaths: "count" }, absent: "zero" },
    ).measures;
    expect([0, 1, 2].map((i) => missingAt(deaths, i))).toEqual(["unknown", "unknown", "unknown"]);
    expect(deaths.absent).toBe("zero");
  });

  it("of no rows has no rows", () => {
    expect(tableFromColumns({ area: [], age: [], period: [], deaths: [] }, roles).length).toBe(0);
  });

  it("refuses a column that is not there", () => {
    expect(() => tableFromColumns({ area: [], deaths: [] }, roles)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-column] tableFromColumns: missing column "age"; found area, deaths
        Fix: Name the columns as they are called, or rename them first.]
    `);
  });

  it("refuses a key that is empty, or no age, or no period", () => {
    expect(() => tableFromColumns({ ...columns, age: ["All ages", ""] }, roles)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unreadable-key] tableFromColumns: every row of "age" needs an age such as "85-89"; 2 of 2 have none:
        row 1: All ages
        row 2: 
        Fix: Leave these rows out, or give them their key.]
    `);
    expect(() => tableFromColumns({ ...columns, area: ["A", null] }, roles)).toThrow("[unreadable-key]");
    expect(() => tableFromColumns({ ...columns, area: ["A", ""] }, roles)).toThrow("[unreadable-key]");
    expect(() => tableFromColumns({ ...columns, period: ["2023", "soon"] }, roles)).toThrow("[unreadable-key]");
  });

  it("refuses a figure that is no number, a reason that is none, and a figure with a reason", () => {
    expect(() => tableFromColumns({ ...columns, deaths: ["4", "*"] }, roles)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unreadable-figure] tableFromColumns: every row of "deaths" needs a number, or null with a reason at most; 2 of 2 have neither:
        row 1: 4
        row 2: * (suppressed)
        Fix: Give numbers, null where missing, and the reason in "deaths_missing".]
    `);
    expect(() => tableFromColumns({ ...columns, deaths_missing: [null, "lost"] }, roles)).toThrow(
      "[unreadable-figure]",
    );
    expect(() => tableFromColumns({ ...columns, deaths_missing: ["unknown", "suppressed"] }, roles)).toThrow(
      "[unreadable-figure]",
    );
    expect(() => tableFromColumns({ ...columns, deaths: [Number.POSITIVE_INFINITY, null] }, roles)).toThrow(
      "[unreadable-figure]",
    );
  });

  it("refuses rows that share their keys, and columns of different lengths", () => {
    const one = { keys: { area: "text" }, measures: { deaths: "count" } } as const;
    expect(() => tableFromColumns({ area: ["A", "A"], deaths: [1, 2] }, one)).toThrow("[duplicate-key]");
    expect(() => tableFromColumns({ area: ["A", "B"], deaths: [1] }, one)).toThrow("[unequal-columns]");
  });
});
