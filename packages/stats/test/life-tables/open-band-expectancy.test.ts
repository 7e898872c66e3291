import fc from "fast-check";
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
    expect(() => openBandExpectancy(deaths, population, starts, { law: "weibull" as never })).toThrow(
      "openBandExpectancy: law must be one of kannisto, gompertz, makeham, got weibull",
    );
    expect(() => openBandExpectancy(deaths, population, starts, { from: 85 })).toThrow(
      "openBandExpectancy: needs two closed bands from age 85 or more, got 1",
    );
    expect(() => openBandExpectancy(deaths, population, starts, { law: "makeham", from: 80 })).toThrow(
      "openBandExpectancy: needs three closed bands from age 80 or more, got 2",
    );
    expect(() => openBandExpectancy(deaths, population, starts, { from: -1 })).toThrow("from must be an age");
    expect(() => openBandExpectancy([1, 2], [1, 2], [70, 60])).toThrow("bands must start at ages that rise");
  });
});

describe("the law of Makeham above the last closed band", () => {
  const law = "makeham";
  const from30 = Array.from({ length: 13 }, (_, i) => 30 + 5 * i);
  /** Made up: deaths and person-years at ages 30-34 to 85-89, and 90 and over. */
  const died = [60, 72, 90, 120, 170, 240, 330, 480, 760, 1250, 1900, 2400, 1500];
  const lived = [60, 60, 59, 58, 56, 52, 45, 38, 31, 25, 18, 10.5, 3.6].map((thousands) => 1000 * thousands);

  it("agrees with the score equations solved, and the integral taken, to 30 digits", () => {
    // mpmath 1.3: findroot of the three score equations of the Poisson likelihood: c = 0.00124018978192254, α = −1.15097452921620582 at 90,
    // β = 0.146045736998186893; quad(exp(−c t − e^α ÷ β (e^(β t) − 1)), [0, 5, 20, 60]) = 2.32087174859859265.
    expect(openBandExpectancy(died, lived, from30, { law, from: 30 })).toBeCloseTo(2.32087174859859, 9);
  });

  it("finds a published law again: Dickson, Hardy and Waters's standard ultimate model", () => {
    // μ(x) = 0.00022 + 2.7e-6 × 1.124^x. Their book prints l(70) = 91,082.4 and l(90) = 41,841.1 of 100,000 at age 20.
    const [a, b, c] = [0.00022, 2.7e-6, 1.124];
    const reach = (x: number) => 1e5 * Math.exp(-a * (x - 20) - (b * (c ** x - c ** 20)) / Math.log(c));
    expect([reach(70), reach(90)].map((own) => own.toFixed(1))).toEqual(["91082.4", "41841.1"]);
    const everybody = from30.map(() => 1e6);
    const exact = from30.map((start) => 1e6 * (a + b * c ** (start + 2.5)));
    // mpmath 1.3: quad(exp(−a t − b c^90 ÷ ln c (c^t − 1)), [0, 5, 20, 60]) = 5.65280237228924501.
    expect(openBandExpectancy(exact, everybody, from30, { law, from: 30 })).toBeCloseTo(5.65280237228925, 8);
  });

  it("is Gompertz's where bands show no floor, and where they show one below 0", () => {
    const everybody = starts.map(() => 1e6);
    const exact = (floor: number) => starts.map((start) => 1e6 * (floor + Math.exp(-10 + 0.11 * (start + 2.5))));
    for (const floor of [0, -0.002]) {
      const years = openBandExpectancy(exact(floor), everybody, starts, { law });
      expect(years).toBeCloseTo(openBandExpectancy(exact(floor), everybody, starts, { law: "gompertz" }), 8);
    }
    // With one, the rates of old age rise faster than Gompertz's law has it, and the years are fewer.
    const [floored, without] = [law, "gompertz"].map((own) =>
      openBandExpectancy(exact(0.01), everybody, starts, { law: own as "makeham" }),
    );
    expect(floored!).toBeLessThan(without!);
  });

  it("is not there where fewer than three bands have deaths, rates fall, or a count is missing", () => {
    expect(openBandExpectancy([0, 0, 0, 0, 3, 5, 9], population, starts, { law })).toBeNaN();
    const falling = [...deaths.slice(0, 6)].reverse();
    expect(
      openBandExpectancy(
        [...falling, 1],
        starts.map(() => 10_000),
        starts,
        { law },
      ),
    ).toBeNaN();
    expect(openBandExpectancy([Number.NaN, ...deaths.slice(1)], population, starts, { law })).toBeNaN();
  });

  it("comes to an end whatever the deaths, with years that are there and above 0 or NaN", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { minLength: 7, maxLength: 7 }), (counts) => {
        const years = openBandExpectancy(counts, population, starts, { law });
        expect(Number.isNaN(years) || (years > 0 && years < Infinity)).toBe(true);
      }),
    );
  });
});
