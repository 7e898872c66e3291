import { describe, expect, it } from "vitest";
import { groupStatuses, proportion, proportions } from "../../src/index.ts";

const nan = Number.NaN;

describe("proportions", () => {
  it("gives each row the digits of proportion", () => {
    const events = [0, 1, 15, 20, 1e6];
    const total = [8, 9, 20, 20, 1e9];
    const { value, lower, upper } = proportions(events, total, { per: 100, levels: [0.9, 0.998] });
    events.forEach((x, i) => {
      const one = proportion(x, total[i]!, { per: 100, level: 0.998 });
      expect([value[i], lower[1]![i], upper[1]![i]]).toEqual([one.value, one.lower, one.upper]);
    });
  });

  it("takes a deviate in place of the level's", () => {
    const one = proportion(15, 20, { deviate: 1.96 });
    const { lower, upper } = proportions([15], [20], { deviate: 1.96 });
    expect([lower[0]![0], upper[0]![0]]).toEqual([one.lower, one.upper]);
  });

  it("says why a row has no proportion", () => {
    const { value, status } = proportions([1, nan, -1, 5, 0], [10, 10, 10, 4, 0]);
    expect(Array.from(status, (code) => groupStatuses[code])).toEqual([
      "computed",
      "missing",
      "impossible",
      "impossible",
      "no population",
    ]);
    expect([...value].slice(1)).toEqual([nan, nan, nan, nan]);
  });

  it("refuses options that cannot be", () => {
    expect(() => proportions([1], [2], { levels: [95] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportions: level must be between 0 and 1, such as 0.95, got 95]`,
    );
    expect(() => proportions([1], [2], { deviate: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportions: deviate must be above 0, such as 1.96, got 0]`,
    );
    expect(() => proportions([1], [2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportions: events, total must be of one length, got 1, 2]`,
    );
  });
});
