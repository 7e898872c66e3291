import { describe, expect, it } from "vitest";
import { parseCsv } from "../src/index.ts";

const cells = (text: string, delimiter?: string) => {
  const { header, rows, lines, issues } = parseCsv(text, "x.csv", delimiter ? { delimiter } : {});
  return { header, rows, lines: [...Array.from(lines)], issues };
};

describe("parseCsv", () => {
  it("gives header, cells and the line of each row", () => {
    expect(cells("a,b\n1,2\n3,4\n")).toEqual({
      header: ["a", "b"],
      rows: [
        ["1", "2"],
        ["3", "4"],
      ],
      lines: [2, 3],
      issues: [],
    });
  });

  it("does not need an end of line at the end of the file", () => {
    expect(cells("a,b\n1,2").rows).toEqual([["1", "2"]]);
  });

  it("takes quotes, doubled quotes, and commas inside quotes", () => {
    expect(cells('a,b\n"x, y","say ""yes"""\n').rows).toEqual([["x, y", 'say "yes"']]);
  });

  it.each(["\n", "\r\n", "\r", "\r\r\n"])("counts lines through cells that hold line ends (%j)", (end) => {
    const text = ["a,b", '"x', 'y",2', "", "3,4", '"5', "", '6",7', "8,9", ""].join(end);
    expect(cells(text).lines).toEqual([2, 5, 6, 9]);
  });

  it.each(["\n", "\r\n", "\r", "\r\r\n"])("passes over lines without any text, and counts them (%j)", (end) => {
    const text = ["", "a,b", "", "1,2", ",", "  ", " , ", "", "3,4", ""].join(end);
    const { rows, lines } = cells(text);
    expect(rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(lines).toEqual([4, 9]);
  });

  it("counts lines after letters that take several bytes", () => {
    expect(cells('a,b\n"Mòr, 日本\n",2\n3,4\n').lines).toEqual([2, 4]);
  });

  it("takes another delimiter when it is said", () => {
    expect(cells("a;b\n1,5;2\n", ";").rows).toEqual([["1,5", "2"]]);
  });

  it("keeps going after rows of the wrong length, each with an issue", () => {
    const { rows, issues } = cells("a,b\n1\n1,2\n1,2,3\n");
    expect(rows).toEqual([["1", "2"]]);
    expect(issues.map(({ line, message }) => [line, message])).toEqual([
      [2, "the row has 1 cell; the header has 2"],
      [4, "the row has 3 cells; the header has 2"],
    ]);
  });

  it.each([
    [
      "unclosed-quote",
      'a,b\n1,2\n\n"3\n,4\n',
      "x.csv: the row that begins on line 4 has a quote that is not closed before the file ends",
    ],
    [
      "unclosed-quote",
      '"a,b\n1,2\n',
      "x.csv: the row that begins on line 1 has a quote that is not closed before the file ends",
    ],
    ["stray-quote", 'a,b\n1,2"3\n', "x.csv: the row that begins on line 2 has a quote in the middle of a cell"],
    ["stray-quote", 'a,b\n"1\n2"x,3\n', "x.csv: the row that begins on line 2 has a quote in the middle of a cell"],
    ["no-rows", "a,b\n", "x.csv: the file has a header and no rows"],
    ["no-rows", "a,b\n,\n\n", "x.csv: the file has a header and no rows"],
  ])("refuses text that is no table: %s", (code, text, message) => {
    expect(() => parseCsv(text, "x.csv")).toThrow(`[${code}] ${message}`);
  });
});
