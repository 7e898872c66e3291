import { describe, expect, it } from "vitest";
import { carriedShares } from "../../src/index.ts";

describe("carriedShares", () => {
  it("gives bands that were not asked the share of the nearest that was, times their factor", () => {
    // The template of Public Health England for healthy life expectancy, its example: at ages 15-19 and 80-84 the survey has 1,401,638 of
    // 1,493,072 and 241,233 of 480,775; factors and shares as it prints them.
    const young = 1_401_638 / 1_493_072;
    const old = 241_233 / 480_775;
    const shares = carriedShares(
      [Number.NaN, Number.NaN, young, old, Number.NaN, Number.NaN],
      [1.004001, 1.0024781, Number.NaN, Number.NaN, 0.8174386, 0.8695101],
    );
    const printed = [0.9425171415966543, 0.9410875022288275, young, old, 0.41015686296874837, 0.4362841868926213];
    for (const [k, share] of printed.entries()) expect(Math.abs(shares[k]! - share)).toBeLessThan(1e-12);
  });

  it("is at most 1, takes the older of two bands that are as near, and leaves what it cannot know missing", () => {
    expect([...carriedShares([Number.NaN, 0.9], [1.5, 1])]).toEqual([1, 0.9]);
    expect([...carriedShares([0.9, Number.NaN, 0.5], [1, 0.8, 1])]).toEqual([0.9, 0.4, 0.5]);
    expect([...carriedShares([0.9, Number.NaN], [1, Number.NaN])]).toEqual([0.9, Number.NaN]);
    expect([...carriedShares([Number.NaN, Number.NaN], [1, 1])]).toEqual([Number.NaN, Number.NaN]);
    expect([...carriedShares([], [])]).toEqual([]);
  });

  it("refuses shares and factors that cannot be", () => {
    expect(() => carriedShares([1.2], [1])).toThrow("carriedShares: shares must be from 0 to 1, got 1.2 in band 0");
    expect(() => carriedShares([0.5], [-1])).toThrow("carriedShares: factors must be 0 or more, got -1 in band 0");
    expect(() => carriedShares([0.5], [1, 1])).toThrow("of one length");
  });
});
