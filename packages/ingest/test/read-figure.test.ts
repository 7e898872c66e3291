import { describe, expect, it } from "vitest";
import { count, figure } from "../src/index.ts";
import { readFigure } from "../src/read-figure.ts";

describe("readFigure", () => {
  it.each([
    ["0", 0],
    ["007", 7],
    ["12", 12],
    ["1e3", 1000],
    ["3.0", 3],
    ["+4", 4],
    ["999999999999999", 999_999_999_999_999],
  ])("takes %s for a count", (text, value) => {
    expect(readFigure(text, count("n"), "")).toBe(value);
  });

  it.each([
    ["-2.5", -2.5],
    [".5", 0.5],
    ["5.", 5],
    ["1E-3", 0.001],
  ])("takes %s for a figure", (text, value) => {
    expect(readFigure(text, figure("rate", "r"), "")).toBe(value);
  });

  it.each(["Infinity", "NaN", "0x10", "1 234", "1_000", "1e999", "--1", "1.2.3", "½", "１２"])(
    "does not take %s for a number",
    (text) => {
      expect(readFigure(text, figure("rate", "r"), "")).toMatchObject({ code: "not-a-number" });
    },
  );

  it("looks at a qualifier only where the cell is blank", () => {
    expect(readFigure("3", count("n", { qualifier: "nQF" }), "c")).toBe(3);
    expect(readFigure("", count("n", { qualifier: "nQF" }), "c")).toBe("suppressed");
    expect(readFigure("", count("n", { qualifier: "nQF" }), "toString")).toMatchObject({ code: "blank-figure" });
  });
});
