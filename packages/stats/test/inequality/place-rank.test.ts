import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeRank } from "../../src/inequality/place-rank.ts";

describe("placeRank", () => {
  it("finds what a sort would put there, ties and infinities included", () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.nat(), (all, place) => {
        const rank = place % all.length;
        const sorted = Float64Array.from(all).sort();
        const values = Float64Array.from(all);
        expect(placeRank(values, rank) - sorted[rank]! || 0).toBe(0);
        expect([...values.sort()].map((x) => x + 0)).toEqual([...sorted].map((x) => x + 0)); // -0 + 0 is 0
      }),
      { numRuns: 500 },
    );
  });
});
