import { describe, expect, it } from "vitest";
import { categoryColours } from "../../src/charts/category-colours.ts";
import { contrast } from "./contrast.ts";

describe("categoryColours", () => {
  it("are seven, no two alike", () => expect(new Set(categoryColours.map(({ fill }) => fill)).size).toBe(7));

  it.each(categoryColours)("$fill stands out from white, and $text from it", ({ fill, text }) => {
    expect(contrast(fill, "#FFFFFF")).toBeGreaterThanOrEqual(3);
    expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
  });
});

describe("contrast, by which the colours of charts are tested", () => {
  // WCAG 2.2, definition of contrast ratio: black on white is 21, a colour on itself 1; #767676 is the lightest grey of 4.5 on white.
  it.each([
    ["#000000", "#FFFFFF", 21],
    ["#F46A25", "#F46A25", 1],
    ["#767676", "#FFFFFF", 4.54],
  ])("of %s and %s is %d", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});
