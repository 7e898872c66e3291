import { describe, expect, it } from "vitest";
import { diseaseCode, diseaseCodes, holdsCode } from "../../../src/index.ts";

describe("diseaseCode", () => {
  it("is the same however a code of ICD-10 is written", () => {
    for (const text of ["I21.9", "I219", " i21.9 ", "I219D", "I21.9†", "I21.9*"])
      expect(diseaseCode(text)).toBe("I21.9");
    for (const text of ["I21", "i21", "I21X", "I21.X", "I21-", "I21.-", "I21D"]) expect(diseaseCode(text)).toBe("I21");
    expect(diseaseCode("X60")).toBe("X60");
    expect(diseaseCode("M00.01")).toBe("M00.01");
    expect(diseaseCode("U071")).toBe("U07.1");
  });

  it("is null for what is no code", () => {
    for (const text of ["", "heart", "I2", "21.9", "I21.9.1", "410.9", "All"]) expect(diseaseCode(text)).toBeNull();
  });
});

describe("diseaseCodes", () => {
  const holds = (list: string, code: string) => holdsCode(diseaseCodes(list), code);

  it("hold all that is below their first and their last code", () => {
    for (const code of ["I20", "I20.0", "I23.4", "I25", "I25.9", "I259"]) expect(holds("I20-I25", code)).toBe(true);
    for (const code of ["I19.9", "I26", "I26.0", "J20"]) expect(holds("I20-I25", code)).toBe(false);
    expect(holds("K85.0-K85.3", "K85.3")).toBe(true);
    expect(holds("K85.0-K85.3", "K85.4")).toBe(false);
    // A code without its fourth character is not known to be one of these.
    expect(holds("K85.0-K85.3", "K85")).toBe(false);
  });

  it("are lists, with what is left out said in brackets", () => {
    const sepsis = "A40(excl A40.3),A41(excl A41.3)";
    expect(["A40.0", "A40.3", "A41.9", "A41.3", "A42"].map((code) => holds(sepsis, code))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    const adrenal = "E24-E25(excl E24.4),E27";
    expect(["E24.3", "E24.4", "E25", "E26", "E27.1"].map((code) => holds(adrenal, code))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(holds("I51.6; V01–V99", "V50.1")).toBe(true);
  });

  it("refuses what is no code, a range that runs backwards, and nothing", () => {
    expect(() => diseaseCodes("I20-I25, heart")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-disease-code] diseaseCodes: each part must be a code of ICD-10 or a range of codes; found "heart" in "I20-I25, heart"
        Fix: Write codes and ranges with commas between: "I20-I25, I51.6".]
    `);
    expect(() => diseaseCodes("I25-I20")).toThrow("[invalid-disease-code]");
    expect(() => diseaseCodes(" ")).toThrow("[invalid-disease-code]");
  });
});
