import { ageBands, evenAgeBands, fromSource, keep, sourcesOf, tableFromRows, where } from "@popneeds/core";
import { esp2013, regroupStandard } from "@popneeds/population";
import { fayFeuerLimits } from "@popneeds/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crudeRate, directRate } from "../../src/index.ts";
import { exposedByAge, old, standard, young } from "../exposed.ts";

const example = exposedByAge(["a", young, 10, 10_000], ["a", old, 40, 5_000]);

describe("directRate", () => {
  it("weights the rate of each age by the standard", () => {
    const [row] = [...directRate(example, standard)];
    // calculate_dsr of PHEindicatormethods 2.1.0: 380 (281.4802 to 501.6617).
    expect(row).toMatchObject({ area: "a", events: 50, population: 15_000, missing: null });
    expect(row!.value).toBeCloseTo(380, 10);
    expect(row!.lower).toBeCloseTo(281.480241658279, 8);
    expect(row!.upper).toBeCloseTo(501.661666629032, 8);
  });

  it("meets the standard by band, whatever the order of the rows", () => {
    const turned = exposedByAge(["a", old, 40, 5_000], ["a", young, 10, 10_000]);
    expect([...directRate(turned, standard)]).toEqual([...directRate(example, standard)]);
  });

  it("is the crude rate where the rates of all ages are alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 90 }), (rate, size) => {
        const flat = exposedByAge(["a", young, rate * 10, 1000], ["a", old, rate * size, size * 100]);
        const [direct] = [...directRate(flat, standard)];
        expect(direct!.value).toBeCloseTo(rate * 1000, 6);
      }),
    );
  });

  it("does not depend on the scale of the standard", () => {
    const scaled = { ...standard, weights: standard.weights.map((weight) => weight * 7) };
    const [one] = [...directRate(example, standard)];
    const [other] = [...directRate(example, scaled)];
    expect(other!.value).toBeCloseTo(one!.value!, 10);
    expect(other!.upper).toBeCloseTo(one!.upper!, 10);
  });

  it("leaves out of the standard the ages that the table leaves out", () => {
    const under65 = directRate(keep(example, { age: (age) => age.to <= 65 }), standard);
    const crude = crudeRate(keep(example, { age: (age) => age.to <= 65 }));
    expect([...under65][0]!.value).toBeCloseTo([...crude][0]!.value!, 10);
  });

  it("withholds a rate that rests on too few events, and keeps the counts", () => {
    const few = exposedByAge(["a", young, 4, 1000], ["a", old, 5, 1000], ["b", young, 5, 1000], ["b", old, 5, 1000]);
    expect(
      [...directRate(few, standard)].map(({ area, value, lower, events, missing }) => [
        area,
        value,
        lower,
        events,
        missing,
      ]),
    ).toEqual([
      ["a", null, null, 9, "too few events"],
      ["b", 500, expect.any(Number), 10, null],
    ]);
    const none = exposedByAge(["a", young, 0, 1000], ["a", old, 0, 1000]);
    expect([...directRate(none, standard, { minimumEvents: 0 })][0]).toMatchObject({
      value: 0,
      lower: null,
      upper: null,
    });
  });

  it("has no rate where nobody lives in a band, or a band has no row; the other groups go on", () => {
    const uneven = exposedByAge(
      ["a", young, 50, 1000],
      ["a", old, 0, 0],
      ["b", young, 50, 1000],
      ["c", young, 50, 1000],
      ["c", old, 50, 1000],
    );
    const rates = directRate(uneven, standard);
    expect([...rates].map(({ area, value, missing }) => [area, value, missing])).toEqual([
      ["a", null, "no population"],
      ["b", null, "incomplete"],
      ["c", 5000, null],
    ]);
    expect(rates.issues.map(({ code, message }) => [code, message])).toEqual([
      ["band-missing", "1 groups lack a band of ages that others have, and have no standardised rate: b  0-64"],
      [
        "band-without-people",
        "1 groups have a band of ages in which nobody lives, and have no standardised rate: a  65+",
      ],
    ]);
  });

  it("passes on why a count is missing", () => {
    const some = exposedByAge(["a", young, "suppressed", 1000], ["a", old, 50, 1000]);
    expect([...directRate(some, standard)][0]).toMatchObject({ value: null, events: null, missing: "suppressed" });
  });

  it("gives an empty table for an empty one", () => {
    expect([
      ...directRate(
        where(example, () => false),
        standard,
      ),
    ]).toEqual([]);
  });

  it("refuses ages that cut through the standard's bands", () => {
    expect(() => directRate(example, esp2013)).not.toThrow();
    const cut = tableFromRows(
      ageBands(0, 16).map((age) => ({ area: "a", age, events: 20, population: 1000 })),
      { events: "count", population: "count" },
    );
    expect(() => directRate(cut, esp2013)).toThrow("[standard-cut]");
    const single = tableFromRows(
      evenAgeBands({ by: 1, to: 90 }).map((age) => ({ area: "a", age, events: 20, population: 1000 })),
      { events: "count", population: "count" },
    );
    expect(() => directRate(single, esp2013)).toThrow("Fix: Sum the counts into wider bands first");
  });

  it("keeps every key except age", () => {
    const rates = directRate(example, standard);
    expect(Object.keys(rates.keys)).toEqual(["area"]);
  });

  it("names the standard, the scale and the limits, and the file of a standard that was read", () => {
    const read = {
      ...standard,
      provenance: fromSource({
        id: "standards",
        title: "Standards",
        publisher: "test",
        edition: "1",
        licence: "none",
        file: "standards.csv",
        sha256: "0".repeat(64),
        evidence: "observed",
      }),
    };
    const { provenance } = directRate(example, read, { per: 1000 });
    expect(provenance.steps).toEqual([
      "directly standardised to the Two Bands (typed in) in ages 0-64, 65+; per 1,000; 95% limits by Byar and Dobson; no rate below 10 events",
    ]);
    expect(sourcesOf(provenance).map(({ id }) => id)).toEqual(["standards"]);
    expect(directRate(example, standard).provenance.inputs).toEqual([]);
  });
});

describe("policies of directRate", () => {
  const gaps = exposedByAge(
    ["a", young, 10, 10_000],
    ["a", old, 40, 5_000],
    ["b", young, 30, 10_000],
    ["c", young, 20, 10_000],
    ["c", old, 4, 0],
    ["d", young, -20, 10_000],
    ["d", old, 40, 5_000],
  );
  const valuesOf = (table: Iterable<{ area: string; value: number | null; missing: string | null }>) =>
    [...table].map(({ area, value, missing }) => [area, value, missing]);

  it("withhold what has gaps or cannot be, and let the others go on", () => {
    const rates = directRate(gaps, standard);
    expect(valuesOf(rates)).toEqual([
      ["a", 380, null],
      ["b", null, "incomplete"],
      ["c", null, "no population"],
      ["d", null, "not available"],
    ]);
    expect(rates.issues.map(({ code, message }) => [code, message])).toEqual([
      ["band-missing", "1 groups lack a band of ages that others have, and have no standardised rate: b  0-64"],
      [
        "band-without-people",
        "1 groups have a band of ages in which nobody lives, and have no standardised rate: c  65+",
      ],
      [
        "impossible-count",
        "1 groups have a count that is negative or infinite, and have no standardised rate: d  0-64",
      ],
    ]);
  });

  it("leave out bands that a group lacks or in which nobody lives, where asked", () => {
    const rates = directRate(gaps, standard, { missingBands: "leave out", emptyRows: "leave out" });
    // b and c are left with one band: its crude rate
    expect(valuesOf(rates).slice(0, 3)).toEqual([
      ["a", 380, null],
      ["b", 300, null],
      ["c", 200, null],
    ]);
    expect(rates.provenance.steps.at(-1)).toContain("bands without people left out; bands that a group lacks left out");
  });

  it("take as many people as there were events, where asked", () => {
    const [, , c] = valuesOf(directRate(gaps, standard, { emptyRows: "count as people" }));
    // by hand: (60,000 × 20/10,000 + 40,000 × 4/4) ÷ 100,000 × 100,000
    expect(c).toEqual(["c", 60_000 * 0.002 + 40_000, null]);
  });

  it("place the limits as asked, and say so", () => {
    const gamma = directRate(example, standard, { limits: "fay-feuer" });
    expect(gamma.provenance.steps.at(-1)).toContain("95% limits by Fay and Feuer");
    const [row] = [...gamma];
    // fayFeuerLimits of @popneeds/stats, checked there against epitools
    expect(row!.upper).toBeCloseTo(fayFeuerLimits([10, 40], [10_000, 5_000], [60_000, 40_000]).upper, 8);
  });

  it("do not let the order of the rows touch a digit", () => {
    const bands = evenAgeBands({ by: 5, to: 90 });
    const rows = bands.map((age, i) => ["a", age, 7 + 3 * i, 991 + 17 * i] as const);
    const forth = [...directRate(exposedByAge(...rows), esp2013Of(bands))];
    const back = [...directRate(exposedByAge(...rows.toReversed()), esp2013Of(bands))];
    expect(back).toEqual(forth);
  });
});

const esp2013Of = (bands: ReturnType<typeof evenAgeBands>) => regroupStandard(esp2013, bands);
