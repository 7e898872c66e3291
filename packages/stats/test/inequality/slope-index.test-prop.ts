import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, slopeIndex } from "../../src/index.ts";

const group = fc.record({
  value: fc.double({ min: 1, max: 1e6, noNaN: true }),
  people: fc.double({ min: 1, max: 1e9, noNaN: true }),
  error: fc.double({ min: 1e-3, max: 10, noNaN: true }),
});
const groups = fc.array(group, { minLength: 3, maxLength: 10 });
type Groups = readonly { readonly value: number; readonly people: number; readonly error: number }[];

const of = (all: Groups, options = {}) =>
  slopeIndex(
    all.map(({ value }) => value),
    all.map(({ people }) => people),
    { standardErrors: all.map(({ error }) => error), scale: "linear" },
    options,
  );

describe("slopeIndex", () => {
  it("does not depend on how many people there are in all, and carries the scale of the values", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const index = of(all);
        const crowded = of(all.map((one) => ({ ...one, people: one.people * 4 })));
        expect(crowded.absolute).toEqual(index.absolute); // powers of 2 lose no digit
        const doubled = of(all.map((one) => ({ ...one, value: one.value * 2, error: one.error * 2 })));
        expect(doubled.absolute.value).toBe(index.absolute.value * 2);
        expect(doubled.ratio.value).toBe(index.ratio.value);
      }),
    );
  });

  it("turns its sign when the order of the groups is turned", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const [forth, back] = [of(all), of(all.toReversed())];
        const slack = 1e-6 * Math.max(1, ...all.map(({ value }) => value));
        expect(Math.abs(forth.absolute.value + back.absolute.value)).toBeLessThan(slack);
        expect(Math.abs(forth.absolute.lower + back.absolute.upper)).toBeLessThan(slack);
      }),
    );
  });

  it("has limits on both sides that widen with the level", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const [narrow, wide] = [of(all, { level: 0.9 }).absolute, of(all, { level: 0.99 }).absolute];
        expect(wide.lower).toBeLessThan(narrow.lower);
        expect(narrow.lower).toBeLessThan(narrow.value);
        expect(narrow.value).toBeLessThan(narrow.upper);
        expect(narrow.upper).toBeLessThan(wide.upper);
      }),
    );
  });

  it("adds up over values: the index of a sum is the sum of the indices", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const shifted = of(all.map((one, i) => ({ ...one, value: one.value + 10 * i })));
        const slope = of(all.map((one, i) => ({ ...one, value: 10 * i })));
        const slack = 1e-6 * Math.max(1, ...all.map(({ value }) => value));
        expect(Math.abs(shifted.absolute.value - of(all).absolute.value - slope.absolute.value)).toBeLessThan(slack);
      }),
    );
  });

  it("covers the true index as often as it says, and Fieller the true ratio", () => {
    const { normal } = createRandom(11);
    const truth = [100, 90, 80, 70, 60];
    const people = [10, 20, 30, 25, 15];
    const standardErrors = [6, 4, 3, 4, 6];
    const ideal = slopeIndex(truth, people, null);
    const runs = 4_000;
    let [index, ratio] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const drawn = truth.map((value, i) => value + standardErrors[i]! * normal());
      const found = slopeIndex(drawn, people, { standardErrors, scale: "linear" });
      if (found.absolute.lower <= ideal.absolute.value && ideal.absolute.value <= found.absolute.upper) index++;
      if (found.ratio.lower <= ideal.ratio.value && ideal.ratio.value <= found.ratio.upper) ratio++;
    }
    const chance = 4 * Math.sqrt((0.95 * 0.05) / runs);
    expect(Math.abs(index / runs - 0.95)).toBeLessThan(chance);
    expect(Math.abs(ratio / runs - 0.95)).toBeLessThan(chance);
  });

  it("keeps its digits for values and people as small as 1e-9 and as large as 1e9", () => {
    const values = [5, 4, 4, 2, 1];
    const errors = [0.5, 0.4, 0.3, 0.2, 0.1];
    const people = [10, 20, 30, 25, 15];
    const plain = slopeIndex(values, people, { standardErrors: errors, scale: "linear" });
    for (const scale of [1e-9, 1e-3, 1e3, 1e9])
      for (const crowd of [1e-9, 1e9]) {
        const found = slopeIndex(
          values.map((value) => value * scale),
          people.map((n) => n * crowd),
          { standardErrors: errors.map((error) => error * scale), scale: "linear" },
        );
        expect(found.absolute.upper / scale / plain.absolute.upper).toBeCloseTo(1, 12);
        expect(found.ratio.lower / plain.ratio.lower).toBeCloseTo(1, 12);
        expect(found.relativeToMean.lower / plain.relativeToMean.lower).toBeCloseTo(1, 12);
      }
  });

  it("takes shares of 0 and 1 on a linear scale, and certain values, whose limits meet", () => {
    const certain = { standardErrors: [0, 0, 0], scale: "linear" } as const;
    const { absolute, ratio } = slopeIndex([1, 0.5, 0], [1, 1, 1], certain);
    expect([absolute.lower, absolute.upper]).toEqual([absolute.value, absolute.value]);
    expect(absolute.value).toBeCloseTo(-1.5, 12); // by hand: thirds at 1/6, 1/2, 5/6, so 1 in two thirds of the ranks
    expect(ratio.lower).toBeCloseTo(ratio.value, 12); // (0.5 − 0.75) ÷ (0.5 + 0.75)
    expect(ratio.value).toBeCloseTo(-0.2, 12);
  });

  it("covers the true index as often as it says where limits are simulated", () => {
    const { normal } = createRandom(12);
    const truth = [100, 90, 80, 70, 60];
    const people = [10, 20, 30, 25, 15];
    const standardErrors = [0.09, 0.06, 0.05, 0.06, 0.1];
    const ideal = slopeIndex(truth, people, null);
    const runs = 400;
    let within = 0;
    for (let run = 0; run < runs; run++) {
      const drawn = truth.map((value, i) => value * Math.exp(standardErrors[i]! * normal()));
      const { absolute } = slopeIndex(drawn, people, { standardErrors, scale: "log" }, { draws: 2_000, seed: run });
      if (absolute.lower <= ideal.absolute.value && ideal.absolute.value <= absolute.upper) within++;
    }
    expect(Math.abs(within / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / runs));
  });
});
