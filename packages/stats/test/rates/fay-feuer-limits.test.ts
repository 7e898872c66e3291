import { describe, expect, it } from "vitest";
import { exactPoissonLimits, fayFeuerLimits, meanGammaLimits, tiwariLimits } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

// Down's syndrome by birth order, an example of Fay and Feuer 1997 as epitools 0.5-10.1 gives it in `ageadjust.direct`
const events = Object.freeze([107, 141, 60, 40, 39, 25]);
const births = Object.freeze([230_061, 329_449, 114_920, 39_487, 14_208, 3_052]);
const standard = Object.freeze([63_986.6, 186_263.6, 157_302.2, 97_647, 47_572.6, 12_262.6]);
const none = Object.freeze([0, 0, 0, 0, 0, 0]);

describe("fayFeuerLimits", () => {
  it("are those of the published example", () => {
    // R 4.2.2, epitools 0.5-10.1: ageadjust.direct(count, pop, stdpop = stdpop) * 1e5
    const { value, lower, upper } = fayFeuerLimits(events, births, standard);
    expectClose(value, 92.30452553319945, 1e-14);
    expectClose(lower, 80.44174985070426, 1e-13);
    expectClose(upper, 105.76334574926118, 1e-13);
  });

  it("are the exact limits of the count where there is one stratum", () => {
    for (const count of [0, 1, 7, 250]) {
      const { lower, upper } = fayFeuerLimits([count], [20_000], [3]);
      const exact = exactPoissonLimits(count);
      expectClose(lower, exact.lower * 5, 1e-13);
      expectClose(upper, exact.upper * 5, 1e-13);
    }
  });

  it("reach up to −ln 0.025 of the heaviest event where nothing happened", () => {
    // by hand: 12 262.6 / 3 052 / 565 034.6 × 100 000 = 0.711087…; × 3.68888 (−ln 0.025)
    const heaviest = (12_262.6 / 3_052 / 565_034.6) * 100_000;
    const { value, lower, upper } = fayFeuerLimits(none, births, standard);
    expect([value, lower]).toEqual([0, 0]);
    expectClose(upper, heaviest * Math.log(40), 1e-13);
  });

  it("leave the largest weight per person on request, as some published tables do, and nothing else changes", () => {
    // R 4.2.2 with y, v per 100 000 and m = max(stdpop/sum(stdpop)/pop): qgamma(0.975, (y+m)^2/(v+m^2), scale = (v+m^2)/(y+m))
    const slip = fayFeuerLimits(events, births, standard, { largestWeight: "per person" });
    const { value, lower } = fayFeuerLimits(events, births, standard);
    expect([slip.value, slip.lower]).toEqual([value, lower]);
    expectClose(slip.upper, 104.9713092699985, 1e-13);
  });

  it("are NaN for a missing count, and refuse what cannot be", () => {
    const missing = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
    expect(fayFeuerLimits([1, Number.NaN], [9, 9], [1, 1])).toEqual(missing);
    expect(() => fayFeuerLimits([1], [0], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: fayFeuerLimits: population must be above 0, got 0 in stratum 0]`,
    );
    expect(() => fayFeuerLimits([-1], [1], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: fayFeuerLimits: events must be 0 or more, got -1 in stratum 0]`,
    );
    expect(() => fayFeuerLimits([1], [1], [0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: fayFeuerLimits: weights must add up to more than 0, got 0]`,
    );
    expect(() => fayFeuerLimits([1], [1], [1], { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: fayFeuerLimits: level must be between 0 and 1, such as 0.95, got 95]`,
    );
    expect(() => fayFeuerLimits([1], [1], [1], { per: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: fayFeuerLimits: per must be above 0, got 0]`,
    );
    expect(() => fayFeuerLimits([1, 2], [1], [1])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: fayFeuerLimits: events, population, weights must be of one length, got 2, 1, 1]`,
    );
  });

  it("leave their columns alone and take typed arrays", () => {
    expect(fayFeuerLimits(Float64Array.from(events), births, standard)).toEqual(
      fayFeuerLimits(events, births, standard),
    );
  });
});

describe("tiwariLimits and meanGammaLimits", () => {
  it("give the one event more the mean weight", () => {
    // R 4.2.2: m <- mean(W); qgamma(.975, (y+m)^2/(v+s), scale = (v+s)/(y+m)) with s = mean(W^2), and with s = m^2
    expectClose(tiwariLimits(events, births, standard).upper, 105.3563183125347, 1e-13);
    expectClose(meanGammaLimits(events, births, standard).upper, 105.3463074018261, 1e-13);
  });

  it("have the lower limit of Fay and Feuer", () => {
    const { lower } = fayFeuerLimits(events, births, standard);
    expect(tiwariLimits(events, births, standard).lower).toBe(lower);
    expect(meanGammaLimits(events, births, standard).lower).toBe(lower);
  });

  it("are Fay and Feuer's where all events weigh alike", () => {
    const even = [
      [3, 9],
      [5_000, 10_000],
      [1, 2],
    ] as const;
    const { upper } = fayFeuerLimits(...even);
    expectClose(tiwariLimits(...even).upper, upper, 1e-13);
    expectClose(meanGammaLimits(...even).upper, upper, 1e-13);
  });

  it("exist where nothing happened", () => {
    // R 4.2.2: qgamma(.975, m^2/mean(W^2), scale = mean(W^2)/m) * 1e5; and m * -log(0.025) * 1e5
    expect(tiwariLimits(none, births, standard)).toMatchObject({ value: 0, lower: 0 });
    expectClose(tiwariLimits(none, births, standard).upper, 1.556607868511427, 1e-13);
    expectClose(meanGammaLimits(none, births, standard).upper, 1.311308930855065, 1e-13);
  });
});
