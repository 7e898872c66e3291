import { describe, expect, it } from "vitest";
import {
  approximateBootstrapLimits,
  betaRateLimits,
  directRate,
  dobsonLimits,
  normalRateLimits,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

// The example of fay-feuer-limits.test.ts. In R 4.2.2: W <- w/n/sum(w); y <- sum(W*x); v <- sum(W^2*x); X <- sum(x)
const events = Object.freeze([107, 141, 60, 40, 39, 25]);
const births = Object.freeze([230_061, 329_449, 114_920, 39_487, 14_208, 3_052]);
const standard = Object.freeze([63_986.6, 186_263.6, 157_302.2, 97_647, 47_572.6, 12_262.6]);
const none = Object.freeze([0, 0, 0, 0, 0, 0]);
const unknown = { lower: Number.NaN, upper: Number.NaN };

describe("dobsonLimits", () => {
  it("scale the exact limits of all events", () => {
    // R 4.2.2: (y + sqrt(v/X) * (qgamma(c(.025, .975), X + 0:1) - X)) * 1e5
    const { lower, upper } = dobsonLimits(events, births, standard);
    expectClose(lower, 80.32948083200331, 1e-13);
    expectClose(upper, 105.18700552916266, 1e-13);
  });

  it("are directRate on Byar's limits", () => {
    const byar = dobsonLimits(events, births, standard, { count: "byar" });
    const { value, lower, upper } = directRate(events, births, standard);
    expectClose(byar.value, value, 1e-14);
    expectClose(byar.lower, lower, 1e-14);
    expectClose(byar.upper, upper, 1e-14);
  });

  it("are not there where nothing happened, and are NaN for a missing count", () => {
    expect(dobsonLimits(none, births, standard)).toEqual({ value: 0, ...unknown });
    expect(dobsonLimits([Number.NaN], [1], [1])).toEqual({ value: Number.NaN, ...unknown });
  });

  it("refuse what cannot be in their own name", () => {
    expect(() => dobsonLimits([1], [1], [1], { per: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: dobsonLimits: per must be above 0, got -1]`,
    );
    expect(() => dobsonLimits([1], [-1], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: dobsonLimits: population must be above 0, got -1 in stratum 0]`,
    );
  });
});

describe("normalRateLimits", () => {
  it("reach as far to each side, on the rate or on its logarithm", () => {
    // R 4.2.2: (y + qnorm(c(.025, .975)) * sqrt(v)) * 1e5; y * exp(qnorm(c(.025, .975)) * sqrt(v) / y) * 1e5
    const plain = normalRateLimits(events, births, standard);
    expectClose(plain.lower, 80.03480232773384, 1e-13);
    expectClose(plain.upper, 104.57424873866505, 1e-13);
    const log = normalRateLimits(events, births, standard, { normal: "logarithm" });
    expectClose(log.lower, 80.81532467275348, 1e-13);
    expectClose(log.upper, 105.42710146138397, 1e-13);
    expectClose(log.lower * log.upper, log.value * log.value, 1e-13);
  });

  it("may fall below 0 on the rate, never on its logarithm", () => {
    // by hand: one event, 1 ∓ 1.96 × 1
    expectClose(normalRateLimits([1], [1], [1], { per: 1 }).lower, 1 - 1.959963984540054, 1e-13);
    expect(normalRateLimits([1], [1], [1], { normal: "logarithm" }).lower).toBeGreaterThan(0);
  });

  it("are not there where nothing happened, and are NaN for a missing count", () => {
    expect(normalRateLimits(none, births, standard)).toEqual({ value: 0, ...unknown });
    expect(normalRateLimits([Number.NaN], [1], [1], { normal: "logarithm" })).toEqual({
      value: Number.NaN,
      ...unknown,
    });
  });

  it("refuse a level of 95", () => {
    expect(() => normalRateLimits([1], [1], [1], { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: normalRateLimits: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });
});

describe("betaRateLimits", () => {
  it("are those of a beta variable with the mean and variance of the rate", () => {
    // R 4.2.2: b <- function(y, v) { k <- y*(1-y)/v - 1; qbeta(c(.025, .975), y*k, (1-y)*k) * 1e5 }
    // b(y, v); b(y + mean(W), v + mean(W^2))
    const plain = betaRateLimits(events, births, standard);
    expectClose(plain.lower, 80.44138231490838, 1e-12);
    expectClose(plain.upper, 104.970931011632, 1e-12);
    const more = betaRateLimits(events, births, standard, { beyond: "one event" });
    expectClose(more.lower, 80.76804626728133, 1e-12);
    expectClose(more.upper, 105.35594536267008, 1e-12);
    expect(more.value).toBe(plain.value);
  });

  it("start at 0 where nothing happened, if they allow for one event more", () => {
    const { value, lower, upper } = betaRateLimits(none, births, standard, { beyond: "one event" });
    expect([value, lower]).toEqual([0, 0]);
    expect(upper).toBeGreaterThan(1);
    expect(betaRateLimits(none, births, standard)).toEqual({ value: 0, ...unknown });
  });

  it("are not there for a rate that is no share, nor for a missing count", () => {
    expect(betaRateLimits([30], [20], [1], { per: 1 })).toEqual({ value: 1.5, ...unknown });
    expect(betaRateLimits([Number.NaN], [1], [1])).toEqual({ value: Number.NaN, ...unknown });
  });
});

describe("approximateBootstrapLimits", () => {
  it("are Swift's", () => {
    // R 4.2.2: a <- sum(W^3*x) / (6*v^1.5); z <- a + qnorm(c(.025, .975)); (y + sqrt(v)*z/(1 - a*z)^2) * 1e5
    const { lower, upper } = approximateBootstrapLimits(events, births, standard);
    expectClose(lower, 80.78869424799494, 1e-13);
    expectClose(upper, 105.40930340867703, 1e-13);
  });

  it("rest on a sixth of an inverse root of the count where there is one stratum", () => {
    // by hand: 9 events, a = 1/18, upper = 9 + 3 (1/18 + z) / (1 − (1/18 + z)/18)²
    const moved = 1 / 18 + 1.959963984540054;
    const { upper } = approximateBootstrapLimits([9], [1], [1], { per: 1 });
    expectClose(upper, 9 + (3 * moved) / (1 - moved / 18) ** 2, 1e-13);
  });

  it("have no upper limit, or none at all, where a fraction of an event cannot carry one", () => {
    // by hand: 0.01 events, a = 1/0.6, a (a + z) > 1
    expect(approximateBootstrapLimits([0.01], [1], [1]).upper).toBe(Infinity);
    // by hand: 0.001 events, a = 5.3, beyond 1.96
    expect(approximateBootstrapLimits([0.001], [1], [1], { per: 1 })).toEqual({ value: 0.001, ...unknown });
  });

  it("are not there where nothing happened, and are NaN for a missing count", () => {
    expect(approximateBootstrapLimits(none, births, standard)).toEqual({ value: 0, ...unknown });
    expect(approximateBootstrapLimits([Number.NaN], [1], [1])).toEqual({ value: Number.NaN, ...unknown });
  });
});
