import { describe, expect, it } from "vitest";
import { rateRatio, remainder } from "../../src/index.ts";

describe("remainder", () => {
  const whole = { events: 120, population: 9_000 };

  it("takes a part from the whole, ready to be compared with", () => {
    const part = { events: 20, population: 1_000 };
    expect(remainder(whole, part)).toEqual({ events: 100, population: 8_000 });
    expect(rateRatio(part, remainder(whole, part)).value).toBe(1.6); // 20/1 000 ÷ 100/8 000
  });

  it("leaves nothing of a whole without its whole", () => {
    expect(remainder(whole, whole)).toEqual({ events: 0, population: 0 });
  });

  it("is missing where a count is", () => {
    expect(remainder(whole, { events: Number.NaN, population: 1_000 }).events).toBe(Number.NaN);
  });

  it("refuses a part that is more than the whole", () => {
    expect(() => remainder(whole, { events: 121, population: 1_000 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: remainder: events of the part must not exceed the whole's 120, got 121]`,
    );
  });
});
