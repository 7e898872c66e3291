import { describe, expect, it } from "vitest";
import { formatChange, formatFigure, formatTick } from "../src/format-figure.ts";
import { missingMark } from "../src/missing-mark.ts";

describe("formatFigure", () => {
  it.each([
    [37899, "people", null, "37,899"],
    [12.6, "deaths", null, "13"],
    [25.84, "%", 100, "25.8"],
    [999.94, "deaths per 100,000 people", 100_000, "999.9"],
    [1012.44, "deaths per 100,000 people", 100_000, "1,012"],
    [-3.14, "percentage points", null, "−3.1"],
    [0.0342, "%", 100, "0.034"],
    [0, "%", 100, "0.0"],
    [-0, "people", null, "0"],
    [2, "rank", null, "2"],
    [2.5, "rank", null, "2.5"],
    [0.552, "ratio", null, "0.55"],
  ])("prints %s %s (per %s) as %s", (value, unit, per, text) => {
    expect(formatFigure(value, { unit, per })).toBe(text);
  });

  it.each([
    [-0.0512, 2, "−0.05"],
    [0.0034, 2, "0.00"],
    [1012.44, 1, "1,012.4"],
    [77.018, 2, "77.02"],
    [-0.004, 0, "0"],
  ])("prints %s to the %s decimals of its indicator as %s", (value, decimals, text) => {
    expect(formatFigure(value, { unit: "years", per: null, decimals })).toBe(text);
  });

  it("prints a change with its sign", () => {
    expect(formatChange(1234, 5000, { unit: "people", per: null })).toBe("+1,234");
    expect(formatChange(-1234, 5000, { unit: "people", per: null })).toBe("−1,234");
    expect(formatChange(0, 5000, { unit: "people", per: null })).toBe("0");
    expect(formatChange(179.4, 5113.2, { unit: "years of life a year", per: null })).toBe("+179");
    expect(formatChange(1.26, 51.3, { unit: "years", per: null })).toBe("+1.3");
  });

  it("prints ticks with the decimals that their step needs", () => {
    expect(formatTick(1500, 500)).toBe("1,500");
    expect(formatTick(0.4, 0.2)).toBe("0.4");
    expect(formatTick(-2, 1)).toBe("−2");
  });
});

describe("missingMark", () => {
  it("marks what is withheld, not applicable and not there", () => {
    expect(missingMark("suppressed")).toBe("[c]");
    expect(missingMark("not applicable")).toBe("[z]");
    expect(missingMark("too few events")).toBe("[x]");
    expect(missingMark(null)).toBe("[x]");
  });
});
