import { describe, expect, it } from "vitest";
import { formatPostcode } from "../src/index.ts";

// The forms are those of pc7 and pc8 of phsmethods.
describe("formatPostcode", () => {
  it("writes seven characters: two blanks, one or none before the last three", () => {
    expect(["G26QE", "DG98BS", "PA152TY"].map((text) => formatPostcode(text))).toEqual([
      "G2  6QE",
      "DG9 8BS",
      "PA152TY",
    ]);
  });

  it("writes one blank before the last three in the form of up to eight characters", () => {
    const eight = ["G26QE", "DG98BS", "PA152TY"].map((text) => formatPostcode(text, { characters: 8 }));
    expect(eight).toEqual(["G2 6QE", "DG9 8BS", "PA15 2TY"]);
  });

  it("puts blanks and small letters right", () => {
    expect(formatPostcode(" dg 9 8 bs\t")).toBe("DG9 8BS");
  });

  it("takes a letter at the end of the first half, as in London", () => {
    expect(formatPostcode("EC1A1BB", { characters: 8 })).toBe("EC1A 1BB");
  });

  it("refuses a blank, saying so", () => {
    expect(formatPostcode("  ")).toEqual({
      code: "blank-postcode",
      refused: "is blank; expected a postcode",
      fix: "Fill the cell, or leave the record out where places are needed.",
    });
  });

  it("refuses what has not the form, saying what was found", () => {
    expect(formatPostcode("DG9 8B")).toEqual({
      code: "not-a-postcode",
      refused:
        'is "DG9 8B"; a postcode is one or two letters, a digit, perhaps a letter or digit, then a digit and two letters',
      fix: "Correct the cell; an O for a zero or a missing letter is the usual cause.",
    });
    for (const text of ["G2", "ABC12DE", "G2O 6Q3", "12 3AB", "DG9-8BS", "DG98BSX", "DGO 8BSS", "NK010AA1"])
      expect(formatPostcode(text)).toMatchObject({ code: "not-a-postcode" });
  });
});
