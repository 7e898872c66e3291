import { describe, expect, it } from "vitest";
import { birthDateOfChiNumber } from "../src/index.ts";
import { syntheticChiNumber } from "./synthetic-chi-number.ts";

// All numbers are synthetic.
const born150650 = syntheticChiNumber("150650321");
const born010101 = syntheticChiNumber("010101123");

describe("birthDateOfChiNumber", () => {
  it("takes the only century that lies within the limits", () => {
    expect(birthDateOfChiNumber(born150650, { latest: "2024-03-31" })).toEqual({ date: "1950-06-15", reason: null });
    const young = birthDateOfChiNumber(born010101, { earliest: "1910-01-01", latest: "2024-03-31" });
    expect(young).toEqual({ date: "2001-01-01", reason: null });
  });

  it("gives none where both centuries are possible", () => {
    expect(birthDateOfChiNumber(born010101, { latest: "2024-03-31" })).toEqual({
      date: null,
      reason: "either century",
    });
  });

  it("gives none where neither is", () => {
    const limits = { earliest: "1960-01-01", latest: "2024-03-31" };
    expect(birthDateOfChiNumber(born150650, limits)).toEqual({ date: null, reason: "neither century" });
  });

  it("takes a birth on a limit for possible", () => {
    const day = { earliest: "1950-06-15", latest: "1950-06-15" };
    expect(birthDateOfChiNumber(born150650, day).date).toBe("1950-06-15");
  });

  it("puts a leap day into the century that had it", () => {
    // 1900 had no 29 February, 2000 had one.
    const leap = syntheticChiNumber("290200000");
    expect(birthDateOfChiNumber(leap, { latest: "2024-03-31" }).date).toBe("2000-02-29");
    expect(birthDateOfChiNumber(leap, { latest: "1999-03-31" }).reason).toBe("neither century");
  });

  it("gives the verdict on a number that is not valid as the reason", () => {
    const reasons = [null, undefined, " ", "X", "1", "3201201234", "0101011238"].map(
      (text) => birthDateOfChiNumber(text, { latest: "2024-03-31" }).reason,
    );
    expect(reasons).toEqual([
      "missing",
      "missing",
      "blank",
      "characters other than digits",
      "fewer than ten digits",
      "no such date",
      "wrong check digit",
    ]);
  });

  it("refuses limits that are no days, or not in order", () => {
    expect(() =>
      birthDateOfChiNumber(born150650, { earliest: "2024-01-01", latest: "1924-01-01" }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-date] birthDateOfChiNumber: earliest and latest must be days of the calendar as yyyy-mm-dd, in order; found 2024-01-01 and 1924-01-01
        Fix: Write the first and the last possible day of birth: { earliest: "1910-01-01", latest: "2024-03-31" }.]
    `);
    expect(() => birthDateOfChiNumber(born150650, { latest: "2023-02-29" })).toThrow("[invalid-date]");
    expect(() => birthDateOfChiNumber(null, { latest: "" })).toThrow("[invalid-date]");
  });
});
