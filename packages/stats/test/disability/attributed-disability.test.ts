import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributedDisability } from "../../src/disability/attributed-disability.ts";
import { combinedDisability } from "../../src/disability/combined-disability.ts";

/** What a simulation of everybody would come to: every state of conditions, with its probability. */
function enumerated(p: readonly number[], d: readonly number[]): readonly number[] {
  const shares = p.map(() => 0);
  for (let state = 1; state < 2 ** p.length; state++) {
    const there = p.map((_, i) => ((state >> i) & 1) === 1);
    const chance = p.reduce((product, share, i) => product * (there[i] ? share : 1 - share), 1);
    const weight = d.reduce((sum, value, i) => sum + (there[i] ? value : 0), 0);
    const lost = 1 - d.reduce((product, value, i) => product * (there[i] ? 1 - value : 1), 1);
    if (weight > 0) for (const [i, here] of there.entries()) if (here) shares[i]! += (chance * lost * d[i]!) / weight;
  }
  return shares;
}

describe("disability of several conditions", () => {
  test("by hand, for two", () => {
    // Both: 0.1 of people lose 1 − 0.9 × 0.5 = 0.55; first only: 0.4 lose 0.1; second only: 0.1 lose 0.5. Sum 0.145.
    // The first's share: 0.4 × 0.1 + 0.1 × 0.55 × 0.1 ÷ 0.6 = 0.0491667
    expect(combinedDisability([0.5, 0.2], [0.1, 0.5])).toBeCloseTo(0.145, 14);
    const [first, second] = attributedDisability([0.5, 0.2], [0.1, 0.5]);
    expect(first).toBeCloseTo(0.04 + 0.0055 / 0.6, 14);
    expect(second).toBeCloseTo(0.145 - 0.04 - 0.0055 / 0.6, 14);
  });

  test("of one is prevalence × weight, however rare", () => {
    expect(attributedDisability([1e-7], [0.001])[0]! / 1e-10).toBeCloseTo(1, 12);
  });

  test("is 0 for what nobody has or what costs no health", () => {
    expect([...attributedDisability([0, 0.5, 0.5], [0.5, 0, 0.2])]).toEqual([0, 0, expect.closeTo(0.1, 14)]);
    expect([...attributedDisability([0], [0])]).toEqual([0]);
  });

  test("is missing for all where anything is missing", () => {
    expect([...attributedDisability([Number.NaN, 0.1], [0.1, 0.1])]).toEqual([Number.NaN, Number.NaN]);
  });

  test("agrees with every state enumerated, to 1e-10", () => {
    const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 1e-6, max: 1, noNaN: true }));
    const weight = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 1e-4, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(share, weight), { minLength: 1, maxLength: 7 }), (conditions) => {
        const [p, d] = [conditions.map(([a]) => a), conditions.map(([, b]) => b)];
        const found = attributedDisability(p, d);
        enumerated(p, d).forEach((expected, i) => {
          expect(Math.abs(found[i]! - expected)).toBeLessThan(1e-10 * Math.max(expected, 1e-6));
        });
      }),
    );
  });

  test("does many conditions at once", () => {
    const many = Array.from({ length: 300 }, (_, i) => ((i * 37) % 101) / 400);
    const weights = Array.from({ length: 300 }, (_, i) => ((i * 53) % 97) / 150);
    const shares = attributedDisability(many, weights);
    expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(combinedDisability(many, weights), 12);
  });

  test("refuses what is no share", () => {
    expect(() => attributedDisability([1.2], [0.1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: attributedDisability: prevalences must be from 0 to 1, got 1.2 in condition 0]`,
    );
    expect(() => combinedDisability([0.2], [-0.1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: combinedDisability: weights must be from 0 to 1, got -0.1 in condition 0]`,
    );
  });
});
