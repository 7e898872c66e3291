import { parsePeriod } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { amount, area, category, constant, count, figure, label, listed, period, schema, sex } from "../src/index.ts";
import { readText } from "./fixtures.ts";

describe("fields", () => {
  it("a constant is the same key in every row, without a column", () => {
    const by = schema({ area: area("zone"), edition: constant("2021"), n: count("n") });
    expect([...readText("zone,n\n01,1\n02,2\n", by)].map(({ edition }) => edition)).toEqual(["2021", "2021"]);
  });

  it("a label may be blank, or a word for a total", () => {
    const by = schema({ note: label("note"), n: count("n") });
    const table = readText("note,n\n,1\nAll,2\n", by);
    expect([...table].map(({ note }) => note)).toEqual(["", "All"]);
    expect(table.issues).toEqual([]);
  });

  it("a category may be one of a list only, and then a total on the list is meant", () => {
    const by = schema({ stay: category("stay", { values: ["All", "Long"] }), n: count("n") });
    const table = readText("stay,n\nAll,3\nLong,2\nShort,1\n", by);
    expect([...table].map(({ stay }) => stay)).toEqual(["All", "Long"]);
    expect(table.issues.map(({ message, line }) => [line, message])).toEqual([
      [4, 'stay is "Short"; expected one of All, Long'],
    ]);
  });

  it("a sex is read by the publisher's words", () => {
    const by = schema({ sex: sex("Sex", { Females: "female", Males: "male" }), n: count("n") });
    expect([...readText("Sex,n\nFemales,1\nMales,2\n", by)].map((row) => row.sex)).toEqual(["female", "male"]);
  });

  it("a period is read in the publishers' ways", () => {
    const by = schema({ period: period("when"), n: count("n") });
    const table = readText("when,n\n2022/23,1\n2019-2021,2\n2016-07,3\n", by);
    expect([...table].map((row) => row.period.label)).toEqual(["2022/23", "2019-2021", "2016-07"]);
  });

  it("a publisher's own way of writing periods can be given", () => {
    const by = schema({ period: period("when", (text) => parsePeriod(text.replace("FY", ""))), n: count("n") });
    const table = readText("when,n\nFY2022/23,1\nnever,2\n", by);
    expect([...table].map((row) => row.period.label)).toEqual(["2022/23"]);
    expect(table.issues.map(({ line, code }) => [line, code])).toEqual([[3, "unexpected-value"]]);
  });

  it("the rows of a list without figures are counted, 1 for each", () => {
    const by = schema({ zone: category("zone"), board: category("board"), rows: listed() });
    const table = readText("zone,board\n01,A\n02,A\n03,B\n", by);
    expect([...table].map(({ zone, rows }) => [zone, rows])).toEqual([
      ["01", 1],
      ["02", 1],
      ["03", 1],
    ]);
    expect(table.measures.rows.kind).toBe("count");
    expect(table.issues).toEqual([]);
  });

  it("an amount may have fractions and no sign; a figure may have both", () => {
    const by = schema({ area: area("zone"), lived: amount("person-years", "lived"), change: figure("rate", "change") });
    const table = readText("zone,lived,change\n01,1.5,-2.5\n02,-1.5,1\n", by);
    expect([...table].map(({ lived, change }) => [lived, change])).toEqual([[1.5, -2.5]]);
    expect(table.issues.map(({ message }) => message)).toEqual(["lived is -1.5; person-years are 0 or more"]);
  });
});
