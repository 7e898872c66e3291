import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { burdenChange, burdenChanges } from "../../src/index.ts";

const count = fc.integer({ min: 1, max: 5000 });
const rate = fc.double({ min: 0, max: 2, noNaN: true });

describe("burdenChanges", () => {
  it("is burdenChange for each cause of each population, to the last digit", () => {
    const [strata, populations, causes] = [4, 3, 2];
    const people = fc.array(count, { minLength: populations * strata, maxLength: populations * strata });
    const rates = fc.array(rate, {
      minLength: populations * causes * strata,
      maxLength: populations * causes * strata,
    });
    fc.assert(
      fc.property(people, rates, people, rates, (people1, rates1, people2, rates2) => {
        const all = burdenChanges(people1, rates1, people2, rates2, strata);
        for (let g = 0; g < populations * causes; g++) {
          const p = Math.floor(g / causes) * strata;
          const one = burdenChange(
            people1.slice(p, p + strata),
            rates1.slice(g * strata, (g + 1) * strata),
            people2.slice(p, p + strata),
            rates2.slice(g * strata, (g + 1) * strata),
          );
          for (const name of ["first", "second", "size", "structure", "rate"] as const)
            expect(all[name][g]).toBe(one[name]);
          const change = all.second[g]! - all.first[g]!;
          const parts = all.size[g]! + all.structure[g]! + all.rate[g]!;
          expect(Math.abs(parts - change)).toBeLessThan(1e-10 * Math.max(1, all.first[g]!, all.second[g]!));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("has nothing for a population with nobody or something missing, and goes on with the others", () => {
    const people = [0, 0, 1, 1, Number.NaN, 1];
    const found = burdenChanges(people, [1, 1, 1, 1, 1, 1], [1, 1, 1, 3, 1, 1], [1, 1, 1, 1, 1, 1], 2);
    expect(found.first).toEqual(Float64Array.of(Number.NaN, 2, Number.NaN));
    // By hand: 2 to 4 people at 1 each, all of it growth.
    expect([found.size[1], found.structure[1], found.rate[1]]).toEqual([2, 0, 0]);
    expect(Number.isNaN(found.size[0]!)).toBe(true);
  });

  it("answers no population with no column", () => {
    expect(burdenChanges([], [], [], [], 3).size).toHaveLength(0);
  });

  it("refuses columns that do not match", () => {
    expect(() => burdenChanges([1], [1], [1], [1], 2)).toThrow(
      "burdenChanges: needs people and rates for 2 strata of whole groups, got 1 of people and 1 of rates",
    );
    expect(() => burdenChanges([-1], [1], [1], [1], 1)).toThrow(
      "burdenChanges: people must be 0 or more, got -1 in row 0",
    );
  });
});
