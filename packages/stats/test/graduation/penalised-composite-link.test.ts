import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CompositeLinkOptions, penalisedCompositeLink, penalisedCompositeLinkRates } from "../../src/index.ts";
import { describeCases } from "./describe-cases.ts";

const sum = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((a, b) => a + b, 0);
const furthest = (found: ArrayLike<number>, expected: readonly number[]) =>
  Math.max(...expected.map((own, i) => Math.abs(found[i]! / own - 1)));

// The example of R's ungroup: deaths and people by age, the last band taken to end at 110.
const deaths = [294, 66, 32, 44, 170, 284, 287, 293, 361, 600, 998, 1572, 2529, 4637, 6161, 7369, 10481, 15293, 39016];
const people = [114, 440, 509, 492, 628, 618, 576, 580, 634, 657, 631, 584, 573, 619, 530, 384, 303, 245, 249].map(
  (thousands) => 1000 * thousands,
);
const widths = [1, 4, ...Array(16).fill(5), 26] as readonly number[];

/** What ungroup prints at ages 0, 1, 20, 50, 85, 100 and 110, of the reference case. */
const ages = [0, 1, 20, 50, 85, 100, 110];
const atOne = [
  288.91178704499, 50.2409768507617, 56.1643146545484, 263.100538725066, 3719.58384465003, 281.17325224314,
  1.78302260806071,
];
const atBest = [
  292.254944877417, 47.5670396438015, 56.9328027729024, 263.142589221565, 3720.3928272669, 280.160080104626,
  1.76116801038282,
];

describe("penalisedCompositeLink", () => {
  test("agrees with ungroup at a smoothing of 1, and at the one that its criterion chose, its lowest", () => {
    const one = penalisedCompositeLink(deaths, widths, { smoothing: 1, beyond: 1 });
    expect(
      furthest(
        ages.map((age) => one.value[age]!),
        atOne,
      ),
    ).toBeLessThan(2e-6);
    const best = penalisedCompositeLink(deaths, widths, { beyond: 1 });
    expect(best.smoothing ** 2).toBeCloseTo(0.1, 5);
    expect(
      furthest(
        ages.map((age) => best.value[age]!),
        atBest,
      ),
    ).toBeLessThan(2e-6);
    expect(best.status).toBe("fitted");
    const exposure = penalisedCompositeLink([...people, 1.01], [...widths, 1], { beyond: 1 });
    expect(exposure.smoothing / 23.0558).toBeCloseTo(1, 2);
  });

  test("finds the same whatever it starts from: the years move on with the smoothing, and the criterion is least", () => {
    const range = [0.01, 300] as const;
    const criterion = (options: CompositeLinkOptions, price: number) => {
      const { deviance, dimension } = penalisedCompositeLink(deaths, widths, { range, beyond: 1, ...options });
      return deviance + price * dimension;
    };
    for (const [smoothing, price] of [
      ["bayesian", Math.log(20)],
      ["akaike", 2],
    ] as const) {
      const { smoothing: chosen } = penalisedCompositeLink(deaths, widths, { range, beyond: 1, smoothing });
      const least = criterion({ smoothing: chosen }, price);
      expect(chosen).toBeGreaterThan(range[0]);
      for (const factor of [0.9, 1.1]) expect(criterion({ smoothing: chosen * factor }, price)).toBeGreaterThan(least);
    }
  });

  test("knows how many parameters it is worth to 12 digits, however light the smoothing", () => {
    // mpmath at 60 digits from the fitted years: trace of (Q′WQ + λ D′D)⁻¹ Q′WQ, splines and their differences written anew.
    for (const [smoothing, trace] of [
      [0.001, 18.99972915847053],
      [0.1, 18.97331359662303],
      [10, 17.66429229702363],
    ] as const)
      expect(penalisedCompositeLink(deaths, widths, { smoothing }).dimension).toBeCloseTo(trace, 11);
    expect(penalisedCompositeLink(deaths, widths, { smoothing: 1e12 }).dimension).toBeCloseTo(2, 4);
  });

  test("adds up to all counts, and to each band the nearer the less it is smoothed", () => {
    const gap = (smoothing: number) => {
      const { value, band } = penalisedCompositeLink(deaths, widths, { smoothing });
      expect(sum(value)).toBeCloseTo(sum(deaths), 6);
      expect(sum(band)).toBeCloseTo(sum(deaths), 4);
      return furthest(band, deaths);
    };
    const gaps = [100, 1, 0.01].map(gap);
    expect(gaps[0]!).toBeGreaterThan(gaps[1]!);
    expect(gaps[1]!).toBeGreaterThan(gaps[2]!);
    expect(gaps[2]!).toBeLessThan(0.002);
  });

  test("gives back a curve that is log-linear, whatever the smoothing, since it is not penalised", () => {
    const bands = [3, 5, 1, 10, 6];
    let from = 0;
    const counts = bands.map((width) => {
      let own = 0;
      for (let j = 0; j < width; j++) own += 1000 * Math.exp(-0.08 * from++);
      return own;
    });
    for (const smoothing of [0.01, 1, 1e6])
      penalisedCompositeLink(counts, bands, { smoothing }).value.forEach((year, age) => {
        expect(year / (1000 * Math.exp(-0.08 * age))).toBeCloseTo(1, 8);
      });
  });

  test("is all 0 without events, and missing where a band is", () => {
    const none = penalisedCompositeLink([0, 0, 0], [5, 5, 5]);
    expect(none.status).toBe("no events");
    expect([...none.value]).toEqual(Array(15).fill(0));
    const missing = penalisedCompositeLink([1, Number.NaN, 3], [5, 5, 5]);
    expect(missing.status).toBe("missing");
    expect([...missing.value].every(Number.isNaN)).toBe(true);
  });

  test("takes bands in which nothing happened", () => {
    const { value, status } = penalisedCompositeLink([0, 0, 0, 5, 40, 0, 7], [5, 5, 5, 5, 5, 5, 5], { smoothing: 1 });
    expect(status).toBe("fitted");
    expect(sum(value)).toBeCloseTo(52, 9);
    expect(Math.min(...value)).toBeGreaterThanOrEqual(0);
  });

  test("is the log-linear curve where smoothing is heaviest, by two parameters", () => {
    const { value, dimension, status } = penalisedCompositeLink([30, 60, 90, 120], [2, 2, 2, 2], { smoothing: 1e12 });
    // mpmath 1.3: findroot of the score equations of exp(a + b × year), sums of two years Poisson: a = 2.77709641912010803, b = 0.209808812495549.
    const expected = Array.from({ length: 8 }, (_, year) => Math.exp(2.777096419120108 + 0.209808812495549 * year));
    expect(furthest(value, expected)).toBeLessThan(1e-9);
    expect(dimension).toBeCloseTo(2, 9);
    expect(status).toBe("fitted");
  });

  test("comes to the end where one end has all counts, however heavy the smoothing: they go to the first year, or the last", () => {
    for (const counts of [
      [1, 0, 0],
      [100, 0, 0],
      [1, 0, 0, 0, 0],
      [0, 0, 1],
    ])
      for (const smoothing of [1, 1e5, 1e6, 1e9, 1e12]) {
        const found = penalisedCompositeLink(
          counts,
          counts.map(() => 5),
          { smoothing },
        );
        const said = `${counts} at ${smoothing}`;
        expect(found.status, said).toBe("fitted");
        expect(Math.max(found.value[0]!, found.value.at(-1)!) / sum(counts), said).toBeGreaterThan(0.97);
        expect(found.deviance, said).toBeLessThan(1e-11 * sum(counts));
      }
  });

  test("refuses what it cannot be fitted with", () => {
    const call = (options: CompositeLinkOptions) => () => penalisedCompositeLink([1, 2, 3], [5, 5, 5], options);
    expect(() => penalisedCompositeLink([1, 2], [5, 5])).toThrow(
      new RangeError("penalisedCompositeLink: needs at least three bands; got 2"),
    );
    expect(call({ smoothing: 0 })).toThrow("smoothing must be above 0, 1e12 at most, got 0");
    expect(call({ smoothing: "AIC" as "akaike" })).toThrow("smoothing must be one of akaike, bayesian, got AIC");
    expect(call({ range: [1, 0.1] })).toThrow("range must rise from above 0 to 1e12 at most, got 1 to 0.1");
    expect(call({ yearsPerKnot: 0 })).toThrow("yearsPerKnot must be from 1 to 200, got 0");
    expect(call({ beyond: 0 })).toThrow("beyond must be above 0, or null, got 0");
  });
});

/** People of single years as ungroup has them, and of the year above: a band of 1.01, divided with one more year beyond. */
const exposed = () => {
  // ungroup stops short of the least of its criterion, which stands at 23.072 here; found so as to come nearest to its rates.
  const all = penalisedCompositeLink([...people, 1.01], [...widths, 1], { beyond: 1, smoothing: 23.0558 }).value;
  return { years: all.slice(0, 111), beyond: { events: 1, population: all[111]! } };
};

const ratesOfExample = () => {
  const { years, beyond } = exposed();
  return penalisedCompositeLinkRates(deaths, years, widths, { beyond });
};

describe("penalisedCompositeLinkRates", () => {
  // What ungroup prints at ages 0, 20, 50, 85 and 110.
  const printed = [
    0.00247831015769616, 0.000422460173176005, 0.0021065321701481, 0.0883893800856893, 0.619755667171211,
  ];
  const at = [0, 20, 50, 85, 110];

  test("are those of ungroup but for one factor, by which ungroup's are too low", () => {
    const { value } = ratesOfExample();
    const factor = value[50]! / printed[2]!;
    expect(factor).toBeCloseTo(1.03447, 5);
    expect(
      furthest(
        at.map((age) => value[age]! / factor),
        printed,
      ),
    ).toBeLessThan(1e-5);
  });

  test("give the deaths again, which ungroup's do not", () => {
    const { value, band } = ratesOfExample();
    const { years } = exposed();
    const expected = sum(value.map((rate, age) => rate * years[age]!));
    expect(expected).toBeCloseTo(sum(band), 6);
    expect(expected / sum(deaths)).toBeCloseTo(1, 5);
  });

  test("are one rate throughout where that is all there is, whoever is exposed", () => {
    const population = [5, 4, 3, 8, 7, 6, 9, 10].map((own) => own * 100);
    const { value } = penalisedCompositeLinkRates([1.2 * 10, 2.1 * 10, 1.9 * 10], population, [3, 3, 2], {
      smoothing: 5,
    });
    // By hand: 12 ÷ 1200 = 21 ÷ 2100 = 19 ÷ 1900 = 0.01.
    for (const rate of value) expect(rate).toBeCloseTo(0.01, 10);
  });

  test("refuse people of other years than the bands have, and none", () => {
    expect(() => penalisedCompositeLinkRates([1, 2, 3], [9, 9], [1, 1, 1])).toThrow(
      new RangeError("penalisedCompositeLinkRates: population must have 3 single years, as widths have, got 2"),
    );
    expect(() => penalisedCompositeLinkRates([1, 2, 3], [9, 0, 9], [1, 1, 1])).toThrow(
      "population must be above 0, got 0 in year 2",
    );
    const { value, status } = penalisedCompositeLinkRates([1, 2, 3], [9, Number.NaN, 9], [1, 1, 1]);
    expect([status, Number.isNaN(value[0])]).toEqual(["missing", true]);
  });
});

const files = ["input", "counts", "lambda1", "rates"].map((name) => `pclm_ungroup_example_${name}.csv`);

describeCases("penalised composite link", files, (folder) => {
  const column = (name: string, at: number) =>
    readFileSync(join(folder, `pclm_ungroup_example_${name}.csv`), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => Number(line.split(",")[at]));

  test("agrees in all 111 ages with ungroup's counts, to where it stops short of convergence", () => {
    expect(column("input", 1)).toEqual(deaths);
    expect(column("input", 2)).toEqual(people);
    const one = penalisedCompositeLink(deaths, widths, { smoothing: 1, beyond: 1 });
    expect(furthest(one.value, column("lambda1", 1))).toBeLessThan(1.8e-6);
    const best = penalisedCompositeLink(deaths, widths, { beyond: 1 });
    expect(furthest(best.value, column("counts", 1))).toBeLessThan(1.9e-6);
  });

  test("agrees in all 111 ages with ungroup's rates, brought back to rates", () => {
    const { value } = ratesOfExample();
    const printed = column("rates", 1);
    const factor = sum(value) / sum(printed);
    expect(
      furthest(
        value.map((rate) => rate / factor),
        printed,
      ),
    ).toBeLessThan(1e-5);
  });
});
