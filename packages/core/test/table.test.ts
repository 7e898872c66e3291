import { describe, expect, it } from "vitest";
import {
  createTable,
  describeRow,
  keyColumn,
  measureColumn,
  rowAt,
  tableFromRows,
  takeRows,
  uncheckedTable,
} from "../src/index.ts";
import { counts, deaths, none } from "./fixtures.ts";

const area = keyColumn(["A", "B"]);
const events = measureColumn("count", [1, "suppressed"]);

describe("createTable", () => {
  it("gives its rows as plain objects, null where missing, with the reason", () => {
    expect([...createTable({ keys: { area }, measures: { events } })]).toEqual([
      { area: "A", events: 1, missing: null },
      { area: "B", events: null, missing: "suppressed" },
    ]);
  });

  it("is frozen", () => {
    const table = createTable({ keys: { area }, measures: { events } });
    expect([table, table.keys, table.measures, table.issues].every(Object.isFrozen)).toBe(true);
  });

  it("may have no rows, no keys, no measures", () => {
    expect(createTable({ keys: {}, measures: {} }).length).toBe(0);
    expect([
      ...createTable({ keys: { area: keyColumn([]) }, measures: { events: measureColumn("count", []) } }),
    ]).toEqual([]);
    expect([...createTable({ keys: {}, measures: { events: measureColumn("count", [7]) } })]).toEqual([
      { events: 7, missing: null },
    ]);
    expect(createTable({ keys: { area }, measures: {} }).length).toBe(2);
  });

  it("refuses columns of different lengths", () => {
    expect(() =>
      createTable({ keys: { area }, measures: { events: measureColumn("count", [1]) } }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unequal-columns] createTable: every column needs 2 rows; "events" has 1
        Fix: Give every key and every measure one entry a row.]
    `);
  });

  it("refuses two rows with the same keys, and names the first three", () => {
    const same = keyColumn(["A", "A", "B", "B", "C", "C", "D", "D"]);
    const ones = measureColumn("count", [1, 1, 1, 1, 1, 1, 1, 1]);
    expect(() => createTable({ keys: { area: same }, measures: { ones } })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [duplicate-key] createTable: no two rows may share area; 4 do:
        A
        B
        C
        and 1 more
        Fix: Add the key that tells the rows apart, or sum them first.]
    `);
  });

  it("refuses a second row when there are no keys", () => {
    expect(() =>
      createTable({ keys: {}, measures: { events: measureColumn("count", [1, 2]) } }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [duplicate-key] createTable: a table without keys has one row at most; found 2
        Fix: Add the key that tells the rows apart, or sum them first.]
    `);
  });

  it("refuses a figure that is missing without a reason, and a reason beside a figure", () => {
    const bare = { kind: "count", values: [1, Number.NaN], reasons: null, absent: "unknown" } as const;
    expect(() => createTable({ keys: { area }, measures: { bare } })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-without-reason] createTable: a figure is there, or missing with a reason; "bare" is NaN with reason 0 in row 2
        Fix: Make the column with measureColumn, which takes a number or a reason for each row.]
    `);
    for (const odd of [
      { ...bare, reasons: [1, 1] },
      { ...bare, reasons: [0, 99] },
    ])
      expect(() => createTable({ keys: { area }, measures: { odd } })).toThrow("[missing-without-reason]");
  });

  it("refuses a code that stands for nothing, and a key that is coded twice", () => {
    const ones = measureColumn("count", [1, 1]);
    expect(() =>
      createTable({ keys: { area: { codes: [0, 5], values: ["A"] } }, measures: { ones } }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-key] createTable: every row needs its key, each key coded once; "area" has the code 5 in row 2, which stands for nothing
        Fix: Make the column with keyColumn, which takes a key for each row.]
    `);
    expect(() =>
      createTable({ keys: { area: { codes: [0, 1], values: ["A", "A"] } }, measures: { ones } }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-key] createTable: every row needs its key, each key coded once; "area" holds A twice
        Fix: Make the column with keyColumn, which takes a key for each row.]
    `);
  });

  it("tells rows apart by all keys together, however many there are", () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ({ a: `${i % 71}`, b: `${i % 73}`, n: i }));
    expect(tableFromRows(rows, { n: "count" }).length).toBe(5000);
  });
});

describe("uncheckedTable", () => {
  it("takes the length of any column", () => {
    expect(uncheckedTable({ keys: {}, measures: { events } }).length).toBe(2);
    expect(uncheckedTable({ keys: { area }, measures: {} }).length).toBe(2);
  });
});

describe("rowAt", () => {
  it("gives the first reason when several measures are missing", () => {
    const table = createTable({
      keys: { area: keyColumn(["A"]) },
      measures: { one: measureColumn("count", ["unknown"]), two: measureColumn("count", ["suppressed"]) },
    });
    expect(rowAt(table, 0)).toEqual({ area: "A", one: null, two: null, missing: "unknown" });
  });
});

describe("takeRows", () => {
  it("takes rows in the order given, of none none", () => {
    expect([...takeRows(counts(1, 2, 3), [2, 0])].map((row) => row.events)).toEqual([3, 1]);
    expect(takeRows(counts(1), []).length).toBe(0);
    expect(takeRows(none, []).length).toBe(0);
  });
});

describe("describeRow", () => {
  it("names the keys as people read them", () => {
    expect(describeRow(deaths, 1)).toBe("A  65+  cancer");
  });
});
