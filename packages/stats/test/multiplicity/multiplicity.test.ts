import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { adjustedProbabilities, falseSignals } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const probabilities = [0.03, 0.001, 0.04, Number.NaN, 0.2, 0.01, 0.005, 1, 0.5];
const methods = ["benjamini-hochberg", "benjamini-yekutieli", "holm", "hochberg", "bonferroni"] as const;

describe("adjustedProbabilities", () => {
  // R 4.2.2: p.adjust(c(.03, .001, .04, NA, .2, .01, .005, 1, 0.5), method)
  test.each([
    ["holm", [0.15, 0.008, 0.16, 0.6, 0.06, 0.035, 1, 1]],
    ["hochberg", [0.15, 0.008, 0.16, 0.6, 0.06, 0.035, 1, 1]],
    ["bonferroni", [0.24, 0.008, 0.32, 1, 0.08, 0.04, 1, 1]],
    [
      "benjamini-hochberg",
      [0.06, 0.008, 0.064, 0.26666666666666666, 0.026666666666666665, 0.02, 1, 0.5714285714285714],
    ],
    [
      "benjamini-yekutieli",
      [
        0.16307142857142856, 0.021742857142857144, 0.17394285714285715, 0.7247619047619048, 0.07247619047619047,
        0.05435714285714286, 1, 1,
      ],
    ],
  ] as const)("%s: those of R", (method, wanted) => {
    const found = [...adjustedProbabilities(probabilities, method)];
    expect(found[3]).toBeNaN();
    found.splice(3, 1);
    wanted.forEach((value, i) => {
      expectClose(found[i]!, value, 1e-14);
    });
  });

  it("by Hochberg step up where Holm steps down: 0.04 and 0.05 are both 0.05, and 0.08", () => {
    expect([...adjustedProbabilities([0.04, 0.05], "hochberg")]).toEqual([0.05, 0.05]);
    expect([...adjustedProbabilities([0.04, 0.05], "holm")]).toEqual([0.08, 0.08]);
  });

  it("never fall below their own, keep the order, do not depend on it, and stay at or below 1", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...methods),
        (all, method) => {
          const found = adjustedProbabilities(all, method);
          const turned = adjustedProbabilities([...all].reverse(), method).reverse();
          expect([...turned]).toEqual([...found]);
          all.forEach((own, i) => {
            expect(found[i]!).toBeGreaterThanOrEqual(own * (1 - 1e-15));
            expect(found[i]!).toBeLessThanOrEqual(1);
            all.forEach((other, j) => {
              if (other <= own) expect(found[j]!).toBeLessThanOrEqual(found[i]!);
            });
          });
        },
      ),
    );
  });

  it("stand in their known order: Benjamini-Hochberg, Hochberg, Holm, Bonferroni", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (all) => {
        const [bh, by, holm, hochberg, bonferroni] = methods.map((method) => adjustedProbabilities(all, method));
        all.forEach((_, i) => {
          expect(bh![i]!).toBeLessThanOrEqual(hochberg![i]! * (1 + 1e-14));
          expect(hochberg![i]!).toBeLessThanOrEqual(holm![i]! * (1 + 1e-14));
          expect(holm![i]!).toBeLessThanOrEqual(bonferroni![i]!);
          expect(bh![i]!).toBeLessThanOrEqual(by![i]!);
        });
      }),
    );
  });

  it("leave a single one as it is, and are none of none", () => {
    for (const method of methods) {
      expect([...adjustedProbabilities([0.3], method)]).toEqual([0.3]);
      expect([...adjustedProbabilities([Number.NaN], method)]).toEqual([Number.NaN]);
      expect([...adjustedProbabilities([], method)]).toEqual([]);
    }
  });

  it("refuse what is no probability", () => {
    expect(() => adjustedProbabilities([0.5, 1.5])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: adjustedProbabilities: probability must be from 0 to 1, got 1.5]`,
    );
  });
});

describe("falseSignals", () => {
  it("are those of a binomial count", () => {
    // R 4.2.2: 32 * .05; 1 - .95^32; qbinom(.95, 32, .05); qbinom(.95, 1279, .05)
    const found = falseSignals(32);
    expectClose(found.expected, 1.6, 1e-14);
    expectClose(found.chanceOfAny, 0.8062885155414992, 1e-14);
    expect(found.most).toBe(4);
    expect(falseSignals(1_279).most).toBe(77);
  });

  it("are none of no areas, and refuse parts of one", () => {
    expect(falseSignals(0)).toEqual({ expected: 0, chanceOfAny: 0, most: 0 });
    expect(() => falseSignals(1.5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: falseSignals: areas must be a whole number from 0, got 1.5]`,
    );
  });
});
