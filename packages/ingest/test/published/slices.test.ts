import type { Source } from "@popneeds/core";
import { describe, expect, test } from "vitest";
import { area, category, count, figure, sex } from "../../src/field.ts";
import { rawTable } from "../../src/published/raw-table.ts";
import { slices } from "../../src/published/slices.ts";
import { type Schema, schema } from "../../src/schema.ts";

const source: Source = {
  id: "f",
  title: "f",
  publisher: "p",
  edition: "e",
  licence: "l",
  file: "f.csv",
  sha256: "0",
  evidence: "observed",
};
const deaths = schema({
  area: area("CA", { totals: ["S92000003"], qualifier: "CAQF" }),
  sex: sex("Sex", { F: "female", M: "male" }, { totals: ["All"] }),
  deaths: count("Deaths"),
});
const of = (rows: string[][], by: Schema = deaths, name = "") =>
  slices({ name, cells: rawTable([["CA", "CAQF", "Sex", "Deaths"], ...rows], "f.csv"), schema: by }, source);

describe("totals among parts", () => {
  const { slices: found } = of([
    ["S92000003", "d", "All", "10"],
    ["S92000003", "d", "F", "6"],
    ["S92000003", "d", "M", "4"],
    ["S12000033", "", "All", "10"],
    ["S12000033", "", "F", "6"],
    ["S12000033", "", "M", "4"],
  ]);

  test("are tables of their own, the finest first, so that no sum counts anyone twice", () => {
    expect(found.map(({ name, totalOf, table }) => [name, totalOf, table.length])).toEqual([
      ["by area and sex", [], 2],
      ["by sex, totals of area", ["area"], 2],
      ["by area", ["sex"], 1],
      ["one figure, totals of area", ["area", "sex"], 1],
    ]);
  });

  test("an area that is a total keeps its code; a sex that is all has none", () => {
    expect([...found[1]!.table].map((row) => [row["area"], row["sex"], row["deaths"]])).toEqual([
      ["S92000003", "female", 6],
      ["S92000003", "male", 4],
    ]);
    expect(Object.keys(found[2]!.table.keys)).toEqual(["area"]);
  });

  test("the publisher's qualifier d marks a total by itself", () => {
    const { slices: parts } = of([
      ["X", "d", "F", "1"],
      ["S12000033", "", "F", "1"],
    ]);
    expect(parts.map(({ totalOf }) => totalOf)).toEqual([[], ["area"]]);
  });

  test("the file's figures are none the less checked: a row that stands twice is an issue in its table", () => {
    const { slices: parts } = of([
      ["S12000033", "", "All", "10"],
      ["S12000033", "", "All", "11"],
    ]);
    expect(parts[0]!.table.issues.map(({ code, line }) => [code, line])).toEqual([["duplicate-key", 3]]);
  });

  test("a total that is not declared is refused, not summed", () => {
    const undeclared = schema({ cause: category("CA"), rate: figure("rate", "Deaths") });
    const { slices: parts } = of([["Total", "", "", "10"]], undeclared);
    expect(parts[0]!.table.issues[0]).toMatchObject({ code: "total-among-parts", line: 2 });
  });

  test("of a file with several tables the name says which", () => {
    expect(of([["S12000033", "", "F", "1"]], deaths, "Table 2").slices[0]!.name).toBe("Table 2: by area and sex");
  });
});
