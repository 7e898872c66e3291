import { describe, expect, test } from "vitest";
import { continuousImpactFraction, logLinearRisk } from "../../src/fractions/index.ts";

const risk = (x: number) => logLinearRisk(x, 1.369, { per: 10, cutOff: 5 });

describe("the fraction of a continuous exposure", () => {
  test.each([
    [10, 2, 0.1],
    [120, 15, 0.03],
    [-3, 4, 0.5],
  ])("normal %d (%d) with risk exp(%d x): closed form exp(βμ + β²σ²/2)", (mean, sd, beta) => {
    const expected = 1 - Math.exp(-beta * mean - (beta * sd) ** 2 / 2);
    const found = continuousImpactFraction({ shape: "normal", mean, sd }, (x) => Math.exp(beta * x));
    expect(Math.abs((1 - found) / (1 - expected) - 1)).toBeLessThan(1e-10);
  });

  test.each([
    [9, 6, 0.1],
    [2, 3, 0.2],
    [1, 10, 0.005],
    [50, 1, 0.05],
    [1, 5, 0.03],
  ])("gamma %d (%d) with risk exp(%d x): closed form (1 − βθ)^−k", (mean, sd, beta) => {
    const [k, scale] = [(mean / sd) ** 2, sd ** 2 / mean];
    const expected = 1 - (1 - beta * scale) ** k;
    const found = continuousImpactFraction({ shape: "gamma", mean, sd }, (x) => Math.exp(beta * x));
    expect(Math.abs(found - expected)).toBeLessThan(1e-10);
  });

  test("log-normal with risk x²: closed form mean² + sd²", () => {
    const found = continuousImpactFraction({ shape: "log-normal", mean: 3, sd: 2 }, (x) => x * x);
    expect(found).toBeCloseTo(1 - 1 / 13, 11);
  });

  test.each([
    ["normal", 8.85, 3, risk, 0.12113625976122], // risk below the cut-off is 1
    ["gamma", 9, 6, risk, 0.146880897086916],
    ["log-normal", 9, 3, (x: number) => risk(Math.min(x, 40)), 0.122812952797127],
  ] as const)("%s with a cut-off: python mpmath 1.3 quad, 30 digits", (shape, mean, sd, rises, expected) => {
    expect(Math.abs(continuousImpactFraction({ shape, mean, sd }, rises) - expected)).toBeLessThan(1e-10);
  });

  test("a spread that is next to none is the risk of the mean: AirQ+, 0.1139", () => {
    for (const shape of ["normal", "log-normal", "gamma"] as const)
      expect(continuousImpactFraction({ shape, mean: 8.85, sd: 1e-4 }, risk)).toBeCloseTo(0.1139, 4);
  });

  test("against another spread, one exposure, and the same", () => {
    const now = { shape: "normal", mean: 10, sd: 2 } as const;
    const steep = (x: number) => Math.exp(0.1 * x);
    expect(continuousImpactFraction(now, steep, { ...now, mean: 9 })).toBeCloseTo(1 - Math.exp(-0.1), 11);
    expect(continuousImpactFraction(now, steep, 10)).toBeCloseTo(1 - Math.exp(-0.02), 11);
    expect(continuousImpactFraction(now, steep, now)).toBe(0);
    expect(continuousImpactFraction({ ...now, mean: Number.NaN }, steep)).toBeNaN();
  });

  test("protects where risk falls", () => {
    expect(continuousImpactFraction({ shape: "gamma", mean: 3, sd: 1 }, (x) => 1 / (1 + x))).toBeLessThan(0);
  });

  test("refuses risks without a mean, and what cannot be", () => {
    expect(() => continuousImpactFraction({ shape: "log-normal", mean: 9, sd: 3 }, risk)).toThrow(/finite mean/);
    expect(() => continuousImpactFraction({ shape: "gamma", mean: 2, sd: 3 }, (x) => Math.exp(0.3 * x))).toThrow(
      /finite mean/,
    );
    expect(() => continuousImpactFraction({ shape: "gamma", mean: 0, sd: 3 }, risk)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: continuousImpactFraction: mean must be finite, and above 0 of a gamma exposure, got 0]`,
    );
    expect(() =>
      continuousImpactFraction({ shape: "normal", mean: 0, sd: 0 }, risk),
    ).toThrowErrorMatchingInlineSnapshot(`[RangeError: continuousImpactFraction: sd must be above 0, got 0]`);
    expect(() => continuousImpactFraction({ shape: "normal", mean: 0, sd: 1 }, () => -1)).toThrow(/got -1 at/);
  });
});

describe("a bend just inside the end of a panel of the integral", () => {
  test("is seen: at 4 of a log-normal exposure, which is 0.0003 from an end, to 1e-12", () => {
    const rise = Math.log(1.2) / 5;
    const risk = (exposure: number) => Math.exp(rise * Math.max(Math.min(exposure, 30) - 4, 0));
    const found = continuousImpactFraction({ shape: "log-normal", mean: 10, sd: 6 }, risk);
    // python mpmath 1.3, quad over the normal deviate, split at both bends, 30 digits: 0.213859221298600604
    expect(Math.abs(found - 0.2138592212986006)).toBeLessThan(1e-12);
  });
});
