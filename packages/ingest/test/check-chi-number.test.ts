import { describe, expect, it } from "vitest";
import { checkChiNumber } from "../src/index.ts";
import { syntheticChiNumber } from "./synthetic-chi-number.ts";

// All numbers are synthetic. The check digits of two are worked by hand:
// 010101123: modulo 11: 9 + 7 + 5 + 4·1 + 3·2 + 2·3 = 37, 4 above 33, so 7.
//            modulo 10: 1 + 1 + 1 + 2 as they are, 2 + 6 doubled, 13 in all, so 7.
// 311299981: modulo 11: 30 + 9 + 8 + 14 + 54 + 45 + 36 + 24 + 2 = 222, 2 above 220, so 9.
//            modulo 10: 1 + 2 + 9 + 8 as they are, 6 + 2 + 9 + 9 + 2 doubled, 48 in all, so 2.
describe("checkChiNumber", () => {
  it("finds a number valid by modulo 11", () => {
    expect(checkChiNumber("0101011237")).toBe("valid");
    expect(checkChiNumber("3112999819")).toBe("valid");
    for (const nine of ["010133648", "290200000", "150650321"])
      expect(checkChiNumber(syntheticChiNumber(nine), { check: "modulo 11" })).toBe("valid");
  });

  it("finds a number valid by modulo 10, unless only modulo 11 is asked for", () => {
    expect(checkChiNumber("3112999812")).toBe("valid");
    expect(checkChiNumber("3112999812", { check: "modulo 10" })).toBe("valid");
    expect(checkChiNumber("3112999812", { check: "modulo 11" })).toBe("wrong check digit");
    expect(checkChiNumber("3112999819", { check: "modulo 10" })).toBe("wrong check digit");
  });

  it("writes a check digit of 11 as 0", () => {
    // 010100101: 9 + 7 + 4 + 2 = 22, a multiple of 11.
    expect(checkChiNumber("0101001010", { check: "modulo 11" })).toBe("valid");
  });

  it("has no valid number by modulo 11 where the check digit would be 10", () => {
    // 010100110: 9 + 7 + 4 + 3 = 23, 1 above 22.
    for (let last = 0; last <= 9; last++)
      expect(checkChiNumber(`010100110${last}`, { check: "modulo 11" })).toBe("wrong check digit");
  });

  it("finds every other last digit wrong", () => {
    for (const last of "012345689") expect(checkChiNumber(`010101123${last}`)).toBe("wrong check digit");
  });

  it("tells what is missing from what is blank", () => {
    expect(checkChiNumber(null)).toBe("missing");
    expect(checkChiNumber(undefined)).toBe("missing");
    expect(checkChiNumber("")).toBe("blank");
    expect(checkChiNumber("   ")).toBe("blank");
  });

  it("looks at characters before length, at length before date, at date before check digit", () => {
    expect(checkChiNumber("010120123?")).toBe("characters other than digits");
    expect(checkChiNumber("A")).toBe("characters other than digits");
    expect(checkChiNumber("01 0101 1237")).toBe("characters other than digits");
    expect(checkChiNumber("999999999")).toBe("fewer than ten digits");
    expect(checkChiNumber("99999999999")).toBe("more than ten digits");
    expect(checkChiNumber("3201201234")).toBe("no such date");
    expect(checkChiNumber("0101201235")).toBe("wrong check digit");
  });

  it("knows leap days: 2000 had one, 1999 had none", () => {
    expect(checkChiNumber(syntheticChiNumber("290200000"))).toBe("valid");
    expect(checkChiNumber(syntheticChiNumber("290296010"))).toBe("valid");
    expect(checkChiNumber(syntheticChiNumber("290299010"))).toBe("no such date");
  });
});
