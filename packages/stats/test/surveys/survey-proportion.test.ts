import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveSampleSize, proportion, surveyMean, surveyProportion } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

// Twenty people of two strata and six clusters, made up; R 4.2.2 with survey 4.1-1:
// svydesign(~cl | ~1, strata = ~st, weights = ~w, fpc = ~fpc), svymean(~has, D, deff = "replace"), svyciprop(~has, D, method)
const has = Object.freeze([1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0]);
const values = Object.freeze([
  3.1, 4.7, 2.2, 5.9, 6.1, 4.4, 3.8, 2.9, 5.5, 4.1, 7.2, 6.6, 8.1, 5.3, 7.7, 6.9, 5.8, 7.4, 8.8, 6.2,
]);
const weights = Object.freeze([
  120, 80, 95, 150, 60, 75, 130, 90, 110, 85, 200, 220, 180, 240, 210, 190, 230, 205, 215, 195,
]);
const strata = Object.freeze([..."aaaaaaaaaabbbbbbbbbb"]);
const clusters = Object.freeze([1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 6]);
const unitsInStratum = Object.freeze(strata.map((stratum) => (stratum === "a" ? 12 : 9)));

describe("surveyProportion", () => {
  it.each([
    [
      "weights alone",
      {},
      19,
      0.1226593818413337,
      1.1465386698515438,
      [0.2434817631036589, 0.7162031454246069],
      [0.2297190853316775, 0.7278710134457539],
      [0.2172969373332088, 0.7307550107187393],
    ],
    [
      "strata",
      { strata },
      18,
      0.1243569742442791,
      1.1784942199037081,
      [0.2401468155619765, 0.7198858262595399],
      [0.2257616755351909, 0.7321558622168638],
      [0.2127616659784808, 0.7352902820734672],
    ],
    [
      "clusters",
      { clusters },
      5,
      0.05814188419219911,
      0.25761157161708653,
      [0.3310496940349423, 0.6213922584186135],
      [0.3294630067501761, 0.6218475853484768],
      [0.3245675026318369, 0.6234844454201112],
    ],
    [
      "both",
      { strata, clusters },
      4,
      0.04848985755880532,
      0.17917977229320844,
      [0.3443508867230688, 0.6073019632505627],
      [0.3438612837384631, 0.6068289468537739],
      [0.3393965463550908, 0.6086554016968573],
    ],
    [
      "both, of a finite population",
      { strata, clusters, unitsInStratum },
      4,
      0.03989313000206105,
      0.1212783802727392,
      [0.3662744890399353, 0.5842520908771833],
      [0.367153579367719, 0.5826748229263586],
      [0.3632648885007324, 0.5847870595512157],
    ],
  ] as const)(
    "has the standard error, design effect and limits of R's survey, with %s",
    (_, design, degrees, error, effect, logit, exact, student) => {
      // limits of methods xlogit, beta and mean
      const found = surveyProportion(has, weights, design);
      expectClose(found.value, 0.474025974025974, 1e-14);
      expectClose(found.standardError, error, 1e-13);
      expectClose(found.designEffect, effect, 1e-13);
      expectClose(found.effectiveSize, 20 / effect, 1e-13);
      expect(found.degreesOfFreedom).toBe(degrees);
      for (const [limits, [lower, upper]] of Object.entries({ logit, exact, student })) {
        const given = surveyProportion(has, weights, { ...design, limits: limits as "logit" });
        expectClose(given.lower, lower, 2e-11);
        expectClose(given.upper, upper, 2e-11);
      }
    },
  );

  it("is the proportion of a simple sample, with Wilson's limits", () => {
    const { value, lower, upper } = proportion(9, 20);
    const found = surveyProportion(
      has,
      Array.from(has, () => 7),
    );
    expectClose(found.value, value, 1e-14);
    expectClose(found.lower, lower, 1e-12);
    expectClose(found.upper, upper, 1e-12);
    expectClose(found.designEffect, 1, 1e-12);
  });

  it("has limits where nobody or everybody has it, those of the weights' effective size", () => {
    const size = effectiveSampleSize(weights);
    const nobody = surveyProportion(
      weights.map(() => 0),
      weights,
      { strata },
    );
    // by hand: z² / (n + z²), widened by the quantiles of 19 and 18 degrees of freedom: qt(.975, 19) = 2.093024, qt(.975, 18) = 2.100922
    const z2 = 1.959963984540054 ** 2;
    expectClose(nobody.upper, z2 / (size * (2.0930240544082634 / 2.1009220402410378) ** 2 + z2), 1e-10);
    expect(nobody).toMatchObject({
      value: 0,
      lower: 0,
      standardError: 0,
      designEffect: Number.NaN,
      effectiveSize: size,
    });
    const everybody = surveyProportion(
      weights.map(() => 1),
      weights,
      { strata, limits: "exact" },
    );
    expect(everybody).toMatchObject({ value: 1, upper: 1 });
    expect(everybody.lower).toBeLessThan(0.9);
    for (const limits of ["logit", "student"] as const) {
      expect(
        surveyProportion(
          weights.map(() => 0),
          weights,
          { limits },
        ).upper,
      ).toBe(Number.NaN);
    }
  });

  it("has no width where every unit was drawn", () => {
    const all = surveyProportion(has, weights, { strata, unitsInStratum: strata.map(() => 10) });
    expect([all.lower, all.upper, all.standardError]).toEqual([all.value, all.value, 0]);
  });

  it("holds a lone cluster as it is told to", () => {
    // R 4.2.2: options(survey.lonely.psu = "certainty" | "adjust"), strata a a a a a a c c c c b …
    const alone = { strata: [..."aaaaaaccccbbbbbbbbbb"], clusters };
    expectClose(
      surveyProportion(has, weights, { ...alone, loneCluster: "certain" }).standardError,
      0.04946350273236014,
      1e-12,
    );
    const about = surveyProportion(has, weights, { ...alone, loneCluster: "about the mean" });
    expectClose(about.standardError, 0.05142069852270115, 1e-12);
    expect(about.degreesOfFreedom).toBe(3);
    expect(() => surveyProportion(has, weights, alone)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: surveyProportion: a stratum must have two clusters or more, got one in c; merge strata, or say what a loneCluster is]`,
    );
  });

  it("does not depend on the order of people, the scale of weights or the names of strata", () => {
    const row = fc.record({ has: fc.nat(1), w: fc.integer({ min: 1, max: 500 }), s: fc.nat(1), c: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 12, maxLength: 60 }), fc.integer({ min: 2, max: 99 }), (rows, k) => {
        const design = (people: typeof rows, named: (s: number) => string | number) => ({
          strata: people.map(({ s }) => named(s)),
          clusters: people.map(({ c }) => c),
          loneCluster: "certain" as const,
        });
        const plain = surveyProportion(
          rows.map((r) => r.has),
          rows.map((r) => r.w),
          design(rows, (s) => s),
        );
        const turned = rows.toReversed();
        const other = surveyProportion(
          turned.map((r) => r.has),
          turned.map((r) => r.w * k),
          design(turned, (s) => `stratum ${s}`),
        );
        fc.pre(plain.value > 0 && plain.value < 1 && plain.standardError > 1e-9 && plain.degreesOfFreedom > 0);
        expectClose(other.value, plain.value, 1e-12);
        expectClose(other.standardError, plain.standardError, 1e-9);
        expectClose(other.upper, plain.upper, 1e-9);
      }),
    );
  });

  it("mirrors the share that has not, encloses its value and widens with the level, by every method", () => {
    for (const limits of ["wilson", "logit", "exact", "student"] as const) {
      const plain = surveyProportion(has, weights, { strata, limits });
      const others = surveyProportion(
        has.map((x) => 1 - x),
        weights,
        { strata, limits },
      );
      const wide = surveyProportion(has, weights, { strata, limits, level: 0.998 });
      expectClose(others.lower, 1 - plain.upper, 1e-11);
      expect(plain.lower).toBeLessThan(plain.value);
      expect(wide.lower).toBeLessThan(plain.lower);
      expect(wide.upper).toBeGreaterThan(plain.upper);
      const percent = surveyProportion(has, weights, { strata, limits, per: 100 });
      expectClose(percent.upper, plain.upper * 100, 1e-13);
      expectClose(percent.standardError, plain.standardError * 100, 1e-13);
    }
  });

  it("is NaN where a number is missing, and refuses what cannot be", () => {
    const missing = surveyProportion([1, Number.NaN, 0], [1, 1, 1]);
    expect([missing.value, missing.lower, missing.standardError, missing.effectiveSize]).toEqual(
      Array(4).fill(Number.NaN),
    );
    expect(surveyProportion([1, 0, 0], [1, Number.NaN, 1]).value).toBe(Number.NaN);
    expect(() => surveyProportion([1, 2], [1, 1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: surveyProportion: has must be 0 or 1, got 2 in row 1]`,
    );
    expect(() => surveyProportion([1, 0], [1, -1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: surveyProportion: weights must be 0 or more, got -1 in row 1]`,
    );
    expect(() => surveyProportion([1, 0], [0, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: surveyProportion: weights must add up to more than 0, got 0]`,
    );
    expect(() => surveyProportion([], [])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: surveyProportion: needs at least one person, got none]`,
    );
    expect(() => surveyProportion([1, 0], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: surveyProportion: values, weights must be of one length, got 2, 1]`,
    );
    expect(() => surveyProportion([1, 0], [1, 1], { level: 95 })).toThrow("level must be between 0 and 1");
    expect(() => surveyProportion([1, 0], [1, 1], { unitsInStratum: [1, 1] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: surveyProportion: a stratum must have as many units as were drawn, got 1 for 2 in 0]`,
    );
    expect(() => surveyProportion([1, 0], [1, 1], { unitsInStratum: [5, 6] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: surveyProportion: a stratum must have one number of units, got 5 and 6 in 0]`,
    );
  });
});

describe("surveyMean", () => {
  it.each([
    [{}, 0.3772565282054962, 0.9618401720558809, 5.297568336458655, 6.8767823128919954],
    [{ strata, clusters, unitsInStratum }, 0.225344048423636, 0.3431796832778627, 5.461519944444066, 6.712830704906584],
  ])("has the standard error, design effect and limits of R's survey: %o", (design, error, effect, lower, upper) => {
    const found = surveyMean(values, weights, design);
    expectClose(found.value, 6.087175324675325, 1e-14);
    expectClose(found.standardError, error, 1e-12);
    expectClose(found.designEffect, effect, 1e-12);
    expectClose(found.lower, lower, 1e-12);
    expectClose(found.upper, upper, 1e-12);
  });

  it("moves and stretches with its values", () => {
    const plain = surveyMean(values, weights, { strata, clusters });
    const moved = surveyMean(
      values.map((y) => 3 * y + 100),
      weights,
      { strata, clusters },
    );
    expectClose(moved.value, 3 * plain.value + 100, 1e-13);
    expectClose(moved.standardError, 3 * plain.standardError, 1e-11);
    expectClose(moved.designEffect, plain.designEffect, 1e-10);
  });

  it("refuses values without end", () => {
    expect(() => surveyMean([1, Infinity], [1, 1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: surveyMean: values must be finite, got Infinity in row 1]`,
    );
    expect(() => surveyMean([1, 2], [1, 1], { level: 0 })).toThrow("surveyMean: level must be between 0 and 1");
  });
});

describe("effectiveSampleSize", () => {
  it("is the number of people where they weigh alike, and less otherwise", () => {
    expect(effectiveSampleSize([5, 5, 5, 5])).toBe(4);
    // by hand: (1 + 1 + 2)² / (1 + 1 + 4) = 16/6
    expectClose(effectiveSampleSize([1, 1, 2]), 16 / 6, 1e-15);
    expect(effectiveSampleSize([1, 0, 0])).toBe(1);
    expect(effectiveSampleSize([1, Number.NaN])).toBe(Number.NaN);
  });

  it("refuses weights that cannot be", () => {
    expect(() => effectiveSampleSize([1, -1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: effectiveSampleSize: weights must be 0 or more, got -1 in row 1]`,
    );
    expect(() => effectiveSampleSize([])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: effectiveSampleSize: weights must add up to more than 0, got 0]`,
    );
  });
});
