import { explain, only, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { percentage, samplePercentage } from "../../src/index.ts";

const survey = tableFromRows(
  [
    { area: "all", yes: 3, asked: 10 },
    { area: "few", yes: 320, asked: 800 },
    { area: "more", yes: 6, asked: 20 },
    { area: "nobody", yes: 0, asked: 0 },
    { area: "suppressed", yes: "suppressed", asked: 20 },
    { area: "unheard", yes: 5, asked: 20 },
    { area: "withheld", yes: 5, asked: 20 },
  ],
  { yes: "count", asked: "count" },
);
const people = tableFromRows(
  [
    { area: "withheld", people: "suppressed" },
    { area: "more", people: 15 },
    { area: "few", people: 1_000 },
    { area: "all", people: 10 },
    { area: "nobody", people: 10 },
    { area: "suppressed", people: 100 },
  ],
  { people: "count" },
);
const yes = only(survey, "yes");
const asked = only(survey, "asked");
const published = { deviate: 1.96, limits: "normal", form: "(N - n)/(N - 1)", root: "twice" } as const;

describe("samplePercentage", () => {
  it("narrows the limits by the part of the people that was asked", () => {
    const row = [...samplePercentage(yes, asked, people)][1]!;
    const plain = [...percentage(yes, asked)][1]!;
    expect(row).toMatchObject({ value: 40, events: 320, population: 800, missing: null });
    expect(row.lower).toBeGreaterThan(plain.lower!);
    // by hand: Wilson's limits of 1,600 among 800 ÷ (1 − 0.8) = 4,000 people, z = 1.959964
    const [z2, n, x] = [1.959963984540054 ** 2, 4_000, 1_600];
    const reach = 1.959963984540054 * Math.sqrt(z2 + 4 * x * (1 - x / n));
    expect(row.upper).toBeCloseTo((100 * (2 * x + z2 + reach)) / (2 * (n + z2)), 10);
  });

  it("gives the published limits where the root was taken twice", () => {
    // by hand: 1.96 × √(40 × 60 / 800 × √(200/999)) = 2.2709, where the textbook has 1.96 × √(40 × 60 / 800 × 200/999) = 1.5190
    const twice = [...samplePercentage(yes, asked, people, published)][1]!;
    expect(twice.upper! - 40).toBeCloseTo(1.96 * Math.sqrt(3 * Math.sqrt(200 / 999)), 10);
    const once = [...samplePercentage(yes, asked, people, { ...published, root: "once" })][1]!;
    expect(once.upper! - 40).toBeCloseTo(1.96 * Math.sqrt((3 * 200) / 999), 10);
  });

  it("has no width where all were asked, or more than there were thought to be", () => {
    const found = samplePercentage(yes, asked, people);
    const rows = [...found];
    expect(rows[0]).toMatchObject({ value: 30, lower: 30, upper: 30 });
    expect(rows[2]).toMatchObject({ value: 30, lower: 30, upper: 30 });
    expect(found.issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "more-asked-than-people: 1 groups have fewer people than were asked, and limits as if all had been asked: more",
    ]);
  });

  it("keeps the value where people are not known, and says why there are no limits", () => {
    const rows = [...samplePercentage(yes, asked, people)].slice(3);
    expect(rows.map(({ area, value, lower, missing }) => [area, value, lower, missing])).toEqual([
      ["nobody", null, null, "no population"],
      ["suppressed", null, null, "suppressed"],
      ["unheard", 25, null, "unknown"],
      ["withheld", 25, null, "suppressed"],
    ]);
  });

  it("goes on past a number of people that cannot be", () => {
    const odd = tableFromRows(
      [
        { area: "few", people: -5 },
        { area: "all", people: 12 },
      ],
      { people: "count" },
    );
    const found = samplePercentage(yes, asked, odd);
    expect([...found][1]).toMatchObject({ value: 40, lower: null, missing: "not available" });
    expect([...found][0]!.upper).toBeGreaterThan(30);
    expect(found.issues[0]!.message).toBe(
      "1 groups have a number of people that is negative or infinite, and no limits: few",
    );
  });

  it("goes on past a count that cannot be", () => {
    const odd = tableFromRows(
      [
        { area: "few", yes: -3, asked: 800 },
        { area: "all", yes: 3, asked: 10 },
      ],
      { yes: "count", asked: "count" },
    );
    const found = samplePercentage(only(odd, "yes"), only(odd, "asked"), people);
    expect([...found].map(({ value, missing }) => [value, missing])).toEqual([
      [null, "not available"],
      [30, null],
    ]);
    expect(found.issues[0]!.code).toBe("impossible-count");
  });

  it("says what was done", () => {
    expect(explain(samplePercentage(yes, asked, people))).toContain(
      "percentage of those asked; 95% limits by Wilson's score method; corrected for the part of the population that was asked by √(1 − n/N)",
    );
    expect(explain(samplePercentage(yes, asked, people, { ...published, convention: "theirs" }))).toContain(
      "95% normal limits with z = 1.96; corrected for the part of the population that was asked by √((N − n)/(N − 1)); its square root taken twice, as published; by the convention theirs",
    );
  });

  it("refuses parts above the whole, people counted by other keys, and options that cannot be", () => {
    expect(() => samplePercentage(asked, yes as never, people)).toThrow("[part-above-whole]");
    const byYear = tableFromRows([{ area: "few", year: "2020", people: 9 }], { people: "count" });
    expect(() => samplePercentage(yes, asked, byYear as never)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] samplePercentage: people are counted by year, and those asked are not
        Fix: Sum over it: sumOver(people, "year").]
    `);
    expect(() => samplePercentage(yes, asked, people, { level: 95 })).toThrow("[invalid-option]");
    expect(() => samplePercentage(yes, asked, people, { deviate: -1 })).toThrow("[invalid-option]");
    expect(() => samplePercentage(yes, asked, people, { root: "thrice" as never })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] samplePercentage: invalid root: thrice
        Fix: Give one of "once", "twice".]
    `);
  });
});
