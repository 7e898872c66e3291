import { describe, expect, it } from "vitest";
import { roundHalfUp } from "../src/index.ts";

// Expected values by hand: the decimals as written, halves away from zero.
describe("roundHalfUp", () => {
  it("takes halves away from zero, on both sides of it", () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, -2.5].map((value) => roundHalfUp(value))).toEqual([1, 2, 3, -1, -2, -3]);
  });

  it("takes a half that has no exact binary form for a half", () => {
    expect(roundHalfUp(1.005, 2)).toBe(1.01); // stored as 1.00499999999999989…
    expect(roundHalfUp(-417.95, 1)).toBe(-418);
    expect(roundHalfUp(253.115, 2)).toBe(253.12);
  });

  it("takes less than a half towards zero, but for the nudge of 1.5e-8", () => {
    expect(roundHalfUp(2.4999999)).toBe(2);
    expect(roundHalfUp(2.49999999)).toBe(3);
  });

  it("leaves alone what has no more decimals, and gives no negative zero", () => {
    expect(roundHalfUp(21.83, 2)).toBe(21.83);
    expect(Object.is(roundHalfUp(-0.2), 0)).toBe(true);
    expect(Object.is(roundHalfUp(0), 0)).toBe(true);
  });

  it("leaves alone numbers too large to have halves, missing and infinite ones", () => {
    expect(roundHalfUp(2 ** 52 + 1)).toBe(2 ** 52 + 1);
    expect(roundHalfUp(1.5e300, 15)).toBe(1.5e300);
    expect(roundHalfUp(Number.NaN, 1)).toBeNaN();
    expect(roundHalfUp(Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("refuses decimals that are not a whole number from 0 to 15", () => {
    expect(() => roundHalfUp(1, 1.5)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-decimals] decimals must be a whole number from 0 to 15; found 1.5
        Fix: Write how many digits follow the decimal point: roundHalfUp(value, 1).]
    `);
    for (const decimals of [-1, 16, Number.NaN]) expect(() => roundHalfUp(1, decimals)).toThrow("[invalid-decimals]");
  });
});
