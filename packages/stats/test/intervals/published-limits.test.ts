import { describe, expect, it } from "vitest";
import {
  agrestiCoullLimits,
  byarLimits,
  clopperPearsonLimits,
  exactPoissonLimits,
  jeffreysLimits,
  type Limits,
  midPPoissonLimits,
  midPProportionLimits,
  normalPoissonLimits,
  scorePoissonLimits,
  squareRootPoissonLimits,
  wilsonLimits,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const halfEvents = { continuity: "half on both sides" } as const;
const missing = { lower: Number.NaN, upper: Number.NaN };

describe("limits of a proportion", () => {
  // Newcombe RG. Stat Med 1998;17:857–72, table I: 81/263, 15/148, 0/20, 1/29, to 4 decimals
  type OfShare = (events: number, total: number) => Limits;
  const corrected: OfShare = (x, n) => wilsonLimits(x, n, 0.95, halfEvents);
  it.each<[method: string, limits: OfShare, published: readonly string[]]>([
    ["3, Wilson", wilsonLimits, ["0.2553 0.3662", "0.0624 0.1605", "0.0000 0.1611", "0.0061 0.1718"]],
    ["4, Wilson corrected", corrected, ["0.2535 0.3682", "0.0598 0.1644", "0.0000 0.2005", "0.0018 0.1963"]],
    ["5, Clopper-Pearson", clopperPearsonLimits, ["0.2527 0.3676", "0.0578 0.1617", "0.0000 0.1684", "0.0009 0.1776"]],
    ["6, mid-P", midPProportionLimits, ["0.2544 0.3658", "0.0601 0.1581", "0.0000 0.1391", "0.0017 0.1585"]],
  ])("are those of Newcombe's method %s", (_, limits, published) => {
    const four = ({ lower, upper }: Limits) => `${lower.toFixed(4)} ${upper.toFixed(4)}`;
    expect([limits(81, 263), limits(15, 148), limits(0, 20), limits(1, 29)].map(four)).toEqual(published);
  });

  it("of Wilson with continuity correction are those of R's test", () => {
    // R 4.2.2: prop.test(81, 263)$conf.int; prop.test(1, 29)$conf.int
    expectClose(wilsonLimits(81, 263, 0.95, halfEvents).lower, 0.253508682295185, 1e-13);
    expectClose(wilsonLimits(81, 263, 0.95, halfEvents).upper, 0.368176201043004, 1e-13);
    expectClose(wilsonLimits(1, 29, 0.95, halfEvents).lower, 0.00180264021327967, 1e-13);
    expectClose(wilsonLimits(1, 29, 0.95, halfEvents).upper, 0.19628175100975948, 1e-13);
    expect(wilsonLimits(0, 9, 0.95, halfEvents).lower).toBe(0);
    expect(wilsonLimits(9, 9, 0.95, halfEvents).upper).toBe(1);
  });

  it("of Jeffreys are quantiles of a beta variable", () => {
    // R 4.2.2: qbeta(c(.025, .975), x + .5, n - x + .5)
    expectClose(jeffreysLimits(1, 10).lower, 0.01101167376316114, 1e-12);
    expectClose(jeffreysLimits(1, 10).upper, 0.38131477106661638, 1e-12);
    expectClose(jeffreysLimits(81, 263).lower, 0.2545219349910234, 1e-12);
    expectClose(jeffreysLimits(81, 263).upper, 0.3656474991740825, 1e-12);
    expectClose(jeffreysLimits(3, 1000).lower, 8.45634801829835e-4, 1e-12);
    expectClose(jeffreysLimits(0, 10).upper, 0.2171962675092105, 1e-12);
    expectClose(jeffreysLimits(10, 10).lower, 1 - 0.2171962675092105, 1e-12);
    expectClose(jeffreysLimits(3, 40, 0.99).lower, 0.01268783729439218, 1e-12); // qbeta(.005, 3.5, 37.5)
  });

  it("of Agresti and Coull are the textbook's with z²/2 more of either kind", () => {
    // R 4.2.2: m <- n + z^2; s <- (x + z^2/2)/m; s + c(-1, 1)*z*sqrt(s*(1 - s)/m), at 81/263 and, with 90 %, 3/40
    expectClose(agrestiCoullLimits(81, 263).lower, 0.2552206651899968, 1e-13);
    expectClose(agrestiCoullLimits(81, 263).upper, 0.3662774316710775, 1e-13);
    expectClose(agrestiCoullLimits(3, 40, 0.9).lower, 0.02577306006961336, 1e-13);
    expectClose(agrestiCoullLimits(3, 40, 0.9).upper, 0.17807737127902598, 1e-13);
  });

  it("by mid-P halve the chance of the count", () => {
    // R 4.2.2: uniroot(function(p) pbinom(x, n, p, lower = FALSE) + .5*dbinom(x, n, p) - .025, …, tol = 1e-15) and its like
    expectClose(midPProportionLimits(81, 263).lower, 0.2544021049455224, 1e-12);
    expectClose(midPProportionLimits(81, 263).upper, 0.3657734742577772, 1e-12);
    expectClose(midPProportionLimits(1, 29).lower, 0.001724770114705126, 1e-12);
    // by hand: ½ p²⁰ = 0.025, so p = 0.05^(1/20)
    expectClose(midPProportionLimits(20, 20).lower, 0.05 ** (1 / 20), 1e-14);
    expect(midPProportionLimits(20, 20).upper).toBe(1);
  });

  it("take a deviate in place of the level's", () => {
    // by hand: n = 4, x = 2, z = 2: (4 + 4 ∓ 2 √(4 + 4)) / 16
    expectClose(wilsonLimits(2, 4, 0.95, { deviate: 2 }).lower, (8 - 2 * Math.sqrt(8)) / 16, 1e-14);
    expectClose(wilsonLimits(2, 4, 0.5, { deviate: 2 }).upper, (8 + 2 * Math.sqrt(8)) / 16, 1e-14);
    expect(() => wilsonLimits(2, 4, 0.95, { deviate: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: wilsonLimits: deviate must be above 0, such as 1.96, got 0]`,
    );
  });

  it("are NaN for a missing count and refuse what cannot be", () => {
    expect(midPProportionLimits(Number.NaN, 9)).toEqual(missing);
    expect(wilsonLimits(Number.NaN, 9, 0.95, halfEvents)).toEqual(missing);
    expect(() => midPProportionLimits(10, 9)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: midPProportionLimits: events must not exceed the total of 9, got 10]`,
    );
    expect(() => midPProportionLimits(1, 9, 95)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: midPProportionLimits: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });
});

describe("limits of a Poisson count", () => {
  it("by mid-P halve the chance of the count", () => {
    // R 4.2.2: uniroot(function(m) ppois(x, m, lower = FALSE) + .5*dpois(x, m) - .025, …, tol = 1e-14) and its like
    expectClose(midPPoissonLimits(1).lower, 0.05002034483533548, 1e-12);
    expectClose(midPPoissonLimits(1).upper, 4.931860524706773, 1e-12);
    expectClose(midPPoissonLimits(5).lower, 1.831994808528417, 1e-12);
    expectClose(midPPoissonLimits(5).upper, 11.082415664992016, 1e-12);
    expectClose(midPPoissonLimits(100).lower, 81.79182109201227, 1e-12);
    expectClose(midPPoissonLimits(100).upper, 121.10349089745779, 1e-12);
    // by hand: ½ e^−m = 0.025
    expect(midPPoissonLimits(0).lower).toBe(0);
    expectClose(midPPoissonLimits(0).upper, Math.log(20), 1e-14);
  });

  it("of the score test", () => {
    // R 4.2.2: x + z^2/2 + c(-1, 1)*z*sqrt(x + z^2/4) at 10; by hand at 0: 0 and z²
    expectClose(scorePoissonLimits(10).lower, 5.431986105614364, 1e-13);
    expectClose(scorePoissonLimits(10).upper, 18.409472715079758, 1e-13);
    expect(scorePoissonLimits(0).lower).toBe(0);
    expectClose(scorePoissonLimits(0).upper, 1.959963984540054 ** 2, 1e-13);
  });

  it("by the square root", () => {
    // R 4.2.2: (sqrt(x) - z/2)^2; (sqrt(x + 1) + z/2)^2 at 10
    expectClose(squareRootPoissonLimits(10).lower, 4.762414382127917, 1e-13);
    expectClose(squareRootPoissonLimits(10).upper, 18.460829844502818, 1e-13);
    expect(squareRootPoissonLimits(0.9).lower).toBe(0);
  });

  it("of the normal distribution, also with the rounded deviate of published means", () => {
    // R 4.2.2, epitools 0.5-10.1: pois.approx(10)
    expectClose(normalPoissonLimits(10).lower, 3.802049676954385, 1e-14);
    expectClose(normalPoissonLimits(10).upper, 16.19795032304561, 1e-14);
    // by hand: 3 ∓ 1.96 √3
    expectClose(normalPoissonLimits(3, 0.95, { deviate: 1.96 }).lower, 3 - 1.96 * Math.sqrt(3), 1e-14);
    expect(normalPoissonLimits(0)).toEqual({ lower: 0, upper: 0 });
  });

  it("by Byar's name, in each of its forms", () => {
    // R 4.2.2, epitools 0.5-10.1: pois.byar(10), pois.byar(1)
    expectClose(byarLimits(10, 0.95, halfEvents).lower, 5.133753316012886, 1e-13);
    expectClose(byarLimits(10, 0.95, halfEvents).upper, 17.74048211536658, 1e-13);
    expectClose(byarLimits(1, 0.95, halfEvents).lower, 0.09069458270524385, 1e-12);
    // pois.byar(0): −0.00156 to 2.463936209967371; no count is below 0
    expect(byarLimits(0, 0.95, halfEvents).lower).toBe(0);
    expectClose(byarLimits(0, 0.95, halfEvents).upper, 2.463936209967371, 1e-13);
    // R 4.2.2: x*(1 - 1/(9*x) - 1.96/(3*sqrt(x)))^3, and with x + 1 above, at 10
    const rounded = byarLimits(10, 0.95, { deviate: 1.96 });
    expectClose(rounded.lower, 4.787380215533601, 1e-13);
    expectClose(rounded.upper, 18.39162687405052, 1e-13);
    // by hand with z = 3 at 1: 1 (1 − 1/9 ∓ 3/3)³, below 0, and (17/9)³
    const plain = byarLimits(1, 0.95, { deviate: 3, continuity: "nothing" });
    expect(plain.lower).toBe(0);
    expectClose(plain.upper, (17 / 9) ** 3, 1e-14);
    expect(byarLimits(0, 0.95, { continuity: "nothing" })).toEqual({ lower: 0, upper: 0 });
  });

  it("of no events lack a lower one on request", () => {
    expect(byarLimits(0, 0.95, { noEvents: "missing" })).toEqual({ lower: Number.NaN, upper: byarLimits(0).upper });
    expect(byarLimits(1, 0.95, { noEvents: "missing" })).toEqual(byarLimits(1));
  });

  it("are NaN for a missing count and refuse what cannot be", () => {
    for (const limits of [midPPoissonLimits, normalPoissonLimits, scorePoissonLimits, squareRootPoissonLimits]) {
      expect(limits(Number.NaN)).toEqual(missing);
      expect(() => limits(-1)).toThrow(`${limits.name}: events must be 0 or more, got -1`);
      expect(() => limits(1, 95)).toThrow("level must be between 0 and 1, such as 0.95, got 95");
    }
    expect(() => byarLimits(3, 0.95, { deviate: -2 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: byarLimits: deviate must be above 0, such as 1.96, got -2]`,
    );
  });
});

describe("limits of large and tiny counts", () => {
  it("draw together as counts grow", () => {
    // at 1e9 the limits differ from x ∓ z√x by about z²/6 to z²/2 events
    const reach = 1.959963984540054 * Math.sqrt(1e9);
    for (const limits of [
      midPPoissonLimits,
      exactPoissonLimits,
      byarLimits,
      scorePoissonLimits,
      squareRootPoissonLimits,
    ]) {
      const { lower, upper } = limits(1e9);
      expect(Math.abs(1e9 - lower - reach)).toBeLessThan(3);
      expect(Math.abs(upper - 1e9 - reach)).toBeLessThan(3);
    }
    const share = 1.959963984540054 * Math.sqrt(0.25 / 1e9);
    for (const limits of [midPProportionLimits, wilsonLimits, agrestiCoullLimits]) {
      expectClose(0.5 - limits(5e8, 1e9).lower, share, 1e-4);
    }
  });

  it("of apportioned counts keep their order", () => {
    for (const x of [1e-9, 0.01, 0.5]) {
      const { lower, upper } = midPPoissonLimits(x);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(lower).toBeLessThanOrEqual(x);
      expect(upper).toBeGreaterThan(x);
    }
  });
});
