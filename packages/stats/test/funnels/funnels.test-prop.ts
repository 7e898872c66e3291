import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionFunnel, type RatioFunnelOptions, ratioControlLimits, ratioFunnel } from "../../src/index.ts";

const areas = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0.01, max: 250, noNaN: true })), {
  minLength: 1,
  maxLength: 25,
});
const options: fc.Arbitrary<RatioFunnelOptions> = fc.constantFrom(
  {},
  { method: "interpolated" },
  { method: "limits of the expected" },
  { signals: "own limits" },
  { dispersion: { scale: "square root", phi: 2 } },
  { dispersion: { scale: "log", betweenVariance: 0.01 } },
);
const split = (rows: readonly (readonly [number, number])[]) => [rows.map(([o]) => o), rows.map(([, e]) => e)] as const;

describe("a funnel", () => {
  it("judges every area by itself: order and scale change no signal", () => {
    fc.assert(
      fc.property(areas, options, (rows, chosen) => {
        const [observed, expected] = split(rows);
        const own = ratioFunnel(observed, expected, chosen);
        const [turnedO, turnedE] = split([...rows].reverse());
        expect([...ratioFunnel(turnedO, turnedE, chosen).signal].reverse()).toEqual([...own.signal]);
        const hundred = ratioFunnel(observed, expected, { ...chosen, per: 128 });
        expect([...hundred.signal]).toEqual([...own.signal]);
        expect(hundred.upper[1]![0]).toBe(own.upper[1]![0]! * 128);
      }),
      { numRuns: 60 },
    );
  });

  it("signals more where more was counted", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 150, noNaN: true }), options, (expected, chosen) => {
        const observed = Array.from({ length: 200 }, (_, count) => count);
        const { signal } = ratioFunnel(
          observed,
          observed.map(() => expected),
          chosen,
        );
        for (let count = 1; count < 200; count++) expect(signal[count]!).toBeGreaterThanOrEqual(signal[count - 1]!);
      }),
      { numRuns: 60 },
    );
  });

  it("widened for dispersion signals no area that it would not signal without, on the same scale", () => {
    fc.assert(
      fc.property(areas, fc.double({ min: 0, max: 5, noNaN: true }), (rows, more) => {
        const [observed, expected] = split(rows);
        const chance = ratioFunnel(observed, expected, { dispersion: { scale: "square root", phi: 1 } });
        for (const dispersion of [
          { scale: "square root", phi: 1 + more },
          { scale: "square root", betweenVariance: more },
        ] as const) {
          const wide = ratioFunnel(observed, expected, { dispersion });
          wide.signal.forEach((signal, i) => {
            expect(Math.abs(signal)).toBeLessThanOrEqual(Math.abs(chance.signal[i]!));
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("interpolated lies within one event of the exact one", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 2_000, noNaN: true }), (expected) => {
        const exact = ratioControlLimits(expected);
        const between = ratioControlLimits(expected, { method: "interpolated" });
        expect(Math.abs(exact.lower - between.lower) * expected).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.abs(exact.upper - between.upper) * expected).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it("of proportions mirrors when those who have it change places with those who have not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 80 })), {
          minLength: 1,
          maxLength: 15,
        }),
        (rows) => {
          const having = rows.map(([x, y]) => Math.min(x, y));
          const totals = rows.map(([x, y]) => Math.max(x, y, 1));
          const target = 0.3;
          const own = proportionFunnel(having, totals, { target });
          const others = proportionFunnel(
            having.map((x, i) => totals[i]! - x),
            totals,
            { target: 1 - target },
          );
          expect([...others.signal].map((signal) => 0 - signal)).toEqual([...own.signal]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
