import { countBy, tableFromRows, takeRows } from "@popneeds/core";
import { op } from "arquero";
import { describe, expect, it } from "vitest";
import { toArquero } from "../src/index.ts";
import { deaths } from "./fixtures.ts";

describe("toArquero", () => {
  it("has keys as people read them, null where missing, and the reason beside", () => {
    expect(toArquero(deaths).objects()).toEqual([
      { area: "01", period: "2023", age: "0", deaths: 4, deaths_missing: null },
      { area: "01", period: "2023", age: "90+", deaths: null, deaths_missing: "suppressed" },
      { area: "02", period: "2019-2023", age: "90+", deaths: null, deaths_missing: "unknown" },
      { area: "03", period: "2023", age: "90+", deaths: 0, deaths_missing: null },
    ]);
  });

  it("shares the figures, and has no column of reasons, when nothing is missing", () => {
    const whole = takeRows(deaths, [0, 3]);
    const frame = toArquero(whole);
    expect(frame.columnNames()).toEqual(["area", "period", "age", "deaths"]);
    expect(frame.column("deaths")).toBe(whole.measures.deaths.values);
  });

  it("of no rows has the columns still", () => {
    const frame = toArquero(takeRows(deaths, []));
    expect([frame.numRows(), frame.columnNames()]).toEqual([0, ["area", "period", "age", "deaths"]]);
  });

  it("counts by group as countBy does", () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({
      area: `a${i % 7}`,
      sex: i % 2 ? "f" : "m",
      id: `${i}`,
      n: i * i,
    }));
    const table = tableFromRows(rows, { n: "count" });
    const theirs = toArquero(table)
      .groupby("area", "sex")
      .rollup({ n: op.sum("n") });
    const ours = countBy(table, ["area", "sex"]);
    expect(theirs.objects({ limit: Number.POSITIVE_INFINITY })).toEqual([...ours].map(({ missing, ...row }) => row));
  });
});
