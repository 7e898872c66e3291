import { describe, expect, it } from "vitest";
import { sexOfChiNumber } from "../src/index.ts";
import { syntheticChiNumber } from "./synthetic-chi-number.ts";

// All numbers are synthetic.
describe("sexOfChiNumber", () => {
  it("is male where the ninth digit is odd, female where it is even or 0", () => {
    expect(sexOfChiNumber(syntheticChiNumber("010101123"))).toBe("male");
    expect(sexOfChiNumber(syntheticChiNumber("010101122"))).toBe("female");
    expect(sexOfChiNumber(syntheticChiNumber("010101120"))).toBe("female");
  });

  it("is none where the number is missing, blank or not valid", () => {
    for (const text of [null, undefined, "", "0101011238", "3201201234", "010101123"])
      expect(sexOfChiNumber(text)).toBeNull();
  });

  it("checks the number as it is told to", () => {
    expect(sexOfChiNumber("3112999812")).toBe("male"); // valid by modulo 10 only, worked in check-chi-number.test.ts
    expect(sexOfChiNumber("3112999812", { check: "modulo 11" })).toBeNull();
  });
});
