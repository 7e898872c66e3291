import { describe, expect, it } from "vitest";
import { csv, readOwnCsv } from "../src/csv.ts";

describe("csv", () => {
  it("quotes what has a comma, a quote or a line end, and doubles quotes (RFC 4180, 2.5 to 2.7)", () => {
    expect(
      csv(
        ["a", "b"],
        [
          ["x,y", 'say "no"'],
          ["two\nlines", "plain"],
        ],
      ),
    ).toBe('a,b\n"x,y","say ""no"""\n"two\nlines",plain\n');
  });

  it("prints numbers in full precision, and nothing for null", () => {
    expect(csv(["n"], [[0.1 + 0.2], [-0], [-12.5], [1e21], [null]])).toBe(
      "n\n0.30000000000000004\n0\n-12.5\n1e+21\n\n",
    );
  });

  it("keeps a spreadsheet from running text as a formula, and leaves numbers alone", () => {
    expect(csv(["t"], [["=1+1"], ["@SUM(A1)"], ["-cmd"], ["+5"], ["-3.5"]])).toBe(
      "t\n'=1+1\n'@SUM(A1)\n'-cmd\n+5\n-3.5\n",
    );
  });

  it("is only a header when there are no rows", () => {
    expect(csv(["a", "b"], [])).toBe("a,b\n");
    expect(readOwnCsv("a,b\n")).toEqual([]);
  });

  it("reads back what it wrote", () => {
    const text = csv(
      ["a", "b", "c"],
      [
        ["x,y", 'say "no"', null],
        [null, "two\nlines", 3.5],
      ],
    );
    expect(readOwnCsv(text)).toEqual([
      { a: "x,y", b: 'say "no"', c: "" },
      { a: "", b: "two\nlines", c: "3.5" },
    ]);
  });
});
