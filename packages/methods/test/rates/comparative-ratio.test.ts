import { explain, keep, sumOver, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparativeRatio, directRate } from "../../src/index.ts";
import { exposedByAge, old, standard, young } from "../exposed.ts";

/** Standardised rates by hand: 0.6 × 9/10,000 + 0.4 × 30/5,000 = 0.00294 in the reference, 0.0038 in the group. */
const reference = sumOver(exposedByAge(["r", young, 9, 10_000], ["r", old, 30, 5_000]), "area");
const example = exposedByAge(["a", young, 10, 10_000], ["a", old, 40, 5_000]);

const count = fc.integer({ min: 5, max: 400 });

describe("comparativeRatio", () => {
  it("divides the standardised rate of a group by that of the reference, with the limits of both", () => {
    const [row] = [...comparativeRatio(example, reference, standard)];
    expect(row).toMatchObject({ area: "a", events: 50, population: 15_000, missing: null });
    expect(row!.value).toBeCloseTo(0.0038 / 0.00294, 12);
    // R 4.2.2: Donner and Zou's formula on the qgamma limits of Fay and Feuer
    expect(row!.lower).toBeCloseTo(0.8358963581026299, 12);
    expect(row!.upper).toBeCloseTo(2.0089864090145162, 12);
  });

  it("takes the logarithm as normal where asked, and 100 for equal rates", () => {
    const [row] = [...comparativeRatio(example, reference, standard, { per: 100, limits: "logarithm" })];
    // R 4.2.2: 100*y1/y2*exp(c(-1, 1)*qnorm(.975)*sqrt(v1/y1^2 + v2/y2^2))
    expect(row!.lower).toBeCloseTo(84.82250048921257, 10);
    expect(row!.upper).toBeCloseTo(196.95248350839725, 10);
  });

  it("is the ratio of two direct rates, whatever the order of rows and the scale of the reference", () => {
    fc.assert(
      fc.property(count, count, count, count, fc.integer({ min: 2, max: 50 }), (a, b, c, d, k) => {
        const group = exposedByAge(["a", young, a, 9_000], ["a", old, b, 4_000]);
        const turned = exposedByAge(["a", old, b, 4_000], ["a", young, a, 9_000]);
        const theirs = exposedByAge(["r", old, c * k, 700 * k], ["r", young, d * k, 3_000 * k]);
        const rates = [group, theirs].map((table) => [...directRate(table, standard, { minimumEvents: 0 })][0]!.value!);
        const [found] = [...comparativeRatio(group, sumOver(theirs, "area"), standard)];
        const [other] = [...comparativeRatio(turned, sumOver(theirs, "area"), standard)];
        expect(found!.value! / (rates[0]! / rates[1]!)).toBeCloseTo(1, 12);
        expect(other!.upper! / found!.upper!).toBeCloseTo(1, 12);
        expect(found!.lower!).toBeLessThan(found!.value!);
      }),
    );
  });

  it("is 1 for an area that is the reference, or has its rates whatever its people", () => {
    const people = fc.integer({ min: 500, max: 90_000 });
    const share = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(count, count, people, people, share, share, (a, b, m, n, k, l) => {
        const theirs = sumOver(exposedByAge(["r", young, a, m], ["r", old, b, n]), "area");
        const same = exposedByAge(
          ["a", young, a, m],
          ["a", old, b, n],
          ["b", young, a * k, m * k],
          ["b", old, b * l, n * l],
        );
        for (const { value } of comparativeRatio(same, theirs, standard)) expect(value! - 1).toBeCloseTo(0, 13);
      }),
    );
  });

  it("meets a reference of each sex by sex", () => {
    const bySex = (area: string | null, factor: number) =>
      tableFromRows(
        ["male", "female"].flatMap((sex, s) =>
          [young, old].map((age) => ({
            ...(area === null ? {} : { area }),
            sex,
            age,
            events: 20 * (s + 1) * factor,
            population: 1_000,
          })),
        ) as readonly { area: string; sex: string; age: typeof young; events: number; population: number }[],
        { events: "count", population: "count" },
      );
    const rows = [...comparativeRatio(bySex("a", 3), bySex(null, 1) as never, standard)];
    expect(rows.map(({ sex, value }) => [sex, Number(value!.toFixed(10))])).toEqual([
      ["male", 3],
      ["female", 3],
    ]);
  });

  it("goes on past groups that cannot be compared, and says why each is missing", () => {
    const table = exposedByAge(
      ["few", young, 1, 900],
      ["few", old, 2, 90],
      ["fine", young, 10, 900],
      ["fine", old, 20, 90],
      ["gap", old, 20, 90],
      ["impossible", young, -1, 900],
      ["impossible", old, 20, 90],
      ["nobody", young, 10, 900],
      ["nobody", old, 20, 0],
      ["suppressed", young, "suppressed", 900],
      ["suppressed", old, 20, 90],
    );
    const found = comparativeRatio(table, reference, standard);
    expect([...found].map(({ area, missing }) => [area, missing])).toEqual([
      ["few", "too few events"],
      ["fine", null],
      ["gap", "incomplete"],
      ["impossible", "not available"],
      ["nobody", "no population"],
      ["suppressed", "suppressed"],
    ]);
    expect(found.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "band-missing: 1 groups lack a band of ages that others have, and have no ratio: gap  65+",
        "impossible-count: 1 groups have a count that is negative or infinite, and have no ratio: impossible  0-64",
        "band-without-people: 1 groups have a band of ages in which nobody lives, and have no ratio: nobody  65+",
      ]
    `);
  });

  it("has no ratio to a reference without events, without people or without a band", () => {
    const without = (e: number, n: number) => sumOver(exposedByAge(["r", young, e, 10_000], ["r", old, 0, n]), "area");
    const reasonOf = (theirs: typeof reference) => {
      const found = comparativeRatio(example, theirs, standard);
      return [[...found][0]!.missing, found.issues[0]!.code];
    };
    expect(reasonOf(without(0, 5_000))).toEqual(["not applicable", "reference-without-events"]);
    expect(reasonOf(without(9, 0))).toEqual(["no population", "reference-band-without-people"]);
    expect(reasonOf(without(-9, 10))).toEqual(["not available", "reference-count-impossible"]);
    expect(reasonOf(sumOver(exposedByAge(["r", young, 9, 10_000]), "area"))).toEqual([
      "incomplete",
      "reference-band-missing",
    ]);
  });

  it("has no upper limit where the reference may be 0, nor limits by the logarithm without events", () => {
    const rare = sumOver(exposedByAge(["r", young, 0, 1e12], ["r", old, 1, 5_000]), "area");
    const [row] = [...comparativeRatio(example, rare, standard)];
    expect(row!.upper).toBeGreaterThan(row!.value!);
    const none = exposedByAge(["a", young, 0, 10_000], ["a", old, 0, 5_000]);
    const [log] = [...comparativeRatio(none, reference, standard, { minimumEvents: 0, limits: "logarithm" })];
    expect(log).toMatchObject({ value: 0, lower: null, upper: null });
    const [gamma] = [...comparativeRatio(none, reference, standard, { minimumEvents: 0 })];
    expect(gamma).toMatchObject({ value: 0, lower: 0 });
    expect(gamma!.upper).toBeGreaterThan(0);
  });

  it("says what was done, and where both came from", () => {
    const sourced = comparativeRatio(example, reference, standard, { per: 100 });
    expect(explain(sourced)).toContain(
      "directly standardised to the Two Bands (typed in), as a ratio to the reference per 100; 95% limits recovered from those of Fay and Feuer; no ratio below 10 events; reference met by age",
    );
  });

  it("refuses a reference with a key that the table lacks, other bands, and options that cannot be", () => {
    const byArea = exposedByAge(["r", young, 9, 10_000], ["r", old, 30, 5_000]);
    const noArea = sumOver(example, "area");
    expect(() => comparativeRatio(noArea, byArea, standard)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] comparativeRatio: the table must have every key of the reference; it has no area
        Fix: Keep one area of the reference and drop the key, or sum over it: sumOver(reference, "area").]
    `);
    expect(() => comparativeRatio(example, reference, standard, { level: 95 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] comparativeRatio: invalid level: 95
        Fix: Give a coverage between 0 and 1, such as 0.95.]
    `);
    expect(() => comparativeRatio(example, reference, standard, { limits: "exact" as never })).toThrow(
      "[invalid-option]",
    );
    expect(() => comparativeRatio(example, reference, standard, { per: 0 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] comparativeRatio: invalid per: 0
        Fix: Give a number above 0, such as 100_000.]
    `);
  });

  it("is empty for an empty table", () => {
    const empty = keep(example, { area: () => false });
    expect([...comparativeRatio(empty, reference, standard)]).toEqual([]);
  });
});
