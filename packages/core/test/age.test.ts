import { describe, expect, it, test } from "vitest";
import { ageBand, allAges, parseAge } from "../src/index.ts";

describe("ageBand", () => {
  it("is labelled as statistical publications print it", () => {
    expect([ageBand(0, 1), ageBand(5, 10), ageBand(90, Number.POSITIVE_INFINITY)].map(({ label }) => label)).toEqual([
      "0",
      "5-9",
      "90+",
    ]);
  });

  it("cannot be changed", () => {
    expect(Object.isFrozen(ageBand(5, 10))).toBe(true);
  });

  it("of everybody is 0+", () => {
    expect(allAges).toEqual({ from: 0, to: Number.POSITIVE_INFINITY, label: "0+" });
  });

  test.each([
    [-1, 5],
    [5, 5],
    [10, 5],
    [0.5, 5],
    [0, 4.5],
    [Number.NaN, 5],
    [0, Number.NaN],
  ])("refuses ages from %s to %s", (from, to) => {
    expect(() => ageBand(from, to)).toThrow(`[invalid-age] ageBand: invalid ages: from ${from} to ${to}`);
  });

  it("says how to write a band", () => {
    expect(() => ageBand(10, 5)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-age] ageBand: invalid ages: from 10 to 5
        Fix: Give whole years, 0 or more, with the first age above the band as the second argument: ageBand(85, 90).]
    `);
  });
});

describe("parseAge", () => {
  test.each([
    ["85-89", 85, 90],
    ["85 - 89", 85, 90],
    ["85–89", 85, 90],
    ["85 to 89", 85, 90],
    ["90+", 90, Number.POSITIVE_INFINITY],
    ["90 +", 90, Number.POSITIVE_INFINITY],
    ["90plus", 90, Number.POSITIVE_INFINITY],
    ["90 and over", 90, Number.POSITIVE_INFINITY],
    ["90 years and over", 90, Number.POSITIVE_INFINITY],
    ["90 or over", 90, Number.POSITIVE_INFINITY],
    ["90 years or over", 90, Number.POSITIVE_INFINITY],
    ["Aged 90 and Over", 90, Number.POSITIVE_INFINITY],
    ["Under 1", 0, 1],
    ["under 1 year", 0, 1],
    ["<1", 0, 1],
    ["< 16", 0, 16],
    ["0", 0, 1],
    [" 7 ", 7, 8],
    ["Age0", 0, 1],
    ["AGE 12", 12, 13],
    ["Age90plus", 90, Number.POSITIVE_INFINITY],
    ["65-74 years", 65, 75],
    ["0-4 Years", 0, 5],
    ["5-5", 5, 6],
    ["0+", 0, Number.POSITIVE_INFINITY],
  ])("reads %j", (text, from, to) => {
    expect(parseAge(text)).toEqual(ageBand(from, to));
  });

  test.each([
    "",
    " ",
    "All",
    "All ages",
    "Total",
    "age",
    "89-85",
    "Under 0",
    "<0",
    "-5",
    "5-",
    "1.5",
    "0-4.5",
    "1000",
    "85-89-94",
    "5 apples",
    "2022-2023",
    "65 over",
  ])("takes %j for no age", (text) => {
    expect(parseAge(text)).toBeNull();
  });

  test.each([ageBand(0, 1), ageBand(0, 5), ageBand(16, 65), ageBand(90, Number.POSITIVE_INFINITY), allAges])(
    "reads the label of $label back",
    (band) => {
      expect(parseAge(band.label)).toEqual(band);
    },
  );
});
