import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excessDeaths, modelledExcess, rateDifference, rateRatio, winterDeaths } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("excessDeaths", () => {
  it("is what lies above the mean, with the limits of a difference and a ratio of Poisson rates", () => {
    // by hand: mean 1,017 of five years, 1,150 − 1,017 = 133, 13.0776… per cent
    const found = excessDeaths(1150, [980, 1040, 1015, 990, 1060]);
    expect(found.expected).toBe(1017);
    expect(found.excess.value).toBe(133);
    expectClose(found.percentage.value, 13300 / 1017, 1e-12);
    const now = { events: 1150, population: 1 };
    const then = { events: 5085, population: 5 };
    expect(found.excess.lower).toBe(rateDifference(now, then, { per: 1 }).lower);
    expectClose(found.percentage.upper, 100 * (rateRatio(now, then).upper - 1), 1e-12);
  });

  it("can be set against the spread between years", () => {
    // R 4.2.2: predict(lm(y ~ 1), data.frame(x = 1), interval = "prediction"): 915.2138411403314 to 1118.7861588596681
    const { excess, percentage } = excessDeaths(1150, [980, 1040, 1015, 990, 1060], { limits: "between years" });
    expectClose(excess.lower, 1150 - 1118.7861588596681, 1e-12);
    expectClose(excess.upper, 1150 - 915.2138411403314, 1e-12);
    expectClose(percentage.lower, (100 * (1150 - 1118.7861588596681)) / 1017, 1e-12);
    expect(excessDeaths(9, [8], { limits: "between years" }).excess).toEqual({
      value: 1,
      lower: Number.NaN,
      upper: Number.NaN,
    });
  });

  it("is 0 where deaths are as expected, and holds the value between its limits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 1, max: 10 }), (deaths, years) => {
        const { excess, percentage } = excessDeaths(deaths, Array(years).fill(deaths));
        expect(excess.value).toBe(0);
        expect(excess.lower).toBeLessThanOrEqual(0);
        expect(excess.upper).toBeGreaterThanOrEqual(0);
        if (deaths > 0)
          expect([percentage.value, percentage.lower <= 0, percentage.upper >= 0]).toEqual([0, true, true]);
      }),
    );
  });

  it("covers as it should where only chance moves deaths, added up over all counts", () => {
    // excess truly 0: one year of Poisson(8) against two of Poisson(8) each; limits at 95% exclude 0 seldom enough
    const density = (mean: number) => {
      const found = [Math.exp(-mean)];
      for (let x = 1; x < 60; x++) found.push((found[x - 1]! * mean) / x);
      return found;
    };
    const [one, two] = [density(8), density(16)];
    let outside = 0;
    for (const [x, p] of one.entries()) {
      for (const [y, q] of two.entries()) {
        const { excess } = excessDeaths(x, [y, 0]);
        if (excess.lower > 0 || excess.upper < 0) outside += p * q;
      }
    }
    expect(outside).toBeGreaterThan(0.03);
    expect(outside).toBeLessThan(0.06);
  });

  it("is missing where a count is, knows no per cent of nobody, and refuses what cannot be", () => {
    expect(excessDeaths(Number.NaN, [1]).excess.value).toBeNaN();
    expect(excessDeaths(3, [0, 0]).percentage.value).toBe(Infinity);
    expect(() => excessDeaths(3, [])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: excessDeaths: baseline must hold at least one year, got none]`,
    );
    expect(() => excessDeaths(3, [1, -1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: excessDeaths: events must be 0 or more, got -1 in year 1 of the baseline]`,
    );
    expect(() => excessDeaths(3, [1], { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: excessDeaths: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });
});

describe("winterDeaths", () => {
  const deaths = { before: 900, winter: 1200, after: 1100 };

  it("is the increase over the mean of the adjoining periods, and its index", () => {
    // by hand: mean 1,000; increase 200; index 20
    const { increase, index } = winterDeaths(deaths);
    expect([increase.value, index.value]).toEqual([200, expect.closeTo(20, 12)]);
    expectClose(
      increase.lower,
      rateDifference({ events: 1200, population: 1 }, { events: 2000, population: 2 }, { per: 1 }).lower,
      1e-14,
    );
    expectClose(
      index.upper,
      100 * (rateRatio({ events: 1200, population: 1 }, { events: 2000, population: 2 }).upper - 1),
      1e-12,
    );
  });

  it("can have the normal limits of some tables", () => {
    // by hand: 200 ∓ 1.96 √(1,200 + 2,000/4) = 200 ∓ 1.96 √1,700
    const { increase, index } = winterDeaths(deaths, { limits: "normal", deviate: 1.96 });
    expectClose(increase.lower, 200 - 1.96 * Math.sqrt(1700), 1e-14);
    expectClose(index.upper, 20 + 0.196 * Math.sqrt(1700), 1e-13);
  });

  it("can allow for the lengths of the periods", () => {
    // by hand: 122 deaths in 122 days, 121 in 121, 122 in 122: one a day throughout
    const { increase, index } = winterDeaths(
      { before: 122, winter: 121, after: 122 },
      { days: { before: 122, winter: 121, after: 122 } },
    );
    expect(increase.value).toBeCloseTo(0, 12);
    expect(index.value).toBeCloseTo(0, 12);
    expect(winterDeaths({ before: 122, winter: 121, after: 122 }).increase.value).toBe(-1);
  });

  it("does not care which of the other periods comes first, and scales", () => {
    const count = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(count, count, count, (before, winter, after) => {
        const one = winterDeaths({ before, winter, after });
        expect(winterDeaths({ before: after, winter, after: before })).toEqual(one);
        expect(one.increase.lower).toBeLessThanOrEqual(one.increase.value);
        expect(one.increase.upper).toBeGreaterThanOrEqual(one.increase.value);
        expect(Math.sign(one.index.value)).toBe(Math.sign(one.increase.value));
        const ten = winterDeaths({ before: 10 * before, winter: 10 * winter, after: 10 * after });
        expect(ten.index.value).toBeCloseTo(one.index.value, 6);
        expect(ten.index.upper - ten.index.lower).toBeLessThan(one.index.upper - one.index.lower);
      }),
    );
  });

  it("is missing where a count is, and refuses what cannot be", () => {
    expect(winterDeaths({ ...deaths, after: Number.NaN }).index.value).toBeNaN();
    expect(winterDeaths({ before: 0, winter: 5, after: 0 }).index.value).toBe(Infinity);
    expect(winterDeaths({ before: 0, winter: 0, after: 0 }).index.value).toBeNaN();
    expect(() => winterDeaths({ ...deaths, winter: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: winterDeaths: events must be 0 or more, got -1 in winter]`,
    );
    expect(() => winterDeaths(deaths, { days: { before: 1, winter: 0, after: 1 } })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: winterDeaths: days must be above 0, got 0 of winter]`,
    );
  });
});

describe("modelledExcess", () => {
  const season = (rows: number) => Array.from({ length: rows }, (_, i) => (i % 4) + 1);
  const baseline = {
    deaths: [520, 480, 430, 510, 530, 470, 445, 500, 560, 490, 450, 530, 540, 515, 440, 525, 580, 500, 470, 545],
    population: Array.from({ length: 20 }, (_, i) => 1000 * (100 + Math.floor(i / 4))),
    time: Array.from({ length: 20 }, (_, i) => i + 1),
    season: season(20),
  };
  const later = {
    deaths: [640, 560, 500, 570],
    population: Array(4).fill(105_000),
    time: [21, 22, 23, 24],
    season: season(4),
  };

  it("expects deaths by quasi-Poisson regression on trend and season, with limits of what is to come", () => {
    // R 4.2.2: f <- glm(d ~ t + factor(s) + offset(log(n)), family = quasipoisson); X <- model.matrix(~ t + s, later);
    // mu ∓ qt(0.975, 15) √(φ mu + mu² diag(X vcov(f) Xᵀ)); total by g = Xᵀ mu: √(φ Σ mu + gᵀ vcov(f) g)
    const found = modelledExcess(baseline, later);
    expectClose(found.dispersion, 0.24212991996860095, 1e-10);
    const close = (column: Float64Array, wanted: readonly number[]) =>
      wanted.forEach((value, i) => {
        expectClose(column[i]!, value, 1e-10);
      });
    close(found.expected, [577.9628232343, 519.74312492315198, 473.16736627423393, 552.55786397125303]);
    close(found.lower, [547.44858256409975, 491.05928166992322, 445.99335391374234, 522.83522836646603]);
    close(found.upper, [608.47706390450026, 548.42696817638068, 500.34137863472552, 582.28049957604003]);
    expectClose(found.total.expected, 2123.4311784029387, 1e-11);
    expectClose(found.total.excess.value, 146.56882159706129, 1e-9);
    expectClose(found.total.excess.lower, 75.856668126918237, 1e-9);
    expectClose(found.total.excess.upper, 217.28097506720434, 1e-9);
    expectClose(found.total.percentage.value, 6.9024521768253244, 1e-9);
    expectClose(found.total.percentage.lower, 3.5723629236701262, 1e-9);
    // the same without φ Σ mu
    expectClose(modelledExcess(baseline, later, { limits: "baseline" }).total.excess.lower, 94.950969153798525, 1e-9);
  });

  it("is no excess where a steady year repeats, whatever the scale of time and population", () => {
    const steady = { ...baseline, deaths: baseline.season.map((s) => 100 * s), population: Array(20).fill(1) };
    const same = { ...later, deaths: [100, 200, 300, 400], population: Array(4).fill(1) };
    const found = modelledExcess(steady, same);
    for (const excess of found.excess) expect(excess).toBeCloseTo(0, 8);
    expect(found.total.excess.value).toBeCloseTo(0, 7);
    const plain = modelledExcess(baseline, later);
    const moved = modelledExcess(
      {
        ...baseline,
        time: baseline.time.map((t) => 2000 + t / 4),
        population: baseline.population.map((n) => n * 1e9),
      },
      { ...later, time: later.time.map((t) => 2000 + t / 4), population: later.population.map((n) => n * 1e9) },
    );
    expectClose(moved.total.excess.value, plain.total.excess.value, 1e-8);
    expectClose(moved.total.excess.lower, plain.total.excess.lower, 1e-8);
  });

  it("can leave the trend out, and rows out of the baseline", () => {
    const keep = (i: number) => i < 8 || i > 11;
    const some = Object.fromEntries(
      Object.entries(baseline).map(([name, column]) => [name, (column as number[]).filter((_, i) => keep(i))]),
    ) as typeof baseline;
    expect(modelledExcess(some, later).expected).toHaveLength(4);
    const none = modelledExcess(baseline, later, { trend: "none" });
    // by hand: the rate of season 1 is that of its five years together
    expectClose(none.expected[0]!, ((520 + 530 + 560 + 540 + 580) / 510_000) * 105_000, 1e-11);
  });

  it("is missing where a count is: later in its row and the total, in the baseline everywhere", () => {
    const later1 = modelledExcess(baseline, { ...later, deaths: [640, Number.NaN, 500, 570] });
    expect(Array.from(later1.excess, Number.isNaN)).toEqual([false, true, false, false]);
    expect([later1.total.excess.lower, Number.isNaN(later1.expected[1]!)]).toEqual([Number.NaN, false]);
    const before = modelledExcess(
      { ...baseline, deaths: baseline.deaths.map((d, i) => (i === 3 ? Number.NaN : d)) },
      later,
    );
    expect([before.total.expected, before.upper[0], before.dispersion]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("refuses seasons that it does not know, and names a season in which nobody died", () => {
    expect(() => modelledExcess(baseline, { ...later, season: [1, 2, 3, 5] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: modelledExcess: season must be one of the baseline's, 1, 2, 3, 4; got 5 in row 3]`,
    );
    expect(() =>
      modelledExcess({ ...baseline, deaths: baseline.deaths.map((d, i) => (baseline.season[i] === 3 ? 0 : d)) }, later),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: modelledExcess: every coefficient must have a finite value, got none of season 3: rows that it sets apart have no events, in the baseline]`,
    );
    expect(() => modelledExcess(baseline, { ...later, deaths: [1, 2, 3, -4] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: modelledExcess: deaths must be 0 or more among people above 0, got -4 among 105000 in row 3]`,
    );
    expect(() => modelledExcess({ ...baseline, time: [1] }, later)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: modelledExcess: deaths, population, time, season must be of one length, got 20, 20, 1, 20]`,
    );
  });
});
