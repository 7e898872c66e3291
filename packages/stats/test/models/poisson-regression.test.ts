import { describe, expect, it } from "vitest";
import { expectedByRegression, poissonRegression, rateRatios } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const events = [12, 15, 9, 22, 31, 28, 40, 37];
const population = [1200, 1350, 900, 1500, 1800, 1700, 2100, 1900];
const terms = { year: [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022], group: [0, 1, 0, 1, 0, 1, 1, 0] };

// R 4.2.2: fit <- glm(events ~ year + group, offset = log(population), family = poisson, control = list(epsilon = 1e-15))
describe("poissonRegression", () => {
  it("agrees with R's glm", () => {
    const fit = poissonRegression(events, population, terms);
    const [level, year, group] = fit.coefficients as [never, never, never] & typeof fit.coefficients;
    // coef(fit), and summary(fit)$coefficients
    for (const [found, value, standardError, probability] of [
      [level, -205.6831082611773, 67.512215899999674, 0.00231441016172771],
      [year, 0.099796002305011663, 0.033430003996821729, 0.0028337205983571547],
      [group, 0.024180198355244133, 0.14413648694027348, 0.86677284884542705],
    ] as [(typeof fit.coefficients)[number], number, number, number][]) {
      expectClose(found.value, value, 1e-10);
      expectClose(found.standardError, standardError, 1e-10);
      expectClose(found.probability, probability, 1e-9);
    }
    expect(fit.coefficients.map(({ name }) => name)).toEqual(["intercept", "year", "group"]);
    // confint.default(fit)
    expectClose(fit.coefficients[1]!.lower, 0.034274398468211023, 1e-10);
    expectClose(fit.coefficients[1]!.upper, 0.16531760614181229, 1e-10);
    // deviance(fit), AIC(fit), logLik(fit), fit$df.residual
    expectClose(fit.deviance, 1.1314413895221134, 1e-10);
    expectClose(fit.informationCriterion, 46.452751451970251, 1e-12);
    expectClose(fit.logLikelihood, -20.226375725985125, 1e-12);
    expect([fit.degreesOfFreedom, fit.dispersion, fit.limits]).toEqual([5, 1, "normal"]);
    // fitted(fit)
    expectClose(fit.fitted[0]!, 12.132808374459103, 1e-11);
    expectClose(fit.fitted[7]!, 38.629551432305014, 1e-11);
  });

  it("agrees with R's quasi-Poisson: the same coefficients, with limits by the dispersion and Student's t", () => {
    // R 4.2.2: family = quasipoisson; summary(fit); coef(fit) + qt(c(0.025, 0.975), 5) * se
    const fit = poissonRegression(events, population, terms, { dispersion: "quasi-poisson" });
    expectClose(fit.dispersion, 0.22544849206911483, 1e-10);
    const year = fit.coefficients[1]!;
    expectClose(year.value, 0.099796002305011663, 1e-10);
    expectClose(year.standardError, 0.015873039461313382, 1e-10);
    expectClose(year.probability, 0.0014961712777430661, 1e-9);
    expectClose(year.lower, 0.058993055389421067, 1e-10);
    expectClose(year.upper, 0.14059894922060226, 1e-10);
    expect(fit.informationCriterion).toBeNaN();
    expect(fit.limits).toBe("student");
    const normal = poissonRegression(events, population, terms, { dispersion: "quasi-poisson", limits: "normal" });
    expectClose(normal.coefficients[1]!.upper, 0.099796002305011663 + 1.959963984540054 * 0.015873039461313382, 1e-10);
  });

  it("has the rate of all where there are no terms", () => {
    // By hand: ln(194 ÷ 12,450), standard error 1 ÷ √194
    const fit = poissonRegression(events, population, {});
    expectClose(fit.coefficients[0]!.value, Math.log(194 / 12_450), 1e-13);
    expectClose(fit.coefficients[0]!.standardError, 1 / Math.sqrt(194), 1e-12);
  });

  it("has no dispersion where there is a coefficient for every row", () => {
    const fit = poissonRegression([10, 20], [100, 100], { later: [0, 1] }, { dispersion: "quasi-poisson" });
    expect(fit.degreesOfFreedom).toBe(0);
    expect(fit.dispersion).toBeNaN();
    expect(fit.coefficients[1]!.standardError).toBeNaN();
    expectClose(fit.coefficients[1]!.value, Math.LN2, 1e-12);
  });

  it("is fitted to counts from 1 in a thousand million people to a thousand million events", () => {
    // By hand: the rate doubles, from 1 in 1e9 and from 1e9 in 1e9
    for (const [few, many, people] of [
      [1, 2, 1e9],
      [1e9, 2e9, 1e9],
      [5e-4, 1e-3, 1e-9],
    ] as const) {
      const fit = poissonRegression([few, many, few], [people, people, people], { later: [0, 1, 0] });
      expectClose(fit.coefficients[1]!.value, Math.LN2, 1e-9);
    }
  });

  it("allows groups without events where a term is not thereby infinite", () => {
    // R 4.2.2: glm(c(0, 3, 0, 7, 9) ~ x, offset = log(rep(50, 5)), family = poisson)
    const fit = poissonRegression([0, 3, 0, 7, 9], [50, 50, 50, 50, 50], { x: [1, 2, 3, 4, 5] });
    expect(fit.coefficients[1]!.value).toBeGreaterThan(0);
    let score = 0;
    for (let i = 0; i < 5; i++) score += (i + 1) * ([0, 3, 0, 7, 9][i]! - fit.fitted[i]!);
    expect(Math.abs(score)).toBeLessThan(1e-10);
  });

  it("refuses terms that cannot be told apart, by name", () => {
    const refused = (columns: Parameters<typeof poissonRegression>[2]) =>
      expect(() => poissonRegression(events, population, columns));
    refused({ ...terms, twice: terms.year.map((y) => 2 * y) }).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: no term may be made up of the others; twice is, of intercept, year, group]`,
    );
    refused({ year: terms.year, region: Array(8).fill(3) }).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: terms must differ between rows, since the intercept does not, got one value of region]`,
    );
    refused({ year: [1, 2, 3] }).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: terms must have a number for each of 8 rows, got 3 of year]`,
    );
    refused({ year: [1, 2, 3, 4, Number.NaN, 6, 7, 8] }).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: terms must be numbers, got NaN of year in row 4]`,
    );
    refused({ intercept: terms.year }).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: terms must not be called intercept, which is added]`,
    );
  });

  it("refuses coefficients without a finite value, by name", () => {
    expect(() =>
      poissonRegression([5, 6, 0, 0], [10, 10, 10, 10], { treated: [0, 0, 1, 1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: every coefficient must have a finite value, got none of treated: rows that it sets apart have no events]`,
    );
    expect(() => poissonRegression([0, 0], [10, 10], {})).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: some row must have events, got none]`,
    );
  });

  it("knows nothing where a count is missing", () => {
    const fit = poissonRegression(
      [1, Number.NaN, 3],
      [10, 10, 10],
      { year: [1, 2, 3] },
      { dispersion: "quasi-poisson" },
    );
    expect(fit.coefficients.map(({ name, value, lower, probability }) => [name, value, lower, probability])).toEqual([
      ["intercept", Number.NaN, Number.NaN, Number.NaN],
      ["year", Number.NaN, Number.NaN, Number.NaN],
    ]);
    expect([fit.deviance, fit.pearson, fit.dispersion, fit.logLikelihood, fit.fitted[0]]).toEqual(
      Array(5).fill(Number.NaN),
    );
  });

  it("refuses a group exactly where it has no events, however few the others have", () => {
    // All 3⁶ counts of 0, 1 or 2 in a group of two rows and one of four; unequal populations.
    const people = [355_921, 261_983, 156_778, 642_308, 441_345, 789_348];
    let refused = 0;
    for (let code = 1; code < 729; code++) {
      const counts = people.map((_, i) => Math.floor(code / 3 ** i) % 3);
      const empty = counts[0]! + counts[1]! === 0 || counts.slice(2).every((count) => count === 0);
      const fit = () => poissonRegression(counts, people, { second: [0, 0, 1, 1, 1, 1] });
      if (empty) {
        expect(fit, String(counts)).toThrow(/got none of second/);
        refused++;
      } else {
        // By hand: the ratio of the rates of the two groups
        const [first, second] = [counts[0]! + counts[1]!, counts.slice(2).reduce((sum, count) => sum + count, 0)];
        const ratio = second / (642_308 + 441_345 + 789_348 + 156_778) / (first / (355_921 + 261_983));
        expect(Math.abs(fit().coefficients[1]!.value - Math.log(ratio)), String(counts)).toBeLessThan(1e-12);
      }
    }
    expect(refused).toBe(80 + 8); // 3⁴ − 1 without the first group, 3² − 1 without the second
  });

  it("refuses counts that cannot be", () => {
    expect(() => poissonRegression([1, -2], [10, 10], {})).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: events must be 0 or more, got -2 in row 1]`,
    );
    expect(() => poissonRegression([1, 2], [10, 0], {})).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: population must be above 0, got 0 in row 1]`,
    );
    expect(() => poissonRegression([1, 2], [10], {})).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: events, population must be of one length, got 2, 1]`,
    );
    expect(() => poissonRegression([1], [10], { x: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: needs at least as many rows as coefficients, 2, got 1]`,
    );
    expect(() => poissonRegression([1, 2], [10, 10], {}, { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: poissonRegression: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });
});

describe("expectedByRegression", () => {
  const later = { group: [0, 1], year: [2023, 2024] };

  it("agrees with R's predict", () => {
    // R 4.2.2: p <- predict(fit, newdata, se.fit = TRUE); exp(p$fit), p$se.fit, exp(p$fit + qnorm(0.025) * p$se.fit), …
    const found = expectedByRegression(poissonRegression(events, population, terms), [2000, 2000], later);
    [44.930051144805276, 50.860320524273369].forEach((value, i) => {
      expectClose(found.value[i]!, value, 1e-10);
    });
    [0.15770261145708886, 0.18243641305463595].forEach((se, i) => {
      expectClose(found.standardError[i]!, se, 1e-10);
    });
    [32.983763415685928, 35.570415355005331].forEach((low, i) => {
      expectClose(found.lower[i]!, low, 1e-10);
    });
    [61.203128049202228, 72.722575151707417].forEach((high, i) => {
      expectClose(found.upper[i]!, high, 1e-10);
    });
  });

  it("agrees with R's predict for quasi-Poisson, with Student's limits", () => {
    // R 4.2.2: as above, family = quasipoisson and qt(0.975, 5)
    const fit = poissonRegression(events, population, terms, { dispersion: "quasi-poisson" });
    const found = expectedByRegression(fit, [2000, 2000], later);
    expectClose(found.lower[0]!, 37.063147560909982, 1e-10);
    expectClose(found.upper[1]!, 63.545461785640299, 1e-10);
  });

  it("gives back the fitted events in the rows of the regression", () => {
    const fit = poissonRegression(events, population, terms);
    const found = expectedByRegression(fit, population, terms).value;
    fit.fitted.forEach((value, i) => {
      expectClose(found[i]!, value, 1e-11);
    });
  });

  it("refuses other terms than those of the regression", () => {
    const fit = poissonRegression(events, population, terms);
    expect(() => expectedByRegression(fit, [1], { year: [2023] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: expectedByRegression: terms must be those of the regression, year, group, got year]`,
    );
    expect(() => expectedByRegression(fit, [1], { year: [2023], group: [1], sex: [1] })).toThrow(
      /got year, group, sex/,
    );
    expect(() => expectedByRegression(fit, [0], { year: [2023], group: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: expectedByRegression: population must be above 0, got 0 in row 0]`,
    );
    expect(() => expectedByRegression(fit, [1], { year: [2023], group: [] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: expectedByRegression: population, year, group must be of one length, got 1, 1, 0]`,
    );
  });
});

describe("rateRatios", () => {
  it("are the exponentials of coefficients and limits", () => {
    // By hand: 20 ÷ 10 = 2; 2 exp(∓ 1.959963984540054 √(1/10 + 1/20))
    const [ratio] = rateRatios(poissonRegression([10, 20], [100, 100], { later: [0, 1] }));
    expectClose(ratio!.value, 2, 1e-12);
    expectClose(ratio!.lower, 2 * Math.exp(-1.959963984540054 * Math.sqrt(0.15)), 1e-11);
    expectClose(ratio!.upper, 2 * Math.exp(1.959963984540054 * Math.sqrt(0.15)), 1e-11);
    expect(ratio!.name).toBe("later");
  });
});
