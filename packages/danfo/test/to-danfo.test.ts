import { countBy, tableFromRows, takeRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { toDanfo } from "../src/index.ts";
import { deaths } from "./fixtures.ts";

describe("toDanfo", () => {
  it("has keys as people read them, null where missing, and the reason beside", () => {
    const frame = toDanfo(deaths);
    expect(frame.columns).toEqual(["area", "period", "age", "deaths", "deaths_missing"]);
    expect(frame.dtypes).toEqual(["string", "string", "string", "float32", "string"]);
    expect(frame.values).toEqual([
      ["01", "2023", "0", 4, null],
      ["01", "2023", "90+", null, "suppressed"],
      ["02", "2019-2023", "90+", null, "unknown"],
      ["03", "2023", "90+", 16_777_217, null],
    ]);
  });

  it("of no rows has the columns still", () => {
    const frame = toDanfo(takeRows(deaths, []));
    expect([frame.shape, frame.columns]).toEqual([
      [0, 4],
      ["area", "period", "age", "deaths"],
    ]);
  });

  it("counts by group as countBy does", () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({
      area: `a${i % 7}`,
      sex: i % 2 ? "f" : "m",
      id: `${i}`,
      n: i * i,
    }));
    const table = tableFromRows(rows, { n: "count" });
    const theirs = toDanfo(table).groupby(["area", "sex"]).col(["n"]).sum();
    const ours = countBy(table, ["area", "sex"]);
    const sorted = (all: readonly unknown[]) => all.map((row) => JSON.stringify(row)).sort();
    expect(sorted(theirs.values)).toEqual(sorted([...ours].map(({ area, sex, n }) => [area, sex, n])));
  });
});
