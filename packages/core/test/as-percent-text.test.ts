import { describe, expect, it } from "vitest";
import { asPercentText } from "../src/index.ts";

// Expected texts by hand: the proportion times 100, halves away from zero.
describe("asPercentText", () => {
  it("prints up to two decimals, halves rounded away from zero", () => {
    expect(asPercentText(0.000555)).toBe("0.06%");
    expect(asPercentText(0.00125, 2)).toBe("0.13%");
    expect(asPercentText(0.12345, 1)).toBe("12.3%");
  });

  it("prints no zeros at the end and no thousands separators", () => {
    expect([0, 0.5, 1, 12.5].map((part) => asPercentText(part))).toEqual(["0%", "50%", "100%", "1250%"]);
  });

  it("prints a minus that spreadsheets read, and none before a zero", () => {
    expect(asPercentText(-0.0215, 1)).toBe("-2.2%");
    expect(asPercentText(-0.000001)).toBe("0%");
  });

  it("prints nothing of a missing or infinite proportion", () => {
    expect(asPercentText(Number.NaN)).toBeNull();
    expect(asPercentText(Number.POSITIVE_INFINITY)).toBeNull();
  });

  it("refuses decimals that roundHalfUp refuses", () => {
    expect(() => asPercentText(0.5, -1)).toThrow("[invalid-decimals]");
  });
});
