import { describe, expect, it } from "vitest";
import { lifeTable, openBandExpectancy } from "../../src/index.ts";

/** Made up: deaths and person-years at ages 60-64 to 85-89, and 90 and over. */
const deaths = [200, 350, 650, 1150, 1800, 2350, 1500];
const population = [20_000, 19_000, 18_000, 16_000, 12_500, 9_000, 3_500];
const starts = [60, 65, 70, 75, 80, 85, 90];

describe("openBandExpectancy", () => {
  it("carries on the law of Gompertz, fitted to the bands below", () => {
    // R 4.2.2: glm(D ~ x + offset(log(P)), family = poisson), x in the middle of each band, then
    // integrate(function(t) exp(-exp(a + 90 b) / b * (exp(b * t) - 1)), 0, 100).
    expect(openBandExpectancy(deaths, population, starts, { law: "gompertz" })).toBeCloseTo(2.09203916033, 9);
  });

  it("carries on the law of Kannisto, fitted to the bands below, which is the default", () => {
    // mpmath 30 digits: findroot of the two score equations of the Poisson likelihood, then
    // quad(lambda t: ((1 + e) / (1 + e * exp(b * t))) ** (1 / b), [0, 5, 20, 60, 150]), e = exp(a), ages counted from 90.
    const kannisto = openBandExpectancy(deaths, population, starts);
    expect(kannisto).toBeCloseTo(2.454191832069075, 9);
    expect(kannisto).toBe(openBandExpectancy(deaths, population, starts, { law: "kannisto" }));
  });

  it("finds the years of a population that follows a law", () => {
    // By construction: rates exp(-10 + 0.11 x) in the middle of each band, years from 90 by the trapezium of 100,000 pieces.
    const mu = (x: number) => Math.exp(-10 + 0.11 * x);
    const exact = starts.map((start) => 1e6 * mu(start + 2.5));
    let years = 0;
    const survival = (t: number) => Math.exp(-(mu(90 + t) - mu(90)) / 0.11);
    for (let i = 0; i < 100_000; i++) years += (0.001 * (survival(i / 1000) + survival((i + 1) / 1000))) / 2;
    const everybody = starts.map(() => 1e6);
    expect(openBandExpectancy(exact, everybody, starts, { law: "gompertz" })).toBeCloseTo(years, 6);
  });

  it("leaves the counts of the open band aside, and those of bands below the age asked for", () => {
    const other = [9, ...deaths.slice(1, 6), 1];
    expect(openBandExpectancy(other, population, starts, { from: 65 })).toBe(
      openBandExpectancy(deaths, population, starts, { from: 65 }),
    );
  });

  it("closes a life table whose open band has no deaths", () => {
    const none = [...deaths.slice(0, 6), 0];
    expect(lifeTable(none, population, starts).expectancy[0]).toBeNaN();
    const years = openBandExpectancy(none, population, starts);
    const closed = lifeTable(none, population, starts, { openBand: years });
    expect(closed.expectancy.at(-1)).toBe(years);
    expect(closed.expectancy[0]).toBeGreaterThan(15);
  });

  it("is not there where a count is missing, fewer than two bands have deaths, or rates fall", () => {
    expect(openBandExpectancy([Number.NaN, ...deaths.slice(1)], population, starts)).toBeNaN();
    expect(openBandExpectancy([0, 0, 0, 0, 0, 5, 9], population, starts)).toBeNaN();
    const falling = [...deaths.slice(0, 6)].reverse();
    const all = starts.map(() => 10_000);
    expect(openBandExpectancy([...falling, 1], all, starts)).toBeNaN();
  });

  it("refuses an unknown law, too few bands, and ages that cannot be", () => {
    expect(() => openBandExpectancy(deaths, population, starts, { law: "makeham" as never })).toThrow(
      "openBandExpectancy: law must be one of kannisto, gompertz, got makeham",
    );
    expect(() => openBandExpectancy(deaths, population, starts, { from: 85 })).toThrow(
      "openBandExpectancy: needs two closed bands from age 85 or more, got 1",
    );
    expect(() => openBandExpectancy(deaths, population, starts, { from: -1 })).toThrow("from must be an age");
    expect(() => openBandExpectancy([1, 2], [1, 2], [70, 60])).toThrow("bands must start at ages that rise");
  });
});
