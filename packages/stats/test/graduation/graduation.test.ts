import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  modifiedBeersGraduation,
  monotoneGraduation,
  ordinaryBeersGraduation,
  spragueGraduation,
  uniformGraduation,
} from "../../src/index.ts";
import { describeCases } from "./describe-cases.ts";

const fives = (bands: number) => Array.from({ length: bands }, () => 5);
const sum = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((a, b) => a + b, 0);

/** DemoTools' own five-year population of the reference case, 0–4 to 95–99, without its 1,500 of 100 and over. */
const counts = [
  256_000, 290_000, 306_000, 286_000, 340_000, 378_000, 381_000, 360_000, 338_000, 336_000, 385_000, 400_000, 362_000,
  309_000, 280_000, 204_000, 140_000, 81_000, 40_000, 12_000,
];

/** Three of the ages that DemoTools' functions print for it: the first, one in the middle, the last closed. */
const printed = {
  uniformGraduation: [51_200, 75_600, 2_400],
  spragueGraduation: [48_220.8, 76_072, 616],
  ordinaryBeersGraduation: [44_598.4, 76_030, 1_125.4],
  modifiedBeersGraduation: [47_951.6, 75_625, 729.4],
  monotoneGraduation: [47_858.5471383386, 75_856.5888523452, 736.311848115176],
};
const methods = {
  uniformGraduation,
  spragueGraduation,
  ordinaryBeersGraduation,
  modifiedBeersGraduation,
  monotoneGraduation,
};
const named = Object.entries(methods);

describe("single years of DemoTools' example", () => {
  test.each(named)("agree with DemoTools: %s at ages 0, 27 and 99", (name, graduate) => {
    const value = graduate(counts, fives(20));
    expect(value).toHaveLength(100);
    for (const [i, age] of [0, 27, 99].entries())
      expect(value[age]! / printed[name as keyof typeof printed][i]!).toBeCloseTo(1, 12);
  });
});

describeCases("graduation", ["graduate_input.csv", "graduate_demotools_output.csv"], (folder) => {
  const rows = (file: string) =>
    readFileSync(join(folder, file), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number));
  const columns = [
    ["sprague", spragueGraduation],
    ["beers_ord", ordinaryBeersGraduation],
    ["beers_mod", modifiedBeersGraduation],
    ["mono", monotoneGraduation],
    ["uniform", uniformGraduation],
  ] as const;

  test.each(columns.map(([name, graduate], i) => ({ name, graduate, at: i + 1 })))(
    "agrees in all 100 closed ages with the column $name, to the digits printed",
    ({ graduate, at }) => {
      const input = rows("graduate_input.csv").map(([, value]) => value!);
      const value = graduate(input.slice(0, -1), fives(20));
      const expected = rows("graduate_demotools_output.csv").map((row) => row[at]!);
      expect(expected).toHaveLength(101);
      expect(expected[100]).toBe(input[20]); // DemoTools leaves the open band as it is
      for (let age = 0; age < 100; age++) expect(value[age]! / expected[age]!).toBeCloseTo(1, 12);
    },
  );
});

describe("monotoneGraduation", () => {
  test("agrees with R where bands are of unequal width, one of them short", () => {
    // R 4.2.2: diff(splinefun(c(0, 5, 8, 9, 19, 24), c(0, 7, 20, 21, 90, 95), method = "hyman")(0:24))
    const expected = [
      0.0560000000000001, 0.3920000000000003, 1.0640000000000003, 2.0720000000000001, 3.4160000000000008,
      4.8879024900930457, 4.976791378981936, 3.1353061309250201, 0.9999999999999964, 2.7266423862186322,
      5.17175545866907, 7.0477309301006663, 8.3545688005104211, 9.0922690698993378, 9.2608317382673988,
      8.8602568056146254, 7.8905442719410246, 6.3516941372465681, 4.2437064015312558, 2.4399999999999977,
      1.480000000000004, 0.7600000000000051, 0.2800000000000011, 0.0399999999999921,
    ];
    const value = monotoneGraduation([7, 13, 1, 69, 5], [5, 3, 1, 10, 5]);
    expected.forEach((year, age) => {
      expect(value[age]).toBeCloseTo(year, 11);
    });
  });

  test("is a parabola of two bands and a line of one", () => {
    // R 4.2.2: diff(splinefun(c(0, 5, 7), c(0, 10, 30), method = "hyman")(0:7))
    const expected = [0.08, 0.56, 1.52, 2.96, 4.88, 8.42857142857143, 11.57142857142857];
    monotoneGraduation([10, 20], [5, 2]).forEach((year, age) => {
      expect(year).toBeCloseTo(expected[age]!, 12);
    });
    expect([...monotoneGraduation([10], [5])]).toEqual([2, 2, 2, 2, 2]);
  });

  test("gives nothing to the years of an empty band, and nothing below 0", () => {
    const value = monotoneGraduation([900, 0, 0, 40, 1], [5, 5, 1, 4, 5]);
    expect([...value.slice(5, 11)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(Math.min(...value)).toBeGreaterThanOrEqual(0);
  });
});

describe("modifiedBeersGraduation", () => {
  test("does not keep the bands, save the first, by design", () => {
    const value = modifiedBeersGraduation(counts, fives(20));
    expect(sum(value.slice(0, 5))).toBeCloseTo(256_000, 6);
    // Worked by hand from the sums of its multipliers, 10–14: −.043 · 256,000 + .172 · 290,000 + .742 · 306,000
    // + .172 · 286,000 − .043 · 340,000 = 300,496.
    expect(sum(value.slice(10, 15))).toBeCloseTo(300_496, 6);
  });
});

describe("a straight line", () => {
  // Bands that fall by 5 have years that fall by 0.2, whichever of the curves is laid through them.
  test.each(named.slice(1))("is kept by %s", (_, graduate) => {
    const value = graduate([50, 45, 40, 35, 30, 25], fives(6));
    value.forEach((year, age) => {
      expect(year).toBeCloseTo(10.4 - 0.2 * age, 12);
    });
  });
});

describe("spragueGraduation", () => {
  test("gives years below 0 where bands fall steeply, as they are", () => {
    // By hand, last year of the second band: (−176 · 1000 + 1408 · 0 + 912 · 0 − 144 · 0) ÷ 10,000.
    expect(spragueGraduation([1000, 0, 0, 0, 0], fives(5))[9]).toBe(-17.6);
  });
});

describe("a missing band", () => {
  test("makes its own years missing when years are even", () => {
    expect([...uniformGraduation([2, Number.NaN, 4], [2, 1, 1])]).toEqual([1, 1, Number.NaN, 4]);
  });
  test("makes two bands to either side missing where years are weighted sums", () => {
    const missing = counts.with(9, Number.NaN);
    for (const graduate of [spragueGraduation, ordinaryBeersGraduation, modifiedBeersGraduation]) {
      const gaps = [...graduate(missing, fives(20))].flatMap((year, age) => (Number.isNaN(year) ? [age] : []));
      expect([gaps[0], gaps.at(-1), gaps.length]).toEqual([35, 59, 25]);
    }
  });
  test("makes every year missing where one curve runs through all", () => {
    expect([...monotoneGraduation([2, Number.NaN, 4, 1], [2, 1, 1, 1])].every(Number.isNaN)).toBe(true);
  });
});

describe("bands of nobody", () => {
  test.each(named)("have years of nobody: %s", (_, graduate) => {
    expect([...graduate([0, 0, 0, 0, 0], fives(5))].every((year) => year === 0)).toBe(true);
  });
});

describe("bands that a method cannot take are refused", () => {
  test.each(named.slice(1, 4))("unequal ones by %s", (name, graduate) => {
    expect(() => graduate([1, 2, 3, 4, 5], [5, 5, 5, 5, 10])).toThrow(
      new RangeError(`${name}: every band must be five years wide, got 10 in band 5`),
    );
    expect(() => graduate([1, 2, 3, 4], fives(4))).toThrow(new RangeError(`${name}: needs at least five bands; got 4`));
  });
  test.each(named)("by %s, and counts that cannot be", (name, graduate) => {
    expect(() => graduate([1, 2, 3, 4, 5], [5, 5, 5, 5, 0.5])).toThrow(`${name}: widths must be whole years`);
    expect(() => graduate([1, 2, -3, 4, 5], fives(5))).toThrow(`${name}: counts must be 0 or more, got -3 in band 3`);
    expect(() => graduate([1, 2, 3, 4, 5], fives(4))).toThrow(
      `${name}: counts, widths must be of one length, got 5, 4`,
    );
    expect(() => graduate([], [])).toThrow(`${name}: needs at least one stratum, got none`);
    expect(() => graduate(Array(41).fill(1), fives(41))).toThrow(`${name}: widths must add up to 200 years at most`);
  });
});
