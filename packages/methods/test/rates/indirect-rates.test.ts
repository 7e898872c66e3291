import { ageBand, fromSource, keep, sourcesOf, sumOver, tableFromRows, where } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crudeRate, indirectRate, indirectRatio } from "../../src/index.ts";
import { exposedByAge, old, young } from "../exposed.ts";

/** 10 events in 1,000 people under 65 (rate 0.01), 80 in 1,000 from 65 (rate 0.08). */
const reference = sumOver(exposedByAge(["r", young, 10, 1000], ["r", old, 80, 1000]), "area");
/** Expected 20 and 40 by hand: 2,000 × 0.01 and 500 × 0.08. */
const example = exposedByAge(["a", young, 30, 2000], ["a", old, 42, 500]);

const strata = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }));

describe("indirectRatio", () => {
  it("divides the events observed by those expected at the rates of the reference", () => {
    const [row] = [...indirectRatio(example, reference)];
    expect(row).toMatchObject({ area: "a", events: 72, population: 2500, missing: null });
    expect(row!.expected).toBeCloseTo(60, 12); // by hand, 20 + 40
    expect(row!.value).toBeCloseTo(1.2, 12); // 72 ÷ 60
    // Byar's lower limit of 72 events, by hand: 72 (1 − 1/648 − 1.959964/(3√72))³ = 56.3348, ÷ 60.
    expect(row!.lower).toBeCloseTo(0.93889, 4);
  });

  it("agrees with PHEindicatormethods 2.1.0, calculate_ISRatio", () => {
    // One band: 9 events in 3,283 people, 28,324 in 5,715,062 of the reference.
    const one = exposedByAge(["a", young, 9, 3283]);
    const theirs = sumOver(exposedByAge(["r", young, 28_324, 5_715_062]), "area");
    const [ratio] = [...indirectRatio(one, theirs)];
    expect(ratio!.expected).toBeCloseTo(16.270635734135517, 12);
    const [rate] = [...indirectRate(one, theirs)];
    expect(rate!.value).toBeCloseTo(274.1395065488882, 9);
    expect(rate!.lower).toBeCloseTo(125.35403890887399, 9);
    expect(rate!.upper).toBeCloseTo(520.4021764063104, 9);
  });

  it("is 1 for an area that equals the reference, and 100 where that is asked for", () => {
    fc.assert(
      fc.property(strata, strata, ([a, b], [m, n]) => {
        const area = exposedByAge(["a", young, a, m * 10], ["a", old, b, n * 10]);
        const itself = sumOver(area, "area");
        const [row] = [...indirectRatio(area, itself)];
        expect(row!.value).toBeCloseTo(1, 12);
        expect([...indirectRatio(area, itself, { per: 100 })][0]!.value).toBeCloseTo(100, 10);
      }),
    );
  });

  it("does not depend on the size of the reference nor on the order of rows in either", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 500 }), ([a, b], k) => {
        const area = exposedByAge(["a", young, a, 2000], ["a", old, b, 500]);
        const turned = exposedByAge(["a", old, b, 500], ["a", young, a, 2000]);
        const larger = sumOver(exposedByAge(["r", old, 80 * k, 1000 * k], ["r", young, 10 * k, 1000 * k]), "area");
        const [one] = [...indirectRatio(area, reference)];
        const [other] = [...indirectRatio(turned, larger)];
        expect(other!.value! / one!.value!).toBeCloseTo(1, 12);
        expect(other!.upper! / one!.upper!).toBeCloseTo(1, 12);
      }),
    );
  });

  it("meets the reference by sex too where it has one, and keeps every key except age", () => {
    const bySex = (rows: readonly (readonly [string, number, number])[]) =>
      tableFromRows(
        rows.map(([sex, events, population]) => ({ area: "a", sex, age: ageBand(0, 65), events, population })),
        { events: "count", population: "count" },
      );
    const area = bySex([
      ["male", 20, 1000],
      ["female", 20, 1000],
    ]);
    const theirs = sumOver(
      bySex([
        ["female", 10, 1000],
        ["male", 40, 1000],
      ]),
      "area",
    );
    const ratios = indirectRatio(area, theirs);
    expect(Object.keys(ratios.keys)).toEqual(["area", "sex"]);
    expect([...ratios].map(({ sex, value }) => [sex, value])).toEqual([
      ["male", 0.5],
      ["female", 2],
    ]);
  });

  it("is 0 from 0 without events, and lies below its upper limit", () => {
    const [row] = [...indirectRatio(exposedByAge(["a", young, 0, 100], ["a", old, 0, 100]), reference)];
    expect(row).toMatchObject({ value: 0, lower: 0 });
    expect(row!.upper).toBeCloseTo(Math.log(40) / 9, 12); // −ln 0.025 over 1 + 8 expected events
  });

  it("is missing in a group that cannot be standardised, says why, and goes on with the others", () => {
    const uneven = exposedByAge(
      ["lacks", young, 5, 1000],
      ["empty", young, 0, 0],
      ["empty", old, 0, 0],
      ["astray", young, 1, 0],
      ["astray", old, 8, 100],
      ["whole", young, 10, 1000],
      ["whole", old, 0, 0],
    );
    const ratios = indirectRatio(uneven, reference);
    expect([...ratios].map(({ area, value, missing }) => [area, value, missing])).toEqual([
      ["lacks", null, "incomplete"],
      ["empty", null, "no population"],
      ["astray", 1.125, null], // 9 observed, 8 expected
      ["whole", 1, null],
    ]);
    expect(ratios.issues.map(({ message }) => message)).toEqual([
      "1 groups lack a band of ages that others have, and are not standardised: lacks  0-64",
      "1 groups have no people, and are not standardised: empty  0-64",
      "1 groups have events in a band of ages in which nobody lives; the events are counted: astray  0-64",
    ]);
  });

  it("is missing where the reference lacks a band, or people in it, or any event", () => {
    const under65 = exposedByAge(["b", young, 5, 1000], ["b", old, 5, 0]);
    const both = exposedByAge(["a", young, 5, 1000], ["a", old, 5, 1000]);
    const found = (area: typeof both, theirs: typeof both) => {
      const ratios = indirectRatio(area, sumOver(theirs, "area"));
      return [...[...ratios].map(({ missing }) => missing), ...ratios.issues.map(({ code }) => code)];
    };
    expect(found(both, exposedByAge(["r", young, 1, 100]))).toEqual(["incomplete", "reference-band-missing"]);
    expect(found(both, exposedByAge(["r", young, 1, 100], ["r", old, 0, 0]))).toEqual([
      "no population",
      "reference-band-without-people",
    ]);
    expect(found(under65, exposedByAge(["r", young, 1, 100], ["r", old, 0, 0]))).toEqual([
      null,
      "events-without-people",
    ]);
    expect(found(both, exposedByAge(["r", young, 0, 100], ["r", old, 0, 100]))).toEqual([
      "not applicable",
      "nothing-expected",
    ]);
  });

  it("is missing where a count cannot be, and goes on with the other groups", () => {
    const odd = exposedByAge(["a", young, -1, 1000], ["a", old, 5, 100], ["b", young, 10, 1000], ["b", old, 8, 100]);
    const ratios = indirectRatio(odd, reference);
    expect([...ratios].map(({ area, value, missing }) => [area, value, missing])).toEqual([
      ["a", null, "not available"],
      ["b", 1, null],
    ]);
    expect(ratios.issues.map(({ message }) => message)).toEqual([
      "1 groups have a count that is negative or infinite, and are not standardised: a  0-64",
    ]);
    const theirs = sumOver(exposedByAge(["r", young, -1, 100], ["r", old, 1, 100]), "area");
    expect(indirectRatio(example, theirs).issues.map(({ code }) => code)).toEqual(["reference-count-impossible"]);
  });

  it("passes on why a count is missing, of the group or of the reference", () => {
    const some = exposedByAge(["a", young, "suppressed", 1000], ["a", old, 50, 1000]);
    const [row] = [...indirectRatio(some, reference)];
    expect(row).toMatchObject({ value: null, events: null, missing: "suppressed" });
    expect(row!.expected).toBeCloseTo(90, 12);
    const unknown = sumOver(exposedByAge(["r", young, 1, 100], ["r", old, "not available", 100]), "area");
    expect([...indirectRatio(example, unknown)][0]).toMatchObject({ value: null, missing: "not available" });
  });

  it("leaves out of the reference the ages that the table leaves out", () => {
    const under65 = keep(example, { age: (age) => age.to <= 65 });
    expect([...indirectRatio(under65, reference)][0]!.expected).toBeCloseTo(20, 12);
    // The crude rate of the reference is then that of its people under 65, 1,000 per 100,000.
    expect([...indirectRate(under65, reference)][0]!.value).toBeCloseTo(1500, 9);
  });

  it("gives an empty table for an empty one", () => {
    const nobody = where(example, () => false);
    expect([...indirectRatio(nobody, reference)]).toEqual([]);
    expect([...indirectRate(nobody, reference)]).toEqual([]);
  });

  it("refuses a reference of other bands or with a key that the table lacks", () => {
    const other = sumOver(exposedByAge(["r", ageBand(0, 16), 1, 10]), "area");
    expect(() => indirectRatio(example, other)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [bands-differ] indirectRatio: the table and the reference must have the same bands of ages; they share none: 0-64, 65+ against 0-15
        Fix: Bring both to common bands first: into(exposed, bands).]
    `);
    expect(() => indirectRatio(sumOver(example, "area"), example)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] indirectRatio: the table must have every key of the reference; it has no area
        Fix: Keep one area of the reference and drop the key, or sum over it: sumOver(reference, "area").]
    `);
  });

  it("refuses a scale and a coverage that cannot be", () => {
    expect(() => indirectRatio(example, reference, { per: 0 })).toThrow(
      "[invalid-option] indirectRatio: invalid per: 0",
    );
    expect(() => indirectRate(example, reference, { level: 95 })).toThrow(
      "[invalid-option] indirectRate: invalid level: 95",
    );
  });

  it("says in its step what was done, and names the files of the reference", () => {
    const read = {
      ...reference,
      provenance: fromSource({
        id: "deaths",
        title: "Deaths",
        publisher: "test",
        edition: "1",
        licence: "none",
        file: "deaths.csv",
        sha256: "0".repeat(64),
        evidence: "observed",
      }),
    };
    const { provenance, measures } = indirectRatio(example, read, { per: 100 });
    expect(provenance.steps).toEqual([
      "indirectly standardised ratio per 100; 95% limits of the count, exact below 10 events and Byar's from 10; reference met by age",
    ]);
    expect(sourcesOf(provenance).map(({ id }) => id)).toEqual(["deaths"]);
    expect([measures.value.kind, measures.expected.kind]).toEqual(["ratio", "count"]);
  });
});

describe("indirectRate", () => {
  it("is the ratio times the crude rate of the reference, with its limits", () => {
    const [ratio] = [...indirectRatio(example, reference)];
    const [rate] = [...indirectRate(example, reference, { per: 1000 })];
    // The crude rate of the reference is 90 in 2,000, 45 per 1,000.
    expect(rate!.value).toBeCloseTo(54, 10);
    expect(rate!.lower).toBeCloseTo(ratio!.lower! * 45, 10);
    expect(rate!.upper).toBeCloseTo(ratio!.upper! * 45, 10);
  });

  it("is the crude rate of an area that equals the reference", () => {
    const area = exposedByAge(["a", young, 12, 3000], ["a", old, 31, 700]);
    const [rate] = [...indirectRate(area, sumOver(area, "area"))];
    const [crude] = [...crudeRate(sumOver(area, "age"))];
    expect(rate!.value).toBeCloseTo(crude!.value!, 9);
    expect(rate!.upper).toBeCloseTo(crude!.upper!, 9);
  });
});
