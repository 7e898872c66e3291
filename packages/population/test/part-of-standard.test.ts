import { describe, expect, it } from "vitest";
import { esp2013, partOfStandard, regroupStandard } from "../src/index.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("partOfStandard", () => {
  it("takes whole bands as they are", () => {
    // Eurostat 2013: 19,500 people of 65 and over; under 75 all but those of 75 and over
    expect(sum(partOfStandard(esp2013, { from: 65 }).weights)).toBe(19_500);
    expect(sum(partOfStandard(esp2013, { to: 75 }).weights)).toBe(100_000 - 4_000 - 2_500 - 1_500 - 1_000);
    // both sexes together: the 120,000 that profiles of 35 and over are weighted by
    expect(2 * sum(partOfStandard(esp2013, { from: 35 }).weights)).toBe(120_000);
  });

  it("takes of a band that is cut as many fifths as it has years", () => {
    const adults = partOfStandard(esp2013, { from: 16 });
    expect(adults.bands[0]).toMatchObject({ from: 16, to: 20, label: "16-19" });
    expect(adults.weights[0]).toBe(4_400); // 5,500 × 4 ÷ 5
    expect(sum(adults.weights)).toBe(82_900); // 100,000 − 1,000 − 4,000 − 2 × 5,500 − 1,100
    expect(adults.name).toBe("European Standard Population 2013, ages 16 and over");
    const working = partOfStandard(esp2013, { from: 16, to: 65 });
    expect(working.bands.at(-1)!.label).toBe("60-64");
    expect(working.name).toBe("European Standard Population 2013, ages 16 to 64");
  });

  it("adds up to the whole, and is the whole for all ages", () => {
    const young = partOfStandard(esp2013, { to: 16 });
    const rest = partOfStandard(esp2013, { from: 16 });
    expect(sum(young.weights) + sum(rest.weights)).toBe(100_000);
    expect(partOfStandard(esp2013, {}).weights).toEqual(esp2013.weights);
  });

  it("can be regrouped as any standard", () => {
    const part = partOfStandard(esp2013, { from: 65 });
    expect(regroupStandard(part, part.bands).weights).toEqual(part.weights);
  });

  it("refuses to cut the open band, and spans that are none", () => {
    expect(() => partOfStandard(esp2013, { from: 92 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [standard-cut] partOfStandard: the open band 90+ of the European Standard Population 2013 must not be cut; found 92 to Infinity
        Fix: End the span at 90 or below, or leave it open.]
    `);
    expect(() => partOfStandard(esp2013, { from: 65, to: 16 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-age] partOfStandard: ages must run upwards in whole years; found 65 to 16
        Fix: Give the first age, and the first age above the span: { from: 16, to: 65 }.]
    `);
    expect(() => partOfStandard(esp2013, { from: 1.5 })).toThrow("[invalid-age]");
  });
});
