import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentrationIndex, giniCoefficient } from "../../src/index.ts";

const group = fc.record({
  value: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  people: fc.integer({ min: 1, max: 1_000_000_000 }),
});
const groups = fc.array(group, { minLength: 3, maxLength: 9 });
type Groups = readonly { readonly value: number; readonly people: number }[];

const of = (all: Groups, form: "standard" | "generalised" | "erreygers" | "wagstaff" = "standard") =>
  concentrationIndex(
    all.map(({ value }) => value),
    all.map(({ people }) => people),
    { form },
  );

describe("concentrationIndex", () => {
  it("turns its sign with the order of the groups, and does not depend on how many people there are in all", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const { value, standardError } = of(all);
        const back = of(all.toReversed());
        expect(back.value).toBeCloseTo(-value, 10);
        expect(back.standardError).toBeCloseTo(standardError, 8);
        expect(of(all.map((one) => ({ ...one, people: one.people * 4 }))).value).toBe(value);
      }),
    );
  });

  it("lies within the Gini coefficient, and is it where groups stand in order of their values", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const gini = giniCoefficient(
          all.map(({ value }) => value),
          all.map(({ people }) => people),
        );
        expect(Math.abs(of(all).value)).toBeLessThanOrEqual(gini + 1e-12);
        expect(of(all.toSorted((a, b) => a.value - b.value)).value).toBeCloseTo(gini, 10);
      }),
    );
  });

  it("carries the scale of the values in the generalised form alone", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const half = all.map((one) => ({ ...one, value: one.value / 2 }));
        expect(of(half).value).toBeCloseTo(of(all).value, 12);
        expect(of(half, "generalised").value).toBeCloseTo(of(all, "generalised").value / 2, 12);
      }),
    );
  });

  it("splits nobody: a group in two halves of one value leaves it as it is", () => {
    fc.assert(
      fc.property(groups, fc.nat(), (all, place) => {
        const at = place % all.length;
        const doubled = all.map((one) => ({ ...one, people: one.people * 2 }));
        const split = doubled.flatMap((one, i) =>
          i === at
            ? [
                { ...one, people: one.people / 2 },
                { ...one, people: one.people / 2 },
              ]
            : [one],
        );
        for (const form of ["standard", "erreygers", "wagstaff"] as const)
          expect(of(split, form).value).toBeCloseTo(of(doubled, form).value, 10);
      }),
    );
  });
});
