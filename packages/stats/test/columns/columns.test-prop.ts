import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crudeRate, crudeRates, directRate, directRates, indirectRatio, indirectRatios } from "../../src/index.ts";

const stratum = fc.record({
  e: fc.oneof(fc.nat(40), fc.double({ min: 1e-6, max: 1e9, noNaN: true })),
  n: fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
  w: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
});
const group = fc.array(stratum, { minLength: 1, maxLength: 8 });
const groups = fc.array(group, { minLength: 1, maxLength: 6 });
type Group = readonly { readonly e: number; readonly n: number; readonly w: number }[];

function columnsOf(all: readonly Group[]) {
  const rows = all.flat();
  const starts = [0];
  for (const one of all) starts.push(starts.at(-1)! + one.length);
  return {
    columns: { events: rows.map(({ e }) => e), population: rows.map(({ n }) => n), weights: rows.map(({ w }) => w) },
    starts,
  };
}

describe("the kernels", () => {
  it("give each group what the function for one gives, to the last digit", () => {
    fc.assert(
      fc.property(groups, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (all, level) => {
        const { columns, starts } = columnsOf(all);
        const found = directRates(columns, { starts }, { levels: [level] });
        all.forEach((rows, g) => {
          const one = directRate(
            rows.map(({ e }) => e),
            rows.map(({ n }) => n),
            rows.map(({ w }) => w),
            { level },
          );
          expect([found.value[g], found.lower[0]![g], found.upper[0]![g]]).toEqual([one.value, one.lower, one.upper]);
        });
      }),
    );
  });

  it("do not mind the order of groups, nor rows that are scattered", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const { columns, starts } = columnsOf(all);
        const inOrder = directRates(columns, { starts });
        const turned = columnsOf(all.toReversed());
        const found = directRates(turned.columns, { starts: turned.starts });
        expect([...found.value].toReversed()).toEqual([...inOrder.value]);
        const of = all.flatMap((rows, g) => rows.map(() => g));
        const scattered = directRates(columns, { of, count: all.length });
        expect(scattered).toEqual(inOrder); // rows of a group come in the same order here, so digits agree
      }),
    );
  });

  it("do not mind the scale of the standard, and carry that of the people", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const { columns, starts } = columnsOf(all);
        const { value, upper } = directRates(columns, { starts }, { limits: "fay-feuer" });
        const heavier = { ...columns, weights: columns.weights.map((w) => w * 8) };
        const crowded = { ...columns, population: columns.population.map((n) => n * 4) };
        const same = directRates(heavier, { starts }, { limits: "fay-feuer" });
        const quarter = directRates(crowded, { starts }, { limits: "fay-feuer" });
        for (let g = 0; g < all.length; g++) {
          expect(same.value[g]).toBe(value[g]); // powers of 2 lose no digit
          expect(same.upper[0]![g]).toBe(upper[0]![g]);
          expect(quarter.value[g]).toBe(value[g]! / 4);
        }
      }),
    );
  });

  it("place the value between the limits, and widen them with the level", () => {
    fc.assert(
      fc.property(groups, fc.constantFrom("dobson-byar", "dobson-exact", "fay-feuer"), (all, limits) => {
        const { columns, starts } = columnsOf(all);
        const { value, lower, upper, events } = directRates(columns, { starts }, { limits, levels: [0.95, 0.998] });
        for (let g = 0; g < all.length; g++) {
          if (events[g] === 0) continue;
          const slack = 1e-9 * value[g]!;
          expect(lower[1]![g]!).toBeLessThanOrEqual(lower[0]![g]! + slack);
          expect(lower[0]![g]!).toBeLessThanOrEqual(value[g]! + slack);
          expect(upper[0]![g]!).toBeGreaterThanOrEqual(value[g]! - slack);
          expect(upper[1]![g]!).toBeGreaterThanOrEqual(upper[0]![g]! - slack);
        }
      }),
    );
  });

  it("give each count and each ratio what the functions for one give", () => {
    fc.assert(
      fc.property(group, (rows) => {
        const events = rows.map(({ e }) => e);
        const people = rows.map(({ n }) => n);
        const rates = crudeRates(events, people);
        const reference = { referenceEvents: rows.map(({ w }) => w), referencePopulation: people };
        const starts = [0, ...rows.map((_, i) => i + 1)];
        const ratios = indirectRatios({ events, population: people, ...reference }, { starts });
        rows.forEach(({ e, n }, i) => {
          const rate = crudeRate(e, n);
          expect([rates.value[i], rates.lower[0]![i], rates.upper[0]![i]]).toEqual([
            rate.value,
            rate.lower,
            rate.upper,
          ]);
          const ratio = indirectRatio(e, ratios.expected[i]!);
          expect([ratios.value[i], ratios.lower[0]![i], ratios.upper[0]![i]]).toEqual([
            ratio.value,
            ratio.lower,
            ratio.upper,
          ]);
        });
      }),
    );
  });
});
