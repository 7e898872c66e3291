import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  crudeRate,
  differenceOfEstimates,
  differenceOfIntervals,
  directRate,
  directRateRatio,
  exactPoissonLimits,
  fayFeuerLimits,
  pairedProportionDifference,
  poissonDensity,
  proportion,
  proportionDifference,
  ratioOfIntervals,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const missing = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
const interval = (value: number, lower: number, upper: number) => ({ value, lower, upper });
const someInterval = fc
  .record({
    lower: fc.double({ min: 0.01, max: 50, noNaN: true }),
    a: fc.double({ min: 0.01, max: 20, noNaN: true }),
    b: fc.double({ min: 0.01, max: 20, noNaN: true }),
  })
  .map(({ lower, a, b }) => interval(lower + a, lower, lower + a + b));

describe("differenceOfIntervals", () => {
  it("adds the reaches on either side as the sides of a right angle", () => {
    // by hand: 80 − 70, down √(4² + 3²) = 5, up √(3² + 4²) = 5
    expect(differenceOfIntervals(interval(80, 76, 83), interval(70, 66, 73))).toEqual(interval(10, 5, 15));
  });

  it("is Newcombe's difference where the limits are Wilson's", () => {
    const [first, second] = [
      { events: 56, population: 70 },
      { events: 48, population: 80 },
    ];
    const recovered = differenceOfIntervals(proportion(56, 70), proportion(48, 80));
    expectClose(recovered.lower, proportionDifference(first, second).lower, 1e-12);
    expectClose(recovered.upper, proportionDifference(first, second).upper, 1e-12);
  });

  it("is the difference of normal estimates where limits are even", () => {
    const [a, b] = [interval(80, 78, 82), interval(77, 76, 78)];
    const { lower, upper } = differenceOfEstimates(a, b);
    expectClose(differenceOfIntervals(a, b).lower, lower, 1e-12);
    expectClose(differenceOfIntervals(a, b).upper, upper, 1e-12);
  });

  it("changes sides when swapped, and reaches no less than either estimate", () => {
    fc.assert(
      fc.property(someInterval, someInterval, (a, b) => {
        const [plain, swapped] = [differenceOfIntervals(a, b), differenceOfIntervals(b, a)];
        expectClose(swapped.lower, -plain.upper, 1e-12);
        expectClose(swapped.upper, -plain.lower, 1e-12);
        expect(plain.value - plain.lower).toBeGreaterThanOrEqual((a.value - a.lower) * (1 - 1e-9));
      }),
    );
  });

  it("is NaN where a number is missing, and refuses a value outside its limits", () => {
    expect(differenceOfIntervals(missing, interval(1, 0, 2))).toEqual(missing);
    expect(differenceOfIntervals(interval(1, Number.NaN, 2), interval(1, 0, 2))).toEqual(missing);
    expect(() => differenceOfIntervals(interval(1, 2, 3), interval(1, 0, 2))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: differenceOfIntervals: value must be within its limits, got 1 (2 to 3) in the first estimate]`,
    );
  });
});

describe("ratioOfIntervals", () => {
  it("is where the recovered limit of θ₁ − ρθ₂ is 0", () => {
    fc.assert(
      fc.property(someInterval, someInterval, (a, b) => {
        const { lower, upper } = ratioOfIntervals(a, b);
        for (const [ratio, side] of [
          [lower, "lower"],
          [upper, "upper"],
        ] as const) {
          const scaled = interval(b.value * ratio, b.lower * ratio, b.upper * ratio);
          expect(Math.abs(differenceOfIntervals(a, scaled)[side]) / a.value).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it("adds the reaches of the logarithms where asked", () => {
    // by hand: reach ln 2 of each on either side: 4 e^(∓ √2 ln 2) = 4 × 2^(∓√2)
    const { lower, upper } = ratioOfIntervals(interval(8, 4, 16), interval(2, 1, 4), { scale: "logarithm" });
    expectClose(lower, 4 * 2 ** -Math.SQRT2, 1e-14);
    expectClose(upper, 4 * 2 ** Math.SQRT2, 1e-14);
  });

  it.each(["plain", "logarithm"] as const)(
    "turns over when swapped and contains its value, on the %s scale",
    (scale) => {
      fc.assert(
        fc.property(someInterval, someInterval, (a, b) => {
          const [plain, swapped] = [ratioOfIntervals(a, b, { scale }), ratioOfIntervals(b, a, { scale })];
          expectClose(swapped.lower, 1 / plain.upper, 1e-11);
          expect(plain.lower).toBeLessThan(plain.value);
          expect(plain.upper).toBeGreaterThan(plain.value);
        }),
      );
    },
  );

  it("is open above where the second may be 0, and 0 below where the first may be", () => {
    for (const scale of ["plain", "logarithm"] as const) {
      expect(ratioOfIntervals(interval(3, 1, 6), interval(1, 0, 4), { scale }).upper).toBe(Infinity);
      expect(ratioOfIntervals(interval(1, 0, 4), interval(3, 1, 6), { scale }).lower).toBe(0);
      expect(ratioOfIntervals(interval(3, 1, 6), interval(0, 0, 4), { scale })).toMatchObject({
        value: Infinity,
        upper: Infinity,
      });
      expect(ratioOfIntervals(interval(0, 0, 4), interval(0, 0, 4), { scale })).toEqual(
        interval(Number.NaN, 0, Infinity),
      );
    }
  });

  it("is NaN where a number is missing, and refuses what cannot be", () => {
    expect(ratioOfIntervals(missing, interval(1, 0, 2))).toEqual(missing);
    expect(() => ratioOfIntervals(interval(1, -1, 2), interval(1, 0, 2))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioOfIntervals: limits must be 0 or more, got -1 in the first estimate]`,
    );
    expect(() => ratioOfIntervals(interval(1, 0, 2), interval(3, 0, 2))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioOfIntervals: value must be within its limits, got 3 (0 to 2) in the second estimate]`,
    );
  });

  it("of two crude rates with exact limits covers the true ratio, over all pairs of counts", () => {
    const limits = Array.from({ length: 61 }, (_, x) => ({ value: x, ...exactPoissonLimits(x) }));
    for (const [one, two] of [
      [2, 5],
      [9, 3],
      [16, 12],
    ] as const) {
      let covered = 0;
      for (const a of limits) {
        for (const b of limits) {
          const { lower, upper } = ratioOfIntervals(a, b);
          const chance = poissonDensity(a.value, one) * poissonDensity(b.value, two);
          if (lower <= one / two && one / two <= upper) covered += chance;
        }
      }
      expect(covered).toBeGreaterThan(0.95);
    }
  });
});

describe("directRateRatio", () => {
  const first = { events: [10, 40], population: [10_000, 5_000] };
  const second = { events: [9, 30], population: [10_000, 5_000] };
  const weights = [60, 40];

  it("has the limits of its logarithm, or recovered from Fay and Feuer's", () => {
    // R 4.2.2: y1/y2*exp(c(-1, 1)*qnorm(.975)*sqrt(v1/y1^2 + v2/y2^2)); Donner and Zou's formula on qgamma limits
    const log = directRateRatio(first, second, weights, { limits: "logarithm" });
    expectClose(log.lower, 0.8482250048921257, 1e-12);
    expectClose(log.upper, 1.9695248350839725, 1e-12);
    const recovered = directRateRatio(first, second, weights);
    expectClose(recovered.lower, 0.8358963581026299, 1e-12);
    expectClose(recovered.upper, 2.0089864090145162, 1e-12);
  });

  it("is the ratio of the rates, times 100 as a comparative mortality figure", () => {
    const expected =
      directRate(first.events, first.population, weights).value /
      directRate(second.events, second.population, weights).value;
    expectClose(directRateRatio(first, second, weights, { per: 100 }).value, expected * 100, 1e-13);
    expectClose(
      directRateRatio(first, second, weights, { per: 100 }).upper,
      directRateRatio(first, second, weights).upper * 100,
      1e-13,
    );
  });

  it("is the ratio of crude rates where there is one stratum", () => {
    const found = directRateRatio({ events: [7], population: [500] }, { events: [9], population: [900] }, [1]);
    const exact = (events: number, population: number) => {
      const { lower, upper } = exactPoissonLimits(events);
      return {
        value: crudeRate(events, population, { per: 1 }).value,
        lower: lower / population,
        upper: upper / population,
      };
    };
    const crude = ratioOfIntervals(exact(7, 500), exact(9, 900));
    expectClose(found.lower, crude.lower, 1e-12);
    expectClose(found.upper, crude.upper, 1e-12);
  });

  it("says what is known where one has no events", () => {
    const none = { events: [0, 0], population: [10_000, 5_000] };
    expect(directRateRatio(none, second, weights)).toMatchObject({ value: 0, lower: 0 });
    expect(directRateRatio(none, second, weights).upper).toBeLessThan(1);
    expect(directRateRatio(first, none, weights)).toMatchObject({ value: Infinity, upper: Infinity });
    expect(directRateRatio(none, none, weights)).toEqual(interval(Number.NaN, 0, Infinity));
    expect(directRateRatio(none, second, weights, { limits: "logarithm" })).toEqual(
      interval(0, Number.NaN, Number.NaN),
    );
  });

  it("is NaN for a missing count, and refuses what cannot be", () => {
    expect(directRateRatio({ events: [Number.NaN], population: [1] }, { events: [1], population: [1] }, [1])).toEqual(
      missing,
    );
    expect(() => directRateRatio(first, second, [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRateRatio: events, population, weights must be of one length, got 2, 2, 1]`,
    );
    expect(() => directRateRatio(first, second, weights, { per: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: directRateRatio: per must be above 0, got 0]`,
    );
  });

  it("covers the true ratio, over all counts of two strata in two populations", () => {
    const weights = [1, 6] as const;
    const means = [
      [1.5, 3],
      [4, 2],
    ] as const;
    const tables = means.map((pair) => {
      const cells = [];
      for (let i = 0; i <= 18; i++) {
        for (let j = 0; j <= 18; j++) {
          const chance = poissonDensity(i, pair[0]) * poissonDensity(j, pair[1]);
          if (chance > 1e-7) cells.push({ chance, limits: fayFeuerLimits([i, j], [1, 1], weights, { per: 1 }) });
        }
      }
      return cells;
    });
    const truth = (means[0][0] + 6 * means[0][1]) / (means[1][0] + 6 * means[1][1]);
    let missed = 0;
    for (const a of tables[0]!) {
      for (const b of tables[1]!) {
        const { lower, upper } = ratioOfIntervals(a.limits, b.limits);
        if (!(lower <= truth && truth <= upper)) missed += a.chance * b.chance;
      }
    }
    expect(missed).toBeLessThan(0.05);
    expect(missed).toBeGreaterThan(0);
  });
});

describe("pairedProportionDifference", () => {
  it("has Newcombe's limits", () => {
    // R 4.2.2: the formula of Newcombe's method 10 around prop.test(correct = FALSE)$conf.int
    const changed = pairedProportionDifference({ both: 20, firstOnly: 12, secondOnly: 2, neither: 16 });
    expectClose(changed.value, 0.2, 1e-14);
    expectClose(changed.lower, 0.0561564248417483, 1e-13);
    expectClose(changed.upper, 0.3292069954001405, 1e-13);
    const large = pairedProportionDifference({ both: 59, firstOnly: 6, secondOnly: 16, neither: 80 });
    expectClose(large.lower, -0.11862119563870993, 1e-12);
    expectClose(large.upper, -0.00462511393305007, 1e-11);
    // a correlation below 0, which is left as it is
    const against = pairedProportionDifference({ both: 2, firstOnly: 10, secondOnly: 12, neither: 4 });
    expectClose(against.lower, -0.370883411932617, 1e-13);
    expectClose(against.upper, 0.243312113410282, 1e-13);
  });

  it("is the unpaired difference where the answers are unrelated, and narrower where they go together", () => {
    const unpaired = proportionDifference({ events: 24, population: 40 }, { events: 20, population: 40 });
    const together = pairedProportionDifference({ both: 19, firstOnly: 5, secondOnly: 1, neither: 15 });
    const unrelated = pairedProportionDifference({ both: 12, firstOnly: 12, secondOnly: 8, neither: 8 });
    expectClose(unrelated.lower, unpaired.lower, 1e-12);
    expectClose(unrelated.upper, unpaired.upper, 1e-12);
    expect(together.lower).toBeGreaterThan(unpaired.lower);
    expect(together.upper).toBeLessThan(unpaired.upper);
  });

  it("changes sides when swapped, and widens with the level", () => {
    const cell = fc.nat(60);
    fc.assert(
      fc.property(cell, cell, cell, cell, (both, firstOnly, secondOnly, neither) => {
        fc.pre(both + firstOnly + secondOnly + neither > 0);
        const plain = pairedProportionDifference({ both, firstOnly, secondOnly, neither });
        const swapped = pairedProportionDifference({ both, firstOnly: secondOnly, secondOnly: firstOnly, neither });
        const wide = pairedProportionDifference({ both, firstOnly, secondOnly, neither }, { level: 0.998 });
        expect(swapped.lower).toBeCloseTo(-plain.upper, 12);
        expect(plain.lower).toBeLessThanOrEqual(plain.value);
        expect(plain.upper).toBeGreaterThanOrEqual(plain.value);
        expect(wide.lower).toBeLessThanOrEqual(plain.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(plain.upper);
      }),
    );
  });

  it("is NaN for a missing count, comes in per cent, and refuses what cannot be", () => {
    expect(pairedProportionDifference({ both: Number.NaN, firstOnly: 1, secondOnly: 1, neither: 1 })).toEqual(missing);
    const pairs = { both: 5, firstOnly: 3, secondOnly: 1, neither: 1 };
    expectClose(pairedProportionDifference(pairs, { per: 100 }).value, 20, 1e-13);
    expect(() => pairedProportionDifference({ ...pairs, both: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: pairedProportionDifference: events must be 0 or more, got -1]`,
    );
    expect(() =>
      pairedProportionDifference({ both: 0, firstOnly: 0, secondOnly: 0, neither: 0 }),
    ).toThrowErrorMatchingInlineSnapshot(`[RangeError: pairedProportionDifference: needs at least one pair, got none]`);
  });
});
