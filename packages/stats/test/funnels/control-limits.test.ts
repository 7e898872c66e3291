import { describe, expect, it, test } from "vitest";
import {
  expectedOnLimits,
  proportionControlLimits,
  rateControlLimits,
  ratioControlLimits,
  wilsonLimits,
} from "../../src/index.ts";
import { expectClose } from "../relative.ts";

describe("ratioControlLimits", () => {
  // R 4.2.2: uniroot(function(o) pgamma(E, o + 1, lower.tail = FALSE) - t, …)$root / E and
  // uniroot(function(o) pgamma(E, o) - t, …)$root / E, tol = 1e-13.
  test.each([
    [20, 0.998, 0.36212067185206853, 1.7825143354043838],
    [20, 0.95, 0.5623829046344381, 1.4853161867530624],
    [250, 0.998, 0.8083885184024665, 1.2030237458128845],
    [250, 0.95, 0.87597664877741, 1.1278141429889192],
    [10_000, 0.998, 0.9691906689533043, 1.0310943235818215],
    [10_000, 0.95, 0.9803978775003012, 1.019696839155726],
  ])("are exact by default: of %d expected at %d", (expected, level, lower, upper) => {
    const found = ratioControlLimits(expected, { level });
    expectClose(found.lower, lower, 1e-13);
    expectClose(found.upper, upper, 1e-13);
  });

  // R 4.2.2: r <- qpois(p, E); (r - (ppois(r, E) - p) / dpois(r, E)) / E for p = .001, .025, .975, .999
  test.each([
    [0.5, 0, 0, 3.720051822921999, 6.951717961800783],
    [3, 0, 0, 2.13128005495263, 3.042168314882813],
    [20, 0.358459355388521, 0.560250051922442, 1.437288433502013, 1.7356764286899242],
    [250, 0.8083533127913272, 0.8759751149007841, 1.1238245173813433, 1.1990906505380499],
  ])("may be interpolated between whole counts: of %d expected", (expected, low3, low2, high2, high3) => {
    const inner = ratioControlLimits(expected, { method: "interpolated" });
    const outer = ratioControlLimits(expected, { method: "interpolated", level: 0.998 });
    [outer.lower, inner.lower, inner.upper, outer.upper].forEach((found, i) => {
      expectClose(found, [low3, low2, high2, high3][i]!, 1e-12);
    });
  });

  it("may be the limits of the expected count, as FunnelPlotR draws them", () => {
    // FunnelPlotR, tests of its Poisson limits, 7 decimals: 0.5596924 to 1.6493480 and 0.3862650 to 2.0829073.
    const inner = ratioControlLimits(15, { method: "limits of the expected" });
    const outer = ratioControlLimits(15, { method: "limits of the expected", level: 0.998 });
    expect(inner.lower).toBeCloseTo(0.5596924, 7);
    expect(inner.upper).toBeCloseTo(1.649348, 6);
    expect(outer.lower).toBeCloseTo(0.386265, 6);
    expect(outer.upper).toBeCloseTo(2.0829073, 7);
  });

  it("may be normal, at a deviate of one's own: 1 ∓ 2 ÷ √25", () => {
    const found = ratioControlLimits(25, { method: "normal", deviate: 2, per: 100 });
    expectClose(found.lower, 60, 1e-14);
    expectClose(found.upper, 140, 1e-14);
  });

  it("are around the target: those of twice as many expected, twice as high", () => {
    const own = ratioControlLimits(10, { target: 200, per: 100 });
    const other = ratioControlLimits(20, { per: 100 });
    expectClose(own.lower, 2 * other.lower, 1e-14);
    expectClose(own.upper, 2 * other.upper, 1e-14);
  });

  it("pass through every whole count where its own exact limit is the expected count", () => {
    for (const count of [1, 2, 5, 50, 1_000]) {
      const { onLower, onUpper } = expectedOnLimits(count, 0.998);
      expectClose(ratioControlLimits(onLower, { level: 0.998 }).lower, count / onLower, 1e-11);
      expectClose(ratioControlLimits(onUpper, { level: 0.998 }).upper, count / onUpper, 1e-11);
    }
  });

  it("are 0 below where no events at all would be no surprise: e^−3.6 is above 0.025, e^−3.7 below", () => {
    expect(ratioControlLimits(3.6).lower).toBe(0);
    expect(ratioControlLimits(3.7).lower).toBeGreaterThan(0);
  });

  it("hold for a thousandth of an event and for a thousand million", () => {
    // P(O ≥ 1) at a mean of 0.0010005… is 0.001: one event lies on the outer limit. From −ln(1 − 0.001).
    const rare = -Math.log1p(-0.001);
    expectClose(ratioControlLimits(rare, { level: 0.998 }).upper * rare, 1, 1e-12);
    // Cornish and Fisher at E = 10⁹: (E + z√E + (z² − 1)/6 ∓ ½ …) ÷ E; the next term is below 1e-12.
    const z = 1.959963984540054;
    const { lower, upper } = ratioControlLimits(1e9);
    expect(Math.abs(lower - (1 - z / Math.sqrt(1e9)))).toBeLessThan(2e-9);
    expect(Math.abs(upper - (1 + z / Math.sqrt(1e9)))).toBeLessThan(2e-9);
  });

  it("are NaN where nothing is expected, or it is not known", () => {
    for (const expected of [0, Number.NaN]) {
      for (const method of ["exact", "interpolated", "limits of the expected", "normal"] as const) {
        expect(ratioControlLimits(expected, { method })).toEqual({ lower: Number.NaN, upper: Number.NaN });
      }
    }
    expect(ratioControlLimits(5, { target: Number.NaN })).toEqual({ lower: Number.NaN, upper: Number.NaN });
  });

  it("refuse what cannot be", () => {
    expect(() => ratioControlLimits(-1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioControlLimits: expected events must be 0 or more, got -1]`,
    );
    expect(() => ratioControlLimits(1, { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioControlLimits: level must be between 0 and 1, such as 0.95, got 95]`,
    );
    expect(() => ratioControlLimits(1, { target: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioControlLimits: target must be 0 or more, got -1]`,
    );
    expect(() => ratioControlLimits(1, { deviate: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: ratioControlLimits: deviate must be above 0, such as 1.96, got 0]`,
    );
  });
});

describe("rateControlLimits", () => {
  it("are those of the expected events, times the target", () => {
    const rate = rateControlLimits(20_000, 100);
    const ratio = ratioControlLimits(20);
    expectClose(rate.lower, ratio.lower * 100, 1e-14);
    expectClose(rate.upper, ratio.upper * 100, 1e-14);
  });

  it("are NaN for a target of 0, and refuse a population of nobody", () => {
    expect(rateControlLimits(10, 0)).toEqual({ lower: Number.NaN, upper: Number.NaN });
    expect(() => rateControlLimits(0, 10)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: rateControlLimits: population must be above 0, got 0]`,
    );
  });
});

describe("proportionControlLimits", () => {
  // R 4.2.2: uniroot(function(k) pbeta(p, k + 1, n - k, lower.tail = FALSE) - t, …)$root / n and
  // uniroot(function(k) pbeta(p, k, n - k + 1) - t, …)$root / n, tol = 1e-13.
  test.each([
    [50, 0.2, 0.998, 0.03703442029378903, 0.39863706192943993],
    [50, 0.2, 0.95, 0.08586182345528816, 0.32572350671228806],
    [400, 0.03, 0.998, 0.00622906379127759, 0.060651840209706674],
    [400, 0.03, 0.95, 0.013274133605026016, 0.04897960245994037],
    [100_000, 0.5, 0.95, 0.496896032176498, 0.503103967823502],
  ])("are exact by default: of %d at %d, level %d", (total, target, level, lower, upper) => {
    const found = proportionControlLimits(total, target, { level });
    expectClose(found.lower, lower, 1e-12);
    expectClose(found.upper, upper, 1e-12);
  });

  // R 4.2.2: r <- qbinom(p, n, t); (r - (pbinom(r, n, t) - p) / dbinom(r, n, t)) / n for p = .001, .025, .975, .999
  test.each([
    [10, 0.2, 0, 0, 0.4294938829210067, 0.5975360398065473],
    [50, 0.2, 0.03477614320750784, 0.0844048220122691, 0.30709388335205806, 0.37914409767503865],
    [400, 0.03, 0.005845079733431593, 0.013110122847782391, 0.04662923454381409, 0.05833959295972845],
    [5, 0.9, 0.2133333333333333, 0.4451028806584363, 0.9915324560957849, 0.9996612982438314],
  ])("may be interpolated: of %d at %d", (total, target, low3, low2, high2, high3) => {
    const inner = proportionControlLimits(total, target, { method: "interpolated" });
    const outer = proportionControlLimits(total, target, { method: "interpolated", level: 0.998 });
    [outer.lower, inner.lower, inner.upper, outer.upper].forEach((found, i) => {
      expectClose(found, [low3, low2, high2, high3][i]!, 1e-12);
    });
  });

  it("by score lie where Wilson's limits of the area meet the target", () => {
    const { lower, upper } = proportionControlLimits(200, 0.3, { method: "score", level: 0.998 });
    expectClose(wilsonLimits(upper * 200, 200, 0.998).lower, 0.3, 1e-13);
    expectClose(wilsonLimits(lower * 200, 200, 0.998).upper, 0.3, 1e-13);
  });

  it("by the arcsine: sin²(π/6 ∓ 2 ÷ 2√100)", () => {
    const { lower, upper } = proportionControlLimits(100, 25, { method: "arcsine", deviate: 2, per: 100 });
    expectClose(lower, 100 * Math.sin(Math.PI / 6 - 0.1) ** 2, 1e-14);
    expectClose(upper, 100 * Math.sin(Math.PI / 6 + 0.1) ** 2, 1e-14);
  });

  it("stay on their scale, whatever it is: the reference cuts at 100", () => {
    // PHEindicatormethods 2.1.0, multiplier 1000: baseline 773 and an upper limit of 100.
    const { lower, upper } = proportionControlLimits(4, 773, { method: "score", per: 1000 });
    expect(upper).toBe(1000);
    expect(lower).toBeGreaterThan(300);
  });

  test.each(["exact", "interpolated", "score", "arcsine"] as const)(
    "%s: are the target where it is 0 or all",
    (method) => {
      expect(proportionControlLimits(10, 0, { method })).toEqual({ lower: 0, upper: 0 });
      expect(proportionControlLimits(10, 100, { method, per: 100 })).toEqual({ lower: 100, upper: 100 });
      expect(proportionControlLimits(10, Number.NaN, { method })).toEqual({ lower: Number.NaN, upper: Number.NaN });
    },
  );

  it("hold for one person, for a thousand million and for a share of one in a thousand million", () => {
    expect(proportionControlLimits(1, 0.5)).toEqual({ lower: 0, upper: 1 });
    const z = 1.959963984540054;
    const reach = z * Math.sqrt(0.21 / 1e9);
    expect(Math.abs(proportionControlLimits(1e9, 0.3).upper - 0.3 - reach)).toBeLessThan(2e-9);
    // A binomial of so many and so few is a Poisson of mean 1, to the ninth digit.
    const rare = proportionControlLimits(1e9, 1e-9).upper * 1e9;
    expect(Math.abs(rare - ratioControlLimits(1).upper)).toBeLessThan(1e-7);
  });

  it("refuse what cannot be", () => {
    expect(() => proportionControlLimits(0, 0.5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportionControlLimits: total must be above 0, got 0]`,
    );
    expect(() => proportionControlLimits(10, 50)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: proportionControlLimits: target must be from 0 to 1, got 50]`,
    );
  });
});

describe("expectedOnLimits", () => {
  it("is 0 above for no events, and −ln of the tail below", () => {
    const { onLower, onUpper } = expectedOnLimits(0);
    expect(onUpper).toBe(0);
    expectClose(onLower, -Math.log(0.025), 1e-13);
  });

  it("is NaN for a missing count and refuses a negative one", () => {
    expect(expectedOnLimits(Number.NaN)).toEqual({ onLower: Number.NaN, onUpper: Number.NaN });
    expect(() => expectedOnLimits(-1)).toThrow(RangeError);
  });
});
