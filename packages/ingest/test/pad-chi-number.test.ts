import { describe, expect, it } from "vitest";
import { padChiNumber } from "../src/index.ts";

describe("padChiNumber", () => {
  it("puts a zero before nine digits", () => {
    expect(padChiNumber("101011237")).toBe("0101011237");
  });

  it("leaves every other text as it is", () => {
    for (const text of ["", "10101123", "0101011237", "10101123X", " 10101123"]) expect(padChiNumber(text)).toBe(text);
  });
});
